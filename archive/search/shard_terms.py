"""Long posting lists and places in shards of their own, those of the most frequent forms first.

p   a u32 of how many bytes of gaps, then the gaps of its lists, then their marks
x   u32 of how many bytes of counts, lows and highs, then counts, lows, highs and metas of some postings; the places of
    a form may run on over the shards that follow

See archive.search.posting_columns for what the columns hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from archive.search.posting_columns import Columns, pieces
from archive.search.shard_files import Likeness, ShardFolder

# A shard of places may be so much larger than wanted rather than part the places of a form.
_STRETCH = 1.5


class ListPlace(NamedTuple):
    """Where a list is: the number of its shard, and where its gaps and its marks begin there, in bytes."""

    shard: int
    gaps: int
    marks: int


class PlacesPlace(NamedTuple):
    """Where the places of a form are: the number of the first shard, how many postings to skip there, and how many
    postings of the form stand in that shard and in each that follows."""

    shard: int
    skip: int
    postings: tuple[int, ...]


class ListPacker:
    """Packs lists, in the order given, into shards of about `limit` bytes; None is no limit."""

    def __init__(self, folder: ShardFolder, limit: int | None) -> None:
        self._folder = folder
        self._limit = limit
        self._gaps = bytearray()
        self._marks = bytearray()
        self.names: list[str] = []

    def add(self, columns: Columns) -> ListPlace:
        """Adds a list and says where it is. One that is longer than the limit has a shard of its own."""
        size = len(self._gaps) + len(self._marks) + len(columns.gaps) + len(columns.marks)
        if self._gaps and self._limit is not None and size > self._limit:
            self.close()
        place = ListPlace(len(self.names), len(self._gaps), len(self._marks))
        self._gaps += columns.gaps
        self._marks += columns.marks
        return place

    def close(self) -> None:
        """Writes what is still open."""
        if self._gaps:
            columns = (self._gaps, self._marks, b"", b"", b"", b"")
            head = (u32(len(self._gaps)), Likeness.TEXT)
            self.names.append(self._folder.write_pieces("p", (head, *pieces(columns))))
            self._gaps, self._marks = bytearray(), bytearray()


class PlacesPacker:
    """Packs the places of forms, in the order given, into shards of about `limit` bytes; None is no limit."""

    def __init__(self, folder: ShardFolder, limit: int | None) -> None:
        self._folder = folder
        self._limit = limit
        self._open = [bytearray() for _ in range(4)]
        self._postings = 0
        self.names: list[str] = []

    def add(self, columns: Columns) -> PlacesPlace:
        """Adds the places of a form and says where they are: in as few shards as may be."""
        size = sum(map(len, columns[2:]))
        whole = self._limit is None or size <= self._limit * _STRETCH
        if self._limit is not None and sum(map(len, self._open)) + size > self._limit * _STRETCH:
            self.close()
        start = (len(self.names), self._postings)
        counts = []
        for postings, *parts in self._pieces(columns, whole):
            for column, part in zip(self._open, parts, strict=True):
                column.extend(part)
            self._postings += postings
            counts.append(postings)
            if self._limit is not None and sum(map(len, self._open)) >= self._limit:
                self.close()
        return PlacesPlace(*start, tuple(counts))

    def close(self) -> None:
        """Writes what is still open."""
        if self._postings:
            sizes = b"".join(u32(len(column)) for column in self._open[:3])
            columns = pieces((b"", b"", *self._open))
            self.names.append(self._folder.write_pieces("x", ((sizes, Likeness.TEXT), *columns)))
            self._open = [bytearray() for _ in range(4)]
            self._postings = 0

    def _pieces(self, columns: Columns, whole: bool) -> Iterator[tuple[int, bytes, bytes, bytes, bytes]]:
        """The columns in pieces that fit into what is left of the open shard and into those that follow."""
        ends = _Ends(columns)
        start = 0
        while start < ends.postings:
            left = None if whole or self._limit is None else self._limit - sum(map(len, self._open))
            end = ends.after(start, left)
            yield end - start, *ends.cut(columns, start, end)
            start = end
            if start < ends.postings:
                self.close()  # never two pieces of a form in one shard: readers count by shards


class _Ends:
    """Where each posting of a form ends in its columns of places."""

    def __init__(self, columns: Columns) -> None:
        count_bytes = np.frombuffer(columns.counts, dtype=np.uint8)
        high_ends = np.flatnonzero(np.frombuffer(columns.highs, dtype=np.uint8) < 128) + 1
        self._counts = np.flatnonzero(count_bytes < 128) + 1
        self._places = np.cumsum(_numbers(count_bytes, self._counts))
        self._highs = high_ends[self._places - 1]
        self._sizes = self._counts + 2 * self._places + self._highs
        self.postings = len(self._counts)

    def after(self, start: int, room: int | None) -> int:
        """The posting before which to stop, having begun with `start`, so as to fill `room` bytes; one at least."""
        if room is None:
            return self.postings
        taken = self._sizes[start - 1] if start else 0
        return max(start + 1, int(np.searchsorted(self._sizes, taken + room, side="right")))

    def cut(self, columns: Columns, start: int, end: int) -> tuple[bytes, bytes, bytes, bytes]:
        """The columns of the postings from `start` to before `end`."""
        pairs = [
            (ends[start - 1] if start else 0, ends[end - 1])
            for ends in (self._counts, self._places, self._highs)
        ]
        (counts, places, highs) = (slice(int(low), int(high)) for low, high in pairs)
        return columns.counts[counts], columns.lows[places], columns.highs[highs], columns.metas[places]


def _numbers(varints: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """The whole numbers in a row of varints that end at `ends`."""
    starts = np.append(0, ends[:-1])
    nth = np.arange(len(varints)) - np.repeat(starts, ends - starts)
    parts = (varints & 127).astype(np.int64) << (7 * nth)
    return np.add.reduceat(parts, starts) if len(starts) else parts


def u32(number: int) -> bytes:
    """Four bytes, the highest first."""
    return number.to_bytes(4, "big")
