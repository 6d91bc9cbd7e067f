"""Decodes leaves and columns of postings: the other way round of shard_leaves and posting_columns."""

from __future__ import annotations

import functools
import itertools
import json
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from archive.search.posting_columns import ZONE_MASKS, Columns
from archive.search.shard_leaves import RECORD, Members
from archive.search.word_table import Ints

_RARE_MASK = len(ZONE_MASKS)
# By zone mask, the numbers of its zones, ascending.
_ZONES_OF = np.array(
    [([zone for zone in range(8) if mask >> zone & 1] + [0] * 8)[:8] for mask in range(256)], dtype=np.int64
)


class Listed(NamedTuple):
    """The documents of a term, ascending, by local number; the level and zone mask of each."""

    documents: Ints
    levels: Ints
    masks: Ints


class Spots(NamedTuple):
    """The places of a form: of each the document, zone, place, and number of the stop word before (0 for none)."""

    documents: Ints
    zones: Ints
    places: Ints
    stops: Ints


class LeafEntry(NamedTuple):
    """A term as a leaf says it.

    inline: how many postings, and how many of forms, stand before its own in the leaf. list_place: shard, start of
    gaps, start of marks; places_place: shard, skip, postings in each.
    """

    term: str
    documents: int
    places: int | None
    inline: tuple[int, int]
    family: str | None = None
    is_gone: bool = False
    list_place: tuple[int, int, int] | None = None
    places_place: tuple[int, ...] | None = None
    members: Members | None = None


class Leaf:
    """A leaf, from its bytes."""

    def __init__(self, content: bytes) -> None:
        size = int.from_bytes(content[:4], "big")
        self.lists, self.places, written, lengths = json.loads(content[4 : 4 + size])
        ends = list(itertools.accumulate(lengths, initial=4 + size))
        self.columns = Columns(*(content[low:high] for low, high in itertools.pairwise(ends)))
        self.entries = {entry.term: entry for entry in _entries(written)}

    def listed(self, entry: LeafEntry) -> Listed:
        """The postings of a term that stand in the leaf."""
        first = entry.inline[0]
        gaps, (levels, masks) = self._lists
        chosen = slice(first, first + entry.documents)
        return Listed(np.cumsum(gaps[chosen]) - 1, levels[chosen], masks[chosen])

    @functools.cached_property
    def _lists(self) -> tuple[Ints, tuple[Ints, Ints]]:
        return numbers_of(self.columns.gaps), marks_of(self.columns.marks)


def listed_at(gaps: bytes, marks: bytes, documents: int) -> Listed:
    """So many postings from the beginning of gaps and marks."""
    # A gap is five bytes at the most, a mark two.
    numbers = np.cumsum(numbers_of(gaps[: 5 * documents])[:documents]) - 1
    levels, masks = marks_of(marks[: 2 * documents])
    return Listed(numbers, levels[:documents], masks[:documents])


def spots_of(columns: Sequence[bytes], skip: int, documents: Ints, masks: Ints) -> Spots:
    """The places of some postings, of which `skip` others stand before in the columns counts to metas."""
    counts = numbers_of(columns[0])
    before, count = int(counts[:skip].sum()), counts[skip : skip + len(masks)]
    chosen = slice(before, before + int(count.sum()))
    values = numbers_of(columns[2])[chosen] << 8 | np.frombuffer(columns[1], dtype=np.uint8)[chosen]
    metas = np.frombuffer(columns[3], dtype=np.uint8)[chosen].astype(np.int64)
    starts = np.cumsum(count) - count
    posting = np.repeat(np.arange(len(count)), count)
    changes = np.cumsum(metas & 1)
    nth = changes - (changes - (metas & 1))[starts][posting]
    fresh = (metas & 1).astype(bool)
    fresh[starts] = True
    sums = np.cumsum(values)
    latest = np.maximum.accumulate(np.where(fresh, np.arange(len(values)), 0))
    return Spots(
        documents[posting], _ZONES_OF[masks[posting], nth], sums - (sums - values)[latest], metas >> 1
    )


def numbers_of(varints: bytes) -> Ints:
    """The whole numbers of a row of varints; one that is cut off at the end is left out."""
    content = np.frombuffer(varints, dtype=np.uint8)
    ends = np.flatnonzero(content < 128) + 1
    if not len(ends):
        return np.zeros(0, dtype=np.int64)
    content = content[: ends[-1]].astype(np.int64)
    starts = np.append(0, ends[:-1])
    nth = np.arange(len(content)) - np.repeat(starts, ends - starts)
    return np.add.reduceat((content & 127) << 7 * nth, starts)


def marks_of(marks: bytes) -> tuple[Ints, Ints]:
    """The levels and zone masks of a row of marks."""
    content = np.frombuffer(marks, dtype=np.uint8).astype(np.int64)
    codes = content & 15
    is_mark = np.ones(len(content), dtype=bool)
    for at in np.flatnonzero(codes == _RARE_MASK).tolist():
        if is_mark[at] and at + 1 < len(content):
            is_mark[at + 1] = False
    codes = codes[is_mark]
    known = np.array([*ZONE_MASKS, 0])[codes]
    following = np.append(content[1:], 0)[is_mark]
    return content[is_mark] >> 4, np.where(codes == _RARE_MASK, following, known)


def _entries(written: str) -> list[LeafEntry]:
    found: list[LeafEntry] = []
    term, postings, placed = "", 0, 0
    for fields in (entry.split(" ") for entry in written.split("|") if entry):
        term = _behind(term, fields[0])
        is_form = not term.startswith("#") and not term.endswith(RECORD)
        documents = int(fields[1], 36)
        entry = LeafEntry(
            term, documents, int(fields[2], 36) if is_form else None, (postings, placed)
        )._replace(**_tagged(term, fields[3 if is_form else 2 :]))
        found.append(entry)
        if entry.list_place is None:
            postings += documents
        if is_form and entry.places_place is None:
            placed += documents
    return found


def _tagged(term: str, fields: Sequence[str]) -> dict[str, Any]:
    tags = {field[0]: field[1:] for field in fields}
    found: dict[str, Any] = {"is_gone": "!" in tags}
    if "~" in tags:
        found["family"] = _behind(term, tags["~"])
    if "@" in tags:
        found["list_place"] = _numbers(tags["@"])
    if "*" in tags:
        found["places_place"] = _numbers(tags["*"])
    if term.endswith(RECORD):
        key = term.removesuffix(RECORD)
        own = tuple(_behind(key, form) for form in tags[":"].split(";")) if ":" in tags else ()
        found["members"] = Members(own, _chain(tags.get("+")), _chain(tags.get("-")))
    return found


def _chain(written: str | None) -> tuple[str, ...]:
    if written is None:
        return ()
    return tuple(itertools.accumulate(written.split(";"), _behind, initial=""))[1:]


def _behind(before: str, coded: str) -> str:
    """A front-coded term, given the one before. What is shared holds no character of two UTF-16 units."""
    return before[: int(coded[0], 36)] + coded[1:]


def _numbers(written: str) -> tuple[int, ...]:
    return tuple(int(number, 36) for number in written.split("."))
