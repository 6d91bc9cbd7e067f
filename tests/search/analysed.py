"""The words of one document with their places, one after the other: what the shards and the index must hold of it."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from archive.model.record import Record
from archive.search.analysis import MOST_PLACES, PASSAGE_GAP, ZONE_SHIFT, Card, card_of, facet_values
from archive.search.scoring import BOUNDS, WEIGHT, stretch
from archive.search.zones import Passage, passages
from archive.text.abbreviations import Definition
from archive.text.tokens import forms_of, printed_tokens


class Analysis(msgspec.Struct, frozen=True, array_like=True):
    """One document, ready to be indexed.

    facets: the values of each facet, in the order of FACETS.
    lengths: tokens in each zone, by its number.
    occurrences: of each form its positions, ascending; a position is (zone << ZONE_SHIFT) + place.
    """

    card: Card
    facets: tuple[tuple[str, ...], ...]
    lengths: list[int]
    occurrences: dict[str, list[int]]


def analyse(record: Record) -> Analysis:
    """The words of a record with their places, its card and its facet values."""
    occurrences, lengths = _occurrences(passages(record))
    return Analysis(card_of(record), facet_values(record), lengths, occurrences)


def level(places: Collection[int], lengths: Sequence[int]) -> int:
    """The level, 0 to 15, of what stands at `places` in a document whose zones have `lengths` tokens."""
    counts = [0] * len(WEIGHT)
    for place in places:
        counts[place >> ZONE_SHIFT] += 1
    # Always added up in the same order: sums of fractions depend on it.
    frequency = 0.0
    for zone, count in enumerate(counts):
        frequency += WEIGHT[zone] * count / stretch(zone, lengths[zone])
    return bisect(BOUNDS, frequency)


def long_forms(
    definitions: Iterable[Definition], occurrences: Mapping[str, Sequence[int]]
) -> dict[str, list[int]]:
    """The long forms of abbreviations in a document, given its words: where each begins, ascending."""
    found = {
        definition.long: _beginnings(definition, occurrences)
        for definition in definitions
        if len(definition.words) > 1
    }
    return {long: places for long, places in found.items() if places}


def _beginnings(definition: Definition, occurrences: Mapping[str, Sequence[int]]) -> list[int]:
    if any(word not in occurrences for word, _ in definition.words):
        return []
    first, *others = definition.words
    places = set(occurrences[first[0]])
    for word, offset in others:
        places &= {place - offset for place in occurrences[word]}
    return sorted(places)


def _occurrences(texts: tuple[Passage, ...]) -> tuple[dict[str, list[int]], list[int]]:
    found: dict[str, list[int]] = {}
    following = [0] * 8
    lengths = [0] * 8
    for zone, text in texts:
        place = following[zone]
        for printed in printed_tokens(text):
            forms, span = forms_of(printed)
            for form in forms:
                position = min(place + form.offset, MOST_PLACES - 1) | zone << ZONE_SHIFT
                found.setdefault(form.text, []).append(position)
            lengths[zone] += bool(forms)
            place += span
        following[zone] = place + PASSAGE_GAP
    return {form: sorted(set(places)) for form, places in found.items()}, lengths
