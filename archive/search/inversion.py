"""Inverting a corpus with bounded memory: words by document in, postings by form out.

The words of some documents at a time become keys of 64 bits - form, document, zone, place, stop word before - which
are sorted and written to disk as a run. At the end the runs are read together, some forms at a time.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import numpy as np

from archive.search.analysis import MOST_PLACES, PASSAGE_GAP, ZONE_SHIFT
from archive.search.long_form_places import LongForm, long_form_keys
from archive.search.scoring import BOUNDS, WEIGHT, stretch
from archive.search.word_spool import SpooledDocument
from archive.search.word_table import Ints, WordTable

# A key from its highest bit: form 24, document in its run 11, zone 3, place 22, number of the stop word before 4.
STOP_BITS = 4
SPOT_BITS = STOP_BITS + ZONE_SHIFT + 3
DOCUMENT_BITS = 11
FORM_SHIFT = SPOT_BITS + DOCUMENT_BITS
_RUN_DOCUMENTS = 1 << DOCUMENT_BITS
# Keys held in memory at once, in a run and when runs are read together: about 100 bytes each at the peak.
RUN_KEYS = 2_000_000


class Postings(NamedTuple):
    """The postings of some forms, in the order of forms and documents, and their places.

    forms, documents, counts (of places), zones (masks), levels: one for each posting; places, place_zones, stops
    (number of the stop word before, 0 for none): one for each place, in the order of postings, zones and places.
    """

    forms: Ints
    documents: Ints
    counts: Ints
    zones: Ints
    levels: Ints
    places: Ints
    place_zones: Ints
    stops: Ints


class _Run(NamedTuple):
    """Sorted keys on disk; `first` is the number of its first document."""

    path: Path
    first: int

    def between(self, low: int, high: int) -> Ints:
        """The keys of the forms from `low` to before `high`, copied: what is mapped counts as memory of ours."""
        if not self.path.stat().st_size:
            return np.zeros(0, dtype=np.uint64)
        keys = np.memmap(self.path, dtype=np.uint64, mode="r")
        bounds = np.array([low, high], dtype=np.uint64) << np.uint64(FORM_SHIFT)
        start, end = np.searchsorted(keys, bounds)
        return np.array(keys[start:end])


class Inverter:
    """Takes documents in the order of their numbers and gives their postings back by form.

    stops: by number of a form, its place among the stop words, from 1; 0 for others. A context manager: its temporary
    files, in `folder`, are gone when it ends.
    """

    def __init__(
        self,
        table: WordTable,
        stops: Ints,
        folder: Path,
        *,
        long_forms: Sequence[LongForm] = (),
        run_keys: int = RUN_KEYS,
    ) -> None:
        self._table = table
        self._stops = stops
        self._long_forms = long_forms
        self._limit = run_keys
        self._folder = tempfile.TemporaryDirectory(dir=folder)
        self._waiting: list[SpooledDocument] = []
        self._waiting_words = 0
        self._runs: list[_Run] = []
        self._stretches: list[list[float]] = []
        self._keys_of_forms = np.zeros(len(stops) + 1, dtype=np.int64)

    def add(self, document: SpooledDocument) -> None:
        """Adds the next document."""
        self._waiting.append(document)
        self._waiting_words += len(document.words)
        if len(self._waiting) == _RUN_DOCUMENTS or self._waiting_words >= self._limit:
            self._write_run()

    def postings(self) -> Iterator[Postings]:
        """All postings, some forms at a time."""
        if self._waiting:
            self._write_run()
        stretches = np.array(self._stretches)
        start = 0
        ends = np.cumsum(self._keys_of_forms)
        while start < len(self._stops):
            before = ends[start - 1] if start else 0
            end = max(start + 1, int(np.searchsorted(ends, before + self._limit // 2, side="right")))
            yield self._read_together(start, min(end, len(self._stops)), stretches)
            start = end

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._runs.clear()
        self._folder.cleanup()

    def _write_run(self) -> None:
        first = len(self._stretches)
        keys, lengths = run_keys(self._waiting, self._table, self._stops)
        self._stretches += [[stretch(*known) for known in enumerate(row)] for row in lengths.tolist()]
        found = long_form_keys(keys, self._long_forms)
        if len(found):
            keys = np.sort(np.concatenate([keys, found]))
        self._keys_of_forms += np.bincount(keys >> FORM_SHIFT, minlength=len(self._keys_of_forms))
        path = Path(self._folder.name) / str(len(self._runs))
        keys.tofile(path)
        self._runs.append(_Run(path, first))
        self._waiting = []
        self._waiting_words = 0

    def _read_together(self, start: int, end: int, stretches: Ints) -> Postings:
        """The postings of the forms from `start` to before `end`."""
        parts = [run.between(start, end) for run in self._runs]
        firsts = [
            np.full(len(part), run.first, dtype=np.int64) for part, run in zip(parts, self._runs, strict=True)
        ]
        keys = np.concatenate(parts)
        documents = np.concatenate(firsts) + (
            keys >> np.uint64(SPOT_BITS) & np.uint64(_RUN_DOCUMENTS - 1)
        ).astype(np.int64)
        forms = (keys >> np.uint64(FORM_SHIFT)).astype(np.int64)
        # Radix sort where the numbers are small: the runs are sorted, so equal forms keep the order of documents.
        small = (forms - start).astype(np.uint16 if end - start < 1 << 16 else np.uint32)
        order = np.argsort(small, kind="stable")
        return _grouped(forms[order], documents[order], keys[order], stretches)


def run_keys(documents: Sequence[SpooledDocument], table: WordTable, stops: Ints) -> tuple[Ints, Ints]:
    """The sorted keys of documents, each once, and how many tokens each document has in each zone."""
    words = np.concatenate([document.words for document in documents]).astype(np.int64)
    zones = np.concatenate([document.zones for document in documents]).astype(np.int64)
    lengths = np.concatenate([document.lengths for document in documents]).astype(np.int64)
    owners = np.repeat(np.arange(len(documents)), [len(document.zones) for document in documents])
    passages = np.repeat(np.arange(len(zones)), lengths)
    real = table.counts[words] > 0  # a mark without a letter is no token
    words, passages = words[real], passages[real]
    tokens = np.bincount((owners * 8 + zones)[passages], minlength=8 * len(documents)).reshape(-1, 8)
    places, first = _places(words, passages, zones, owners, table)
    before = np.zeros(len(words), dtype=np.int64)
    before[1:] = stops[table.whole[words[:-1]]]
    before[first] = 0
    counts = table.counts[words]
    token = np.repeat(np.arange(len(words)), counts)
    form = table.starts[words][token] + np.arange(len(token)) - np.repeat(np.cumsum(counts) - counts, counts)
    offsets = table.offsets[form]
    where = np.minimum(places[token] + offsets, MOST_PLACES - 1)
    passage = passages[token]
    spots = (zones[passage] << ZONE_SHIFT | where) << STOP_BITS | np.where(offsets == 0, before[token], 0)
    keys = np.sort((table.ranks[form] << FORM_SHIFT | owners[passage] << SPOT_BITS | spots).astype(np.uint64))
    bare = keys >> np.uint64(STOP_BITS)
    return keys[np.concatenate([[True], bare[1:] != bare[:-1]])] if len(keys) else keys, tokens


def _places(words: Ints, passages: Ints, zones: Ints, owners: Ints, table: WordTable) -> tuple[Ints, Ints]:
    """The place of each token in its zone, and whether it is the first of its passage."""
    spans = table.spans[words]
    room = np.bincount(passages, weights=spans, minlength=len(zones)).astype(np.int64) + PASSAGE_GAP
    # Passages of a zone of a document follow each other: a running sum over them, begun anew for each.
    order = np.lexsort((np.arange(len(zones)), zones, owners))
    group = (owners * 8 + zones)[order]
    ends = np.cumsum(room[order])
    starts = ends - room[order]
    begins = np.concatenate([[True], group[1:] != group[:-1]]) if len(group) else np.zeros(0, dtype=bool)
    bases = np.empty(len(zones), dtype=np.int64)
    bases[order] = starts - np.maximum.accumulate(np.where(begins, starts, 0))
    first = np.ones(len(words), dtype=bool)
    first[1:] = passages[1:] != passages[:-1]
    running = np.cumsum(spans) - spans
    inside = running - np.maximum.accumulate(np.where(first, running, 0))
    return bases[passages] + inside, first


def _grouped(forms: Ints, documents: Ints, keys: Ints, stretches: Ints) -> Postings:
    """Postings from the keys of some forms, sorted by form, document and place."""
    fresh = np.ones(len(keys), dtype=bool)
    fresh[1:] = (forms[1:] != forms[:-1]) | (documents[1:] != documents[:-1])
    starts = np.flatnonzero(fresh)
    spots = keys & np.uint64((1 << SPOT_BITS) - 1)
    zones = (spots >> np.uint64(ZONE_SHIFT + STOP_BITS)).astype(np.int64)
    counts = np.diff(np.append(starts, len(keys)))
    if not len(keys):
        return Postings(forms, documents, counts, zones, zones, zones, zones, zones)
    bits = np.left_shift(1, zones)
    return Postings(
        forms=forms[starts],
        documents=documents[starts],
        counts=counts,
        zones=np.bitwise_or.reduceat(bits, starts),
        levels=_levels(zones, starts, stretches[documents[starts]]),
        places=(spots >> np.uint64(STOP_BITS) & np.uint64((1 << ZONE_SHIFT) - 1)).astype(np.int64),
        place_zones=zones,
        stops=(spots & np.uint64((1 << STOP_BITS) - 1)).astype(np.int64),
    )


def _levels(zones: Ints, starts: Ints, stretches: Ints) -> Ints:
    """The level of each posting: archive.search.scoring.level for many at once, added up in the same order."""
    frequencies = np.zeros(len(starts))
    for zone, weight in enumerate(WEIGHT):
        counts = np.add.reduceat((zones == zone).astype(np.int64), starts)
        frequencies += weight * counts / stretches[:, zone]
    return np.searchsorted(np.array(BOUNDS), frequencies, side="right")
