"""Inverting a corpus with bounded memory: postings by document in, postings by term out.

Postings gather in memory; when there are many they are written to disk as a run, sorted by term, and the runs are
merged at the end. Terms are ordered by their UTF-16 code units, as JavaScript compares strings.
"""

from __future__ import annotations

import heapq
import itertools
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import msgspec

from archive.search.analysis import ZONE_SHIFT
from archive.search.postings import Posting

# Postings in memory before a run is written: about 300 MB.
RUN_POSTINGS = 2_000_000


class TermPostings(msgspec.Struct, frozen=True, array_like=True):
    """All postings of a term, encoded.

    numbers: the documents' numbers, each as a varint of its distance to the one before (the first to -1).
    impacts and zones: a byte a posting.
    places: for each posting a varint of the length of what follows, and its places (see `encoded_places`).
    """

    term: str
    count: int
    numbers: bytes
    impacts: bytes
    zones: bytes
    places: bytes


class _Open:
    """The postings of a term since the last run."""

    __slots__ = ("count", "impacts", "numbers", "places", "zones")

    def __init__(self) -> None:
        self.count = 0
        self.numbers = bytearray()
        self.impacts = bytearray()
        self.zones = bytearray()
        self.places = bytearray()

    def frozen(self, term: str) -> TermPostings:
        parts = (self.numbers, self.impacts, self.zones, self.places)
        return TermPostings(term, self.count, *map(bytes, parts))


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(TermPostings)


class Inverter:
    """Takes the postings of documents in the order of their numbers and gives them back by term.

    A context manager: its temporary files, in `folder`, are gone when it ends.
    """

    def __init__(self, folder: Path, run_postings: int = RUN_POSTINGS) -> None:
        self._folder = folder
        self._limit = run_postings
        self._open: dict[str, _Open] = {}
        self._latest: dict[str, int] = {}
        self._waiting = 0
        self._runs: list[IO[bytes]] = []

    def add(self, number: int, found: Iterable[Posting]) -> None:
        """Adds the postings of document `number`, which must be higher than all before."""
        opened, latest = self._open, self._latest
        for posting in found:
            term = posting.term
            entry = opened.get(term)
            if entry is None:
                entry = opened[term] = _Open()
            entry.count += 1
            append_varint(entry.numbers, number - latest.get(term, -1))
            latest[term] = number
            entry.impacts.append(posting.impact)
            entry.zones.append(posting.zones)
            if posting.places:
                places = encoded_places(posting.places)
                append_varint(entry.places, len(places))
                entry.places += places
            self._waiting += 1
        if self._waiting >= self._limit:
            self._write_run()

    def terms(self) -> Iterator[TermPostings]:
        """All terms in order, each with all its postings."""
        last = (self._open[term].frozen(term) for term in sorted(self._open, key=term_order))
        runs = [*map(_read_run, self._runs), last]
        merged = heapq.merge(*runs, key=lambda found: term_order(found.term))
        for _, parts in itertools.groupby(merged, key=lambda found: found.term):
            yield _joined(list(parts))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for run in self._runs:
            run.close()

    def _write_run(self) -> None:
        run = tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115 - closed by __exit__
        self._runs.append(run)
        for term in sorted(self._open, key=term_order):
            written = _encoder.encode(self._open[term].frozen(term))
            run.write(len(written).to_bytes(8, "big") + written)
        self._open.clear()
        self._waiting = 0


def term_order(term: str) -> bytes:
    """The key that sorts terms as JavaScript does: by UTF-16 code units."""
    return term.encode("utf-16-be")


def append_varint(target: bytearray, number: int) -> None:
    """Appends a whole number, seven bits a byte, the lowest first; the highest bit says that more follow."""
    while number > 127:
        target.append(number & 127 | 128)
        number >>= 7
    target.append(number)


def encoded_places(places: Iterable[int]) -> bytes:
    """Ascending places of a term in a document: varints of the distances in a zone, a 0 before each next zone."""
    encoded = bytearray()
    zone, latest = 0, -1
    for place in places:
        while place >> ZONE_SHIFT > zone:
            encoded.append(0)
            zone, latest = zone + 1, -1
        inside = place & ((1 << ZONE_SHIFT) - 1)
        append_varint(encoded, inside - latest)
        latest = inside
    return bytes(encoded)


def _read_run(run: IO[bytes]) -> Iterator[TermPostings]:
    run.seek(0)
    while size := run.read(8):
        yield _decoder.decode(run.read(int.from_bytes(size, "big")))


def _joined(parts: list[TermPostings]) -> TermPostings:
    if len(parts) == 1:
        return parts[0]
    return TermPostings(
        parts[0].term,
        sum(part.count for part in parts),
        b"".join(part.numbers for part in parts),
        b"".join(part.impacts for part in parts),
        b"".join(part.zones for part in parts),
        b"".join(part.places for part in parts),
    )
