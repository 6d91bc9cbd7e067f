"""All that links one question to others: its family, its references both ways, and at most ten that are near it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import msgspec
import numpy as np
import numpy.typing as npt

from archive.links.asked import Asked
from archive.links.facts import RecordFacts
from archive.links.families import Family, gather_families
from archive.links.laws import Laws
from archive.links.pointers import Pointer
from archive.links.reasons import Compared, Kind, Reason, kind_of, reasons_of, strength
from archive.links.related import Likeness
from archive.links.repeats import gather_repeats
from archive.links.resolved import Resolved, Resolver
from archive.links.series import Series
from archive.links.shared_words import TermCounter

NEAR_SHOWN: Final = 10
# How many of each kind of candidate are weighed for these ten.
_WEIGHED: Final = 30
_WORDS_SHOWN: Final = 3


class Near(msgspec.Struct, frozen=True):
    """A record that is near another, with the reasons in words to be. siblings: others of its family, not listed."""

    id: str
    kind: Kind
    reasons: tuple[Reason, ...]
    siblings: int = 0


class Between:
    """The links between the records of one corpus."""

    def __init__(self, facts: Sequence[RecordFacts], terms: TermCounter) -> None:
        """facts: those of all records, in the order of their ids. terms: what their terms mean."""
        self._facts = facts
        self._shown = terms.shown
        self._places = {one.id: place for place, one in enumerate(facts)}
        questions = {one.id: one.question for one in facts if one.question}
        asked = [question.asked for question in questions.values()]
        identities = {id_: question.fingerprint.identity for id_, question in questions.items()}
        printed = {id_: question.printed for id_, question in questions.items() if question.printed}
        self._families = gather_families(asked, identities, printed)
        self._resolved = _resolve(
            asked, {id_: one.pointers for id_, one in questions.items() if one.pointers}
        )
        self._referring = _referring(self._resolved)
        self._repeats = gather_repeats(
            sorted(
                ((place, one.question.fingerprint) for place, one in enumerate(facts) if one.question),
                key=lambda pair: (facts[pair[0]].day, pair[0]),
            )
        )
        self._series = Series([one.question.asked if one.question else None for one in facts])
        self._likeness = Likeness([one.terms for one in facts], terms.names)
        self.laws = Laws((id_, one.laws) for id_, one in questions.items())

    def ids(self) -> tuple[str, ...]:
        """The ids of all records, in their order."""
        return tuple(self._places)

    def family(self, id_: str) -> Family | None:
        """The family of a question that was put to several ministers."""
        return self._families.get(id_)

    def families(self) -> tuple[Family, ...]:
        """Every family once, in the order of the ids of their first members."""
        unique = {family.members: family for family in self._families.values()}
        return tuple(unique[members] for members in sorted(unique))

    def references(self, id_: str) -> dict[int, Resolved]:
        """What the references of a question to others lead to, by their place among its references."""
        return {one.place: one for one in self._resolved.get(id_, ())}

    def referring(self, id_: str) -> tuple[str, ...]:
        """The questions that refer to this one, by id."""
        return self._referring.get(id_, ())

    def near(self, id_: str, limit: int = NEAR_SHOWN) -> tuple[Near, ...]:
        """At most `limit` records near this one, the strongest link first; of a family one, none of its own."""
        place = self._places[id_]
        likeness = self._likeness.to_all(place)
        weighed: list[tuple[float, str, int, Compared]] = []
        for other in self._candidates(place, likeness):
            pair = self._compared(place, other, float(likeness[other]))
            if kind_of(pair):
                weighed.append((-strength(pair), self._facts[other].id, other, pair))
        return tuple(self._chosen(place, sorted(weighed, key=lambda one: one[:2]), limit))

    def _candidates(self, place: int, likeness: npt.NDArray[np.float64]) -> set[int]:
        here = self._facts[place]
        found = set(self._repeats.get(place, ()))
        found.update(self._series.nearest(place))
        linked = (one.id for one in self._resolved.get(here.id, ()) if one.id)
        found.update(self._places[id_] for id_ in (*linked, *self._referring.get(here.id, ())))
        alike = np.flatnonzero(likeness)
        if len(alike) > _WEIGHED:
            # All that are as alike as the last one count, so that the order of the records decides nothing.
            least = np.partition(likeness[alike], len(alike) - _WEIGHED)[len(alike) - _WEIGHED]
            alike = alike[likeness[alike] >= least][: 2 * _WEIGHED]
        found.update(alike.tolist())
        family = self._families.get(here.id)
        return found - {place} - {self._places[id_] for id_ in (family.members if family else ())}

    def _compared(self, place: int, other: int, likeness: float) -> Compared:
        here, there = self._facts[place], self._facts[other]
        mine = here.question.asked if here.question else None
        its = there.question.asked if there.question else None
        return Compared(
            likeness=likeness,
            overlap=self._repeats.get(place, {}).get(other, 0.0),
            refers=here.id in self._referring.get(there.id, ()),
            referred=there.id in self._referring.get(here.id, ()),
            same_title=bool(here.title) and here.title == there.title,
            same_asker=bool(mine and its and mine.asker == its.asker),
            same_subject=bool(mine and its and mine.subject and mine.subject == its.subject),
            days=there.day - here.day if here.day and there.day else None,
        )

    def _chosen(
        self, place: int, weighed: Iterable[tuple[float, str, int, Compared]], limit: int
    ) -> Iterator[Near]:
        seen: set[tuple[str, ...]] = set()
        left = limit
        for _, id_, other, pair in weighed:
            kind = kind_of(pair)
            family = self._families.get(id_)
            if kind is None or (family and family.members in seen):
                continue
            shared = self._likeness.shared(place, other)
            if kind == "related" and not self._is_titled(place, other, shared):
                continue
            words = tuple(self._shown[term] for term in shared[:_WORDS_SHOWN])
            if family:
                seen.add(family.members)
            reasons = reasons_of(msgspec.structs.replace(pair, words=words))
            yield Near(id_, kind, reasons, len(family.members) - 1 if family else 0)
            left -= 1
            if not left:
                return

    def _is_titled(self, place: int, other: int, shared: Iterable[int]) -> bool:
        """Whether a title names one of the words that two records share: those alone tell what a record is about."""
        titled = self._facts[place].terms.titled | self._facts[other].terms.titled
        return not titled.isdisjoint(shared)


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


def _referring(resolved: Mapping[str, tuple[Resolved, ...]]) -> dict[str, tuple[str, ...]]:
    """Of each question that others refer to, which do."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for id_, some in resolved.items():
        for one in some:
            if one.id:
                found[one.id][id_] = None
    return {id_: tuple(ids) for id_, ids in found.items()}
