"""Every view of the site, made one by one so that no two pages need to be in memory at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from archive.links import Links
from archive.links.counts import QuestionCounts
from archive.links.names import FOLDERS
from archive.links.recent import News
from archive.links.term_figures import Terms
from archive.links.topics import Topic
from archive.model.question import WrittenQuestion
from archive.model.record import Record
from archive.render.catalogue import Catalogue
from archive.render.comparison_page import comparison_view
from archive.render.document_page import document_view
from archive.render.figure_pages import figures_view
from archive.render.front_pages import (
    about_view,
    home_view,
    newest_view,
    not_found_view,
    search_view,
)
from archive.render.index_pages import index_views
from archive.render.moved_pages import moved_views
from archive.render.pattern_page import patterns_view
from archive.render.question_page import question_view
from archive.render.reading_pages import ReadingFacts, reading_views
from archive.render.series_pages import series_index, series_index_views
from archive.render.short_pages import short_views
from archive.render.term_pages import term_views
from archive.render.topic_pages import topic_views
from archive.render.views import FeedLink, PageView
from archive.search.messages import JS_MESSAGES


def record_view(record: Record, links: Links, *, deadlines: bool = True) -> PageView:
    """The page of a record of the corpus that `links` were made of. deadlines: whether terms are shown."""
    if isinstance(record, WrittenQuestion):
        return question_view(record, links, deadlines=deadlines)
    return document_view(record, links)


def comparison_views(
    ids: Iterable[str], record: Callable[[str], Record | None], links: Links
) -> Iterator[PageView]:
    """The page of each of some questions that asks an earlier one again. record: gives that of an id."""
    for id_ in ids:
        if (earlier_id := links.between.earlier(id_)) is None:
            continue
        earlier, later = record(earlier_id), record(id_)
        if isinstance(earlier, WrittenQuestion) and isinstance(later, WrittenQuestion):
            yield comparison_view(earlier, later, links)


def topics_views(topics: Iterable[Topic], links: Links, catalogue: Catalogue) -> Iterator[PageView]:
    """The pages of some topics."""
    for topic in topics:
        yield from topic_views(topic, links, catalogue)


def list_views(links: Links) -> Iterator[PageView]:
    """The indexes of each kind of topic, and the pages of the names that lead to topics."""
    for kind in FOLDERS:
        yield from index_views(kind, links)
    yield from moved_views(links)
    yield from short_views(links)


def front_views(
    links: Links, *, title: str, signature: str, reading: ReadingFacts, terms: Terms | None = None
) -> Iterator[PageView]:
    """The pages at the root of a tree and those behind them, but for those that hold words of its language.

    terms: None where the terms of answers are not shown.
    """
    yield home_view(links, title)
    yield about_view(links, signature)
    yield from reading_views(links, reading)
    if terms is not None:
        yield from term_views(links, terms)
    yield from series_index_views(links)
    yield not_found_view()


def worded_front_views(
    links: Links,
    catalogue: Catalogue,
    *,
    news: News,
    counts: QuestionCounts,
    base_url: str | None = None,
    saved: Sequence[FeedLink] = (),
) -> Iterator[PageView]:
    """Those that do. counts: of the same questions. saved: the feeds of the saved searches."""
    yield newest_view(links, news, catalogue, saved)
    yield patterns_view(catalogue)
    yield figures_view(links, counts, catalogue, series_index(links))
    messages = {key: catalogue.gettext(text) for key, text in JS_MESSAGES.items()}
    yield search_view(links, messages, base_url)
