"""Search in shards as their form is described, with all of them read at once: the meaning of every tag, and no more."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from archive.search.query_facets import value_key
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
from archive.search.scoring import LEVELS, impact, inside_impact, rarity, together_impact
from archive.search.shard_leaves import RECORD, base36
from archive.search.shard_reader import ShardReader
from archive.search.zones import Zone
from archive.text.tokens import tokens

_HASH = 5

# The name of a zone, and a place in it.
Spot = tuple[str, int]


class _Document:
    """What all segments say of one document."""

    def __init__(self, card: list[Any], facets: dict[str, tuple[str, ...]], segment: int, local: int) -> None:
        self.id, self.kind, self.title, self.number, self.year = card[:5]
        self.date = dt.date.fromisoformat(card[7]) if card[7] else None
        self.facets = facets
        self.where = (segment, local)
        self.spots: dict[str, set[Spot]] = {}
        self.strengths: dict[str, int] = {}


class ShardScan:
    """The shards in a folder, to be searched through."""

    def __init__(self, folder: Path) -> None:
        self.reader = ShardReader(folder)
        self.root = self.reader.root()
        segments = self.root["segments"]
        self.live: list[dict[int, int]] = [self._numbers(segment) for segment in segments]
        found: dict[int, _Document] = {}
        for number, segment in enumerate(segments):
            found.update(self._documents(number, segment))
        assert sorted(found) == list(range(self.root["documents"]))
        self.documents = [found[number] for number in sorted(found)]
        self._read_terms(segments)
        self._check_dates()

    def _numbers(self, segment: dict[str, Any]) -> dict[int, int]:
        """Of each live local number the number among all."""
        if segment["numbers"] is None:
            return {number: number for number in range(segment["documents"])}
        content, latest, at = self.reader.bytes(segment["numbers"]), -1, 0
        found: dict[int, int] = {}
        for local in range(segment["documents"]):
            gap, shift = 0, 0
            while content[at] > 127:
                gap |= (content[at] & 127) << shift
                at, shift = at + 1, shift + 7
            gap |= content[at] << shift
            at += 1
            if gap:
                latest += gap
                found[local] = latest
        return found

    def _documents(self, number: int, segment: dict[str, Any]) -> Iterable[tuple[int, _Document]]:
        columns = {name: self.reader.column(shard) for name, shard in segment["columns"].items()}
        cards = segment["cards"]
        hashes = "".join(self.reader.json(name) for name in cards["names"])
        for local, order in self.live[number].items():
            block = local // cards["block"]
            name = f"c{base36(block)}-{hashes[block * _HASH : (block + 1) * _HASH]}"
            facets = {facet: column[local] for facet, column in columns.items()}
            card = self.reader.json(name)[local % cards["block"]]
            yield order, _Document(card, facets, number, local)

    def _read_terms(self, segments: list[dict[str, Any]]) -> None:
        self.known: set[str] = set()
        gone: set[str] = set()
        self.families: dict[str, str] = {}
        self.own: dict[str, set[str]] = {}
        self.inside: dict[str, dict[int, tuple[int, int]]] = {}
        for number, segment in enumerate(segments):
            for leaf, entry in self.reader.entries(segment):
                listed = self.reader.listed(leaf, entry)
                rows = list(zip(*(column.tolist() for column in listed), strict=True))
                if entry.members is not None:
                    key = entry.term.removesuffix(RECORD)
                    self.own.setdefault(key, set()).update(entry.members.own)
                    self._add_inside(number, key, rows)
                    for form in entry.members.looked_up:
                        assert number == 1
                        found = self.reader.entry(segments[0], form)
                        assert found is not None, form
                        rows = list(zip(*map(np.ndarray.tolist, self.reader.listed(*found)), strict=True))
                        self._add_inside(0, key, rows)
                elif entry.places is not None:
                    (gone if entry.is_gone else self.known).add(entry.term)
                    if entry.family is not None:
                        self.families[entry.term] = entry.family
                    for local, level, _ in rows:
                        if local in self.live[number]:
                            self._document(number, local).strengths[entry.term] = LEVELS[level]
                    for local, zone, place, _ in zip(
                        *map(np.ndarray.tolist, self.reader.spots(leaf, entry)), strict=True
                    ):
                        if local in self.live[number]:
                            spots = self._document(number, local).spots.setdefault(entry.term, set())
                            spots.add((Zone(zone).name, place))
        self.known -= gone
        for document in self.documents:
            for form in gone & document.spots.keys():
                raise AssertionError(f"{document.id} has {form!r}, which is said to be gone")

    def _add_inside(self, segment: int, key: str, rows: Iterable[tuple[int, int, int]]) -> None:
        found = self.inside.setdefault(key, {})
        for local, level, mask in rows:
            order = self.live[segment].get(local)
            if order is not None:
                before = found.get(order, (0, 0))
                found[order] = (max(before[0], LEVELS[level]), before[1] | mask)

    def _document(self, segment: int, local: int) -> _Document:
        return self.documents[self.live[segment][local]]

    def _check_dates(self) -> None:
        runs = self.reader.json(self.root["days"])
        dates, day = [], 0
        for back, documents in zip(runs[::2], runs[1::2], strict=True):
            day = back if not dates else day - back
            dates += [dt.date.fromordinal(day)] * documents
        dates += [None] * (len(self.documents) - len(dates))
        assert dates == [document.date for document in self.documents]

    def found(self, tree: Tree) -> list[tuple[str, int]]:
        """Id and score of every match, as Scan.search orders them."""

        matches = self._matches(with_long_forms(tree, self.known.__contains__))
        ordered = sorted(matches.items(), key=lambda pair: (-pair[1], pair[0]))
        return [(self.documents[number].id, score) for number, score in ordered]

    def facets(self) -> dict[str, list[tuple[str, int]]]:
        """Of each facet its values with how many documents have them."""
        counters: dict[str, Counter[str]] = {}
        for document in self.documents:
            for name, values in document.facets.items():
                counters.setdefault(name, Counter()).update(values)
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
        found = {
            number: strength
            for number, document in enumerate(self.documents)
            if (strength := self._leaf(tree, document)) is not None
        }
        worth = rarity(len(found), len(self.documents))
        return {number: worth * strength for number, strength in found.items()}

    def _leaf(self, leaf: Tree, document: Any) -> int | None:
        match leaf:
            case Word(form, zone):
                return self._word_in(form, zone, document)
            case Prefix(start, zone):
                return self._strongest(
                    zone, document, [form for form in document.spots if form.startswith(start)]
                )
            case Ending(end, zone):
                return self._strongest(
                    zone, document, [form for form in document.spots if form.endswith(end)]
                )
            case Phrase(((form, _),), zone):
                return self._strongest(zone, document, [form])
            case Phrase(words, zone):
                return self._phrase(words, zone, document)
            case Near(forms, distance, zone):
                return self._near(forms, distance, zone, document)
            case All():
                return 0
            case Year(year):
                return 0 if document.year == year else None
            case Number(number):
                return 0 if document.number == number else None
            case Dates(first, last):
                date = document.date
                return 0 if date is not None and (first or date) <= date <= (last or date) else None
            case Facet(facet, wanted):
                keys = {
                    value_key(text)
                    for value in document.facets[facet]
                    for text in (value, *(token.form for token in tokens(value)))
                }
                return 0 if wanted in keys else None
        raise AssertionError(leaf)

    def _strongest(self, zone: str | None, document: _Document, forms: list[str]) -> int | None:
        wanted = [form for form in forms if self._stands(document.spots.get(form, set()), zone)]
        return impact(max(document.strengths[form] for form in wanted)) if wanted else None

    def _word_in(self, form: str, zone: str | None, document: _Document) -> int | None:
        if form not in self.known:
            return None
        key = self.families.get(form)
        own = self.own[key] if key is not None else {form}
        level, mask = (
            self.inside.get(key, {}).get(self._order(document), (0, 0)) if key is not None else (0, 0)
        )
        present = [one for one in own if one in document.strengths]
        spots = set().union(*(document.spots[one] for one in present))
        in_inside = mask and (zone is None or mask & Zone[zone.upper()].bit)
        if not self._stands(spots, zone) and not in_inside:
            return None
        if present:
            typed = document.strengths.get(form, 0)
            return impact(typed, sum(document.strengths[one] for one in present) - typed)
        return inside_impact(level)

    def _phrase(self, words: Sequence[tuple[str, int]], zone: str | None, document: _Document) -> int | None:
        starts = [
            {(place, at - offset) for place, at in document.spots.get(form, set())} for form, offset in words
        ]
        places = [place for place, _ in starts[0].intersection(*starts[1:]) if zone in {None, place.lower()}]
        return together_impact(Zone[place] for place in places) if places else None

    def _near(self, forms: Sequence[str], distance: int, zone: str | None, document: _Document) -> int | None:
        found = [document.spots.get(form, set()) for form in forms]
        places = {
            place
            for place, at in set().union(*found)
            if zone in {None, place.lower()}
            and all(
                any(one == place and at <= there <= at + distance for one, there in spots) for spots in found
            )
        }
        return together_impact(Zone[place] for place in places) if places else None

    def _order(self, document: _Document) -> int:
        segment, local = document.where
        return self.live[segment][local]

    @staticmethod
    def _stands(spots: Iterable[Spot], zone: str | None) -> bool:
        return any(zone is None or place == zone.upper() for place, _ in spots)
