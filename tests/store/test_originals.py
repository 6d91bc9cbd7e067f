"""The files under originals/."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.store.originals import (
    extension_of,
    keep_original,
    original_path,
    remove_unfinished,
    sha256_of,
)


def test_original_stands_under_its_hash(tmp_path: Path) -> None:
    keep_original(tmp_path, b"abc", sha256_of(b"abc"), "txt")
    path = tmp_path / "originals" / "ba" / f"{sha256_of(b'abc')}.txt"
    assert path.read_bytes() == b"abc"


def test_file_is_kept_as_its_bytes_are(tmp_path: Path) -> None:
    (tmp_path / "big").write_bytes(b"abc")
    keep_original(tmp_path, tmp_path / "big", sha256_of(b"abc"), "bin")
    assert original_path(tmp_path, sha256_of(b"abc"), "bin").read_bytes() == b"abc"


def test_nothing_else_is_left(tmp_path: Path) -> None:
    keep_original(tmp_path, b"abc", sha256_of(b"abc"), "txt")
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_whole_original_is_not_written_again(tmp_path: Path) -> None:
    keep_original(tmp_path, b"abc", sha256_of(b"abc"), "txt")
    path = original_path(tmp_path, sha256_of(b"abc"), "txt")
    before = path.stat().st_ino
    keep_original(tmp_path, b"abc", sha256_of(b"abc"), "txt")
    assert path.stat().st_ino == before


def test_damaged_original_is_written_again(tmp_path: Path) -> None:
    keep_original(tmp_path, b"abc", sha256_of(b"abc"), "txt")
    path = original_path(tmp_path, sha256_of(b"abc"), "txt")
    path.write_bytes(b"abd")
    keep_original(tmp_path, b"abc", sha256_of(b"abc"), "txt")
    assert path.read_bytes() == b"abc"


def test_what_an_interrupted_writer_left_is_removed(tmp_path: Path) -> None:
    keep_original(tmp_path, b"abc", sha256_of(b"abc"), "txt")
    left = tmp_path / "originals" / "ba" / ".new-123"
    left.touch()
    remove_unfinished(tmp_path)
    assert not left.exists()


@pytest.mark.parametrize(
    ("media_type", "content", "extension"),
    [
        ("application/pdf", b"", "pdf"),
        ("text/plain", b"", "txt"),
        ("application/x-unknown", b"", "bin"),
        (None, b"%PDF-1.7", "pdf"),
        (None, b"MZ", "bin"),
    ],
)
def test_extension_follows_from_what_is_known(media_type: str | None, content: bytes, extension: str) -> None:
    assert extension_of(media_type, content) == extension
