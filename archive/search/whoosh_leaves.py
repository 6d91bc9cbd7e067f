"""The leaves of a query as Whoosh queries: each lists the documents that it matches, with their impact."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from whoosh.matching import ListMatcher, NullMatcher
from whoosh.query import Query
from whoosh.scoring import BaseScorer

from archive.search.places import phrase_zones, window_zones
from archive.search.query_tree import Near, Phrase
from archive.search.scoring import impact, inside_impact, rarity, together_impact
from archive.search.whoosh_codec import TermList
from archive.search.whoosh_fields import DAY, FAMILY, FILTER, WORD
from archive.search.whoosh_terms import forms_ending, term_list, term_places
from archive.search.zones import Zone

Matches = dict[int, int]


class ImpactScorer(BaseScorer):
    """A posting's score: its impact times the rarity of the leaf. Whole numbers below 2**53, so exact."""

    def __init__(self, worth: int) -> None:
        self.worth = worth

    def score(self, matcher: Any) -> float:
        return float(self.worth * matcher.weight())


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
    return Leaf(lambda reader: _unscored(reader, [term]), scored=False)


def dates_leaf(first: dt.date | None, last: dt.date | None) -> Leaf:
    """The documents dated from `first` to `last`."""
    low = DAY + (first or dt.date.min).isoformat()
    high = DAY + (last or dt.date.max).isoformat()

    def find(reader: Any) -> Matches:
        days = (term.decode() for term in reader.expand_prefix(FILTER, DAY))
        return _unscored(reader, (day for day in days if low <= day <= high))

    return Leaf(find, scored=False)


def word_leaf(form: str, key: str, zone: Zone | None) -> Leaf:
    """The documents that have a form of the family `key`, in `zone` unless that is None; `form` was typed."""

    def find(reader: Any) -> Matches:
        typed = term_list(reader, WORD, form)
        family = term_list(reader, FAMILY, key)
        if family is None:
            return {} if typed is None else _typed_alone(_in_zone(typed, zone))
        owned = {} if typed is None else _strengths(typed)
        chosen = _in_zone(family, zone)
        rows = zip(
            *(column.tolist() for column in (chosen.documents, chosen.strengths, chosen.inside)), strict=True
        )
        return {
            number: inside_impact(strength) if inside else impact(own := owned.get(number, 0), strength - own)
            for number, strength, inside in rows
        }

    return Leaf(find, scored=True)


def prefix_leaf(start: str, zone: Zone | None) -> Leaf:
    """The documents that have a form which begins with `start`; the strongest of them counts."""

    def find(reader: Any) -> Matches:
        forms = [form.decode() for form in reader.expand_prefix(WORD, start)]
        return _strongest(reader, forms, zone)

    return Leaf(find, scored=True)


def ending_leaf(end: str, zone: Zone | None) -> Leaf:
    """The documents that have a form which ends with `end`; the strongest of them counts."""

    def find(reader: Any) -> Matches:
        return _strongest(reader, forms_ending(reader, end), zone)

    return Leaf(find, scored=True)


def phrase_leaf(phrase: Phrase, zone: Zone | None) -> Leaf:
    """The documents in which the forms of `phrase` follow each other; how often counts, and in which zones."""
    forms = [form for form, _ in phrase.words]
    if len(forms) == 1:
        return Leaf(lambda reader: _strongest(reader, forms, zone), scored=True)
    offsets = [offset for _, offset in phrase.words]
    return _together(forms, lambda places: phrase_zones(places, offsets, zone))


def near_leaf(near: Near, zone: Zone | None) -> Leaf:
    """The documents in which the forms of `near` stand close together; in which zones counts."""
    return _together(list(near.words), lambda places: window_zones(places, near.distance, zone))


def _together(forms: list[str], zones_of_hits: Callable[[Sequence[Sequence[int]]], Iterable[int]]) -> Leaf:
    def find(reader: Any) -> Matches:
        lists = [term_places(reader, form) for form in forms]
        common = set(lists[0]).intersection(*lists[1:])
        hits = {number: zones_of_hits([found[number] for found in lists]) for number in common}
        return {number: together_impact(zones) for number, zones in hits.items() if zones}

    return Leaf(find, scored=True)


def _unscored(reader: Any, terms: Iterable[str]) -> Matches:
    lists = (term_list(reader, FILTER, term) for term in terms)
    return {number: 0 for found in lists if found is not None for number in found.documents.tolist()}


def _strengths(found: TermList) -> Matches:
    return dict(zip(found.documents.tolist(), found.strengths.tolist(), strict=True))


def _typed_alone(found: TermList) -> Matches:
    return {number: impact(strength) for number, strength in _strengths(found).items()}


def _in_zone(found: TermList, zone: Zone | None) -> TermList:
    if zone is None:
        return found
    chosen = (found.zones & zone.bit) > 0
    return TermList(*(column[chosen] for column in found))


def _strongest(reader: Any, forms: Iterable[str], zone: Zone | None) -> Matches:
    """The documents that have one of the forms, in `zone` unless that is None; the strongest of them counts."""
    strongest = np.zeros(reader.doc_count_all(), dtype=np.int64)
    for form in forms:
        found = term_list(reader, WORD, form)
        if found is not None:
            chosen = _in_zone(found, zone)
            strongest[chosen.documents] = np.maximum(strongest[chosen.documents], chosen.strengths)
    numbers = np.flatnonzero(strongest)
    pairs = zip(numbers.tolist(), strongest[numbers].tolist(), strict=True)
    return {number: impact(strength) for number, strength in pairs}
