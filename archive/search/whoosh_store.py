"""The Whoosh index on disk: built whole beside the old one, then swapped.

Whoosh reads its table of contents with pickle, which runs what is written there, so a folder that somebody else could
have written is never opened: it is built anew. The distribution is the original, 2.7.4 (2016): on Python 3.11 to 3.13
its only faults are escape sequences that newer Pythons warn of, and none of its forks was found to answer better.
"""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
from whoosh.reading import MultiReader
from whoosh.searching import Searcher

from archive.errors import CorpusError, cause_of, way_on
from archive.model.record import Record
from archive.search.children import do_apart, processors
from archive.search.inversion import RUN_KEYS
from archive.search.results import Entry
from archive.search.whoosh_segment import Words, open_segment, words_of, write_segment
from archive.search.word_spool import WordSpool
from archive.store.flushing import flush_file_system
from archive.store.private_folder import guard_folder, is_guarded, replace_folder
from archive.text.languages import DUTCH, Language

# To be raised whenever analysis, scoring or schema change: older indexes are then built anew.
INDEX_VERSION = 8

_ENTRIES = "documents.msgpack"
_STAMP = "stamp.json"
# So many documents at most stand in one segment: what one process holds in memory grows with them.
_SEGMENT_DOCUMENTS = 10_000
# Below, starting processes takes longer than they save.
_FEWEST_SHARED_OUT = 2_000
# Each takes some 300 MB.
_MOST_PROCESSES = 4
_entries_decoder = msgspec.msgpack.Decoder(tuple[Entry, ...])


class Stamp(msgspec.Struct, frozen=True):
    """What an index was made of."""

    version: int
    signature: str


def is_current(folder: Path, signature: str) -> bool:
    """Whether `folder` holds an index of ours, by this version of the program, of the corpus with `signature`."""
    if not is_guarded(folder):
        return False
    try:
        found = msgspec.json.decode((folder / _STAMP).read_bytes(), type=Stamp)
    except (OSError, msgspec.DecodeError):
        return False
    return found == Stamp(INDEX_VERSION, signature)


def write_index(
    records: Iterable[Record],
    folder: Path,
    signature: str,
    language: Language = DUTCH,
    *,
    processes: int | None = None,
) -> None:
    """Builds the index in `folder` in place of what stands there.

    processes: how many work at the same time; None for what suits the machine and the number of records.
    Raises CorpusError when the index cannot be written or one of the processes is killed.
    """
    try:
        replace_folder(folder, lambda new: _write(records, new, signature, language, processes))
    except OSError as error:
        raise CorpusError(
            str(folder),
            f"the index cannot be written ({cause_of(error)})",
            way_on(error, "make the folder writable"),
        ) from error


@contextlib.contextmanager
def open_index(folder: Path) -> Iterator[tuple[Any, tuple[Entry, ...]]]:
    """A Whoosh searcher and the entries by document number. Call only where `is_current` said yes."""
    entries = _entries_decoder.decode((folder / _ENTRIES).read_bytes())
    names = sorted((path.name for path in folder.iterdir() if path.is_dir()), key=int)
    # Every segment is an index of its own, numbered so that documents keep their order.
    readers = [open_segment(folder / name) for name in names]
    with Searcher(MultiReader(readers) if len(readers) > 1 else readers[0]) as searcher:
        yield searcher, entries


def _write(
    records: Iterable[Record], folder: Path, signature: str, language: Language, processes: int | None
) -> None:
    with WordSpool(records, folder, language) as spool:
        words = words_of(spool, language)
        entries = [Entry(document.card, document.facets) for document in spool.documents()]
        (folder / _ENTRIES).write_bytes(msgspec.msgpack.encode(entries))
        _write_segments(spool, words, folder, processes or _processes_for(len(spool)))
    (folder / _STAMP).write_bytes(msgspec.json.encode(Stamp(INDEX_VERSION, signature)))
    guard_folder(folder)
    # Unlike the other caches it has no hash of what it holds: after a loss of power it must be whole or not there.
    flush_file_system(folder)


def _processes_for(documents: int) -> int:
    return 1 if documents < _FEWEST_SHARED_OUT else min(processors(), _MOST_PROCESSES)


def _write_segments(spool: WordSpool, words: Words, folder: Path, processes: int) -> None:
    """Writes the documents as segments, one folder each; the processes take turns."""
    bounds = segment_bounds(len(spool), processes)
    run_keys = RUN_KEYS // processes

    def write(segment: int) -> None:
        first, last = bounds[segment], bounds[segment + 1]
        write_segment(spool.documents(first, last), words, folder / str(segment), run_keys)

    def write_every(offset: int) -> None:
        for segment in range(offset, len(bounds) - 1, processes):
            write(segment)

    do_apart([functools.partial(write_every, offset) for offset in range(processes)], folder)


def segment_bounds(documents: int, processes: int) -> Sequence[int]:
    """Where segments of about the same size begin, and where the last one ends; as many for each process."""
    rounds = max(1, -(-documents // (_SEGMENT_DOCUMENTS * processes)))
    segments = rounds * processes
    return [documents * segment // segments for segment in range(segments + 1)]
