"""Finds the records that are near one, weighs them, and keeps at most ten, each with its reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import msgspec
import numpy as np

from archive.links.facts import RecordFacts
from archive.links.reasons import Compared, Kind, Reason, kind_of, reasons_of, strength
from archive.links.related import Likeness, SharedTerm, Sums, shares
from archive.links.ties import Ties
from archive.links.vectors import all_vectors
from archive.links.vocabulary import TermCounts, Vocabulary

NEAR_SHOWN: Final = 10
# How many of those most alike are weighed for these ten.
_WEIGHED: Final = 30
_WORDS_SHOWN: Final = 3


class Near(msgspec.Struct, frozen=True, array_like=True):
    """A record that is near another, with the reasons in words to be. siblings: others of its family, not listed."""

    id: str
    kind: Kind
    reasons: tuple[Reason, ...]
    siblings: int = 0


class Found(NamedTuple):
    """What is near a record.

    candidates: the places of all that decide about it, ascending, those of its own family too. least: as much as this
    another must have in common with it to be weighed, too; 0 where anything is enough.
    """

    near: tuple[Near, ...]
    candidates: tuple[int, ...]
    least: float


class _Weighed(NamedTuple):
    """A candidate with what it is ranked by: the stronger first, then by place."""

    weakness: float
    place: int
    kind: Kind
    pair: Compared


class NearFinder:
    """Finds what is near the records of one corpus."""

    def __init__(self, ids: Sequence[str], ties: Ties, likeness: Likeness, words: Sequence[str]) -> None:
        """ids: of all records, ascending. words: each form of the vectors that `likeness` was made of, by number."""
        self._ids = ids
        self._ties = ties
        self._likeness = likeness
        self._words = words

    def common(self, place: int) -> Sums:
        """How much a record has in common with each."""
        return self._likeness.to_all(place)

    def found(self, place: int, common: Sums) -> Found:
        """What is near a record that has so much in common with each."""
        alike, least = _most_alike(common)
        weighty = self._ties.tied(place) | alike
        candidates = sorted(weighty - self._ties.kin(place))
        weighed = []
        for other, share in zip(candidates, shares(common[candidates]), strict=True):
            pair = self._ties.compared(place, other, share)
            if kind := kind_of(pair):
                weighed.append(_Weighed(-strength(pair), other, kind, pair))
        weighed.sort(key=lambda one: one[:2])
        return Found(tuple(self._chosen(place, weighed)), tuple(sorted(weighty)), least)

    def _chosen(self, place: int, weighed: Sequence[_Weighed]) -> Iterator[Near]:
        seen: set[tuple[str, ...]] = set()
        left = NEAR_SHOWN
        shared = self._likeness.shared(place, (one.place for one in weighed))
        for one in weighed:
            family = self._ties.family_of(one.place)
            terms = next(shared)
            # Words in passing tell nothing: those alone that a title names tell what a record is about.
            if family in seen or (one.kind == "related" and not any(term.titled for term in terms)):
                continue
            if family:
                seen.add(family)
            pair = msgspec.structs.replace(one.pair, words=self._telling_words(terms))
            yield Near(self._ids[one.place], one.kind, reasons_of(pair), max(0, len(family) - 1))
            left -= 1
            if not left:
                return

    def _telling_words(self, terms: Iterable[SharedTerm]) -> tuple[str, ...]:
        """The words that make two records most alike, each as the shorter of the two has it."""
        words = sorted((-term.weight, min(self._forms(term), key=_shortness)) for term in terms)
        return tuple(word for _, word in words[:_WORDS_SHOWN])

    def _forms(self, term: SharedTerm) -> tuple[str, str]:
        return self._words[term.form], self._words[term.other_form]


def unkept_lists(
    facts: Sequence[RecordFacts], counted: Sequence[TermCounts], vocabulary: Vocabulary, ties: Ties
) -> Callable[[int], tuple[Near, ...]]:
    """What is near each record, by its place, found anew whenever it is asked for. counted: the words of each."""
    vectors = all_vectors([one.day for one in facts], [one.id for one in facts], counted, vocabulary)
    finder = NearFinder([one.id for one in facts], ties, Likeness(vectors), vocabulary.texts)
    return lambda place: finder.found(place, finder.common(place)).near


def _shortness(word: str) -> tuple[int, str]:
    return len(word), word


def _most_alike(common: Sums) -> tuple[set[int], float]:
    """The places of the most alike, and what the last of them has in common where there are more than these."""
    alike = np.flatnonzero(common)
    if len(alike) <= _WEIGHED:
        return set(alike.tolist()), 0.0
    # All that are as alike as the last one count, so that the order of the records decides nothing.
    values = common[alike]
    least = float(np.partition(values, len(alike) - _WEIGHED)[len(alike) - _WEIGHED])
    return set(alike[values >= least][: 2 * _WEIGHED].tolist()), least
