"""The pages that tell how soon ministers answer: the figures, and the questions that are late or open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

import msgspec

from archive.links import Links
from archive.links.cards import Card, newest_first
from archive.links.deadlines import TERM
from archive.links.names import TopicKey
from archive.links.term_figures import TermFigures, Terms
from archive.links.topics import Topic
from archive.render.catalogue import Catalogue
from archive.render.formats import number_text
from archive.render.lists import list_pages
from archive.render.views import Crumb, PageView

TERMS_ADDRESS = "termijnen.html"
TERMS_CSV = "termijnen.csv"
TERMS_HEADING = "How soon do ministers answer?"
LATE_HEADING = "Answered late"
OPEN_HEADING = "Questions without a known answer"
# Message ids of the columns, in the table and in the file beside it.
COLUMNS = ("Questions", "On time", "Late", "No answer known", "Unknown", "Median in working days")
_LISTS = {"late": ("termijnen/te-laat.html", LATE_HEADING), "open": ("termijnen/open.html", OPEN_HEADING)}


class TermRow(msgspec.Struct, frozen=True):
    """The figures of one minister; None for all together."""

    minister: Topic | None
    figures: TermFigures


class TermTable(msgspec.Struct, frozen=True):
    """The figures of one parliamentary year, that of all ministers last; `year` None for all years together."""

    year: Topic | None
    rows: tuple[TermRow, ...]


class TermsView(PageView, frozen=True, kw_only=True):
    """The overview. late and open: the addresses of the lists, where there are any such questions."""

    page_kind: ClassVar[str] = "terms"
    heading_is_message: ClassVar[bool] = True
    template: ClassVar[str] = "terms.html.j2"

    total: TermFigures
    tables: tuple[TermTable, ...]
    late: str | None
    open: str | None
    csv: str = TERMS_CSV
    columns: tuple[str, ...] = COLUMNS
    term: int = TERM


class TermListView(PageView, frozen=True, kw_only=True):
    """Late or open questions, newest first. count: of all pages together."""

    page_kind: ClassVar[str] = "term-list"
    heading_is_message: ClassVar[bool] = True
    template: ClassVar[str] = "term-list.html.j2"

    count: int
    cards: tuple[Card, ...]
    page_number: int | None
    page_count: int
    newer: str | None
    older: str | None


def term_views(links: Links, terms: Terms) -> Iterator[PageView]:
    """All pages. `links` were made of the records that `terms` speak of."""
    lists = {"late": terms.late, "open": terms.open}
    yield TermsView(
        address=TERMS_ADDRESS,
        heading=TERMS_HEADING,
        crumbs=(Crumb(TERMS_HEADING, is_message=True),),
        section=TERMS_ADDRESS,
        total=terms.total,
        tables=tuple(_tables(links, terms)),
        late=_LISTS["late"][0] if terms.late else None,
        open=_LISTS["open"][0] if terms.open else None,
    )
    for name, (address, heading) in _LISTS.items():
        if lists[name]:
            yield from _list_views(address, heading, newest_first(links.by_id[id] for id in lists[name]))


def term_rows(links: Links, terms: Terms, catalogue: Catalogue) -> list[list[str]]:
    """The figures of every year and minister as rows of cells, the heads of the columns first."""
    rows = [[catalogue.gettext(name) for name in ("Parliamentary year", "Minister", *COLUMNS)]]
    for year, ministers in sorted(terms.by_year.items(), reverse=True):
        for minister, figures in ministers.items():
            names = [_name(links, year), _name(links, minister)]
            rows.append([*names, *_cells(figures, catalogue.language)])
    return rows


def _cells(figures: TermFigures, language: str) -> list[str]:
    counts = (figures.questions, figures.on_time, figures.late, figures.open, figures.unknown)
    middle = "" if figures.median_days is None else number_text(figures.median_days, language)
    return [*map(str, counts), middle]


def _name(links: Links, key: TopicKey) -> str:
    topic = links.topics.get(key)
    return topic.name if topic else ""


def _tables(links: Links, terms: Terms) -> Iterator[TermTable]:
    """All years together first, then year by year, newest first."""
    if terms.by_minister:
        yield _table(links, None, terms.by_minister, terms.total)
    if len(terms.by_year) > 1:
        for year, ministers in sorted(terms.by_year.items(), reverse=True):
            yield _table(links, links.topics.get(year), ministers, terms.of_year[year])


def _table(
    links: Links, year: Topic | None, ministers: Mapping[TopicKey, TermFigures], total: TermFigures
) -> TermTable:
    rows = tuple(
        TermRow(topic, figures) for key, figures in ministers.items() if (topic := links.topics.get(key))
    )
    return TermTable(year, (*rows, *((TermRow(None, total),) if len(rows) > 1 else ())))


def _list_views(address: str, heading: str, cards: tuple[Card, ...]) -> Iterator[TermListView]:
    pages = list_pages(address, cards)
    for page in pages:
        yield TermListView(
            address=page.address,
            heading=heading,
            crumbs=(Crumb(TERMS_HEADING, TERMS_ADDRESS, is_message=True), Crumb(heading, is_message=True)),
            section=TERMS_ADDRESS,
            count=len(cards),
            cards=page.entries,
            page_number=page.number,
            page_count=len(pages) - 1,
            newer=page.newer,
            older=page.older,
        )
