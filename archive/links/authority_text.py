"""Reads the authority from the text of its file, which is TOML, and refuses entries that contradict each other."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from archive.errors import ConfigError
from archive.links.authority import ENTRY_KINDS, Authority, Entry, EntryKind
from archive.links.names import TopicKey, TopicKind, folded_name, topic_key

_KEYS = tuple(name for name in Entry.__struct_fields__ if name != "kind")


def parse_authority(text: str, place: str) -> Authority:
    """The authority that a text says: for each kind of topic a list of tables, as in [[subject]] name = "Werk".

    place: the file, for the messages. Raises ConfigError that names the file, the entry, the cause and the remedy.
    """
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(place, f"this is no TOML: {error}", "correct the line named") from error
    entries: list[Entry] = []
    for kind, tables in given.items():
        if kind not in ENTRY_KINDS:
            raise ConfigError(place, f"the kind {kind!r} is unknown", _did_you_mean(kind, ENTRY_KINDS))
        if not isinstance(tables, list):
            raise ConfigError(place, f"{kind} is no list of tables", f"begin each entry with [[{kind}]]")
        entries += (_entry(kind, table, number, place) for number, table in enumerate(tables, 1))
    check_entries(entries, place)
    return Authority(entries)


def check_entries(entries: Sequence[Entry], place: str) -> None:
    """Raises ConfigError for the first of the entries that contradicts itself or another."""
    for kind in ENTRY_KINDS:
        of_kind = [entry for entry in entries if entry.kind == kind]
        if of_kind:
            _check_names(of_kind, place)
            _check_circles(of_kind, place)


def _entry(kind: EntryKind, table: object, number: int, place: str) -> Entry:
    own = f"{place}, [[{kind}]] no. {number}"
    if not isinstance(table, Mapping):
        raise ConfigError(own, "this is no table", f"begin each entry with [[{kind}]]")
    if isinstance(table.get("name"), str) and table["name"].strip():
        own = f"{place}, {kind} {table['name']!r}"
    for key in table:
        if key not in _KEYS:
            raise ConfigError(own, f"the key {key!r} is unknown", _did_you_mean(key, _KEYS))
    fields: dict[str, Any] = {"kind": kind, **table}
    try:
        entry = msgspec.convert(fields, Entry)
    except msgspec.ValidationError as error:
        raise ConfigError(
            own, f"the entry has a wrong value: {error}", 'write texts as "…" and lists as ["…", "…"]'
        ) from error
    lists = (entry.aliases, entry.broader, entry.narrower, entry.not_same_as)
    if not all(name.strip() for name in (entry.name, *(name for names in lists for name in names))):
        raise ConfigError(own, "a name is empty", "write it, or remove it")
    if kind == "person" and (entry.broader or entry.narrower):
        raise ConfigError(own, "a person has no broader or narrower", "remove these keys")
    return entry


def _check_names(entries: Sequence[Entry], place: str) -> None:
    """Each name and each alias means one topic, and none that the same entry says it is not."""
    taken: dict[TopicKey, tuple[Entry, str]] = {}
    own_key = Authority(_without_aliases(entries)).key
    for entry in entries:
        kind = _kind(entry)
        for name in (entry.name, *entry.aliases):
            key = own_key(kind, name)
            other, other_name = taken.setdefault(key, (entry, name))
            if other is not entry:
                raise ConfigError(
                    f"{place}, {entry.kind} {entry.name!r}",
                    f"{name!r} is already {_role(other, other_name)} of the entry {other.name!r}",
                    "let it stand in one entry only",
                )
        denied = {own_key(kind, name) for name in entry.not_same_as}
        both = next((alias for alias in entry.aliases if own_key(kind, alias) in denied), None)
        if both is not None:
            raise ConfigError(
                f"{place}, {entry.kind} {entry.name!r}",
                f"{both!r} is both an alias and in not_same_as",
                "remove it from one of the two",
            )
        if entry.kind != "person" and folded_name(entry.name) in map(folded_name, entry.not_same_as):
            raise ConfigError(
                f"{place}, {entry.kind} {entry.name!r}",
                "it is said not to be the same as itself",
                "remove its own name from not_same_as",
            )


def _check_circles(entries: Sequence[Entry], place: str) -> None:
    """No topic holds itself, be it through others."""
    authority = Authority(entries)
    for entry in entries:
        start = authority.key(_kind(entry), entry.name)
        seen: set[TopicKey] = set()
        ahead = list(authority.broader(start))
        while ahead:
            key = ahead.pop()
            if key == start:
                raise ConfigError(
                    f"{place}, {entry.kind} {entry.name!r}",
                    "what is broader than it leads back to itself",
                    "remove one of the names in broader or narrower",
                )
            if key not in seen:
                seen.add(key)
                ahead += authority.broader(key)


def _without_aliases(entries: Iterable[Entry]) -> Iterator[Entry]:
    return (msgspec.structs.replace(entry, aliases=()) for entry in entries)


def _kind(entry: Entry) -> TopicKind:
    """The kind of topic whose keys stand for the names of an entry."""
    return "asker" if entry.kind == "person" else entry.kind


def _role(entry: Entry, name: str) -> str:
    kind = _kind(entry)
    return "the name" if topic_key(kind, name) == topic_key(kind, entry.name) else "an alias"


def _did_you_mean(given: str, known: Sequence[str]) -> str:
    return f"did you mean {difflib.get_close_matches(given, known, n=1, cutoff=0.0)[0]!r}?"
