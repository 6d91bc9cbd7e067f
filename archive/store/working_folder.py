"""A folder for files that are wanted for a while only, in the system's folder for such files."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from archive.store.replacing import is_running

_PREFIX = "vraagarchief"
_NAME = re.compile(rf"{_PREFIX}-(\d+)-\w+")


@contextlib.contextmanager
def working_folder() -> Iterator[Path]:
    """A new folder for the owner alone, which goes with all that is in it when the block ends. Raises OSError.

    Those that were left behind by processes of ours that were killed go, too.
    """
    _remove_rests(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(
        prefix=f"{_PREFIX}-{os.getpid()}-", ignore_cleanup_errors=True
    ) as folder:
        yield Path(folder)


def _remove_rests(place: Path) -> None:
    with contextlib.suppress(OSError):
        for name in os.listdir(place):  # noqa: PTH208 - it may hold thousands of names
            found = _NAME.fullmatch(name)
            if found and not is_running(int(found[1])) and _is_our_folder(place / name):
                shutil.rmtree(place / name, ignore_errors=True)


def _is_our_folder(path: Path) -> bool:
    """Whether it is a folder, and no link to one, that the user who runs us has made."""
    try:
        found = path.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid()
