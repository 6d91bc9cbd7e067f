"""A codec for Whoosh that keeps the postings of a term as whole columns of numbers.

Whoosh's own codec sorts, pickles and compresses posting by posting, in Python: nine tenths of the time that an index
took. Here a term is handed over once, as one value - its block - with the postings made by numpy beforehand; Whoosh
keeps the dictionary of terms, the segments and the table of contents, and finds and combines. A block:

    u32 documents, u32 the last of them, u32 places, u32 bytes of the lists, u8 whether the lists (1) and the places
    (2) are deflated
    lists    for each document: u32 distance to the one before, u32 strength (highest bit: only inside others),
             u8 zone mask
    places   for each document: u32 how many; for each place: u32 distance to the one before in the document
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from whoosh.codec.whoosh3 import W3Codec, W3TermInfo
from whoosh.matching import ListMatcher

from archive.search.word_table import Ints

_HEAD = struct.Struct("<IIIIB")
_LISTS, _PLACES = 1, 2
_INSIDE = 1 << 31
# Below, deflating takes longer than it saves.
_SMALL_BYTES = 256
_SPEEDIEST = 1


class TermPostings(NamedTuple):
    """The postings of one term, or of several terms one after the other.

    documents: ascending in each term; strengths; zones: masks; inside: whether it stands only inside others;
    counts: of places, 0 in terms without; places: of all documents in a row, ascending in each.
    """

    documents: Ints
    strengths: Ints
    zones: Ints
    inside: Ints
    counts: Ints
    places: Ints


class Block(NamedTuple):
    """The postings of a term as bytes, with its place among the terms, first document and sum of strengths."""

    term: int
    first: int
    weight: int
    content: bytes


class TermList(NamedTuple):
    """The postings of a term without places."""

    documents: Ints
    strengths: Ints
    zones: Ints
    inside: Ints


def blocks(terms: Ints, postings: TermPostings) -> Iterator[Block]:
    """The block of each term; `terms` says for each posting to which it belongs, ascending."""
    if not len(terms):
        return
    starts = np.flatnonzero(np.append(True, terms[1:] != terms[:-1]))
    lists = _list_columns(postings, starts)
    counts, places, place_ends = _place_columns(postings)
    ends = np.append(starts[1:], len(terms))
    rows = zip(
        terms[starts].tolist(),
        postings.documents[starts].tolist(),
        postings.documents[ends - 1].tolist(),
        np.add.reduceat(postings.strengths, starts).tolist(),
        starts.tolist(),
        ends.tolist(),
        np.append(0, place_ends)[starts].tolist(),
        place_ends[ends - 1].tolist(),
        strict=True,
    )
    for term, first, last, weight, start, end, low, high in rows:
        listed = b"".join([column[width * start : width * end] for column, width in lists])
        spots = counts[4 * start : 4 * end] + places[4 * low : 4 * high] if high > low else b""
        content = _packed((end - start, last, high - low), listed, spots)
        yield Block(term, first, weight, content)


def read_list(block: bytes) -> TermList:
    """The postings in a block."""
    documents, _, _, size, deflated = _HEAD.unpack_from(block)
    listed = block[_HEAD.size : _HEAD.size + size]
    if deflated & _LISTS:
        listed = zlib.decompress(listed)
    numbers = np.frombuffer(listed, dtype="<u4", count=2 * documents).astype(np.int64)
    strengths = numbers[documents:]
    return TermList(
        np.cumsum(numbers[:documents]),
        strengths & (_INSIDE - 1),
        np.frombuffer(listed, dtype=np.uint8, offset=8 * documents).astype(np.int64),
        strengths >= _INSIDE,
    )


def read_places(block: bytes) -> tuple[Ints, Ints]:
    """How many places each document of a block has, and all of them in a row."""
    documents, _, places, size, deflated = _HEAD.unpack_from(block)
    written = block[_HEAD.size + size :]
    if deflated & _PLACES:
        written = zlib.decompress(written)
    if not places:
        return np.zeros(documents, dtype=np.int64), np.zeros(0, dtype=np.int64)
    numbers = np.frombuffer(written, dtype="<u4").astype(np.int64)
    counts, distances = numbers[:documents], numbers[documents:]
    running = np.cumsum(distances)
    begins = np.cumsum(counts) - counts
    return counts, running - np.repeat(running[begins] - distances[begins], counts)


class ColumnCodec(W3Codec):  # type: ignore[misc]
    """Whoosh's own codec, but for the postings of a term."""

    # Whoosh then asks for the length of no field: ours have none.
    length_stats = False

    def postings_writer(self, dbfile: Any, byteids: bool = False) -> BlockWriter:
        return BlockWriter(dbfile)

    def postings_reader(
        self, dbfile: Any, terminfo: Any, format_: Any, term: object = None, scorer: object = None
    ) -> BlockMatcher:
        # Whoosh forgets to take the length out of what `struct` gives.
        start, (length,) = terminfo.extent()
        return BlockMatcher(bytes(dbfile.get(start, length)), terminfo, term, scorer)


class BlockWriter:
    """Writes the one "posting" that Whoosh is given of each term: its block."""

    def __init__(self, file: Any) -> None:
        self._file = file
        self._term: Any = None

    def start_postings(self, format_: object, terminfo: object) -> None:
        """Whoosh begins a term."""

    def add_posting(self, id_: int, weight: float, vbytes: bytes, length: int | None = None) -> None:
        """Writes the block `vbytes` of a term whose first document is `id_`."""
        documents, last, *_ = _HEAD.unpack_from(vbytes)
        # The sum of the strengths stands for the highest of them, too: it is not less.
        found = W3TermInfo(weight, documents, 0, 0, weight, id_, last)
        found.set_extent(self._file.tell(), len(vbytes))
        self._file.write(vbytes)
        self._term = found

    def finish_postings(self) -> Any:
        """What the dictionary of terms says of the term."""
        return self._term


class BlockMatcher(ListMatcher):  # type: ignore[misc]
    """The postings of a term, as Whoosh asks for them, and as columns."""

    def __init__(self, block: bytes, terminfo: object, term: object, scorer: object) -> None:
        self.block = block
        self.list = read_list(block)
        super().__init__(
            self.list.documents.tolist(),
            weights=self.list.strengths.astype(float).tolist(),
            scorer=scorer,
            term=term,
            terminfo=terminfo,
        )


def _packed(head: tuple[int, int, int], lists: bytes, spots: bytes) -> bytes:
    deflated = 0
    if len(lists) > _SMALL_BYTES:
        lists, deflated = zlib.compress(lists, _SPEEDIEST), _LISTS
    if len(spots) > _SMALL_BYTES:
        spots, deflated = zlib.compress(spots, _SPEEDIEST), deflated | _PLACES
    return _HEAD.pack(*head, len(lists), deflated) + lists + spots


def _list_columns(postings: TermPostings, starts: Ints) -> tuple[tuple[bytes, int], ...]:
    """The columns of the lists of all terms, each with how many bytes a document takes."""
    distances = np.diff(postings.documents, prepend=0)
    distances[starts] = postings.documents[starts]
    strengths = postings.strengths | np.where(postings.inside, _INSIDE, 0)
    return (
        (distances.astype("<u4").tobytes(), 4),
        (strengths.astype("<u4").tobytes(), 4),
        (postings.zones.astype(np.uint8).tobytes(), 1),
    )


def _place_columns(postings: TermPostings) -> tuple[bytes, bytes, Ints]:
    """Counts and places of all terms, and where the places of each document end."""
    ends = np.cumsum(postings.counts)
    begins = (ends - postings.counts)[postings.counts > 0]
    distances = np.diff(postings.places, prepend=0)
    distances[begins] = postings.places[begins]
    return postings.counts.astype("<u4").tobytes(), distances.astype("<u4").tobytes(), ends
