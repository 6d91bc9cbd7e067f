"""The pages of one topic: what stands under it, newest first, and what it goes together with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

import msgspec

from archive.links import Links
from archive.links.cards import Card
from archive.links.names import FOLDERS, TopicKind, topic_address, topic_key
from archive.links.topics import Related, Topic
from archive.render.feeds import topic_feed_links
from archive.render.formats import month_text
from archive.render.lists import ListPage, list_pages
from archive.render.views import CardGroup, Crumb, PageView, grouped
from archive.render.wording import TOPIC_WORDING, TOPICS_WORDING

RELATED_SHOWN = 8
_KINDS_BESIDE: dict[TopicKind, tuple[TopicKind, ...]] = {
    "theme": ("year", "subject", "minister", "asker"),
    "subject": ("year", "minister", "asker", "theme", "subject"),
    "asker": ("year", "theme", "subject", "minister"),
    "minister": ("year", "theme", "subject", "asker"),
    "year": ("minister", "theme", "subject", "asker"),
    "competence": ("minister", "year", "theme", "subject", "asker"),
    "concept": ("year", "subject", "concept", "minister", "asker", "theme"),
    "law": ("year", "subject", "concept", "minister", "asker", "theme"),
}


class Panel(msgspec.Struct, frozen=True):
    """Related topics of one kind. largest: the greatest count, for the bars; left_out: how many are not shown."""

    wording: str
    related: tuple[Related, ...]
    largest: int
    left_out: int


class TopicView(PageView, frozen=True, kw_only=True):
    """page_number is None on the newest page, where the panels stand too; portfolios only for a minister."""

    page_kind: ClassVar[str] = "topic"
    template: ClassVar[str] = "topic.html.j2"

    kind_wording: str
    name: str
    questions: int
    documents: int
    portfolios: tuple[str, ...]
    groups: tuple[CardGroup, ...]
    panels: tuple[Panel, ...]
    page_number: int | None
    page_count: int
    newer: str | None
    older: str | None


def topic_views(
    topic: Topic, links: Links, language: str, portfolios: tuple[str, ...] = ()
) -> Iterator[TopicView]:
    """The pages of a topic, the newest first. `portfolios`: those that a minister held, newest first."""
    pages = list_pages(topic.address, topic.members)
    kinds = Counter(card.is_question for card in topic.members)
    index = f"{FOLDERS[topic.kind]}/index.html"
    for page in pages:
        yield TopicView(
            address=page.address,
            heading=topic.name if page.number is None else f"{topic.name} ({page.number})",
            crumbs=_crumbs(topic, page, index),
            section=index,
            feeds=topic_feed_links(topic),
            kind_wording=TOPIC_WORDING[topic.kind],
            name=topic.name,
            questions=kinds[True],
            documents=kinds[False],
            portfolios=portfolios,
            groups=_groups(topic, page, language),
            panels=tuple(_panels(topic, links)) if page.number is None else (),
            page_number=page.number,
            page_count=len(pages) - 1,
            newer=page.newer,
            older=page.older,
        )


def _crumbs(topic: Topic, page: ListPage[Card], index: str) -> tuple[Crumb, ...]:
    way = (Crumb(TOPICS_WORDING[topic.kind], index, is_message=True),)
    if page.number is None:
        return (*way, Crumb(topic.name))
    return (*way, Crumb(topic.name, topic.address), Crumb(str(page.number)))


def _groups(topic: Topic, page: ListPage[Card], language: str) -> tuple[CardGroup, ...]:
    """By month on the page of a year, by parliamentary year, which links to its page, on all others."""
    if topic.kind == "year":
        return grouped(page.entries, lambda card: month_text(card.date, language) if card.date else None)
    return tuple(
        msgspec.structs.replace(group, address=topic_address(topic_key("year", group.name)))
        if group.name
        else group
        for group in grouped(page.entries, _year)
    )


def _year(card: Card) -> str | None:
    return card.parliamentary_year


def _panels(topic: Topic, links: Links) -> Iterator[Panel]:
    for kind in _KINDS_BESIDE[topic.kind]:
        related = links.related(topic, kind)
        if not related:
            continue
        if kind == "year":
            # Years tell a course of time: all of them, newest first.
            shown = tuple(sorted(related, key=lambda one: one.topic.key, reverse=True))
        else:
            shown = related[:RELATED_SHOWN]
        yield Panel(TOPICS_WORDING[kind], shown, related[0].count, len(related) - len(shown))
