"""Families: one question put to several ministers, told by its text and by the list of ministers that it prints."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal

import msgspec

from archive.links.asked import Asked
from archive.links.put_to import PutTo

# A question that one minister passes on is put to another some weeks later, with its own words.
PASSED_ON_DAYS: Final = 92

FamilyReason = Literal["same_text", "printed_list"]


class Family(msgspec.Struct, frozen=True):
    """Questions that are one, by date and id.

    reasons: by what it is known. absent: ministers and numbers that the printed list names and the archive lacks.
    """

    members: tuple[str, ...]
    reasons: tuple[FamilyReason, ...]
    absent: tuple[PutTo, ...] = ()


def gather_families(
    questions: Sequence[Asked], identities: Mapping[str, bytes], printed: Mapping[str, tuple[PutTo, ...]]
) -> dict[str, Family]:
    """The family of each question that has one, by id.

    identities: of each question that of its text. printed: of the questions that print a list, its entries.
    """
    joined = _Joined()
    reasons: defaultdict[str, set[FamilyReason]] = defaultdict(set)
    absent: defaultdict[str, dict[PutTo, None]] = defaultdict(dict)
    for one, other in _by_text(questions, identities):
        joined.join(one, other)
        reasons[one].add("same_text")
    numbered = _by_number(questions)
    by_id = {one.id: one for one in questions}
    for id_, entries in sorted(printed.items()):
        source = by_id[id_]
        for entry in entries:
            if entry.number == source.number and source.is_minister(entry.minister):
                continue
            found = _listed(entry, source, numbered)
            if found is None:
                absent[id_][entry] = None
            else:
                joined.join(id_, found)
                reasons[id_].add("printed_list")
    families: dict[str, Family] = {}
    for members in joined.groups([*reasons, *absent]):
        ordered = tuple(sorted(members, key=lambda id_: (by_id[id_].day, id_)))
        why: set[FamilyReason] = set().union(*(reasons[id_] for id_ in ordered if id_ in reasons))
        missing = dict.fromkeys(entry for id_ in ordered for entry in absent.get(id_, ()))
        family = Family(ordered, tuple(sorted(why, reverse=True)), tuple(sorted(missing)))
        families.update(dict.fromkeys(ordered, family))
    return families


def _by_text(questions: Sequence[Asked], identities: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Pairs of questions with one text and one asker, put to different ministers within PASSED_ON_DAYS."""
    groups: defaultdict[tuple[bytes, str], list[Asked]] = defaultdict(list)
    for one in questions:
        if identities.get(one.id):
            groups[identities[one.id], one.asker].append(one)
    for group in groups.values():
        first: Asked | None = None
        ministers: set[str] = set()
        for one in sorted(group, key=lambda member: (member.day, member.id)):
            if first and one.day - first.day <= PASSED_ON_DAYS and one.minister not in ministers:
                ministers.add(one.minister)
                yield first.id, one.id
            else:
                first, ministers = one, {one.minister}


def _by_number(questions: Iterable[Asked]) -> dict[tuple[str, int], list[Asked]]:
    found: defaultdict[tuple[str, int], list[Asked]] = defaultdict(list)
    for one in questions:
        found[one.parliamentary_year, one.number].append(one)
    return found


def _listed(entry: PutTo, source: Asked, numbered: Mapping[tuple[str, int], Sequence[Asked]]) -> str | None:
    """The question that an entry of a printed list names, if the archive has it: of the same year and asker."""
    found = [
        one.id
        for one in numbered.get((source.parliamentary_year, entry.number), ())
        if one.is_minister(entry.minister) and one.asker == source.asker and one.id != source.id
    ]
    return found[0] if len(found) == 1 else None


class _Joined:
    """Joins what belongs together (disjoint sets)."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        self._parent[second] = first

    def groups(self, others: Iterable[str]) -> list[list[str]]:
        """What was joined, and those of `others` that stand alone, each by its smallest member."""
        groups: defaultdict[str, list[str]] = defaultdict(list)
        for one in dict.fromkeys((*self._parent, *others)):
            groups[self._root(one)].append(one)
        return [groups[root] for root in sorted(groups)]

    def _root(self, one: str) -> str:
        self._parent.setdefault(one, one)
        while self._parent[one] != one:
            self._parent[one] = self._parent[self._parent[one]]
            one = self._parent[one]
        return one
