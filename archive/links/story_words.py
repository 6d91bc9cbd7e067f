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
from archive.links.topics import Topic

SHORT_FORMS_SHOWN: Final = 30
# So many records tell what an abbreviation means in all.
_ASKED: Final = 50
# Of so many records one that uses an abbreviation tells nothing of the topic.
_MANY: Final = 20

ToldBy = Literal["here", "elsewhere", "editors", "table", "nobody"]
_TOLD_BY: Final[dict[str, ToldBy]] = {
    "documents": "elsewhere",
    "authority": "editors",
    "table": "table",
    "nobody": "nobody",
}


class Shortened(msgspec.Struct, frozen=True):
    """Of one record the abbreviations that stand in it, as shown, and the long forms that it gives them, by key."""

    used: dict[str, str]
    long: dict[str, str]


class ShortForm(msgspec.Struct, frozen=True):
    """An abbreviation. records: how many of the topic's records use it; long: what it stands for, if that is told.

    told_by: the topic's own records, others of the archive, its editors, the table of known names, or nobody.
    source: the oldest of the topic's records that tells. topic: the page of what it stands for.
    """

    short: str
    records: int
    long: str | None = None
    told_by: ToldBy = "nobody"
    source: Card | None = None
    topic: Topic | None = None


class ShortForms:
    """Tells the abbreviations of the topics of a corpus."""

    def __init__(
        self, facts: Iterable[tuple[str, ConceptFacts]], concepts: Mapping[TopicKey, Concept]
    ) -> None:
        """facts: those of each record by its id. concepts: by the key of their topic."""
        self._shortened = {
            id_: Shortened(
                {abbreviation_key(short): short for short in one.used},
                {abbreviation_key(naming.short): naming.long for naming in one.namings},
            )
            for id_, one in facts
            if one.used or one.namings
        }
        self._concepts = concepts
        self._short_keys = {
            key: frozenset(map(abbreviation_key, one.abbreviations))
            for key, one in concepts.items()
            if one.abbreviations
        }

    def of_topic(self, topic: Topic, topics: Mapping[TopicKey, Topic]) -> tuple[ShortForm, ...]:
        """At most thirty abbreviations of a topic, those of most of its records first.

        Shown are those that one of its records explains, and those that are names of an organisation or a measure.
        """
        using: defaultdict[str, list[Card]] = defaultdict(list)
        # The oldest first: it is the one that a long form is quoted from.
        for card in reversed(topic.members):
            if card.id in self._shortened:
                for key in self._shortened[card.id].used:
                    using[key].append(card)
        least = 2 if len(topic.members) > _MANY else 1
        ranked = sorted((-len(cards), key) for key, cards in using.items() if len(cards) >= least)
        forms: list[ShortForm] = []
        for _, key in ranked:
            if form := self._form(key, using[key], topic, topics):
                forms.append(form)
                if len(forms) == SHORT_FORMS_SHOWN:
                    break
        return tuple(forms)

    def _form(
        self, key: str, cards: Sequence[Card], topic: Topic, topics: Mapping[TopicKey, Topic]
    ) -> ShortForm | None:
        """An abbreviation with its long form: that of most records of the topic, else what others say."""
        told = [
            (card, self._shortened[card.id].long[key])
            for card in cards
            if key in self._shortened[card.id].long
        ]
        concept = self._concept(key, cards)
        if not told and concept is None:
            return None
        printed = Counter(self._shortened[card.id].used[key] for card in cards)
        page = topics.get(concept.key) if concept and concept.key != topic.key else None
        form = ShortForm(_most_used(printed), len(cards), topic=page)
        if told:
            long = _most_used(Counter(long for _, long in told))
            source = next(card for card, one in told if one == long)
            return msgspec.structs.replace(form, long=long, told_by="here", source=source)
        if concept and concept.long:
            return msgspec.structs.replace(form, long=concept.long, told_by=_TOLD_BY[concept.told_by])
        return form

    def _concept(self, key: str, cards: Sequence[Card]) -> Concept | None:
        """What an abbreviation means in most of these records."""
        meant = Counter(
            topic
            for card in cards[:_ASKED]
            for topic in card.topics
            if key in self._short_keys.get(topic, ())
        )
        return self._concepts[min(meant, key=lambda one: (-meant[one], one))] if meant else None


def _most_used(spellings: Counter[str]) -> str:
    return min(spellings, key=lambda one: (-spellings[one], one))
