"""Inverting a corpus with bounded memory: postings by document in, postings by term out.

Postings gather in memory; when there are many they are written to disk as a run, sorted by term, and the runs are
merged at the end. Terms are ordered by their UTF-16 code units, as JavaScript compares strings.
"""

from __future__ import annotations

import functools
import heapq
import itertools
import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import msgspec

from archive.search.analysis import ZONE_SHIFT
from archive.search.postings import Posting

# Postings in memory before a run is written: about 300 MB.
RUN_POSTINGS = 2_000_000
# Postings whose places are kept together, so that a phrase loads the places of few other documents.
PLACES_BLOCK = 64

_INSIDE = (1 << ZONE_SHIFT) - 1
_ENDS = rb"[\x80-\xff]*+[\x00-\x7f]"
_ODD = b"[" + b"".join(b"\\x%02x" % byte for byte in range(1, 128, 2)) + b"]"
_ODD_HIGH = b"[" + b"".join(b"\\x%02x" % byte for byte in range(129, 256, 2)) + b"]"
_EVEN = b"[" + b"".join(b"\\x%02x" % byte for byte in range(0, 128, 2)) + b"]"
_EVEN_HIGH = b"[" + b"".join(b"\\x%02x" % byte for byte in range(128, 256, 2)) + b"]"
# Places that are followed by more, then the last one of a posting: the lowest bit of a varint is in its first byte.
_POSTING = b"(?:%b|%b%b)*+(?:%b|%b%b)" % (_ODD, _ODD_HIGH, _ENDS, _EVEN, _EVEN_HIGH, _ENDS)
_PLACE_BLOCK = re.compile(b"(?:%b){1,%d}+" % (_POSTING, PLACES_BLOCK))


class TermPostings(msgspec.Struct, frozen=True, array_like=True):
    """All postings of a term, encoded.

    numbers: the documents' numbers, each as a varint of its distance to the one before (the first to -1).
    impacts and zones: a byte a posting.
    places: those of each posting, one after the other (see `encoded_places`).
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
        for term, impact, zones, places in found:
            entry = opened.get(term)
            if entry is None:
                entry = opened[term] = _Open()
            entry.count += 1
            distance = number - latest.get(term, -1)
            latest[term] = number
            if distance < 128:
                entry.numbers.append(distance)
            else:
                append_varint(entry.numbers, distance)
            entry.impacts.append(impact)
            entry.zones.append(zones)
            if places:
                entry.places += _single_place(places[0]) if len(places) == 1 else encoded_places(places)
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


def encoded_places(places: Sequence[int]) -> bytes:
    """Ascending places of a term in a document as varints; the lowest bit of each says that more follow.

    The first: (place in the zone * 8 + zone) * 2. Each other: the distance to the one before * 4 in the same zone;
    (place * 8 + zone) * 4 + 2 in another.
    """
    encoded = bytearray()
    last = len(places) - 1
    zone, latest = -1, 0
    for index, place in enumerate(places):
        inside = place & _INSIDE
        if place >> ZONE_SHIFT == zone:
            number = inside - latest << 2
        else:
            zone = place >> ZONE_SHIFT
            number = (inside << 3 | zone) << 2 | 2 if index else (inside << 3 | zone) << 1
        latest = inside
        append_varint(encoded, number | (index < last))
    return bytes(encoded)


@functools.lru_cache(maxsize=1 << 14)
def _single_place(place: int) -> bytes:
    """Most words stand once in a document: about two thirds of all postings."""
    return encoded_places((place,))


def place_blocks(places: bytes) -> Iterator[bytes]:
    """The encoded places of a term in blocks of PLACES_BLOCK postings, of which the last may be smaller."""
    return (found.group() for found in _PLACE_BLOCK.finditer(places))


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
