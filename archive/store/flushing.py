"""Brings to the disk what was written, so that a loss of power does not take it back."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path


def flush_folder(folder: Path) -> None:
    """Brings the names in `folder` to the disk: what was made, renamed and removed there. Raises OSError."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_file(path: Path) -> None:
    """Brings the bytes of a file to the disk, whoever wrote them. Raises OSError."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_file_system(folder: Path) -> None:
    """Brings all that was ever written on the file system of `folder` to the disk. Raises OSError.

    For a tree of many files this takes far less time than to flush one after the other.
    """
    synchronise = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if synchronise is None:
        # Not Linux: every file system is flushed.
        os.sync()
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if synchronise(descriptor) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Makes a folder, with those above it, so that it is there for good. Raises OSError."""
    missing = [one for one in (folder, *folder.parents) if not one.is_dir()]
    folder.mkdir(parents=True, exist_ok=True)
    for made in missing:
        flush_folder(made.parent)
