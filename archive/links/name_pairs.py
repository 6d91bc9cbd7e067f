"""Finds the pairs of names in a corpus that may be one topic, for each kind of entry of the authority."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final, Literal, NamedTuple

from archive.links.abbreviated import abbreviation_key
from archive.links.authority import Authority, EntryKind
from archive.links.meanings import Meanings
from archive.links.names import TopicKey
from archive.links.names_in_use import NamesInUse, UsedName
from archive.links.near_names import Nearness, near_names
from archive.links.near_people import PeopleNearness, near_people
from archive.links.word_pairs import name_words
from archive.text.languages import Language
from archive.text.names import proper_name
from archive.text.tokens import fold

Why = Nearness | PeopleNearness | Literal["follows", "same_abbreviation"]

# The one name is a part of the other.
NARROWER: Final[tuple[Nearness, ...]] = ("prefix", "suffix")
_BEGINNING: Final = 5
_SAME: Final[tuple[Nearness, ...]] = ("small_words", "word_order", "inflection", "slip", "abbreviation")
# By what names of a kind may be one. Long forms of the same words are one concept without being told.
_MEANT: Final[dict[EntryKind, tuple[Nearness, ...]]] = {
    "theme": _SAME,
    "subject": (*_SAME, *NARROWER),
    "competence": _SAME,
    "concept": ("slip",),
}


class NamePair(NamedTuple):
    """Two topics of a list by their places, the one to lead first. doubtful: they are as likely two.

    detail: the abbreviation that both have; of competences the last day of the earlier name and the first of the
    later one.
    """

    lead: int
    other: int
    why: Why
    detail: tuple[str, ...] = ()
    doubtful: bool = False


def used_names(
    kind: EntryKind, names: NamesInUse, authority: Authority, language: Language
) -> tuple[UsedName, ...]:
    """The topics of a kind whose names are compared, those first that may lead others."""
    match kind:
        case "concept":
            return _concepts(names, authority, language)
        case "person":
            return _people(names.of_kind("person"), authority)
        case _:
            return names.of_kind(kind)


def _people(used: Sequence[UsedName], authority: Authority) -> tuple[UsedName, ...]:
    """Those whom the table of names knows first, also where no record has that name but only one near it."""
    found = [proper_name(one.name) for one in used]
    known = [one for one, name in zip(used, found, strict=True) if name.known]
    others = [one for one, name in zip(used, found, strict=True) if not name.known]
    near = {authority.key("asker", name.near): name.near for name in found if name.near and not name.known}
    lacking = [UsedName(key, name, 0, 0, 0) for key, name in sorted(near.items())]
    keys = {one.key for one in known}
    return (*known, *(one for one in lacking if one.key not in keys), *others)


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


def name_pairs(
    kind: EntryKind, used: Sequence[UsedName], names: NamesInUse, language: Language
) -> Iterator[NamePair]:
    """The pairs of names that are near each other, or that their use in time or an abbreviation joins."""
    texts = [one.name for one in used]
    if kind == "person":
        for people in near_people(texts):
            yield NamePair(
                people.one, people.other, people.nearness, doubtful=people.nearness == "same_letter"
            )
        return
    if kind == "concept":
        yield from _of_one_abbreviation(used, names, language)
    for pair in near_names(texts, language, _long_forms(names) if kind == "subject" else None):
        if pair.nearness in _MEANT[kind]:
            yield NamePair(pair.one, pair.other, pair.nearness)
    if kind == "competence":
        yield from _followers(used, language)


def _long_forms(names: NamesInUse) -> dict[str, str]:
    """By the abbreviation folded the long form that most records give it."""
    found: dict[str, str] = {}
    for naming, _ in sorted(names.namings.items(), key=lambda pair: (-pair[1], pair[0].short, pair[0].long)):
        found.setdefault(fold(naming.short), naming.long)
    return found


def _followers(used: Sequence[UsedName], language: Language) -> Iterator[NamePair]:
    """Competences of which the one names all words of the other, and that were never held in the same time."""
    words = [frozenset(name_words(one.name, language)) for one in used]
    for one, other in combinations(range(len(used)), 2):
        earlier, later = sorted((one, other), key=lambda place: used[place].first)
        apart = used[earlier].last and used[earlier].last < used[later].first
        if apart and words[one] and (words[one] < words[other] or words[other] < words[one]):
            yield NamePair(later, earlier, "follows", (_day(used[earlier].last), _day(used[later].first)))


def _day(ordinal: int) -> str:
    return dt.date.fromordinal(ordinal).isoformat()


def _of_one_abbreviation(
    used: Sequence[UsedName], names: NamesInUse, language: Language
) -> Iterator[NamePair]:
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
            yield NamePair(
                min(one, other),
                max(one, other),
                "same_abbreviation",
                (shown[key],),
                not _share_word(first, second),
            )


def _share_word(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two names have words of one beginning, as those of two languages often have ("Europees", "European")."""
    return not {word[:_BEGINNING] for word in one}.isdisjoint(word[:_BEGINNING] for word in other)
