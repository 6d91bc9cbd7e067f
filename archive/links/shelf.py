"""A shelf: some bytes of each record of an archive, in files that stay as they are when records come and go.

What is new since the last time is written to a file of its own; the others are the same files under another name.
"""

from __future__ import annotations

import hashlib
import os
import weakref
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Final

import msgspec
import numpy as np
import numpy.typing as npt

from archive.errors import DamageError
from archive.store.private_folder import link_or_copy

# With more files, or where so many times what is wanted is kept, everything is written into one file again.
_MOST_FILES: Final = 8
_MOST_TIMES: Final = 2

_PLACE: Final = np.dtype([("file", "<i4"), ("start", "<i8"), ("size", "<i4")])


class KeptFile(msgspec.Struct, frozen=True):
    """A file by its name in the folder, with its size and the SHA-256 of its bytes."""

    name: str
    size: int
    sha256: bytes


class Listing(msgspec.Struct, frozen=True):
    """Where the bytes of each record stand: the files, and for each record in its order file, start and size."""

    files: tuple[KeptFile, ...]
    places: bytes


class Shelf:
    """The bytes of records, by their place among those that were kept together."""

    def __init__(self, folder: Path, listing: Listing) -> None:
        """Raises DamageError where the files are not what was written, and OSError."""
        self.folder = folder
        self.files = listing.files
        # Read piece by piece: files in memory as a whole would count as ours.
        self._descriptors: list[int] = []
        weakref.finalize(self, _close, self._descriptors)
        for file in listing.files:
            self._descriptors.append(_opened(folder / file.name, file))
        self.places: npt.NDArray[np.void] = np.frombuffer(listing.places, _PLACE)
        self._spans = self.places.tolist()

    def __len__(self) -> int:
        return len(self._spans)

    def __getitem__(self, place: int) -> bytes:
        file, start, size = self._spans[place]
        return os.pread(self._descriptors[file], size, start) if size else b""

    @property
    def is_spent(self) -> bool:
        """Whether it should be written into one file again."""
        wanted = int(self.places["size"].sum(dtype=np.int64))
        return len(self.files) >= _MOST_FILES or sum(file.size for file in self.files) > _MOST_TIMES * wanted


class ShelfWriter:
    """Writes a shelf, record by record in their order."""

    def __init__(self, name: str, folder: Path, old: Shelf | None) -> None:
        """name: what its files are called after; old: that of the last time. Raises OSError."""
        self._name = name
        self._folder = folder
        self._old = old
        self._keeps_files = old is not None and not old.is_spent
        self._old_files = len(old.files) if old is not None and self._keeps_files else 0
        self._places: list[tuple[int, int, int]] = []
        self._path = folder / f"{name}.part"
        self._file: BinaryIO = self._path.open("wb")
        self._digest = hashlib.sha256()
        self._size = 0

    def add(self, content: bytes) -> None:
        """Adds what is new of the next record."""
        self._places.append((self._old_files if len(content) else 0, self._size, len(content)))
        self._file.write(content)
        self._digest.update(content)
        self._size += len(content)

    def keep(self, old_place: int) -> None:
        """Adds for the next record what stands in the old shelf."""
        assert self._old is not None
        if self._keeps_files:
            self._places.append(self._old.places[old_place].item())
        else:
            self.add(self._old[old_place])

    def listing(self) -> Listing:
        """Ends the writing."""
        self._file.close()
        files: list[KeptFile] = []
        if self._old is not None and self._keeps_files:
            files += self._old.files
            for file in files:
                link_or_copy(self._old.folder / file.name, self._folder / file.name)
        places = np.array(self._places, _PLACE)
        if self._size:
            digest = self._digest.digest()
            file = KeptFile(f"{self._name}-{digest.hex()[:16]}.bin", self._size, digest)
            self._path.replace(self._folder / file.name)
            if file in files:
                # What went came back: the very bytes are kept already, and a name stands in a folder once.
                places["file"][places["file"] == self._old_files] = files.index(file)
            else:
                files.append(file)
        else:
            self._path.unlink()
        return Listing(tuple(files), places.tobytes())

    def close(self) -> None:
        """Ends the writing where it has not ended."""
        self._file.close()


def _opened(path: Path, file: KeptFile) -> int:
    """The descriptor of a file that is as it was written."""
    with path.open("rb") as content:
        is_whole = (
            os.fstat(content.fileno()).st_size == file.size
            and hashlib.file_digest(content, "sha256").digest() == file.sha256
        )
        if not is_whole:
            raise DamageError(str(path), "this is not what was written", "build again")
        return os.dup(content.fileno())


def _close(descriptors: Iterable[int]) -> None:
    for descriptor in descriptors:
        os.close(descriptor)
