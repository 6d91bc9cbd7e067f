"""The abbreviations that the records of a topic use, and what each stands for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal

import msgspec

from archive.links.abbreviated import abbreviation_key
from archive.links.cards import Card
from archive.links.concept_facts import ConceptFacts
from archive.links.concepts import Concept
from archive.links.names import TopicKey
from archive.links.namings import Naming
from archive.links.topics import Topic

SHORT_FORMS_SHOWN: Final = 30
# Of so many records one that uses an abbreviation tells nothing of the topic.
_MANY: Final = 20

ToldBy = Literal["here", "elsewhere", "table", "nobody"]


class Shortened(msgspec.Struct, frozen=True):
    """Of one record the abbreviations that stand in it, as shown, and what it says of them."""

    used: tuple[str, ...]
    namings: tuple[Naming, ...]


class ShortForm(msgspec.Struct, frozen=True):
    """An abbreviation. records: how many of the topic's records use it; long: what it stands for, if that is told.

    told_by: the topic's own records, others of the archive, the table of known names, or nobody. source: the oldest
    of the topic's records that tells. topic: the page of what it stands for.
    """

    short: str
    records: int
    long: str | None = None
    told_by: ToldBy = "nobody"
    source: Card | None = None
    topic: Topic | None = None


def shortened_of(facts: ConceptFacts) -> Shortened:
    """What is kept of a record for the abbreviations of its topics."""
    return Shortened(facts.used, facts.namings)


def short_forms_of(
    topic: Topic,
    shortened: Mapping[str, Shortened],
    concepts: Mapping[TopicKey, Concept],
    topics: Mapping[TopicKey, Topic],
) -> tuple[ShortForm, ...]:
    """At most thirty abbreviations of a topic, those of most of its records first.

    Shown are those that one of its records explains, and those that are names of an organisation or a measure.
    shortened: by the id of each record. concepts: by the key of their topic.
    """
    using: defaultdict[str, list[Card]] = defaultdict(list)
    printed: defaultdict[str, Counter[str]] = defaultdict(Counter)
    namings: defaultdict[str, list[tuple[Card, str]]] = defaultdict(list)
    for card in reversed(topic.members):
        found = shortened[card.id]
        for naming in found.namings:
            namings[abbreviation_key(naming.short)].append((card, naming.long))
        for short in found.used:
            printed[abbreviation_key(short)][short] += 1
        for key in dict.fromkeys(map(abbreviation_key, found.used)):
            using[key].append(card)
    least = 2 if len(topic.members) > _MANY else 1
    ranked = sorted((-len(cards), key) for key, cards in using.items() if len(cards) >= least)
    forms: list[ShortForm] = []
    for _, key in ranked:
        short = min(printed[key], key=lambda one: (-printed[key][one], one))
        concept = _concept(key, using[key], concepts)
        if key in namings or concept:
            page = topics.get(concept.key) if concept and concept.key != topic.key else None
            forms.append(_form(ShortForm(short, len(using[key]), topic=page), namings.get(key, ()), concept))
        if len(forms) == SHORT_FORMS_SHOWN:
            break
    return tuple(forms)


def _concept(key: str, cards: Iterable[Card], concepts: Mapping[TopicKey, Concept]) -> Concept | None:
    """What an abbreviation means in most of these records."""
    counts = Counter(
        topic
        for card in cards
        for topic in card.topics
        if topic in concepts and key in map(abbreviation_key, concepts[topic].abbreviations)
    )
    return concepts[min(counts, key=lambda one: (-counts[one], one))] if counts else None


def _form(form: ShortForm, told: Sequence[tuple[Card, str]], concept: Concept | None) -> ShortForm:
    """The abbreviation with its long form: that of most records of the topic, else what others say."""
    if told:
        counts = Counter(long for _, long in told)
        long = min(counts, key=lambda one: (-counts[one], one))
        source = next(card for card, one in told if one == long)
        return msgspec.structs.replace(form, long=long, told_by="here", source=source)
    if concept and concept.long:
        told_by: ToldBy = "table" if concept.told_by == "table" else "elsewhere"
        return msgspec.structs.replace(form, long=concept.long, told_by=told_by)
    return form
