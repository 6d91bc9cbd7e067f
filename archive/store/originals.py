"""The files under originals/, named by the SHA-256 of their bytes."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from archive.store.flushing import flush_folder, make_folder

ORIGINALS = "originals"
UNFINISHED = ".new-"
_CHUNK = 1 << 20
_EXTENSIONS = {
    "application/json": "json",
    "application/jsonl": "jsonl",
    "application/msword": "doc",
    "application/pdf": "pdf",
    "application/rtf": "rtf",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "text/csv": "csv",
    "text/html": "html",
    "text/plain": "txt",
}


def sha256_of(content: bytes) -> str:
    """The SHA-256 of `content` in hex."""
    return hashlib.sha256(content).hexdigest()


def sha256_of_file(path: Path) -> str:
    """The SHA-256 of a file's bytes in hex, read a piece at a time. Raises OSError."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def extension_of(media_type: str | None, content: bytes) -> str:
    """The extension that the kept file gets: from what it is known to be, "bin" where nothing is known."""
    if media_type is None:
        return "pdf" if content.startswith(b"%PDF-") else "bin"
    return _EXTENSIONS.get(media_type, "bin")


def original_path(folder: Path, sha256: str, extension: str) -> Path:
    """Where the corpus in `folder` keeps the original: originals/ab/abcd….pdf."""
    return folder / ORIGINALS / sha256[:2] / f"{sha256}.{extension}"


def keep_original(folder: Path, content: bytes | Path, sha256: str, extension: str) -> None:
    """Writes the original so that it is whole on disk under its name, or not there at all. Raises OSError.

    content: the bytes, or the file that has them. They are written under another name on the same file
    system, flushed and renamed, and the folders are flushed: when this returns, a loss of power does not
    lose them. Where it fails, nothing of it is left.
    """
    path = original_path(folder, sha256, extension)
    if _holds(path, sha256):
        return
    make_folder(path.parent)
    unfinished = path.parent / f"{UNFINISHED}{os.getpid()}"
    try:
        _write_flushed(unfinished, content)
        unfinished.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            unfinished.unlink()
        raise
    flush_folder(path.parent)


def _write_flushed(path: Path, content: bytes | Path) -> None:
    with path.open("wb") as stream:
        if isinstance(content, bytes):
            stream.write(content)
        else:
            with content.open("rb") as given:
                shutil.copyfileobj(given, stream, _CHUNK)
        stream.flush()
        os.fsync(stream.fileno())


def _holds(path: Path, sha256: str) -> bool:
    try:
        return sha256_of_file(path) == sha256
    except OSError:
        return False


def remove_unfinished(folder: Path) -> None:
    """Removes what an interrupted writer left. Only for the holder of the lock."""
    for path in (folder / ORIGINALS).glob(f"??/{UNFINISHED}*"):
        path.unlink(missing_ok=True)


def original_files(folder: Path) -> Iterator[Path]:
    """Every file under originals/, sorted by path."""
    yield from sorted(path for path in (folder / ORIGINALS).rglob("*") if not path.is_dir())
