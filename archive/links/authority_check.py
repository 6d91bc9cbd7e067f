"""Tells what the entries of an authority do in a corpus: what they join, what nothing names, and what contradicts them.

Entries of the kinds concept and law are told by the records of their topic alone: what texts call these is found
when all is linked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final, Literal

import msgspec

from archive.links.authority import Authority, Entry, EntryKind, topic_kinds
from archive.links.cards import topic_names
from archive.links.names import TopicKey, TopicKind, topic_key
from archive.model.question import WrittenQuestion
from archive.model.record import Record

Cause = Literal["two_names", "asks_self", "two_parties", "two_holders"]

# Kinds whose names stand in fields of the records.
_FIELD_KINDS: Final[frozenset[EntryKind]] = frozenset({"theme", "subject", "person", "competence"})
_MOST_TOLD: Final = 5

Days = tuple[int, int]


class CountedName(msgspec.Struct, frozen=True):
    """A name of an entry, and in how many records it stands."""

    name: str
    records: int


class Contradiction(msgspec.Struct, frozen=True):
    """What speaks against an entry, in some records, by id.

    two_names: one record has two of its names; asks_self: the one who asks is the one who answers; two_parties: two
    of the names ask on one day for different parties; two_holders: different ministers hold two names of a
    competence in one time.
    """

    cause: Cause
    names: tuple[str, ...]
    records: tuple[str, ...]


class CheckedEntry(msgspec.Struct, frozen=True):
    """An entry in this corpus. records: those of its topic; names: each of its own names, but for concepts and laws.

    lacking: names in broader, narrower and not_same_as that nothing has, neither a record nor an entry.
    """

    kind: EntryKind
    name: str
    records: int
    names: tuple[CountedName, ...]
    lacking: tuple[str, ...]
    contradictions: tuple[Contradiction, ...]


class AuthorityCheck:
    """Reads records, and tells of every entry what they say of it."""

    def __init__(self, authority: Authority) -> None:
        self._authority = authority
        self._entries = {
            authority.key(kind, entry.name): entry
            for entry in authority.entries
            for kind in topic_kinds(entry.kind)
        }
        self._named: Counter[TopicKey] = Counter()
        self._written: defaultdict[TopicKey, Counter[TopicKey]] = defaultdict(Counter)
        self._found: defaultdict[TopicKey, dict[tuple[Cause, tuple[str, ...]], list[str]]] = defaultdict(dict)
        self._parties: defaultdict[TopicKey, dict[int, tuple[str, str, str]]] = defaultdict(dict)
        self._holders: defaultdict[TopicKey, dict[tuple[str, TopicKey], tuple[Days, str]]] = defaultdict(dict)

    def add(self, record: Record) -> None:
        """Counts one record."""
        names = [
            (self._authority.key(kind, name), kind, name) for kind, name in dict.fromkeys(topic_names(record))
        ]
        self._named.update({key for key, _, _ in names})
        for key, kind, name in names:
            if key in self._entries:
                self._written[key][topic_key(kind, name)] += 1
        self._find_two_names(names, record.id)
        if isinstance(record, WrittenQuestion):
            self._find_in_question(record)

    def checked(self, told: Iterable[tuple[TopicKey, int]] = ()) -> tuple[CheckedEntry, ...]:
        """What was found, in the order of the file. told: how many records the topics of concepts and laws have."""
        for key, records in told:
            self._named[key] = records
        self._find_two_holders()
        return tuple(map(self._checked, self._authority.entries))

    def _checked(self, entry: Entry) -> CheckedEntry:
        keys = [self._authority.key(kind, entry.name) for kind in topic_kinds(entry.kind)]
        return CheckedEntry(
            entry.kind,
            entry.name,
            sum(self._named[key] for key in keys),
            tuple(self._counted(entry, keys)) if entry.kind in _FIELD_KINDS else (),
            tuple(self._lacking(entry)),
            tuple(
                Contradiction(cause, names, tuple(ids[:_MOST_TOLD]))
                for key in keys
                for (cause, names), ids in sorted(self._found[key].items())
            ),
        )

    def _counted(self, entry: Entry, keys: Iterable[TopicKey]) -> Iterator[CountedName]:
        for name in (entry.name, *entry.aliases):
            counts = (self._written[key][topic_key(key.kind, name)] for key in keys)
            yield CountedName(name, sum(counts))

    def _lacking(self, entry: Entry) -> Iterator[str]:
        if entry.kind not in _FIELD_KINDS:
            return
        for name in dict.fromkeys((*entry.broader, *entry.narrower, *entry.not_same_as)):
            keys = [self._authority.key(kind, name) for kind in topic_kinds(entry.kind)]
            if not any(self._named[key] or key in self._entries for key in keys):
                yield name

    def _find_two_names(self, names: Iterable[tuple[TopicKey, TopicKind, str]], id_: str) -> None:
        together: defaultdict[TopicKey, dict[TopicKey, str]] = defaultdict(dict)
        for key, kind, name in names:
            if key in self._entries:
                together[key].setdefault(topic_key(kind, name), name)
        for key, written in together.items():
            if len(written) > 1:
                self._note(key, "two_names", tuple(sorted(written.values())), id_)

    def _find_in_question(self, record: WrittenQuestion) -> None:
        asker = self._authority.key("asker", record.asker.name)
        minister = self._authority.key("minister", record.minister.name)
        day = record.asked_on.toordinal() if record.asked_on else 0
        one_person = asker.slug == minister.slug and not self._authority.are_two_people(asker.slug)
        if asker in self._entries and one_person:
            self._note(asker, "asks_self", (record.asker.name, record.minister.name), record.id)
        if asker in self._entries and day and record.asker.party:
            name, party, id_ = self._parties[asker].setdefault(
                day, (record.asker.name, record.asker.party, record.id)
            )
            if (
                topic_key("asker", name) != topic_key("asker", record.asker.name)
                and party != record.asker.party
            ):
                self._note(asker, "two_parties", tuple(sorted((name, record.asker.name))), id_, record.id)
        for competence in record.minister.competences if day else ():
            key = self._authority.key("competence", competence)
            if key in self._entries:
                (first, last), id_ = self._holders[key].get((competence, minister), ((day, day), record.id))
                self._holders[key][competence, minister] = (min(first, day), max(last, day)), id_

    def _find_two_holders(self) -> None:
        for key, held in self._holders.items():
            for ((name, minister), (days, id_)), (
                (other, other_minister),
                (other_days, other_id),
            ) in combinations(sorted(held.items()), 2):
                two_names = topic_key("competence", name) != topic_key("competence", other)
                if two_names and minister != other_minister and _overlap(days, other_days):
                    self._note(key, "two_holders", tuple(sorted((name, other))), id_, other_id)

    def _note(self, key: TopicKey, cause: Cause, names: tuple[str, ...], *ids: str) -> None:
        noted = self._found[key].setdefault((cause, names), [])
        noted += (id_ for id_ in ids if id_ not in noted)


def _overlap(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
