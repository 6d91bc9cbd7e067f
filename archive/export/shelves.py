"""Where an export of several files is put: a folder or a zip file, whole or not there."""

from __future__ import annotations

import contextlib
import os
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from archive.errors import ArchiveError, cause_of, way_on
from archive.export.forms import Shelf
from archive.store.flushing import flush_file_system, flush_folder
from archive.store.replacing import name_beside, put_in_place, remove, remove_rests

# The oldest time that a zip file can hold: the same corpus gives the same bytes on any day.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


class FolderShelf:
    """Puts files into a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextlib.contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:
        path = self._folder.joinpath(*name.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as stream:
            yield stream


class ZipShelf:
    """Puts files into a zip file, under one folder that is named as it is."""

    def __init__(self, archive: zipfile.ZipFile, folder: str) -> None:
        self._archive = archive
        self._folder = folder

    @contextlib.contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:
        entry = zipfile.ZipInfo(f"{self._folder}/{name}", _NO_TIME)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.create_system = 3
        entry.external_attr = _READABLE
        with self._archive.open(entry, "w", force_zip64=True) as stream:
            yield cast(BinaryIO, stream)


def write_files(path: Path, write: Callable[[Shelf], None], is_ours: Callable[[Path], bool]) -> int:
    """Writes an export to a folder, or to a zip file where `path` ends in .zip; its size in bytes comes back.

    What stood there stays until all is written. Raises ArchiveError, also for a folder that holds anything that
    this export did not write.
    """
    path = path.resolve()
    try:
        if path.suffix.casefold() == ".zip":
            return _write_zip(path, write)
        return _write_folder(path, write, is_ours)
    except OSError as error:
        raise ArchiveError(
            str(path),
            f"this cannot be written ({cause_of(error)})",
            way_on(error, "choose another place with -o"),
        ) from error


def _write_zip(path: Path, write: Callable[[Shelf], None]) -> int:
    remove_rests(path)
    unfinished = name_beside(path, "new", hidden=True)
    try:
        with unfinished.open("wb") as stream:
            with zipfile.ZipFile(stream, "w") as archive:
                write(ZipShelf(archive, path.stem))
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
        flush_folder(path.parent)
    finally:
        unfinished.unlink(missing_ok=True)
    return path.stat().st_size


def _write_folder(path: Path, write: Callable[[Shelf], None], is_ours: Callable[[Path], bool]) -> int:
    _refuse_foreign(path, is_ours)
    remove_rests(path)
    stage = name_beside(path, "new", hidden=True)
    stage.mkdir()
    try:
        write(FolderShelf(stage))
        flush_file_system(stage)
        put_in_place(stage, path)
        flush_folder(path.parent)
    finally:
        with contextlib.suppress(OSError):
            remove(stage)
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


def _refuse_foreign(path: Path, is_ours: Callable[[Path], bool]) -> None:
    if not path.exists():
        return
    if not path.is_dir():
        raise ArchiveError(
            str(path), "this is a file, not a folder", "choose a folder, or a name that ends in .zip"
        )
    if any(path.iterdir()) and not is_ours(path):
        raise ArchiveError(
            str(path),
            "this folder holds files that this export did not write",
            "choose another folder with -o",
        )
