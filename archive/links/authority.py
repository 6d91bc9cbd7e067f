"""The authority: which names are one topic, what stands above and below it, and what it is not; as the user says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple, get_args

import msgspec

from archive.links.names import TopicKey, TopicKind, folded_name, marked_key, topic_key

EntryKind = Literal["theme", "subject", "person", "competence", "concept", "law"]

ENTRY_KINDS: tuple[EntryKind, ...] = get_args(EntryKind)
# A person stands under two kinds: as the one who asks, and as the one who answers.
_PERSON_KINDS: tuple[TopicKind, ...] = ("asker", "minister")


class Entry(msgspec.Struct, frozen=True):
    """What the user says of one topic.

    name: as it is to be written on the page; aliases: other names of the same. broader, narrower: topics of the
    same kind that hold this one, or that it holds. not_same_as: names that are near this one and mean another;
    where a person's own name stands there, the member and the minister of that name are two people.
    """

    kind: EntryKind
    name: str
    aliases: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    not_same_as: tuple[str, ...] = ()
    description: str | None = None


class Moved(NamedTuple):
    """A name that became an alias: the key that it had of its own, the name, and the key that it leads to."""

    old: TopicKey
    name: str
    key: TopicKey


def topic_kinds(kind: EntryKind) -> tuple[TopicKind, ...]:
    """The kinds of topics that entries of a kind speak of."""
    return _PERSON_KINDS if kind == "person" else (kind,)


class Authority:
    """All entries, to be asked for the key of a name and for what is said of a key.

    The entries must not contradict each other (archive.links.authority_text checks that). Without entries every
    name has the key that `topic_key` makes of it.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries = tuple(entries)
        self._apart_of_own_name: dict[tuple[TopicKey, str], TopicKey] = {}
        self._joined: dict[TopicKey, TopicKey] = {}
        self._moved: dict[TopicKey, Moved] = {}
        self._written: dict[TopicKey, str] = {}
        self._of_key: dict[TopicKey, Entry] = {}
        self._two_people: set[str] = set()
        self._broader: defaultdict[TopicKey, set[TopicKey]] = defaultdict(set)
        self._narrower: defaultdict[TopicKey, set[TopicKey]] = defaultdict(set)
        self._apart: defaultdict[TopicKey, set[TopicKey]] = defaultdict(set)
        # The keys that were asked for: records name the same topics again and again.
        self._keys: dict[tuple[TopicKind, str], TopicKey] = {}
        kinds = [(entry, kind) for entry in self.entries for kind in topic_kinds(entry.kind)]
        for entry, kind in kinds:
            self._set_apart(entry, kind)
        for entry, kind in kinds:
            self._join(entry, kind)
        for entry, kind in kinds:
            self._relate(entry, kind)

    def key(self, kind: TopicKind, name: str) -> TopicKey:
        """The key of the topic that a name means: that of its entry, or the one made of the name itself."""
        found = self._keys.get((kind, name))
        if found is None:
            own = self._own_key(kind, name)
            found = self._keys[kind, name] = self._joined.get(own, own)
        return found

    def resolved(self, key: TopicKey) -> TopicKey:
        """The key of the topic that the key of a name leads to."""
        return self._joined.get(key, key)

    def name(self, key: TopicKey) -> str | None:
        """The name to be written on the page, where there is an entry."""
        entry = self._of_key.get(key)
        return entry.name if entry else None

    def aliases(self, key: TopicKey) -> tuple[str, ...]:
        """The other names of a topic."""
        entry = self._of_key.get(key)
        return entry.aliases if entry else ()

    def description(self, key: TopicKey) -> str | None:
        """What the entry says of the topic."""
        entry = self._of_key.get(key)
        return entry.description if entry else None

    def broader(self, key: TopicKey) -> tuple[TopicKey, ...]:
        """The topics that hold this one, whichever of the entries says so, in the order of their keys."""
        return tuple(sorted(self._broader.get(key, ())))

    def narrower(self, key: TopicKey) -> tuple[TopicKey, ...]:
        """The topics that this one holds, whichever of the entries says so, in the order of their keys."""
        return tuple(sorted(self._narrower.get(key, ())))

    def apart(self, key: TopicKey) -> tuple[TopicKey, ...]:
        """The topics that are not this one, though their names are near, whichever of the entries says so."""
        return tuple(sorted(self._apart.get(key, ())))

    def are_two_people(self, slug: str) -> bool:
        """Whether the member and the minister of one name are two people. slug: that of either key."""
        return slug in self._two_people

    def moved(self) -> tuple[Moved, ...]:
        """The aliases that have a key of their own, in the order of these keys."""
        return tuple(moved for _, moved in sorted(self._moved.items()))

    def written(self, key: TopicKey) -> str:
        """How the authority writes a topic that it speaks of, with an entry or without; "" where it does not."""
        return self.name(key) or self._written.get(key, "")

    def _own_key(self, kind: TopicKind, name: str) -> TopicKey:
        """The key made of a name alone, but for a name that is set apart from another with the same key."""
        key = topic_key(kind, name)
        if self._apart_of_own_name:
            return self._apart_of_own_name.get((key, folded_name(name)), key)
        return key

    def _set_apart(self, entry: Entry, kind: TopicKind) -> None:
        """Gives a mark of its own to the key of a name that would have the key of the entry, and is not the same.

        Of two entries that each deny to be the other, the first keeps its address.
        """
        key, own = topic_key(kind, entry.name), folded_name(entry.name)
        for name in entry.not_same_as:
            if folded_name(name) == own:
                self._two_people.add(key.slug)
            elif topic_key(kind, name) == key and (key, own) not in self._apart_of_own_name:
                self._apart_of_own_name[key, folded_name(name)] = marked_key(kind, name)

    def _join(self, entry: Entry, kind: TopicKind) -> None:
        key = self._own_key(kind, entry.name)
        self._of_key[key] = entry
        for alias in entry.aliases:
            own = self._own_key(kind, alias)
            self._joined[own] = key
            if own != key:
                self._moved.setdefault(own, Moved(own, alias, key))

    def _relate(self, entry: Entry, kind: TopicKind) -> None:
        key = self.key(kind, entry.name)
        for other in self._other_keys(kind, entry.broader):
            self._broader[key].add(other)
            self._narrower[other].add(key)
        for other in self._other_keys(kind, entry.narrower):
            self._narrower[key].add(other)
            self._broader[other].add(key)
        for other in self._other_keys(kind, entry.not_same_as):
            if other != key:
                self._apart[key].add(other)
                self._apart[other].add(key)

    def _other_keys(self, kind: TopicKind, names: Iterable[str]) -> Iterator[TopicKey]:
        for name in names:
            key = self.key(kind, name)
            self._written.setdefault(key, name)
            yield key
