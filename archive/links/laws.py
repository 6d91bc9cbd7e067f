"""Texts of law that records name: each with its page, whatever the wording.

Decrees and the like that were passed on one day are one text here, because most documents name them by their day
alone; the wordings that are told on the page let a reader see where these are two.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import msgspec

from archive.links.authority import Authority
from archive.links.law_titles import law_title
from archive.links.names import TopicKey
from archive.links.wordings import body_texts
from archive.model.question import Reference, WrittenQuestion
from archive.model.record import Record
from archive.parse.source_references import find_laws
from archive.text.dates import written_date

# The noun of each kind, as the documents have it.
_NOUNS: Final = {
    "decree": "Decreet",
    "decision": "Besluit",
    "act": "Wet",
    "ordinance": "Ordonnantie",
    "circular": "Omzendbrief",
    "regulation": "Verordening",
    "agreement": "Samenwerkingsakkoord",
}
_MOST_WORDINGS: Final = 5
_LONGEST_WORDING: Final = 160
# What a title says of a law must stand in two documents, as a single one may go on with something else.
_WITNESSES: Final = 2

LawKey = tuple[str, str]


class LawNaming(msgspec.Struct, frozen=True):
    """A text of law that a record names. text: as printed there."""

    key: LawKey
    text: str


class Law(msgspec.Struct, frozen=True):
    """A text of law. name: its fullest name; wordings: how documents name it, commonest first."""

    key: TopicKey
    name: str
    wordings: tuple[str, ...]


class Laws(msgspec.Struct, frozen=True):
    """by_key: each text of law; named: by the id of a record the keys of those that it names, in its order."""

    by_key: dict[TopicKey, Law]
    named: dict[str, tuple[TopicKey, ...]]


def law_key(reference: Reference) -> LawKey | None:
    """What makes a text of law one: its kind and date, or the short name of a decree. None for other references."""
    if reference.kind not in _NOUNS:
        return None
    return reference.kind, reference.date.isoformat() if reference.date else reference.text.casefold()


def law_name(key: LawKey) -> str:
    """The name of a text of law: "Decreet van 12 juli 2013", "Omgevingsvergunningsdecreet"."""
    kind, told = key
    try:
        return f"{_NOUNS[kind]} van {written_date(dt.date.fromisoformat(told))}"
    except ValueError:
        return told.capitalize()


def laws_named(record: Record) -> tuple[LawNaming, ...]:
    """The texts of law that a record names, each once."""
    if isinstance(record, WrittenQuestion):
        references: Iterable[Reference] = record.references
    else:
        references = (one for text in body_texts(record) for _, one in find_laws(text))
    found: dict[LawKey, LawNaming] = {}
    for one in references:
        key = law_key(one)
        if key:
            found.setdefault(key, LawNaming(key, " ".join(one.text.split())))
    return tuple(found.values())


def gather_laws(named: Sequence[tuple[str, Sequence[LawNaming]]], authority: Authority, least: int) -> Laws:
    """The texts of law that at least so many records name. named: of each record its id and those that it names."""
    by_id = {
        id_: tuple(dict.fromkeys(_key(one.key, authority) for one in some)) for id_, some in named if some
    }
    counts = Counter(key for keys in by_id.values() for key in keys)
    wordings: defaultdict[TopicKey, Counter[str]] = defaultdict(Counter)
    keys: dict[TopicKey, LawKey] = {}
    for _, some in named:
        for one in some:
            key = _key(one.key, authority)
            wordings[key][one.text] += 1
            keys.setdefault(key, one.key)
    kept: dict[TopicKey, Law] = {}
    for key in sorted(counts):
        if counts[key] >= least:
            name = authority.name(key) or law_title(law_name(keys[key]), wordings[key], _WITNESSES)
            kept[key] = Law(key, name, _told(wordings[key], name))
    return Laws(kept, {id_: tuple(key for key in keys if key in kept) for id_, keys in by_id.items()})


def _key(key: LawKey, authority: Authority) -> TopicKey:
    return authority.key("law", law_name(key))


def _told(wordings: Counter[str], name: str) -> tuple[str, ...]:
    """The wordings that tell more than the name, the commonest first, each once whatever its case."""
    unique: dict[str, str] = {}
    for text in sorted(wordings, key=lambda text: (-wordings[text], text)):
        if len(text) <= _LONGEST_WORDING and text.casefold() != name.casefold():
            unique.setdefault(text.casefold(), text)
    return tuple(unique.values())[:_MOST_WORDINGS]
