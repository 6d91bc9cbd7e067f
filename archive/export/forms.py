"""What kinds of exports there are: one stream of bytes, or several files together."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

import msgspec

from archive.config import Settings
from archive.store.corpus import Corpus


class Shelf(Protocol):
    """Where the files of one export are put: a folder, or an archive of files."""

    def file(self, name: str) -> contextlib.AbstractContextManager[BinaryIO]:
        """A new file, open for writing while the block runs; one at a time. Its name may hold slashes."""


Chunks = Callable[[Corpus, Settings], Iterator[bytes]]


class OneFile(msgspec.Struct, frozen=True):
    """An export that is one stream of bytes.

    beside: files that belong next to it where it is written to the path given, by name.
    """

    summary: str
    chunks: Chunks
    beside: Callable[[Corpus, Settings, Path], dict[str, bytes]] | None = None


class SeveralFiles(msgspec.Struct, frozen=True):
    """An export that is a folder of files, or one zip file that holds them.

    is_ours: whether a folder that stands there already was written by this export, so that it may be replaced.
    """

    summary: str
    write: Callable[[Corpus, Settings, Shelf], None]
    is_ours: Callable[[Path], bool]


Form = OneFile | SeveralFiles
