"""Puts each part of a question beside its part of the answer, as rows to show.

A floating part (one without labels) goes with the part before it. A joint answer spans the parts that it answers.
An answer to "7" also answers 7a and 7b when no answer is given for those apart; an answer to 7a stands beside
question 7 when the question has no 7a. A part that only leads in ("Hoeveel werknemers ontvangen") goes with its
first sub-part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from archive.model.question import Part


class Row(msgspec.Struct, frozen=True):
    """Parts that stand side by side.

    elsewhere: the labels of a joint answer that stands in an earlier row and answers this one too, because
    parts with answers of their own lie between.
    """

    question: tuple[Part, ...]
    answer: tuple[Part, ...]
    elsewhere: tuple[str, ...] = ()


class _Home(msgspec.Struct, frozen=True):
    """Where an answer is shown (None: before every question), and what it answers from afar."""

    place: int | None
    afar: tuple[int, ...] = ()


class _Unit(msgspec.Struct, frozen=True):
    """A labelled part with the floating parts after it; without labels when these stand first."""

    labels: tuple[str, ...]
    parts: tuple[Part, ...]


def pair_parts(question: Sequence[Part], answer: Sequence[Part]) -> tuple[Row, ...] | None:
    """The rows of a question and its answer, or None where nothing is numbered on one of the two sides.

    Every part stands in exactly one row, in the order of its side within a row and of the question over the rows.
    """
    asked, answered = _units(question), _units(answer)
    if not any(unit.labels for unit in asked) or not any(unit.labels for unit in answered):
        return None
    places = _places(asked, answered)
    joined = _leads(asked, {place for group in places for place in group})
    homes = _homes(places, joined)
    return tuple(_rows(asked, answered, joined, homes))


def _units(parts: Sequence[Part]) -> list[_Unit]:
    units: list[_Unit] = []
    for part in parts:
        if part.labels or not units:
            units.append(_Unit(part.labels, (part,)))
        else:
            units[-1] = _Unit(units[-1].labels, (*units[-1].parts, part))
    return units


def _ancestors(label: str) -> Iterator[str]:
    """The labels above one, the nearest first: "7" for "7a", nothing for "10"."""
    for end in range(len(label) - 1, 0, -1):
        if not (label[end - 1].isdigit() and label[end].isdigit()):
            yield label[:end]


def _by_label(units: Sequence[_Unit]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, unit in enumerate(units):
        for label in unit.labels:
            found.setdefault(label, place)
    return found


def _places(asked: Sequence[_Unit], answered: Sequence[_Unit]) -> list[list[int]]:
    """For each unit of the answer the units of the question that it answers, in order."""
    question_at, answer_at = _by_label(asked), _by_label(answered)
    divided = {above for label in answer_at for above in _ancestors(label)}
    found: list[set[int]] = [set() for _ in answered]
    for number, unit in enumerate(answered):
        for label in unit.labels:
            near = next((one for one in (label, *_ancestors(label)) if one in question_at), None)
            if near is not None:
                found[number].add(question_at[near])
    for place, unit in enumerate(asked):
        if any(label in answer_at for label in unit.labels):
            continue
        for label in unit.labels:
            above = next((one for one in _ancestors(label) if one in answer_at), None)
            if above is not None and above not in divided:
                found[answer_at[above]].add(place)
    return [sorted(places) for places in found]


def _leads(asked: Sequence[_Unit], answered_places: set[int]) -> list[bool]:
    """For each unit whether it shares its row with the next: here, those that lead in to it."""
    joined = [False] * len(asked)
    for place in range(len(asked) - 1):
        lead, first = asked[place], asked[place + 1]
        above = {one for label in first.labels for one in _ancestors(label)}
        joined[place] = place not in answered_places and (
            not lead.labels or not above.isdisjoint(lead.labels)
        )
    return joined


def _homes(places: Sequence[list[int]], joined: list[bool]) -> list[_Home]:
    """For each unit of the answer where it is shown. Marks in `joined` the units of the question that it spans.

    An answer that fits nowhere stands with the answer before it.
    """
    homes: list[_Home] = []
    for covered in places:
        if not covered:
            homes.append(_Home(homes[-1].place if homes else None))
            continue
        end = covered[0]
        afar: list[int] = []
        for place in covered[1:]:
            if all(joined[end : place - 1]):
                joined[end:place] = [True] * (place - end)
                end = place
            else:
                afar.append(place)
        homes.append(_Home(covered[0], tuple(afar)))
    return homes


def _rows(
    asked: Sequence[_Unit], answered: Sequence[_Unit], joined: Sequence[bool], homes: Sequence[_Home]
) -> Iterator[Row]:
    row_of: list[int] = []
    for place in range(len(asked)):
        row_of.append(row_of[-1] if place and joined[place - 1] else place)
    shown: defaultdict[int | None, list[Part]] = defaultdict(list)
    afar: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for unit, home in zip(answered, homes, strict=True):
        row = None if home.place is None else row_of[home.place]
        shown[row].extend(unit.parts)
        for place in home.afar:
            if row_of[place] != row:
                afar[row_of[place]].update(dict.fromkeys(unit.labels))
    if shown[None]:
        yield Row((), tuple(shown[None]))
    grouped: defaultdict[int, list[Part]] = defaultdict(list)
    for unit, row in zip(asked, row_of, strict=True):
        grouped[row].extend(unit.parts)
    for row, parts in grouped.items():
        yield Row(tuple(parts), tuple(shown[row]), tuple(afar[row]))
