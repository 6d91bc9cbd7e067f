"""Suggests entries for the authority: names that may be one topic, each with its reason. It applies nothing."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final, Literal, NamedTuple

import msgspec

from archive.links.abbreviated import abbreviation_key
from archive.links.authority import Authority, EntryKind
from archive.links.meanings import Meanings
from archive.links.names import TopicKey
from archive.links.names_in_use import NamesInUse, UsedName
from archive.links.near_names import Nearness, near_names
from archive.links.near_people import PeopleNearness, near_people
from archive.links.word_pairs import name_words
from archive.text.languages import Language
from archive.text.tokens import fold

Why = Nearness | PeopleNearness | Literal["follows", "same_abbreviation"]

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


_BEGINNING: Final = 5
_NARROWER: Final[tuple[Nearness, ...]] = ("prefix", "suffix")
_SAME: Final[tuple[Nearness, ...]] = ("small_words", "word_order", "inflection", "slip", "abbreviation")
# By what names of a kind may be one. Long forms of the same words are one concept without being told.
_MEANT: Final[dict[EntryKind, tuple[Nearness, ...]]] = {
    "theme": _SAME,
    "subject": (*_SAME, *_NARROWER),
    "competence": _SAME,
    "concept": ("slip",),
}


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


class _Pair(NamedTuple):
    """Two topics of a list by their places, the one to lead first."""

    lead: int
    other: int
    why: Why
    detail: tuple[str, ...] = ()
    doubtful: bool = False


def suggest_entries(
    names: NamesInUse, authority: Authority, language: Language, kinds: Sequence[EntryKind] = SUGGESTED_KINDS
) -> tuple[Suggestion, ...]:
    """The suggestions kind by kind; those first that join most, and those last that only order names.

    What the authority joins or keeps apart already is not suggested again.
    """
    found: list[Suggestion] = []
    for kind in kinds:
        used = _concepts(names, authority, language) if kind == "concept" else names.of_kind(kind)
        pairs = _pairs(kind, used, names, language)
        suggestions = _Grouping(kind, used, authority).grouped(pairs)
        found += sorted(suggestions, key=_rank)
    return tuple(found)


def _rank(suggestion: Suggestion) -> tuple[int, int, str]:
    joined = sum(one.records for one in suggestion.aliases)
    return -joined, -sum(one.records for one in suggestion.narrower), suggestion.name


def _pairs(
    kind: EntryKind, used: Sequence[UsedName], names: NamesInUse, language: Language
) -> Iterator[_Pair]:
    texts = [one.name for one in used]
    if kind == "person":
        for people in near_people(texts):
            yield _Pair(people.one, people.other, people.nearness, doubtful=people.nearness == "same_letter")
        return
    if kind == "concept":
        yield from _of_one_abbreviation(used, names, language)
    for pair in near_names(texts, language, _long_forms(names) if kind == "subject" else None):
        if pair.nearness in _MEANT[kind]:
            yield _Pair(pair.one, pair.other, pair.nearness)
    if kind == "competence":
        yield from _followers(used, language)


def _long_forms(names: NamesInUse) -> dict[str, str]:
    """By the abbreviation folded the long form that most records give it."""
    found: dict[str, str] = {}
    for naming, _ in sorted(names.namings.items(), key=lambda pair: (-pair[1], pair[0].short, pair[0].long)):
        found.setdefault(fold(naming.short), naming.long)
    return found


def _followers(used: Sequence[UsedName], language: Language) -> Iterator[_Pair]:
    """Competences of which the one names all words of the other, and that were never held in the same time."""
    words = [frozenset(name_words(one.name, language)) for one in used]
    for one, other in combinations(range(len(used)), 2):
        earlier, later = sorted((one, other), key=lambda place: used[place].first)
        apart = used[earlier].last and used[earlier].last < used[later].first
        if apart and words[one] and (words[one] < words[other] or words[other] < words[one]):
            yield _Pair(later, earlier, "follows", (_day(used[earlier].last), _day(used[later].first)))


def _day(ordinal: int) -> str:
    return dt.date.fromordinal(ordinal).isoformat()


def _concepts(names: NamesInUse, authority: Authority, language: Language) -> tuple[UsedName, ...]:
    """The long forms that documents give abbreviations, the most used first."""
    counts: defaultdict[str, int] = defaultdict(int)
    for naming, count in names.namings.items():
        counts[naming.long] += count
    by_key: dict[TopicKey, UsedName] = {}
    for long, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        key = authority.key("concept", long)
        known = by_key.get(key)
        total = count + (known.records if known else 0)
        by_key[key] = UsedName(key, authority.name(key) or (known.name if known else long), total, 0, 0)
    return tuple(sorted(by_key.values(), key=lambda one: (-one.records, one.key)))


def _of_one_abbreviation(used: Sequence[UsedName], names: NamesInUse, language: Language) -> Iterator[_Pair]:
    """Long forms of one abbreviation, but for those that are taken for one without being told."""
    meanings = Meanings()
    places = {one.name: place for place, one in enumerate(used)}
    longs: defaultdict[str, dict[tuple[str, ...], int]] = defaultdict(dict)
    shown: dict[str, str] = {}
    for naming, _ in sorted(names.namings.items(), key=lambda pair: (-pair[1], pair[0].short, pair[0].long)):
        words, key = name_words(naming.long, language), abbreviation_key(naming.short)
        if words and naming.long in places:
            meanings.meaning(key, words)
            longs[key].setdefault(words, places[naming.long])
            shown.setdefault(key, naming.short)
    meanings.join_near()
    for key, of_words in sorted(longs.items()):
        # The most used name of each meaning stands for all of its names.
        of_meaning: dict[int, tuple[tuple[str, ...], int]] = {}
        for words, place in of_words.items():
            of_meaning.setdefault(id(meanings.of_words(words)), (words, place))
        for (first, one), (second, other) in combinations(of_meaning.values(), 2):
            yield _Pair(
                min(one, other),
                max(one, other),
                "same_abbreviation",
                (shown[key],),
                not _share_word(first, second),
            )


def _share_word(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two names have words of one beginning, as those of two languages often have ("Europees", "European")."""
    return not {word[:_BEGINNING] for word in one}.isdisjoint(word[:_BEGINNING] for word in other)


class _Grouping:
    """Gathers pairs into entries: each name stands in one only, under the name that most records have."""

    def __init__(self, kind: EntryKind, used: Sequence[UsedName], authority: Authority) -> None:
        self._kind = kind
        self._used = used
        self._authority = authority
        self._leads: dict[int, int] = {}
        self._aliases: defaultdict[int, list[tuple[int, _Pair]]] = defaultdict(list)
        self._narrower: defaultdict[int, list[tuple[int, _Pair]]] = defaultdict(list)
        self._perhaps: defaultdict[int, list[tuple[int, _Pair]]] = defaultdict(list)

    def grouped(self, pairs: Iterable[_Pair]) -> Iterator[Suggestion]:
        """The suggestions that the pairs make, the surest pairs first."""
        ordered = sorted(
            pairs, key=lambda pair: (pair.doubtful, _SURENESS.index(pair.why), pair.lead, pair.other)
        )
        for pair in ordered:
            self._take(pair)
        for lead in sorted({*self._aliases, *self._narrower, *self._perhaps}):
            yield self._suggestion(lead)

    def _take(self, pair: _Pair) -> None:
        lead, other = self._lead(pair.lead), self._lead(pair.other)
        if lead == other or self._is_settled(lead, other) or self._is_settled(pair.lead, pair.other):
            return
        if pair.doubtful or pair.why in _NARROWER:
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

    def _named(self, place: int, pair: _Pair) -> SuggestedName:
        used = self._used[place]
        near = pair.lead if pair.other == place else pair.other
        return SuggestedName(used.name, used.records, self._used[near].name, pair.why, pair.detail)
