"""Which names the records of a corpus have for their topics: how often, from when to when, and in which spelling."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

import msgspec

from archive.links.authority import Authority, EntryKind
from archive.links.cards import topic_names
from archive.links.names import TopicKey, TopicKind
from archive.links.namings import Naming, namings_in
from archive.links.wordings import body_texts
from archive.model.question import WrittenQuestion
from archive.model.record import Record
from archive.text.languages import Language

# Under which kind of entry the names of a kind of topic stand; a year has none.
_ENTRY_KIND: Final[dict[TopicKind, EntryKind]] = {
    "theme": "theme",
    "subject": "subject",
    "asker": "person",
    "minister": "person",
    "competence": "competence",
}


class UsedName(msgspec.Struct, frozen=True):
    """A topic as the records name it: the spelling that most have, and in how many it stands.

    first and last: ordinals of the first and the last day on which a dated record names it; 0 where none does.
    """

    key: TopicKey
    name: str
    records: int
    first: int
    last: int


class NamesInUse:
    """Counts the names of records while they are read. What the authority joins counts as one."""

    def __init__(self, authority: Authority, language: Language) -> None:
        self._authority = authority
        self._language = language
        self._spellings: defaultdict[tuple[EntryKind, TopicKey], Counter[str]] = defaultdict(Counter)
        self._days: dict[tuple[EntryKind, TopicKey], tuple[int, int]] = {}
        self.namings: Counter[Naming] = Counter()

    def add(self, record: Record) -> None:
        """Counts the names of one record, and what it says of abbreviations."""
        date = record.asked_on if isinstance(record, WrittenQuestion) else record.dated_on
        day = date.toordinal() if date else 0
        for kind, name in dict.fromkeys(topic_names(record)):
            entry_kind = _ENTRY_KIND.get(kind)
            if entry_kind:
                self._add_name(entry_kind, self._key(kind, name), name, day)
        self.namings.update(set(namings_in((record.title, *body_texts(record)), self._language)))

    def add_all(self, records: Iterable[Record]) -> NamesInUse:
        """Counts those of all records, and is the same afterwards."""
        for record in records:
            self.add(record)
        return self

    def of_kind(self, kind: EntryKind) -> tuple[UsedName, ...]:
        """The topics that entries of a kind speak of, the most used first."""
        used = (
            UsedName(
                key,
                self._authority.name(key) or min(names, key=lambda name: (-names[name], name)),
                names.total(),
                *self._days.get((kind, key), (0, 0)),
            )
            for (entry_kind, key), names in self._spellings.items()
            if entry_kind == kind
        )
        return tuple(sorted(used, key=lambda one: (-one.records, one.key)))

    def _key(self, kind: TopicKind, name: str) -> TopicKey:
        """A person has one key, whether asking or answering."""
        return self._authority.key("asker" if kind == "minister" else kind, name)

    def _add_name(self, kind: EntryKind, key: TopicKey, name: str, day: int) -> None:
        self._spellings[kind, key][name] += 1
        if day:
            first, last = self._days.get((kind, key), (day, day))
            self._days[kind, key] = min(first, day), max(last, day)
