"""What tells of each record what it is about: its most telling terms, weighed by how few records have them (TF-IDF).

A term that at least two records of the window have (archive.links.spread) is known. The most telling known terms make
the vector, whose length is one. Terms that are new to the window come on top: they weigh where two records share
them, but take nothing from the others. So a vector is made of its record and the window alone, and a new question
changes no vector but its own.

Weights are whole numbers, so that sums are exact and no order changes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from archive.links.spread import Spread, spread_of, window_of
from archive.links.vocabulary import TermCounts, Vocabulary

KNOWN_KEPT: Final = 40
NEW_KEPT: Final = 60
# The length of each vector.
SCALE: Final = 4096
# A term that more records of the window have tells them apart too little for what it costs.
_MOST_SPREAD: Final = 3000
# New terms, and those of fewer records, weigh as if so many had them.
_LEAST_SPREAD: Final = 2
_MOST_WEIGHT: Final = 65_535
_RECORDS_AT_ONCE: Final = 500

ENTRY: Final = np.dtype([("term", "<i4"), ("form", "<i4"), ("weight", "<u2"), ("titled", "?")])
"""One term of a vector. form: the shortest in the record; titled: whether it stands in its title."""

Entries = npt.NDArray[Any]
Longs = npt.NDArray[np.int64]


class Weigher:
    """Makes vectors by the spread of terms over a window."""

    def __init__(self, vocabulary: Vocabulary, spread: Spread) -> None:
        frequency = spread.frequency
        self._terms = vocabulary.terms.astype(np.int64)
        self._marks = vocabulary.marks
        self._lengths = vocabulary.lengths
        self._is_known = (frequency > 1) & (frequency <= _MOST_SPREAD)
        self._is_common = frequency > _MOST_SPREAD
        self._telling = np.log(1 + spread.records / stepped(frequency)) * 1000

    def vectors(self, records: Sequence[TermCounts]) -> list[Entries]:
        """The vectors of some records, each by descending weight, known terms first."""
        found: list[Entries] = []
        for start in range(0, len(records), _RECORDS_AT_ONCE):
            found += self._some(records[start : start + _RECORDS_AT_ONCE])
        return found

    def _some(self, records: Sequence[TermCounts]) -> list[Entries]:
        owners, entries, counts = self._gathered(records)
        terms = entries["term"]
        weights = np.rint(np.sqrt(counts) * self._telling[terms])
        is_new = ~self._is_known[terms]
        order = np.lexsort((self._marks[terms], -weights, is_new, owners))
        order = order[~self._is_common[terms[order]]]
        owners, is_new, weights = owners[order], is_new[order], weights[order]
        kept = _ranks(2 * owners + is_new) < np.where(is_new, NEW_KEPT, KNOWN_KEPT)
        owners, is_new, weights = owners[kept], is_new[kept], weights[kept]
        entries = entries[order[kept]]
        length = _lengths(owners, is_new, weights, len(records))
        entries["weight"] = np.minimum(np.rint(weights * SCALE / length[owners]), _MOST_WEIGHT)
        bounds = np.searchsorted(owners, np.arange(len(records) + 1)).tolist()
        return [entries[bounds[place] : bounds[place + 1]] for place in range(len(records))]

    def _gathered(self, records: Sequence[TermCounts]) -> tuple[Longs, Entries, Longs]:
        """Every term of each record once, with the record's place, and how often the record has it."""
        sizes = [len(one.forms) for one in records]
        owners = np.repeat(np.arange(len(records)), sizes)
        forms = np.concatenate([one.forms for one in records]).astype(np.int64)
        counts = np.concatenate([one.counts for one in records]).astype(np.int64)
        within = np.arange(len(forms)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        titled = within < np.repeat([one.titled for one in records], sizes)
        terms = self._terms[forms]
        order = np.lexsort((self._marks[forms], self._lengths[forms], terms, owners))
        owners, terms, forms = owners[order], terms[order], forms[order]
        first = np.flatnonzero(_is_first(owners) | _is_first(terms))
        entries = np.zeros(len(first), ENTRY)
        if len(first):
            entries["term"], entries["form"] = terms[first], forms[first]
            entries["titled"] = np.logical_or.reduceat(titled[order], first)
            counts = np.add.reduceat(counts[order], first)
        return owners[first], entries, counts


def all_vectors(
    days: Sequence[int], ids: Sequence[str], counted: Sequence[TermCounts], vocabulary: Vocabulary
) -> list[Entries]:
    """The vectors of all records of an archive. days: ordinals, 0 of an undated record; counted: the words of each."""
    window = window_of(days, ids)
    spread = spread_of((counted[place] for place in window), len(window), vocabulary.terms)
    return Weigher(vocabulary, spread).vectors(counted)


def stepped(frequency: npt.NDArray[np.int32]) -> npt.NDArray[np.float64]:
    """Numbers of records, rounded down to half octaves: one record more or less seldom changes them."""
    rounded: npt.NDArray[np.float64] = np.exp2(
        np.floor(2 * np.log2(np.maximum(frequency, _LEAST_SPREAD))) / 2
    )
    return rounded


def _is_first(values: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """Which values differ from the one before."""
    differs = np.ones(len(values), np.bool_)
    differs[1:] = values[1:] != values[:-1]
    return differs


def _ranks(groups: Longs) -> Longs:
    """The place of each within its group; groups stand together."""
    starts = np.flatnonzero(_is_first(groups))
    sizes = np.diff(np.append(starts, len(groups)))
    return np.arange(len(groups)) - np.repeat(starts, sizes)


def _lengths(
    owners: Longs, is_new: npt.NDArray[np.bool_], weights: npt.NDArray[np.float64], count: int
) -> npt.NDArray[np.float64]:
    """The length of the known terms of each record; of all its terms, where it has no known ones."""
    squares = weights * weights
    known = np.bincount(owners, np.where(is_new, 0, squares), count)
    length = np.sqrt(np.where(known > 0, known, np.bincount(owners, squares, count)))
    return np.maximum(length, 1)
