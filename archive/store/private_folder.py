"""Folders beside the corpus that are trusted only where nobody but ourselves can have written."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from archive.store.replacing import name_beside, put_in_place, remove, remove_rests

_SEAL_BYTES = 32


def is_private(folder: Path) -> bool:
    """Whether nobody but the user who runs us can have written in `folder`."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    return (
        stat.S_ISDIR(found.st_mode)
        and found.st_uid == os.geteuid()
        and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    )


def replace_folder(folder: Path, fill: Callable[[Path], None]) -> None:
    """Puts a new private folder, filled by `fill`, in the place of `folder`. Raises OSError."""
    with replaced_folder(folder) as new:
        fill(new)


@contextlib.contextmanager
def replaced_folder(folder: Path) -> Iterator[Path]:
    """A new private folder; when the block ends well, it stands in the place of `folder`. Raises OSError."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    remove_rests(folder)
    new = name_beside(folder, "new")
    try:
        new.mkdir(mode=0o700)
        yield new
        put_in_place(new, folder)
    finally:
        with contextlib.suppress(OSError):
            remove(new)


def link_or_copy(source: Path, target: Path) -> None:
    """The same file under another name; its bytes where links cannot be made. Raises OSError."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def write_sealed(path: Path, content: bytes) -> None:
    """Writes a file with a checksum before its content. Raises OSError."""
    path.write_bytes(hashlib.sha256(content).digest() + content)


def read_sealed(path: Path) -> memoryview | None:
    """The content of a sealed file; None where it cannot be read or is not as it was written."""
    try:
        sealed = path.read_bytes()
    except OSError:
        return None
    content = memoryview(sealed)[_SEAL_BYTES:]
    return content if hashlib.sha256(content).digest() == sealed[:_SEAL_BYTES] else None
