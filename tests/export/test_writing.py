"""A file that is whole or not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.errors import ArchiveError
from archive.export.writing import write_whole


def breaking() -> Iterator[bytes]:
    yield b"half"
    raise ZeroDivisionError


def test_chunks_are_written_and_counted(tmp_path: Path) -> None:
    assert write_whole(tmp_path / "x", [b"ab", b"c"]) == 3
    assert (tmp_path / "x").read_bytes() == b"abc"


def test_failure_half_way_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"old")
    with pytest.raises(ZeroDivisionError):
        write_whole(tmp_path / "x", breaking())
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="choose another place"):
        write_whole(tmp_path / "absent" / "x", [b""])
