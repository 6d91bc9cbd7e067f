"""The story of a topic as its page shows it: addresses of what is quoted, panels with bars, words for the years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from archive.links import Links
from archive.links.cards import Card
from archive.links.names import TopicKind
from archive.links.stories import InTime, Moment, Story, story_of
from archive.links.story_quotes import Quote
from archive.links.story_words import ShortForm
from archive.links.telling import Side, ToldTable
from archive.links.topics import Related, Topic
from archive.model.addresses import table_anchor, table_file
from archive.model.question import AnswerKind
from archive.render.wording import TOPICS_WORDING

PANEL_LENGTH = 8
TABLES_OPEN = 6
WHO_ASKS = "Who asks"
WHO_ANSWERS = "Who answers"
COMPETENCES = "Competences involved"
STORY_TEXTS = (WHO_ASKS, WHO_ANSWERS, COMPETENCES)


class QuoteView(msgspec.Struct, frozen=True):
    """Words of a document. address: the place on its page where they stand."""

    text: str
    address: str
    side: Side
    card: Card


class TableView(msgspec.Struct, frozen=True):
    """A table of another page. name: "" where neither a caption nor heads tell one.

    asked: the sub-question that it answers, else the title of its record.
    """

    card: Card
    number: int
    name: str
    asked: str
    address: str
    csv: str


class PanelRow(msgspec.Struct, frozen=True):
    """A topic with the number of records that it shares. years: from the first to the last, "" where none is told."""

    topic: Topic
    count: int
    years: str = ""


class Panel(msgspec.Struct, frozen=True):
    """Topics of one kind. largest: the greatest count, for the bars; left_out: how many are not shown."""

    wording: str
    rows: tuple[PanelRow, ...]
    largest: int
    left_out: int = 0


class AnswerCount(msgspec.Struct, frozen=True):
    """How many questions got one kind of answer; kind None: those without any."""

    kind: AnswerKind | None
    count: int


class StoryView(msgspec.Struct, frozen=True):
    """What the page tells. people: askers, ministers, competences; company: what goes together with the topic.

    folded_tables: those after the first few, which the reader unfolds; more_tables: how many are not listed.
    """

    quotes: tuple[QuoteView, ...]
    line: tuple[Moment, ...]
    people: tuple[Panel, ...]
    years: Panel | None
    answers: tuple[AnswerCount, ...]
    company: tuple[Panel, ...]
    tables: tuple[TableView, ...]
    folded_tables: tuple[TableView, ...]
    more_tables: int
    short_forms: tuple[ShortForm, ...]
    documents: tuple[Card, ...]

    @property
    def most_answers(self) -> int:
        """The greatest count of one kind of answer, for the bars."""
        return max((one.count for one in self.answers), default=0)


def story_view(topic: Topic, links: Links) -> StoryView:
    """The story of a topic of the corpus that `links` was made of."""
    story = story_of(topic, links)
    tables = tuple(_table(one.card, one.table) for one in story.tables)
    return StoryView(
        quotes=tuple(map(_quote, story.quotes)),
        line=story.line,
        people=tuple(_people(story)),
        years=_years(story.years),
        answers=tuple(AnswerCount(kind, count) for kind, count in story.answers),
        company=tuple(_company(kind, some) for kind, some in story.company.items()),
        tables=tables[:TABLES_OPEN],
        folded_tables=tables[TABLES_OPEN:],
        more_tables=story.more_tables,
        short_forms=story.short_forms,
        documents=story.documents,
    )


def _table(card: Card, table: ToldTable) -> TableView:
    address = f"{card.address}#{table_anchor(table.number)}"
    asked = table.asked or card.title
    return TableView(card, table.number, table.name, asked, address, table_file(card.address, table.number))


def _quote(quote: Quote) -> QuoteView:
    anchor = f"#{quote.said.anchor}" if quote.said.anchor else ""
    return QuoteView(quote.said.text, quote.card.address + anchor, quote.said.side, quote.card)


def _people(story: Story) -> Iterator[Panel]:
    # One year, told behind every name, tells nothing.
    several = len({years_text(one) for one in (*story.askers, *story.ministers, *story.competences)}) > 1
    for wording, some in (
        (WHO_ASKS, story.askers),
        (WHO_ANSWERS, story.ministers),
        (COMPETENCES, story.competences),
    ):
        if some:
            rows = tuple(
                PanelRow(one.topic, one.count, years_text(one) if several else "")
                for one in some[:PANEL_LENGTH]
            )
            yield Panel(wording, rows, some[0].count, len(some) - len(rows))


def years_text(one: InTime) -> str:
    """The calendar years from the first to the last record: "2019–2024", or "2024"."""
    if one.first is None or one.last is None:
        return ""
    if one.first.year == one.last.year:
        return str(one.first.year)
    return f"{one.first.year}–{one.last.year}"


def _years(some: Sequence[InTime]) -> Panel | None:
    """All years, newest first: they tell a course of time."""
    if not some:
        return None
    rows = tuple(PanelRow(one.topic, one.count) for one in reversed(some))
    return Panel(TOPICS_WORDING["year"], rows, max(one.count for one in some))


def _company(kind: TopicKind, some: Iterable[Related]) -> Panel:
    found = tuple(some)
    rows = tuple(PanelRow(one.topic, one.count) for one in found[:PANEL_LENGTH])
    return Panel(TOPICS_WORDING[kind], rows, max(row.count for row in rows), len(found) - len(rows))
