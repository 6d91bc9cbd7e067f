"""Tells which records are about the same: by the words that they share and that few others have.

Each record is its most telling terms (TF-IDF, at most TERMS_KEPT), as whole numbers, so that sums are exact and
the order of the records changes nothing. A record is compared with those alone that share a term with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from archive.links.shared_words import TermCounts

TERMS_KEPT: Final = 40
# The length of each record's vector, in whole numbers.
_SCALE: Final = 4096
# A term that more records keep than this tells them apart too little for what it costs.
_LONGEST_LIST: Final = 4000

Numbers = npt.NDArray[np.int64]


class Likeness:
    """How much records are alike. Records are known by their place in the sequence that was given.

    names: of each term its key, which decides between terms that tell as much.
    """

    def __init__(self, records: Sequence[TermCounts], names: Sequence[str]) -> None:
        self._size = len(records)
        frequency = _document_frequency(records, len(names))
        ranks = self._ranks = _alphabetical_ranks(names, frequency)
        self._terms: list[Numbers] = []
        self._weights: list[Numbers] = []
        for one in records:
            terms, weights = _most_telling(one, frequency, ranks, self._size)
            self._terms.append(terms)
            self._weights.append(weights)
        self._posts, self._post_weights = _postings(self._terms, self._weights, len(names))

    def to_all(self, place: int) -> npt.NDArray[np.float64]:
        """How alike the record at `place` is to each: cosines, 0 to 1; that with itself is 0."""
        lists = [
            (self._posts[term], self._post_weights[term] * weight)
            for term, weight in zip(self._terms[place].tolist(), self._weights[place].tolist(), strict=True)
            if term in self._posts
        ]
        if not lists:
            return np.zeros(self._size)
        sums = np.bincount(
            np.concatenate([posts for posts, _ in lists]),
            np.concatenate([products for _, products in lists]),
            self._size,
        )
        sums[place] = 0
        likeness: npt.NDArray[np.float64] = sums / (_SCALE * _SCALE)
        return likeness

    def shared(self, one: int, other: int) -> tuple[int, ...]:
        """The terms that two records share, those first that make them most alike."""
        terms, here, there = np.intersect1d(
            self._terms[one], self._terms[other], assume_unique=True, return_indices=True
        )
        products = self._weights[one][here] * self._weights[other][there]
        return tuple(int(term) for term in terms[np.lexsort((self._ranks[terms], -products))])


def _document_frequency(records: Sequence[TermCounts], terms: int) -> Numbers:
    """In how many records each term stands."""
    frequency = np.zeros(terms, np.int64)
    for one in records:
        frequency[one.terms] += 1
    return frequency


def _alphabetical_ranks(names: Sequence[str], frequency: Numbers) -> Numbers:
    """The place of each term in the alphabet of those that more than one record has; the others have none (-1)."""
    shared = np.flatnonzero(frequency > 1)
    ranks = np.full(len(names), -1, np.int64)
    ranks[sorted(shared.tolist(), key=names.__getitem__)] = np.arange(len(shared))
    return ranks


def _most_telling(one: TermCounts, frequency: Numbers, ranks: Numbers, size: int) -> tuple[Numbers, Numbers]:
    """The most telling terms of a record, by number, with their weights."""
    known = ranks[one.terms] >= 0
    terms = one.terms[known].astype(np.int64)
    counts = one.counts[known].astype(np.float64)
    weights = np.rint(np.sqrt(counts) * np.log(1 + size / frequency[terms]) * 1000)
    kept = np.lexsort((ranks[terms], -weights))[:TERMS_KEPT]
    terms, weights = terms[kept], weights[kept]
    length = np.sqrt((weights * weights).sum())
    return terms, np.rint(weights * (_SCALE / length if length else 0)).astype(np.int64)


def _postings(
    terms: Sequence[Numbers], weights: Sequence[Numbers], count: int
) -> tuple[dict[int, Numbers], dict[int, npt.NDArray[np.float64]]]:
    """Of each term the records that keep it, by place, and its weight in each."""
    if not terms:
        return {}, {}
    all_terms = np.concatenate(terms)
    places = np.repeat(np.arange(len(terms)), [len(one) for one in terms])
    order = np.argsort(all_terms, kind="stable")
    places, sorted_weights = places[order], np.concatenate(weights)[order].astype(np.float64)
    bounds = np.concatenate(([0], np.cumsum(np.bincount(all_terms, minlength=count)))).tolist()
    spans = {
        term: slice(bounds[term], bounds[term + 1])
        for term in range(count)
        if 1 < bounds[term + 1] - bounds[term] <= _LONGEST_LIST
    }
    return (
        {term: places[span] for term, span in spans.items()},
        {term: sorted_weights[span] for term, span in spans.items()},
    )
