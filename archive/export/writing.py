"""Writes a file that is whole or not there."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from archive.errors import ArchiveError, cause_of, way_on
from archive.store.flushing import flush_folder
from archive.store.replacing import name_beside, remove_rests


def write_whole(path: Path, chunks: Iterable[bytes]) -> int:
    """Writes `chunks` to `path` in one stroke and gives the number of bytes.

    The old file, if any, stays until the new one is complete and flushed. Raises ArchiveError.
    """
    remove_rests(path)
    unfinished = name_beside(path, "new", hidden=True)
    length = 0
    try:
        with unfinished.open("wb") as stream:
            for chunk in chunks:
                length += stream.write(chunk)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
        flush_folder(path.parent)
    except OSError as error:
        raise ArchiveError(
            str(path),
            f"the file cannot be written ({cause_of(error)})",
            way_on(error, "choose another place with -o"),
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return length
