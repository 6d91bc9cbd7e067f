"""The pages of abbreviations that documents explain: each leads to what it stands for.

An abbreviation that nobody explains has a page of its own at the same address, so that its address stays when a
document that explains it arrives.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from archive.links import Links
from archive.links.names import FOLDERS, topic_address
from archive.links.topics import Topic
from archive.render.views import Crumb, PageView
from archive.render.wording import TOPICS_WORDING


class ShortView(PageView, frozen=True, kw_only=True):
    """meanings: the topics that the abbreviation stands for, those of most records first."""

    page_kind: ClassVar[str] = "abbreviation"
    template: ClassVar[str] = "abbreviation.html.j2"

    meanings: tuple[Topic, ...]


def short_views(links: Links) -> Iterator[ShortView]:
    """The page of each abbreviation that would have one, had nobody explained it."""
    index = f"{FOLDERS['concept']}/index.html"
    for one in links.explained:
        meanings = [links.topics[key] for key in one.means if key in links.topics]
        if meanings and one.key not in links.topics:
            meanings.sort(key=lambda topic: (-len(topic.members), topic.key))
            yield ShortView(
                address=topic_address(one.key),
                heading=one.short,
                crumbs=(Crumb(TOPICS_WORDING["concept"], index, is_message=True), Crumb(one.short)),
                section=index,
                meanings=tuple(meanings),
            )
