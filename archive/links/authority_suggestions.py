"""Suggests entries for the authority: names that may be one topic, each with its reason. It applies nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec

from archive.links.authority import Authority, EntryKind
from archive.links.name_pairs import NARROWER, NamePair, Why, name_pairs, used_names
from archive.links.names_in_use import NamesInUse, UsedName
from archive.text.languages import Language

# What documents call a text of law is read, not compared: nothing to suggest for these.
SUGGESTED_KINDS: Final[tuple[EntryKind, ...]] = ("theme", "subject", "person", "competence", "concept")

# The surest first: a lesser reason never joins what a better one has joined otherwise.
_SURENESS: Final[tuple[Why, ...]] = (
    "small_words",
    "word_order",
    "inflection",
    "slip",
    "abbreviation",
    "near_name",
    "initial",
    "same_letter",
    "follows",
    "same_abbreviation",
    "prefix",
    "suffix",
)


class SuggestedName(msgspec.Struct, frozen=True):
    """A name that may belong to an entry. near: the name that it is near to; why: how.

    detail: the abbreviation that both have; of a competence the day until which the earlier name was held and the
    day from which the later one was.
    """

    name: str
    records: int
    near: str
    why: Why
    detail: tuple[str, ...] = ()


class Suggestion(msgspec.Struct, frozen=True):
    """An entry to think about. perhaps: names that are as likely another topic.

    in_file: the file has an entry of this name, to which the names can be added.
    """

    kind: EntryKind
    name: str
    records: int
    aliases: tuple[SuggestedName, ...]
    narrower: tuple[SuggestedName, ...]
    perhaps: tuple[SuggestedName, ...]
    in_file: bool


def suggest_entries(
    names: NamesInUse, authority: Authority, language: Language, kinds: Sequence[EntryKind] = SUGGESTED_KINDS
) -> tuple[Suggestion, ...]:
    """The suggestions kind by kind; those first that join most, and those last that only order names.

    What the authority joins or keeps apart already is not suggested again.
    """
    found: list[Suggestion] = []
    for kind in kinds:
        used = used_names(kind, names, authority, language)
        pairs = name_pairs(kind, used, names, language)
        suggestions = _Grouping(kind, used, authority).grouped(pairs)
        found += sorted(suggestions, key=_rank)
    return tuple(found)


def _rank(suggestion: Suggestion) -> tuple[int, int, str]:
    joined = sum(one.records for one in suggestion.aliases)
    return -joined, -sum(one.records for one in suggestion.narrower), suggestion.name


class _Grouping:
    """Gathers pairs into entries: each name stands in one only, under the name that most records have."""

    def __init__(self, kind: EntryKind, used: Sequence[UsedName], authority: Authority) -> None:
        self._kind = kind
        self._used = used
        self._authority = authority
        self._leads: dict[int, int] = {}
        self._aliases: defaultdict[int, list[tuple[int, NamePair]]] = defaultdict(list)
        self._narrower: defaultdict[int, list[tuple[int, NamePair]]] = defaultdict(list)
        self._perhaps: defaultdict[int, list[tuple[int, NamePair]]] = defaultdict(list)

    def grouped(self, pairs: Iterable[NamePair]) -> Iterator[Suggestion]:
        """The suggestions that the pairs make, the surest pairs first."""
        ordered = sorted(
            pairs, key=lambda pair: (pair.doubtful, _SURENESS.index(pair.why), pair.lead, pair.other)
        )
        for pair in ordered:
            self._take(pair)
        for lead in sorted({*self._aliases, *self._narrower, *self._perhaps}):
            yield self._suggestion(lead)

    def _take(self, pair: NamePair) -> None:
        lead, other = self._lead(pair.lead), self._lead(pair.other)
        if lead == other or self._is_settled(lead, other) or self._is_settled(pair.lead, pair.other):
            return
        if pair.doubtful or pair.why in NARROWER:
            chosen = self._perhaps if pair.doubtful else self._narrower
            if all(other != place for place, _ in chosen[lead]) and not self._holds(other, lead):
                chosen[lead].append((other, pair))
            return
        if pair.why != "follows" and lead > other:
            lead, other = other, lead
        # A group joins another only by the name that leads it: else chains of likenesses would have no end.
        if other in (pair.lead, pair.other):
            self._leads[other] = lead
            self._aliases[lead] += [(other, pair), *self._aliases.pop(other, [])]

    def _lead(self, place: int) -> int:
        while place in self._leads:
            place = self._leads[place]
        return place

    def _holds(self, broader: int, narrower: int) -> bool:
        """Whether the one topic is already suggested to hold the other, be it through others."""
        held = [place for place, _ in self._narrower.get(broader, ())]
        return narrower in held or any(self._holds(place, narrower) for place in held)

    def _is_settled(self, one: int, other: int) -> bool:
        """Whether the authority already says how two names stand to each other."""
        key, other_key = self._used[one].key, self._used[other].key
        told = (*self._authority.apart(key), *self._authority.broader(key), *self._authority.narrower(key))
        return other_key in told

    def _suggestion(self, lead: int) -> Suggestion:
        used = self._used[lead]
        return Suggestion(
            self._kind,
            used.name,
            used.records,
            tuple(self._named(place, pair) for place, pair in self._aliases[lead]),
            tuple(self._named(place, pair) for place, pair in self._narrower[lead]),
            tuple(self._named(place, pair) for place, pair in self._perhaps[lead]),
            self._authority.name(used.key) is not None,
        )

    def _named(self, place: int, pair: NamePair) -> SuggestedName:
        used = self._used[place]
        near = pair.lead if pair.other == place else pair.other
        return SuggestedName(used.name, used.records, self._used[near].name, pair.why, pair.detail)
