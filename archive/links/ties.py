"""What links the questions of a corpus besides their words: families, references both ways, repeats and series.

All of it is made anew from the facts each time, which is cheap; records are known by their place among the facts.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import msgspec

from archive.links.asked import Asked
from archive.links.asked_again import asked_again
from archive.links.facts import RecordFacts
from archive.links.families import gather_families
from archive.links.pointers import Pointer
from archive.links.reasons import Compared
from archive.links.repeats import gather_repeats
from archive.links.resolved import Resolved, Resolver
from archive.links.series import Series
from archive.links.web_addresses import AddressBook

DIGEST_BYTES: Final = 8
_encoder = msgspec.msgpack.Encoder()


class Ties:
    """What links the records of one corpus besides their words."""

    def __init__(self, facts: Sequence[RecordFacts]) -> None:
        """facts: those of all records, in the order of their ids."""
        self._facts = facts
        self._days = [one.day for one in facts]
        self.places = {one.id: place for place, one in enumerate(facts)}
        questions = {one.id: one.question for one in facts if one.question}
        asked = [question.asked for question in questions.values()]
        identities = {id_: question.fingerprint.identity for id_, question in questions.items()}
        printed = {id_: question.printed for id_, question in questions.items() if question.printed}
        self.families = gather_families(asked, identities, printed)
        self.resolved = _resolve(asked, {id_: one.pointers for id_, one in questions.items() if one.pointers})
        self.addresses = AddressBook([(one.id, one.addresses) for one in facts])
        self.referring = _referring(self._targets())
        self._repeats = gather_repeats(
            sorted(
                ((place, one.question.fingerprint) for place, one in enumerate(facts) if one.question),
                key=lambda pair: (self._days[pair[0]], pair[0]),
            )
        )
        self._series = Series([one.question.asked if one.question else None for one in facts])
        self.asked_again = asked_again(facts, self._repeats, self._series, self.kin)

    def tied(self, place: int) -> set[int]:
        """The records that are linked to one whatever their words; of its own family none."""
        found = set(self._repeats.get(place, ()))
        found.update(self._series.nearest(place))
        found.update(self._at(self._refers_to(place)))
        found.update(self._at(self.referring.get(self._facts[place].id, ())))
        return found - self.kin(place)

    def kin(self, place: int) -> set[int]:
        """The record itself, and the others of its family."""
        return {place, *self._at(self.family_of(place))}

    def family_of(self, place: int) -> tuple[str, ...]:
        """The ids of the family of a record; () of one without."""
        family = self.families.get(self._facts[place].id)
        return family.members if family else ()

    def compared(self, place: int, other: int, likeness: float) -> Compared:
        """What is known of two records, seen from the first."""
        here, there = self._facts[place], self._facts[other]
        mine = here.question.asked if here.question else None
        its = there.question.asked if there.question else None
        day, later = self._days[place], self._days[other]
        return Compared(
            likeness=likeness,
            overlap=self._repeats.get(place, {}).get(other, 0.0),
            refers=here.id in self.referring.get(there.id, ()),
            referred=there.id in self.referring.get(here.id, ()),
            same_title=bool(here.title) and here.title == there.title,
            same_asker=bool(mine and its and mine.asker == its.asker),
            same_subject=bool(mine and its and mine.subject and mine.subject == its.subject),
            days=later - day if day and later else None,
        )

    def seen(self, place: int) -> bytes:
        """A digest of all that others see of a record, besides its words."""
        one = self._facts[place]
        asked = one.question.asked if one.question else None
        named = (asked.asker, asked.subject) if asked else ()
        return _digest((one.title, self._days[place], named, self.family_of(place)))

    def inputs(self, place: int) -> bytes:
        """A digest of all that links a record to others, besides its words."""
        repeats = [(self._id(other), share) for other, share in self._repeats.get(place, {}).items()]
        around = sorted({self._id(other) for other in self._series.nearest(place)})
        referring = self.referring.get(self._id(place), ())
        return _digest((sorted(repeats), around, sorted(self._refers_to(place)), sorted(referring)))

    def _id(self, place: int) -> str:
        return self._facts[place].id

    def _at(self, ids: Iterable[str]) -> Iterable[int]:
        return map(self.places.__getitem__, ids)

    def _refers_to(self, place: int) -> set[str]:
        id_ = self._facts[place].id
        named = {one.id for one in self.resolved.get(id_, ()) if one.id}
        return named.union(self.addresses.pointing.get(id_, ()))

    def _targets(self) -> Iterator[tuple[str, str]]:
        """The id of each record that refers to another, with that of the other, in the order of the first."""
        for one in self._facts:
            yield from ((one.id, found.id) for found in self.resolved.get(one.id, ()) if found.id)
            yield from ((one.id, id_) for id_ in self.addresses.pointing.get(one.id, ()))


def _digest(value: object) -> bytes:
    return hashlib.blake2b(_encoder.encode(value), digest_size=DIGEST_BYTES).digest()


def _resolve(
    questions: Sequence[Asked], pointers: Mapping[str, tuple[Pointer, ...]]
) -> dict[str, tuple[Resolved, ...]]:
    """What the references of each question lead to, by its id."""
    resolver = Resolver(questions)
    by_id = {one.id: one for one in questions}
    return {
        id_: tuple(resolver.resolve(pointer, by_id[id_]) for pointer in some)
        for id_, some in sorted(pointers.items())
    }


def _referring(targets: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Of each record that others refer to, which do."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for id_, target in targets:
        found[target][id_] = None
    return {id_: tuple(ids) for id_, ids in found.items()}
