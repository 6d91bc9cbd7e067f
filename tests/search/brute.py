"""Search by looking through every word of every record: simple, and made without index or shards.

What was looked up once is remembered, so that thousands of queries can be asked of some hundred records.
"""

from __future__ import annotations

import datetime as dt
import functools
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from archive.model.blocks import Block, Table
from archive.model.question import Answer, Body, WrittenQuestion
from archive.model.record import Record
from archive.search.query_long_forms import with_long_forms
from archive.search.query_tree import (
    All,
    And,
    Dates,
    Ending,
    Facet,
    Near,
    Not,
    Number,
    Or,
    Phrase,
    Prefix,
    Tree,
    Word,
    Year,
)
from archive.search.zones import passages
from archive.text.abbreviations import Definition, definitions, settled
from archive.text.compounds import compound_parts
from archive.text.dutch import family
from archive.text.tokens import fold, tokens

ZONE_WEIGHTS = {
    "QUESTION": 1.0,
    "ANSWER": 1.0,
    "TABLE": 0.5,
    "TITLE": 10.0,
    "ASKER": 0.5,
    "MINISTER": 0.5,
    "THEME": 1.0,
    "META": 8.0,
}
FACET_NAMES = (
    "minister",
    "asker",
    "party",
    "theme",
    "parliamentary_year",
    "answer_kind",
    "kind",
    "has_table",
)
REFERENCES = {"QUESTION": 200, "ANSWER": 200, "TABLE": 200, "TITLE": 10}

# One form of one token: zone, and place in it, where every passage begins one further than the last one ended.
Spot = tuple[str, int]


class Scanned:
    """One record as a list of words with their places."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.spots: dict[str, set[Spot]] = {}
        self.lengths: Counter[str] = Counter()
        self.strengths: dict[str, int] = {}
        following: Counter[str] = Counter()
        for zone, text in passages(record):
            for token in tokens(text, following[zone.name]):
                self.lengths[zone.name] += 1
                for form in token.forms:
                    self.spots.setdefault(form.text, set()).add((zone.name, token.position + form.offset))
                following[zone.name] = token.position + len(re.split("[-/]", token.form))
            following[zone.name] += 1

    @property
    def date(self) -> dt.date | None:
        return self.record.asked_on if isinstance(self.record, WrittenQuestion) else self.record.dated_on

    @functools.cached_property
    def facet_values(self) -> dict[str, tuple[str, ...]]:
        record = self.record
        if not isinstance(record, WrittenQuestion):
            return {
                "theme": record.themes,
                "kind": ("supporting_document",),
                "has_table": (_has_table(record.blocks),),
            }
        answered = record.answer
        blocks = [*_blocks(record.question), *(_blocks(answered) if answered else ())]
        for attachment in answered.attachments if answered else ():
            blocks += attachment.blocks
        return {
            "minister": (record.minister.name,),
            "asker": (record.asker.name,),
            "party": (record.asker.party,) if record.asker.party else (),
            "theme": record.themes,
            "parliamentary_year": (record.parliamentary_year,),
            "answer_kind": (record.answer.kind if record.answer else "none",),
            "kind": ("written_question",),
            "has_table": (_has_table(blocks),),
        }

    def strength(self, form: str) -> int:
        """In sixteenths, as the nearest of the levels that are kept of a frequency; 0 where it does not stand."""
        if form not in self.spots:
            return 0
        if form not in self.strengths:
            self.strengths[form] = self._strength(form)
        return self.strengths[form]

    def _strength(self, form: str) -> int:
        counts = Counter(zone for zone, _ in self.spots[form])
        frequency = sum(
            weight
            * counts[zone]
            / (0.2 + 0.8 * self.lengths[zone] / REFERENCES[zone] if zone in REFERENCES else 1.0)
            for zone, weight in ZONE_WEIGHTS.items()
        )
        levels = (1, 2, 3, 4, 6, 8, 11, 16, 23, 32, 45, 64, 90, 128, 181, 256)
        return min(levels, key=lambda level: abs(math.log(16 * frequency / level)))


def _impact(worth: int) -> int:
    return max(1, math.floor(1000 * worth / (320 + worth)))


class Scan:
    """A corpus to look through."""

    def __init__(self, records: Sequence[Record]) -> None:
        found = sorted(map(Scanned, records), key=lambda one: one.record.id)
        found.sort(key=lambda one: one.date or dt.date.min, reverse=True)
        self.documents = found
        meanings = self._read_abbreviations()
        # Of every form the documents in which it stands.
        self.forms: dict[str, list[int]] = {}
        for number, document in enumerate(found):
            for form in document.spots:
                self.forms.setdefault(form, []).append(number)
        families = frozenset(map(family, self.forms))
        # The forms of every family, and those that belong to it besides.
        self.own: dict[str, list[str]] = {}
        self.inside: dict[str, list[str]] = {}
        for form in self.forms:
            self.own.setdefault(family(form), []).append(form)
            parts = {family(part) for part in compound_parts(form, self.forms, families)}
            for key in parts | {family(other) for other in meanings.get(form, ())}:
                self.inside.setdefault(key, []).append(form)
        self._scores: dict[Tree, dict[int, int]] = {}

    def _read_abbreviations(self) -> dict[str, set[str]]:
        """What stands for what, both ways; long forms of several words are entered where they stand."""
        counts: Counter[Definition] = Counter()
        for document in self.documents:
            counts.update({one for _, text in passages(document.record) for one in definitions(text)})
        meanings: dict[str, set[str]] = {}
        for short, words in settled(counts):
            long = "_".join(word for word, _ in words)
            meanings.setdefault(short, set()).add(long)
            meanings.setdefault(long, set()).add(short)
            for document in self.documents:
                starts = document.spots.get(words[0][0], set())
                spots = {
                    (zone, at)
                    for zone, at in starts
                    if all((zone, at + offset) in document.spots.get(word, ()) for word, offset in words)
                }
                if spots:
                    document.spots.setdefault(long, set()).update(spots)
        return meanings

    def search(self, tree: Tree) -> list[tuple[int, int]]:
        """Number and score of every match, best first, ties broken by newest, then by id."""
        tree = with_long_forms(tree, self.forms.__contains__)
        return sorted(self._matches(tree).items(), key=lambda pair: (-pair[1], pair[0]))

    def facets(self, numbers: Iterable[int]) -> dict[str, list[tuple[str, int]]]:
        counters: dict[str, Counter[str]] = {name: Counter() for name in FACET_NAMES}
        for number in numbers:
            for name, values in self.documents[number].facet_values.items():
                counters[name].update(set(values))
        return {
            name: sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))
            for name, counter in counters.items()
        }

    def has_values(self, number: int, filters: Mapping[str, Sequence[str]]) -> bool:
        """Whether a document has one of the wanted values of each facet; where none is wanted, any will do."""
        values = self.documents[number].facet_values
        return all(not wanted or set(wanted) & set(values.get(name, ())) for name, wanted in filters.items())

    def _matches(self, tree: Tree) -> dict[int, int]:
        match tree:
            case And(of):
                branches = [self._matches(branch) for branch in of]
                common = set(branches[0]).intersection(*branches[1:])
                return {number: sum(branch[number] for branch in branches) for number in common}
            case Or(of):
                total: Counter[int] = Counter()
                for branch in of:
                    for number, score in self._matches(branch).items():
                        total[number] += score
                return dict(total)
            case Not(of):
                return dict.fromkeys(set(range(len(self.documents))) - set(self._matches(of)), 0)
        if tree not in self._scores:
            self._scores[tree] = self._scored(tree)
        return self._scores[tree]

    def _scored(self, leaf: Tree) -> dict[int, int]:
        impacts = {}
        for number in self._candidates(leaf):
            impact = self._leaf(leaf, self.documents[number])
            if impact is not None:
                impacts[number] = impact
        rest = len(self.documents) - len(impacts)
        worth = math.floor(1000 * math.log(1 + (rest + 0.5) / (len(impacts) + 0.5)) + 0.5)
        return {number: worth * impact for number, impact in impacts.items()}

    def _candidates(self, leaf: Tree) -> Iterable[int]:
        """The documents that have a form that the leaf could be found by: the others cannot match."""
        match leaf:
            case Word(form):
                key = family(form)
                return self._with_any([*self.own.get(key, ()), *self.inside.get(key, ())])
            case Prefix(start):
                return self._with_any(form for form in self.forms if form.startswith(start))
            case Ending(end):
                return self._with_any(form for form in self.forms if form.endswith(end))
            case Phrase(words):
                return self._with_any([words[0][0]])
            case Near(words):
                return self._with_any([words[0]])
        return range(len(self.documents))

    def _with_any(self, forms: Iterable[str]) -> set[int]:
        return {number for form in forms for number in self.forms.get(form, ())}

    def _leaf(self, leaf: Tree, document: Scanned) -> int | None:
        """The impact of a leaf in a document, 0 for filters; None where it does not match."""
        match leaf:
            case Word(form, zone):
                return self._word(form, zone, document)
            case Prefix(start, zone):
                return _strongest(document, zone, lambda form: form.startswith(start))
            case Ending(end, zone):
                return _strongest(document, zone, lambda form: form.endswith(end))
            case Phrase(words, zone):
                return _phrase(words, zone, document)
            case Near(words, distance, zone):
                return _near(words, distance, zone, document)
            case All():
                return 0
        return 0 if _passes(leaf, document) else None

    def _word(self, form: str, zone: str | None, document: Scanned) -> int | None:
        if form not in self.forms:
            return None
        key = family(form)
        others = [other for other in self.own.get(key, ()) if other in document.spots and other != form]
        # A form may be of a family and a compound with it at once: then it counts as one of the family.
        inside = [
            other for other in self.inside.get(key, ()) if other in document.spots and family(other) != key
        ]
        spots = [document.spots.get(form, set()), *(document.spots[other] for other in (*others, *inside))]
        if not any(_in_zone(found, zone) for found in spots):
            return None
        if form in document.spots or others:
            return _impact(100 * document.strength(form) + 10 * sum(map(document.strength, others)))
        return _impact(4 * max(map(document.strength, inside)))


def _strongest(document: Scanned, zone: str | None, is_wanted: Callable[[str], bool]) -> int | None:
    """The impact of the strongest of the wanted forms that stand in the zone."""
    strengths = [
        _impact(100 * document.strength(form))
        for form, spots in document.spots.items()
        if is_wanted(form) and _in_zone(spots, zone)
    ]
    return max(strengths, default=None)


def _phrase(words: Sequence[tuple[str, int]], zone: str | None, document: Scanned) -> int | None:
    found = [document.spots.get(form, set()) for form, _ in words]
    if len(words) == 1:
        return _impact(100 * document.strength(words[0][0])) if _in_zone(found[0], zone) else None
    zones = [
        place
        for place, at in _in_zone(found[0], zone)
        if all((place, at + offset) in spots for (_, offset), spots in zip(words, found, strict=True))
    ]
    return _together(zones)


def _near(words: Sequence[str], distance: int, zone: str | None, document: Scanned) -> int | None:
    found = [document.spots.get(form, set()) for form in words]
    if not all(found):
        return None
    zones = {
        place
        for start in found
        for place, at in _in_zone(start, zone)
        if all(any((place, other) in spots for other in range(at, at + distance + 1)) for spots in found)
    }
    return _together(zones)


def _together(zones: Iterable[str]) -> int | None:
    """The impact of words that stand together at places in these zones."""
    found = [16 * ZONE_WEIGHTS[zone] for zone in zones]
    return _impact(100 * int(min(256, sum(found)))) if found else None


def _blocks(body: Body | Answer) -> list[Block]:
    return [*body.introduction, *(block for part in body.parts for block in part.blocks), *body.closing]


def _has_table(blocks: Iterable[Block]) -> str:
    return "yes" if any(isinstance(block, Table) for block in blocks) else "no"


def _passes(leaf: Tree, document: Scanned) -> bool:
    record = document.record
    match leaf:
        case Year(year):
            return isinstance(record, WrittenQuestion) and record.parliamentary_year == year
        case Number(number):
            return isinstance(record, WrittenQuestion) and record.number == number
        case Dates(first, last):
            date = document.date
            return date is not None and (first or date) <= date <= (last or date)
        case Facet(facet, wanted):
            values = document.facet_values.get(facet, ())
            return any(
                wanted in (_plain(one), *(_plain(token.form) for token in tokens(one))) for one in values
            )
    raise AssertionError(leaf)


def _plain(value: str) -> str:
    return re.sub(r"[\W_]", "", fold(value))


def _in_zone(spots: Iterable[Spot], zone: str | None) -> set[Spot]:
    return {spot for spot in spots if zone is None or spot[0] == zone.upper()}
