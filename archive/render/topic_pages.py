"""The pages of one topic: what stands under it, newest first, and what it goes together with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

import msgspec

from archive.links import Links
from archive.links.cards import Card
from archive.links.names import FOLDERS, topic_address, topic_key
from archive.links.topics import Topic
from archive.model.addresses import series_address
from archive.render.catalogue import Catalogue
from archive.render.count_charts import ChartFigure, year_figure
from archive.render.feeds import topic_feed_links
from archive.render.formats import month_text
from archive.render.lists import ListPage, list_pages
from archive.render.periods import PeriodsView, periods_view
from archive.render.story_views import StoryView, story_view
from archive.render.topic_names import NamesView, names_view
from archive.render.topic_wordings import WordingsView, kind_wording, wordings_view
from archive.render.views import CardGroup, Crumb, PageView, grouped
from archive.render.wording import TOPICS_WORDING

# Enough to read on, and few enough for a page that stays small.
LIST_LENGTH = 40
_FEWEST_PARTS = 4
WHAT_IT_IS = "What it is"
IN_TIME = "In time"
TABLES = "Tables"
ABBREVIATIONS = "Abbreviations"
DOCUMENTS = "Supporting documents"
ALL_QUESTIONS = "The newest"
WHO_AND_WHAT = "Who, what and when"
CONTENTS_TEXTS = (WHAT_IT_IS, IN_TIME, TABLES, ABBREVIATIONS, DOCUMENTS, ALL_QUESTIONS, WHO_AND_WHAT)


class TopicView(PageView, frozen=True, kw_only=True):
    """page_number is None on the newest page, where the story stands too; so do the periods of people and competences.

    groups: empty where the story has every record on its line. course: questions per year, where there are several.
    series: the page of figures through several answers, if there is one. contents: the name, a message id, and the
    anchor of each part of a page that has several.
    """

    page_kind: ClassVar[str] = "topic"
    template: ClassVar[str] = "topic.html.j2"

    kind_wording: str
    name: str
    questions: int
    documents: int
    names: NamesView
    wordings: WordingsView | None
    periods: PeriodsView | None
    groups: tuple[CardGroup, ...]
    story: StoryView | None
    course: ChartFigure | None
    contents: tuple[tuple[str, str], ...]
    series: str | None
    page_number: int | None
    page_count: int
    newer: str | None
    older: str | None


def topic_views(topic: Topic, links: Links, catalogue: Catalogue) -> Iterator[TopicView]:
    """The pages of a topic, the newest first."""
    pages = list_pages(topic.address, topic.members, LIST_LENGTH)
    kinds = Counter(card.is_question for card in topic.members)
    index = f"{FOLDERS[topic.kind]}/index.html"
    for page in pages:
        story = story_view(topic, links) if page.number is None else None
        course = _course(topic, links, catalogue) if story and not story.line else None
        yield TopicView(
            address=page.address,
            heading=topic.name if page.number is None else f"{topic.name} ({page.number})",
            crumbs=_crumbs(topic, page, index),
            section=index,
            feeds=topic_feed_links(topic),
            kind_wording=kind_wording(topic, links),
            name=topic.name,
            questions=kinds[True],
            documents=kinds[False],
            names=names_view(topic, links),
            wordings=wordings_view(topic, links) if page.number is None else None,
            periods=periods_view(topic, links) if page.number is None else None,
            groups=() if story and story.line else _groups(topic, page, catalogue.language),
            story=story,
            series=series_address(topic.key.slug) if topic.key in links.figures.by_subject else None,
            course=course,
            contents=_contents(story, course) if story else (),
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


def _contents(story: StoryView, course: ChartFigure | None) -> tuple[tuple[str, str], ...]:
    """The parts that the page has; none where they are too few to choose from."""
    parts = (
        (WHAT_IT_IS, "wat", story.quotes),
        (IN_TIME, "tijd", story.line or course),
        (TABLES, "tabellen", story.tables),
        (ABBREVIATIONS, "afkortingen", story.short_forms),
        (DOCUMENTS, "documenten", story.documents),
        (ALL_QUESTIONS, "lijst", not story.line),
        (WHO_AND_WHAT, "wie", True),
    )
    found = tuple((name, anchor) for name, anchor, has_content in parts if has_content)
    return found if len(found) >= _FEWEST_PARTS else ()


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


def _course(topic: Topic, links: Links, catalogue: Catalogue) -> ChartFigure | None:
    if topic.kind == "year":
        return None
    return year_figure(
        topic.members,
        catalogue,
        is_known=lambda year: topic_key("year", year) in links.topics,
        title=topic.name,
    )
