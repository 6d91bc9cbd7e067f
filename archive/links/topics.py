"""Topics: every theme, subject, asker, minister and parliamentary year with the records that stand under it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from archive.links.cards import Card
from archive.links.names import TopicKey, TopicKind, topic_address


class Topic(msgspec.Struct, frozen=True):
    """One page of its own. `members` newest first, each once."""

    key: TopicKey
    name: str
    members: tuple[Card, ...]

    @property
    def kind(self) -> TopicKind:
        return self.key.kind

    @property
    def address(self) -> str:
        return topic_address(self.key)


class Related(msgspec.Struct, frozen=True):
    """Another topic, and the number of records that stand under both."""

    topic: Topic
    count: int


class Spellings:
    """Counts in how many ways the names of topics are written, to choose one for the page."""

    def __init__(self) -> None:
        self._seen: defaultdict[TopicKey, Counter[str]] = defaultdict(Counter)

    def add(self, key: TopicKey, name: str) -> None:
        self._seen[key][name] += 1

    def chosen(self) -> dict[TopicKey, str]:
        """The most used spelling of each topic; of equally used ones the first in the alphabet."""
        return {
            key: min(spellings, key=lambda name: (-spellings[name], name))
            for key, spellings in self._seen.items()
        }


def gather_topics(cards: Iterable[Card], names: Mapping[TopicKey, str]) -> dict[TopicKey, Topic]:
    """The topics of the cards, which stand newest first. Topics without a name in `names` are left out."""
    members: defaultdict[TopicKey, list[Card]] = defaultdict(list)
    for card in cards:
        for key in card.topics:
            if key in names:
                members[key].append(card)
    return {key: Topic(key, names[key], tuple(members[key])) for key in sorted(members)}


def related_topics(topic: Topic, topics: Mapping[TopicKey, Topic], kind: TopicKind) -> tuple[Related, ...]:
    """Topics of one kind that share records with `topic`, the most shared first, then by key."""
    shared = Counter(key for card in topic.members for key in card.topics if key.kind == kind)
    return tuple(
        Related(topics[key], count)
        for key, count in sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))
        if key != topic.key and key in topics
    )
