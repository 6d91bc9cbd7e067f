"""The bytes of postings, in columns: gaps, marks, counts, and low bytes, high bytes and metas of places.

Columns of one kind of byte deflate far better than postings one after the other. site/lists.js reads them.

gaps: the distance of a document's number to the one before (the first to -1), a varint
marks: a byte, level << 4 | the place of the zone mask in ZONE_MASKS; 15 says that the mask is in the byte after it
counts: how many places, a varint
lows, highs: a place's lowest byte, and the rest as a varint; absolute for the first place in a zone, else the
    distance to the place before
metas: a byte a place, number of the stop word before << 1 | whether the place is in the next zone of the mask
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from archive.search.inversion import Postings
from archive.search.shard_files import Likeness, Piece
from archive.search.word_table import Ints

# The most frequent masks in questions and answers.
ZONE_MASKS = (2, 1, 3, 4, 6, 7, 8, 10, 11, 9, 16, 32, 34, 64, 128)
_RARE_MASK = len(ZONE_MASKS)


_LIKENESS = (
    Likeness.NUMBERS,
    Likeness.NOISE,
    Likeness.RUNS,
    Likeness.NUMBERS,
    Likeness.NOISE,
    Likeness.NOISE,
)


class Columns(NamedTuple):
    """The columns of one form, or of many after each other."""

    gaps: bytes
    marks: bytes
    counts: bytes = b""
    lows: bytes = b""
    highs: bytes = b""
    metas: bytes = b""

    @property
    def size(self) -> int:
        return sum(map(len, self))


def pieces(columns: Iterable[bytes | bytearray]) -> Iterator[Piece]:
    """Columns in the order of Columns as pieces of a shard."""
    for column, likeness in zip(columns, _LIKENESS, strict=True):
        yield bytes(column), likeness


class FormColumns(NamedTuple):
    """A form by its number, with how many documents and places it has."""

    form: int
    documents: int
    places: int
    columns: Columns


def form_columns(postings: Postings) -> Iterator[FormColumns]:
    """The columns of each form in turn."""
    groups = _Groups(postings.forms)
    columns = [*_list_columns(postings.documents, postings.zones, postings.levels, groups)]
    columns += _place_columns(postings, groups)
    return groups.parted(columns, np.cumsum(postings.counts))


def group_columns(groups: Ints, documents: Ints, zones: Ints, levels: Ints) -> Iterator[FormColumns]:
    """The columns of lists without places, one for each run of equal numbers in `groups`."""
    found = _Groups(groups)
    return found.parted([*_list_columns(documents, zones, levels, found)], np.zeros_like(groups))


def varints(values: Ints) -> tuple[Ints, Ints]:
    """Whole numbers as varints - seven bits a byte, the lowest first, the highest bit says that more follow.

    Gives the bytes, and how many each number takes.
    """
    lengths = np.ones(len(values), dtype=np.int64)
    rest = values >> 7
    while rest.any():
        lengths += rest > 0
        rest = rest >> 7
    ends = np.cumsum(lengths)
    encoded = np.zeros(int(ends[-1]) if len(ends) else 0, dtype=np.uint8)
    at, value, left = ends - lengths, values, lengths
    while len(at):
        more = left > 1
        encoded[at] = value & 127 | np.where(more, 128, 0)
        at, value, left = at[more] + 1, value[more] >> 7, left[more] - 1
    return encoded, lengths


# The bytes of a column, and how many of them each posting takes, added up.
_Column = tuple[bytes, Ints]


class _Groups:
    """Where the postings of each form begin and end."""

    def __init__(self, numbers: Ints) -> None:
        self.starts = (
            np.flatnonzero(np.append(True, numbers[1:] != numbers[:-1])) if len(numbers) else numbers
        )
        self._ends = np.append(self.starts[1:], len(numbers)) if len(numbers) else numbers
        self._numbers = numbers

    def parted(self, columns: list[_Column], place_ends: Ints) -> Iterator[FormColumns]:
        """The columns cut at the ends of the forms."""
        if not len(self.starts):
            return
        last = self._ends - 1
        cuts = [sums[last].tolist() for _, sums in columns]
        places = np.diff(np.append(0, place_ends[last])).tolist()
        numbers, counts = self._numbers[self.starts].tolist(), (self._ends - self.starts).tolist()
        previous = (0,) * len(columns)
        for number, documents, positions, *cut in zip(numbers, counts, places, *cuts, strict=True):
            parts = (column[low:high] for (column, _), low, high in zip(columns, previous, cut, strict=True))
            yield FormColumns(number, documents, positions, Columns(*parts))
            previous = tuple(cut)


def _list_columns(documents: Ints, zones: Ints, levels: Ints, groups: _Groups) -> Iterator[_Column]:
    distances = np.diff(documents, prepend=-1)
    distances[groups.starts] = documents[groups.starts] + 1
    for encoded, lengths in (varints(distances), _marks(zones, levels)):
        yield encoded.tobytes(), np.cumsum(lengths)


def _place_columns(postings: Postings, groups: _Groups) -> Iterator[_Column]:
    counts, count_lengths = varints(postings.counts)
    yield counts.tobytes(), np.cumsum(count_lengths)
    place_ends = np.cumsum(postings.counts)
    values, changes = _place_values(postings, place_ends)
    yield (values & 255).astype(np.uint8).tobytes(), place_ends
    highs, high_lengths = varints(values >> 8)
    yield highs.tobytes(), np.cumsum(high_lengths)[place_ends - 1] if len(place_ends) else place_ends
    yield (postings.stops << 1 | changes).astype(np.uint8).tobytes(), place_ends


def _marks(zones: Ints, levels: Ints) -> tuple[Ints, Ints]:
    codes = np.full(256, _RARE_MASK)
    codes[list(ZONE_MASKS)] = np.arange(_RARE_MASK)
    code = codes[zones]
    rare = code == _RARE_MASK
    lengths = 1 + rare.astype(np.int64)
    ends = np.cumsum(lengths)
    marks = np.zeros(int(ends[-1]) if len(ends) else 0, dtype=np.uint8)
    marks[ends - lengths] = levels << 4 | code
    marks[ends[rare] - 1] = zones[rare]
    return marks, lengths


def _place_values(postings: Postings, place_ends: Ints) -> tuple[Ints, Ints]:
    """What is written of each place, and 1 where it is the first in another zone than the place before."""
    first = np.zeros(len(postings.places), dtype=bool)
    first[place_ends - postings.counts] = True
    other_zone = np.ones(len(first), dtype=bool)
    other_zone[1:] = postings.place_zones[1:] != postings.place_zones[:-1]
    distances = np.diff(postings.places, prepend=0)
    return np.where(first | other_zone, postings.places, distances), (other_zone & ~first).astype(np.int64)
