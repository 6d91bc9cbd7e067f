"""The names that became aliases and had a page of their own, with the topics that they lead to now."""

from __future__ import annotations

from collections.abc import Iterator

from archive.links.authority import Moved
from archive.links.linking import Links
from archive.links.topics import Topic


def moved_topics(links: Links) -> Iterator[tuple[Moved, Topic]]:
    """Each alias whose topic has records, in the order of the keys that they had."""
    for moved in links.authority.moved():
        topic = links.topics.get(moved.key)
        if topic is not None and moved.old not in links.topics:
            yield moved, topic
