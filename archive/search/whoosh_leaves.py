"""The leaves of a query as Whoosh queries: each lists the documents that it matches, with their impact."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from whoosh.matching import ListMatcher, NullMatcher
from whoosh.query import Query
from whoosh.scoring import BaseScorer, WeightingModel

from archive.search.places import has_phrase, has_window
from archive.search.query_tree import Near, Phrase
from archive.search.scoring import rarity
from archive.search.whoosh_fields import DAY, places_of, zones_of
from archive.search.zones import Zone

Matches = dict[int, int]


class ImpactScorer(BaseScorer):
    """A posting's score: its impact times the rarity of the leaf. Whole numbers below 2**53, so exact."""

    def __init__(self, worth: int) -> None:
        self.worth = worth

    def score(self, matcher: Any) -> float:
        return float(self.worth * matcher.weight())


class ImpactWeighting(WeightingModel):
    """Scores Whoosh's own Term queries by the impacts that stand in the index as weights."""

    def scorer(self, searcher: Any, fieldname: str, text: bytes, qf: int = 1) -> ImpactScorer:
        return ImpactScorer(rarity(searcher.doc_frequency(fieldname, text), searcher.doc_count_all()))


class Leaf(Query):
    """A leaf whose documents are found by `find` in a reader. `scored` is False for filters, which score 0."""

    def __init__(self, find: Callable[[Any], Matches], *, scored: bool) -> None:
        self._find = find
        self._scored = scored

    def is_leaf(self) -> bool:
        return True

    def estimate_size(self, ixreader: Any) -> int:
        return int(ixreader.doc_count_all())

    def matcher(self, searcher: Any, context: object = None) -> Any:
        found = self._find(searcher.reader())
        if not found:
            return NullMatcher()
        numbers = sorted(found)
        worth = rarity(len(found), searcher.doc_count_all()) if self._scored else 0
        return ListMatcher(
            numbers, weights=[float(found[number]) for number in numbers], scorer=ImpactScorer(worth)
        )


def ids_of(matcher: Any) -> Iterator[int]:
    """The numbers of the documents that a matcher has still before it."""
    while matcher.is_active():
        yield matcher.id()
        matcher.next()


class Complement(Query):
    """Every document that a query does not match, for a score of 0.

    Whoosh's own ways fail here: AndNot forgets to look beyond the first document of its negative side, and Not
    scores 1.
    """

    def __init__(self, query: Any) -> None:
        self._query = query

    def estimate_size(self, ixreader: Any) -> int:
        return int(ixreader.doc_count_all())

    def matcher(self, searcher: Any, context: object = None) -> Any:
        taken = set(ids_of(self._query.matcher(searcher, context)))
        numbers = [number for number in range(searcher.doc_count_all()) if number not in taken]
        if not numbers:
            return NullMatcher()
        return ListMatcher(numbers, weights=[0.0] * len(numbers), scorer=ImpactScorer(0))


def everything() -> Leaf:
    """Every document."""
    return Leaf(lambda reader: dict.fromkeys(range(reader.doc_count_all()), 0), scored=False)


def filter_leaf(term: str) -> Leaf:
    """The documents with a term of the field "filter"."""
    return Leaf(lambda reader: {number: 0 for number, *_ in _postings(reader, "filter", term)}, scored=False)


def dates_leaf(first: dt.date | None, last: dt.date | None) -> Leaf:
    """The documents dated from `first` to `last`."""
    low = DAY + (first or dt.date.min).isoformat()
    high = DAY + (last or dt.date.max).isoformat()

    def find(reader: Any) -> Matches:
        terms = (term.decode() for term in reader.lexicon("filter"))
        return {
            number: 0
            for term in terms
            if low <= term <= high and term.startswith(DAY)
            for number, *_ in _postings(reader, "filter", term)
        }

    return Leaf(find, scored=False)


def zone_leaf(key: str, zone: Zone) -> Leaf:
    """The documents that have a form of the family `key` in a zone."""
    return Leaf(lambda reader: _strongest(_postings(reader, "family", key), zone), scored=True)


def prefix_leaf(start: str, zone: Zone | None) -> Leaf:
    """The documents that have a form which begins with `start`; the strongest of them counts."""

    def find(reader: Any) -> Matches:
        forms = [form.decode() for form in reader.expand_prefix("word", start)]
        return _strongest((posting for form in forms for posting in _postings(reader, "word", form)), zone)

    return Leaf(find, scored=True)


def ending_leaf(end: str, zone: Zone | None) -> Leaf:
    """The documents that have a form which ends with `end`; the strongest of them counts."""

    def find(reader: Any) -> Matches:
        wanted = end.encode()
        forms = [term.decode() for term in reader.lexicon("word") if term.endswith(wanted)]
        return _strongest((posting for form in forms for posting in _postings(reader, "word", form)), zone)

    return Leaf(find, scored=True)


def phrase_leaf(phrase: Phrase, zone: Zone | None) -> Leaf:
    """The documents in which the forms of `phrase` follow each other; the weakest of them counts."""
    forms = [form for form, _ in phrase.words]
    offsets = [offset for _, offset in phrase.words]
    return _together(forms, lambda places: has_phrase(places, offsets, zone))


def near_leaf(near: Near, zone: Zone | None) -> Leaf:
    """The documents in which the forms of `near` stand close together; the weakest of them counts."""
    return _together(list(near.words), lambda places: has_window(places, near.distance, zone))


def _together(forms: list[str], fits: Callable[[Sequence[Sequence[int]]], bool]) -> Leaf:
    def find(reader: Any) -> Matches:
        lists = [
            {number: (weight, kept) for number, weight, kept in _postings(reader, "word", form)}
            for form in forms
        ]
        common = set(lists[0]).intersection(*lists[1:])
        return {
            number: min(found[number][0] for found in lists)
            for number in common
            if fits([places_of(found[number][1]) for found in lists])
        }

    return Leaf(find, scored=True)


def _postings(reader: Any, field: str, term: str) -> Iterator[tuple[int, int, bytes]]:
    """Number, impact and kept bytes of every document with `term`; nothing when no document has it."""
    if (field, term) not in reader:
        return
    matcher = reader.postings(field, term)
    while matcher.is_active():
        yield matcher.id(), int(matcher.weight()), matcher.value()
        matcher.next()


def _strongest(found: Iterable[tuple[int, int, bytes]], zone: Zone | None) -> Matches:
    """The highest impact of each document among those with the bit of `zone`, or all where that is None."""
    strongest: Matches = {}
    for number, strength, kept in found:
        if zone is None or zones_of(kept) & zone.bit:
            strongest[number] = max(strength, strongest.get(number, 0))
    return strongest
