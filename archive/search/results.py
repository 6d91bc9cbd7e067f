"""Ordering, filtering and counting what a query matched."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from archive.errors import ArchiveError
from archive.search.analysis import FACETS, Card

Sort = Literal["relevance", "newest", "oldest"]


class Hit(msgspec.Struct, frozen=True):
    """One document found. `url` is relative to the site's root; `asked_on` is the date of a supporting document."""

    id: str
    kind: str
    score: int
    title: str
    url: str
    number: int | None
    parliamentary_year: str | None
    asked_on: dt.date | None
    asker: str | None
    minister: str | None
    snippet: str


class FacetValue(msgspec.Struct, frozen=True):
    """How many documents have a value of a facet."""

    value: str
    count: int


class SearchResult(msgspec.Struct, frozen=True):
    """What a search found.

    total: documents that match query and filters; exact: whether that is their very number.
    hits: the best of them, in order.
    facets: by facet name its values, the most frequent first; the counts obey the query and the filters of all
    other facets, so that they say what choosing a further value would add.
    """

    total: int
    exact: bool
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[FacetValue, ...]]


class Entry(msgspec.Struct, frozen=True, array_like=True):
    """A document as results need it: its card and its facet values in the order of FACETS."""

    card: Card
    facets: tuple[tuple[str, ...], ...]


def chosen_values(filters: Mapping[str, Sequence[str]]) -> dict[int, frozenset[str]]:
    """The wanted values by facet number. Raises ArchiveError for a facet that does not exist."""
    unknown = next((name for name in filters if name not in FACETS), None)
    if unknown is not None:
        raise ArchiveError("filter", f"there is no facet {unknown!r}", f"choose one of {', '.join(FACETS)}")
    return {FACETS.index(name): frozenset(values) for name, values in filters.items() if values}


def filtered(
    found: Mapping[int, int], entries: Sequence[Entry], chosen: Mapping[int, frozenset[str]]
) -> dict[int, int]:
    """What of `found` has a wanted value in every facet with a choice."""
    return {
        number: score
        for number, score in found.items()
        if all(not wanted.isdisjoint(entries[number].facets[place]) for place, wanted in chosen.items())
    }


def facet_counts(
    found: Mapping[int, int], entries: Sequence[Entry], chosen: Mapping[int, frozenset[str]]
) -> dict[str, tuple[FacetValue, ...]]:
    """The counts of every facet, see SearchResult."""
    counts: dict[str, tuple[FacetValue, ...]] = {}
    for place, name in enumerate(FACETS):
        others = {other: wanted for other, wanted in chosen.items() if other != place}
        counter = Counter(
            value for number in filtered(found, entries, others) for value in entries[number].facets[place]
        )
        ordered = sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))
        counts[name] = tuple(FacetValue(value, count) for value, count in ordered)
    return counts


def ordered(found: Mapping[int, int], entries: Sequence[Entry], sort: Sort) -> list[int]:
    """Document numbers in the order wanted. Numbers run from new to old, undated last; they break ties."""
    if sort == "newest":
        return sorted(found)
    if sort == "oldest":
        return sorted(found, key=lambda number: (entries[number].card.date or dt.date.max, number))
    return sorted(found, key=lambda number: (-found[number], number))
