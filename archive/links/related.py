"""Tells which records are about the same: by the words that they share and that few others have.

A record is compared with those alone that share a term with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from archive.links.vectors import ENTRY, SCALE, Entries

Sums = npt.NDArray[np.float64]


def shares(sums: Sums) -> list[float]:
    """How alike records are that have so much in common: cosines, 0 to 1; new terms that they share come on top."""
    found: list[float] = np.minimum(sums / (SCALE * SCALE), 1.0).tolist()
    return found


class SharedTerm(NamedTuple):
    """A term that two records share. weight: how much it makes them alike; titled: whether a title has it.

    form, other_form: the shortest form in either record, by number.
    """

    weight: int
    form: int
    other_form: int
    titled: bool


class Likeness:
    """How much records are alike. Records are known by their place in the sequence that was given."""

    def __init__(self, vectors: Sequence[Entries]) -> None:
        self._vectors = vectors
        self._size = len(vectors)
        entries = np.concatenate(vectors) if vectors else np.zeros(0, ENTRY)
        places = np.repeat(np.arange(self._size), [len(one) for one in vectors])
        terms = entries["term"]
        order = np.argsort(terms, kind="stable")
        self._posts = places[order]
        self._weights = entries["weight"][order].astype(np.float64)
        counts = np.bincount(terms) if len(terms) else np.zeros(0, np.int64)
        self._ends = np.cumsum(counts)
        self._starts = self._ends - counts

    def to_all(self, place: int) -> Sums:
        """How much the record at `place` has in common with each: whole numbers; `shares` tells what they mean."""
        here = self._vectors[place]
        terms = here["term"]
        lists = [
            (slice(start, end), weight)
            for start, end, weight in zip(
                self._starts[terms].tolist(), self._ends[terms].tolist(), here["weight"].tolist(), strict=True
            )
            if end - start > 1
        ]
        if not lists:
            return np.zeros(self._size)
        posts = np.concatenate([self._posts[span] for span, _ in lists])
        products = np.concatenate([self._weights[span] * weight for span, weight in lists])
        sums = np.bincount(posts, products, self._size).astype(np.float64, copy=False)
        sums[place] = 0
        return sums

    def shared(self, one: int, others: Iterable[int]) -> Iterator[tuple[SharedTerm, ...]]:
        """The terms that a record shares with each of some others."""
        mine = {term: (form, weight, titled) for term, form, weight, titled in self._vectors[one].tolist()}
        for other in others:
            yield tuple(
                SharedTerm(mine[term][1] * weight, mine[term][0], form, titled or mine[term][2])
                for term, form, weight, titled in self._vectors[other].tolist()
                if term in mine
            )
