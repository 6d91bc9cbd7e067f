"""Finds the question that a reference means, or those that it can mean: a doubt is offered, never settled by a guess.

A question is meant when it agrees with all that the text says of it, is the only one that does, and agrees in more
than number and year: numbers restart for each minister, so that several questions of one year have the same number.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, Literal

import msgspec

from archive.links.asked import Asked
from archive.links.pointers import Pointer

# A document prints the day on which a question was written, another the day on which it was sent.
_DAYS_APART: Final = 31
_MOST_CANDIDATES: Final = 5

Agreement = Literal["number", "year", "date", "asker", "minister"]


class Resolved(msgspec.Struct, frozen=True):
    """What one reference of a record leads to. place: that of the reference among the record's.

    id: the question that is meant, or None. candidates: those that it can mean where that is not certain.
    agrees: in what the question, or each of the candidates, agrees with the text. spoken: an oral question.
    """

    place: int
    id: str | None = None
    candidates: tuple[str, ...] = ()
    agrees: tuple[Agreement, ...] = ()
    spoken: bool = False


class Resolver:
    """Finds questions of an archive by what a text says of them."""

    def __init__(self, questions: Iterable[Asked]) -> None:
        self._by_number: defaultdict[int, list[Asked]] = defaultdict(list)
        for one in questions:
            self._by_number[one.number].append(one)

    def resolve(self, pointer: Pointer, source: Asked) -> Resolved:
        """What a reference in the text of the question `source` leads to."""
        if pointer.spoken or pointer.reference.number is None:
            return Resolved(pointer.place, spoken=pointer.spoken)
        found = [
            (one, agreement)
            for one in self._by_number.get(pointer.reference.number, ())
            if one.id != source.id and (agreement := _agreement(one, pointer, source)) is not None
        ]
        exact = [pair for pair in found if "date" in pair[1]]
        if exact:
            found = exact
        if len(found) == 1 and set(found[0][1]) & {"date", "asker", "minister"}:
            return Resolved(pointer.place, found[0][0].id, agrees=found[0][1])
        if not found or not _tells_enough(pointer, source):
            return Resolved(pointer.place)
        found.sort(key=lambda pair: (-len(pair[1]), abs(pair[0].day - source.day), pair[0].id))
        best = [pair for pair in found if pair[1] == found[0][1]][:_MOST_CANDIDATES]
        return Resolved(pointer.place, None, tuple(one.id for one, _ in best), best[0][1])


def _tells_enough(pointer: Pointer, source: Asked) -> bool:
    """Whether a text says more than a bare number, of which every minister has one each year."""
    return bool(pointer.reference.parliamentary_year or pointer.asker or pointer.own_asker)


def _agreement(one: Asked, pointer: Pointer, source: Asked) -> tuple[Agreement, ...] | None:
    """In what a question agrees with a reference; None where it contradicts it or comes after it."""
    agreed: list[Agreement] = ["number"]
    for name, agrees in _comparisons(one, pointer, source):
        if agrees is False:
            return None
        if agrees:
            agreed.append(name)
    if one.asked_on and source.asked_on and one.asked_on > source.asked_on + dt.timedelta(_FORWARD_DAYS):
        return None
    return tuple(agreed)


# An answer, given weeks after its question, can point to what was asked in between.
_FORWARD_DAYS: Final = 120


def _comparisons(one: Asked, pointer: Pointer, source: Asked) -> Iterator[tuple[Agreement, bool | None]]:
    """Each fact that a text can state, and whether the question agrees; None where nothing is stated or known."""
    stated = pointer.reference
    yield "year", one.parliamentary_year == stated.parliamentary_year if stated.parliamentary_year else None
    yield "date", _same_day(one.asked_on, stated.date)
    asker = pointer.asker or (source.asker if pointer.own_asker else "")
    yield "asker", one.is_asker(asker) if asker else None
    minister = pointer.minister or (source.minister if pointer.own_minister else "")
    if minister:
        yield "minister", one.is_minister(minister)
    elif pointer.portfolio:
        yield "minister", pointer.portfolio in one.portfolio if one.portfolio else None


def _same_day(known: dt.date | None, stated: dt.date | None) -> bool | None:
    """True for one day, None for days near each other or where one is not known, False for others."""
    if known is None or stated is None:
        return None
    apart = abs((known - stated).days)
    return True if apart == 0 else None if apart <= _DAYS_APART else False
