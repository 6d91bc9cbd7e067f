"""Broken variants: what the disk says is not heard."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from unittest.mock import patch

from archive.build import files
from archive.store import originals, writer

_keep, _flush, _write = originals.keep_original, os.fsync, files._write_new


def _kept_or_not(folder: Path, content: bytes | Path, sha256: str, extension: str) -> None:
    with contextlib.suppress(OSError):
        _keep(folder, content, sha256, extension)


def _flushed_or_not(descriptor: int) -> None:
    with contextlib.suppress(OSError):
        _flush(descriptor)


def _written_or_not(path: str, content: bytes) -> None:
    with contextlib.suppress(OSError):
        _write(path, content)


def leave_out_what_does_not_fit() -> None:
    """From now on this process passes over a file of the site that cannot be written."""
    patch.object(files, "_write_new", _written_or_not).start()


def swallow_what_fails() -> None:
    """From now on this process passes over an original that cannot be written."""
    patch.object(writer, "keep_original", _kept_or_not).start()


def believe_every_flush() -> None:
    """From now on this process takes it that what it flushed is on the disk."""
    patch.object(os, "fsync", _flushed_or_not).start()
