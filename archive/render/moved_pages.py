"""The pages of names that became aliases: an address once given stays, and leads on to the topic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from archive.links import Links
from archive.links.moved import moved_topics
from archive.links.names import FOLDERS, topic_address
from archive.links.topics import Topic
from archive.render.feeds import topic_feed_links
from archive.render.views import Crumb, PageView
from archive.render.wording import TOPIC_WORDING, TOPICS_WORDING


class MovedView(PageView, frozen=True, kw_only=True):
    """topic: where the records of this name stand now."""

    page_kind: ClassVar[str] = "moved"
    template: ClassVar[str] = "moved.html.j2"

    kind_wording: str
    topic: Topic

    @property
    def shows(self) -> str | None:
        """The page of the topic."""
        return self.topic.address


def moved_views(links: Links) -> Iterator[MovedView]:
    """The page of every alias in the authority whose topic has records."""
    for moved, topic in moved_topics(links):
        index = f"{FOLDERS[topic.kind]}/index.html"
        yield MovedView(
            address=topic_address(moved.old),
            heading=moved.name,
            crumbs=(Crumb(TOPICS_WORDING[topic.kind], index, is_message=True), Crumb(moved.name)),
            section=index,
            feeds=topic_feed_links(topic),
            kind_wording=TOPIC_WORDING[topic.kind],
            topic=topic,
        )
