"""Scenes: short pieces of work of the program, each with what stands before it, that are struck at one system call."""

from __future__ import annotations

import mmap
import os
import struct
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec

from archive.cli.main import run
from archive.ingest import ingest_paths
from archive.store.corpus import Corpus
from benchmarks.safety.standing import CORPUS, facts_of

_MOMENT = "1714521600"
_COUNT = struct.Struct("@q")


class Told:
    """How many documents the work has told to be done: a number that outlives a child that is killed.

    log: where the undisturbed run writes, for each of these numbers, what the corpus held when it was told.
    """

    def __init__(self, log: Path | None = None) -> None:
        self._memory = mmap.mmap(-1, _COUNT.size)
        self._log = log

    def tell(self, documents: int, corpus: Path) -> None:
        """Tells that so many documents are done."""
        _COUNT.pack_into(self._memory, 0, documents)
        if self._log is not None:
            (self._log / str(documents)).write_bytes(msgspec.json.encode(sorted(facts_of(corpus))))

    @property
    def documents(self) -> int:
        return int(_COUNT.unpack_from(self._memory, 0)[0])


Work = Callable[[Path, Told], int]
"""Works in a folder and gives an exit code; the corpus is in its folder "corpus"."""


class Scene(msgspec.Struct, frozen=True):
    """A piece of work to be struck.

    prepare: makes, in an empty folder, what stands before. work: what is struck, and what is run again afterwards.
    whole: files and folders that must be, at any moment, as they were before or as they will be after.
    tells: whether it tells documents to be done; then the site that follows is compared now and then. others: files
    and folders whose names and bytes are other ones each time; what the work says must be the same instead.
    """

    name: str
    prepare: Work
    work: Work
    whole: tuple[str, ...] = ()
    tells: bool = False
    others: tuple[str, ...] = ()


def at_home(work: Work) -> Work:
    """The work with the clock held, in its folder, with temporary files within it, so that rests of them are seen."""

    def done(folder: Path, told: Told) -> int:
        os.environ["SOURCE_DATE_EPOCH"] = _MOMENT
        os.chdir(folder)
        temporary = folder / "temporary"
        temporary.mkdir(exist_ok=True)
        tempfile.tempdir = str(temporary)
        return work(folder, told)

    return done


def ingesting(*names: str) -> Work:
    """Reads these files of the folder "in" into the corpus, each told of when it is done."""

    def work(folder: Path, told: Told) -> int:
        corpus_folder = folder / CORPUS
        with Corpus.open(corpus_folder, create=True) as corpus:
            report = ingest_paths(
                corpus,
                # As they are given in the folder, so that events are the same in any.
                [f"in/{name}" for name in names],
                progress=lambda done, total, path: told.tell(done, corpus_folder) if done else None,
            )
        return int(report.refused == len(report.documents))

    return work


def commands(*lines: str) -> Work:
    """Runs `archive` with these lines, one after the other, until one fails."""

    def work(folder: Path, told: Told) -> int:
        for line in lines:
            code = run(line.split())
            if code:
                return code
        return 0

    return work
