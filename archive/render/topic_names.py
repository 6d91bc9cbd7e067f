"""What the authority says of the names of a topic: how else it is written, and what stands above and below it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from archive.links import Links
from archive.links.names import TopicKey, topic_address
from archive.links.topics import Topic
from archive.text.collation import sort_key


class NamedTopic(msgspec.Struct, frozen=True):
    """Another topic; without an address where no record stands under it."""

    name: str
    address: str | None


class NamesView(msgspec.Struct, frozen=True):
    """Empty throughout for a topic of which the authority says nothing."""

    description: str | None
    also: tuple[str, ...]
    broader: tuple[NamedTopic, ...]
    narrower: tuple[NamedTopic, ...]
    apart: tuple[NamedTopic, ...]

    @property
    def is_told(self) -> bool:
        """Whether the authority says anything."""
        return bool(self.description or self.also or self.broader or self.narrower or self.apart)


def names_view(topic: Topic, links: Links) -> NamesView:
    """What there is to say of the names of a topic."""
    authority, key = links.authority, topic.key
    return NamesView(
        authority.description(key),
        authority.aliases(key),
        _named(authority.broader(key), links),
        _named(authority.narrower(key), links),
        _named(authority.apart(key), links),
    )


def _named(keys: Iterable[TopicKey], links: Links) -> tuple[NamedTopic, ...]:
    found = []
    for key in keys:
        topic = links.topics.get(key)
        name = topic.name if topic else links.authority.written(key)
        found.append(NamedTopic(name, topic_address(key) if topic else None))
    return tuple(sorted(found, key=lambda one: sort_key(one.name)))
