"""Which files a folder holds."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from archive.build.manifest import file_names


def test_folder_that_cannot_be_listed_is_no_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the list of files would be short of its files, and nobody would know."""
    tmp_path.joinpath("deep").mkdir()
    tmp_path.joinpath("deep", "page.html").touch()
    listed = os.scandir

    def failing(folder: Any) -> Any:
        if str(folder).endswith("deep"):
            raise OSError(errno.EIO, "Input/output error", str(folder))
        return listed(folder)

    monkeypatch.setattr(os, "scandir", failing)
    with pytest.raises(OSError, match="Input/output error"):
        list(file_names(tmp_path))
