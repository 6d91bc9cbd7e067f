"""Search by looking through every word of every record: slow, simple, and made without index or shards."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

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
    "TITLE": 5.0,
    "ASKER": 2.0,
    "MINISTER": 2.0,
    "THEME": 3.0,
    "META": 8.0,
}
RUNNING = ("QUESTION", "ANSWER", "TABLE")

# One form of one token: zone, number of the passage, position in it.
Spot = tuple[str, int, int]


class Scanned:
    """One record as a list of words with their places."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.spots: dict[str, set[Spot]] = {}
        self.length = 0
        for passage, (zone, text) in enumerate(passages(record)):
            for token in tokens(text):
                self.length += zone.name in RUNNING
                for form in token.forms:
                    spot = (zone.name, passage, token.position + form.offset)
                    self.spots.setdefault(form.text, set()).add(spot)

    @property
    def date(self) -> dt.date | None:
        return self.record.asked_on if isinstance(self.record, WrittenQuestion) else self.record.dated_on

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

    def impact(self, *forms: Iterable[Spot], inside: Iterable[Spot] = ()) -> int:
        """Of a word whose forms stand at these spots, and inside compounds at others."""
        stretch = 0.4 + 0.6 * self.length / 600
        strength = sum(10 * _kept(self._frequency(spots, stretch)) for spots in forms)
        if inside:
            strength += 4 * _kept(self._frequency(inside, stretch))
        return max(1, math.floor(255 * strength / (192 + strength)))

    @staticmethod
    def _frequency(spots: Iterable[Spot], stretch: float) -> float:
        counts = Counter(zone for zone, _, _ in spots)
        return sum(
            ZONE_WEIGHTS[zone] * counts[zone] / (stretch if zone in RUNNING else 1.0)
            for zone in ZONE_WEIGHTS
            if counts[zone]
        )


class Scan:
    """A corpus to look through."""

    def __init__(self, records: Sequence[Record]) -> None:
        found = sorted(map(Scanned, records), key=lambda one: one.record.id)
        found.sort(key=lambda one: one.date or dt.date.min, reverse=True)
        self.documents = found
        meanings = self._read_abbreviations()
        self.forms = frozenset(form for document in found for form in document.spots)
        families = frozenset(map(family, self.forms))
        self.keys = {
            form: (
                family(form),
                {family(part) for part in compound_parts(form, self.forms, families)}
                | {family(other) for other in meanings.get(form, ())},
            )
            for form in self.forms
        }

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
                    (zone, passage, at)
                    for zone, passage, at in starts
                    if all(
                        (zone, passage, at + offset) in document.spots.get(word, ()) for word, offset in words
                    )
                }
                if spots:
                    document.spots.setdefault(long, set()).update(spots)
        return meanings

    def search(self, tree: Tree) -> list[tuple[int, int]]:
        """Number and score of every match, best first, ties broken by newest, then by id."""
        tree = with_long_forms(tree, self.forms.__contains__)
        return sorted(self._matches(tree).items(), key=lambda pair: (-pair[1], pair[0]))

    def facets(self, numbers: Iterable[int]) -> dict[str, list[tuple[str, int]]]:
        names = [
            "minister",
            "asker",
            "party",
            "theme",
            "parliamentary_year",
            "answer_kind",
            "kind",
            "has_table",
        ]
        counters: dict[str, Counter[str]] = {name: Counter() for name in names}
        for number in numbers:
            for name, values in self.documents[number].facet_values().items():
                counters[name].update(set(values))
        return {
            name: sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))
            for name, counter in counters.items()
        }

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
        impacts = {
            number: impact
            for number, document in enumerate(self.documents)
            if (impact := self._leaf(tree, document)) is not None
        }
        rest = len(self.documents) - len(impacts)
        worth = math.floor(1000 * math.log(1 + (rest + 0.5) / (len(impacts) + 0.5)) + 0.5)
        return {number: worth * impact for number, impact in impacts.items()}

    def _leaf(self, leaf: Tree, document: Scanned) -> int | None:
        """The impact of a leaf in a document, 0 for filters; None where it does not match."""
        match leaf:
            case Word(form, zone):
                return self._word(form, zone, document)
            case Prefix(start, zone):
                strengths = [
                    document.impact(spots)
                    for form, spots in document.spots.items()
                    if form.startswith(start) and _in_zone(spots, zone)
                ]
                return max(strengths, default=None)
            case Ending(end, zone):
                strengths = [
                    document.impact(spots)
                    for form, spots in document.spots.items()
                    if form.endswith(end) and _in_zone(spots, zone)
                ]
                return max(strengths, default=None)
            case Phrase(words, zone):
                return self._phrase(words, zone, document)
            case Near(words, distance, zone):
                return self._near(words, distance, zone, document)
            case All():
                return 0
        return 0 if _passes(leaf, document) else None

    def _word(self, form: str, zone: str | None, document: Scanned) -> int | None:
        if form not in self.forms:
            return None
        forms: list[set[Spot]] = []
        inside: set[Spot] = set()
        for other, spots in document.spots.items():
            key, parts = self.keys[other]
            if key == family(form):
                forms.append(spots)
            elif family(form) in parts:
                inside |= spots
        own = set().union(*forms)
        return document.impact(*forms, inside=inside - own) if _in_zone(own | inside, zone) else None

    def _phrase(self, words: Sequence[tuple[str, int]], zone: str | None, document: Scanned) -> int | None:
        found = [document.spots.get(form, set()) for form, _ in words]
        fits = any(
            all(
                (place, passage, at + offset) in spots
                for (_, offset), spots in zip(words, found, strict=True)
            )
            for place, passage, at in _in_zone(found[0], zone)
        )
        return min(map(document.impact, found)) if fits else None

    def _near(self, words: Sequence[str], distance: int, zone: str | None, document: Scanned) -> int | None:
        found = [document.spots.get(form, set()) for form in words]
        fits = any(
            all(
                any(other[:2] == (place, passage) and at <= other[2] <= at + distance for other in spots)
                for spots in found
            )
            for start in found
            for place, passage, at in _in_zone(start, zone)
        )
        return min(map(document.impact, found)) if fits else None


def _kept(frequency: float) -> int:
    """In sixteenths, as the nearest of the levels that are kept of a frequency."""
    if frequency == 0:
        return 0
    levels = (1, 2, 3, 4, 6, 8, 11, 16, 23, 32, 45, 64, 90, 128, 181, 256)
    return min(levels, key=lambda level: abs(math.log(16 * frequency / level)))


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
            values = document.facet_values().get(facet, ())
            return any(
                wanted in (_plain(one), *(_plain(token.form) for token in tokens(one))) for one in values
            )
    raise AssertionError(leaf)


def _plain(value: str) -> str:
    return re.sub(r"[\W_]", "", fold(value))


def _in_zone(spots: Iterable[Spot], zone: str | None) -> set[Spot]:
    return {spot for spot in spots if zone is None or spot[0] == zone.upper()}
