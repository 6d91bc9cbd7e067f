"""Finds names that can be one person: a letter or two apart, in another order, or with the given name shortened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final, Literal, NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from archive.text.names import known_names, name_key
from archive.text.person_names import split_name
from archive.text.slugs import slug

PeopleNearness = Literal["near_name", "word_order", "initial", "same_letter"]

_NEAR: Final = 90.0
_SHORTEST_SLIP: Final = 5
_BLOCK: Final = 3
_MOST_WORDS: Final = 6


class NearPeople(NamedTuple):
    """Two names by their places, and how near they are."""

    one: int
    other: int
    nearness: PeopleNearness


def near_people(names: Sequence[str]) -> tuple[NearPeople, ...]:
    """The pairs of names that can be one person, each once, in the order of the names.

    initial: of the one given name only the first letter is written ("J. Brouns"); same_letter: another given name that
    begins with it. Two names that both stand in the table of known names are two people; a title of many words names
    none.
    """
    known = known_names()
    names = ["" if len(name.split()) > _MOST_WORDS else name for name in names]
    keys = [name_key(name) for name in names]
    found: dict[tuple[int, int], NearPeople] = {}
    for one, other in _compared(names, keys):
        if keys[one] in known and keys[other] in known:
            continue
        nearness = _nearness(names[one], names[other], keys[one], keys[other])
        if nearness:
            found[one, other] = NearPeople(one, other, nearness)
    return tuple(pair for _, pair in sorted(found.items()))


def _compared(names: Sequence[str], keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Pairs that share their first or their last letters, their surname, or all their words."""
    groups: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for place, (name, key) in enumerate(zip(names, keys, strict=True)):
        if not key:
            continue
        groups["first", key[:_BLOCK]].append(place)
        groups["last", key[-_BLOCK:]].append(place)
        groups["surname", name_key(split_name(name).surname)].append(place)
        groups["words", "-".join(sorted(slug(name).split("-")))].append(place)
    for places in groups.values():
        yield from combinations(places, 2)


def _nearness(one: str, other: str, key: str, other_key: str) -> PeopleNearness | None:
    if sorted(slug(one).split("-")) == sorted(slug(other).split("-")):
        return "word_order"
    first, second = split_name(one), split_name(other)
    if name_key(first.surname) != name_key(second.surname):
        return "near_name" if fuzz.ratio(key, other_key, score_cutoff=_NEAR) >= _NEAR else None
    return _given_nearness(*sorted((name_key(first.given), name_key(second.given)), key=len))


def _given_nearness(given: str, longer: str) -> PeopleNearness | None:
    """How near two given names of one surname are: "An" and "Jan" are two people, "J." may be either."""
    if not given or given[0] != longer[0]:
        return None
    if len(given) >= _SHORTEST_SLIP and OSA.distance(given, longer, score_cutoff=1) <= 1:
        return "near_name"
    return "initial" if len(given) == 1 else "same_letter"
