"""The page of a written question: each sub-question beside its answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import takewhile
from typing import ClassVar

import msgspec

from archive.links import Links
from archive.links.cards import Card
from archive.links.deadlines import Deadline, deadline_of
from archive.links.figure_series import TableSeries
from archive.links.guesses import table_guesses
from archive.links.names import TopicKey
from archive.links.pairing import Row, pair_parts
from archive.links.topics import Topic
from archive.model.addresses import answer_anchor, page_address, question_anchor
from archive.model.blocks import Block, Footnote, block_texts
from archive.model.footnotes import footnote_numbers
from archive.model.question import Attachment, Note, Part, WrittenQuestion
from archive.model.tables import has_tables, numbered_question
from archive.render.mention_views import MentionsByText, mention_views
from archive.render.portfolio_links import PortfolioPiece, portfolio_pieces
from archive.render.question_links import LinksView, links_view
from archive.render.views import Crumb, PageView

# A side of up to so many characters stays in sight while the other, longer one is read.
_SHORT = 900


class PartView(msgspec.Struct, frozen=True):
    """A part to show. name: "7a", "8, 9", or "" for a floating one, which has no anchors; nor has a repeated one.

    opens: the first part of a main number.
    """

    name: str
    anchors: tuple[str, ...]
    blocks: tuple[Block, ...]
    opens: bool = False

    @property
    def is_sub(self) -> bool:
        """True for a part below a numbered one: "7a", but not "7"."""
        return any(character.isalpha() for character in self.name)


class RowView(msgspec.Struct, frozen=True):
    """Parts side by side.

    wide: nothing can stand beside these. short: one side may stay in sight while the other is read.
    elsewhere: name and anchor of each part of an answer in another row that answers this one.
    """

    question: tuple[PartView, ...]
    answer: tuple[PartView, ...]
    wide: bool = False
    short_question: bool = False
    short_answer: bool = False
    elsewhere: tuple[tuple[str, str], ...] = ()


class QuestionView(PageView, frozen=True, kw_only=True):
    """contents: name and anchor of the main sub-questions. ties: the links to other records.

    mentions: the words of the text that lead to topics. guesses: what was guessed of each table, by its number;
    series: what other answers tell again of it.
    footnotes: the number of each. deadline: None where no rule is to be applied.
    """

    page_kind: ClassVar[str] = "question"
    template: ClassVar[str] = "question.html.j2"

    record: WrittenQuestion
    rows: tuple[RowView, ...]
    contents: tuple[tuple[str, str], ...]
    themes: tuple[Topic, ...]
    year: Topic | None
    subject: Topic | None
    asker: Topic | None
    minister: Topic | None
    portfolio: tuple[PortfolioPiece, ...]
    attachments: tuple[Attachment, ...]
    mentions: MentionsByText
    ties: LinksView
    before: Card | None
    after: Card | None
    guesses: Mapping[int, tuple[Note, ...]]
    series: Mapping[int, TableSeries]
    footnotes: Mapping[Footnote, int]
    deadline: Deadline | None = None

    @property
    def answer_stands_apart(self) -> bool:
        """True where one answer answers all parts, so that on a narrow screen it stands below a long question."""
        return len(self.rows) == 1 and not self.rows[0].wide and not self.rows[0].short_question

    @property
    def has_tables(self) -> bool:
        """Whether any table stands on the page."""
        parts = (part.blocks for row in self.rows for part in (*row.question, *row.answer))
        return has_tables(*parts, *(attachment.blocks for attachment in self.attachments))


def question_view(record: WrittenQuestion, links: Links, *, deadlines: bool = True) -> QuestionView:
    """The view of one question of the corpus that `links` was made of; with the term of the answer or without."""
    card = links.by_id[record.id]
    guesses = table_guesses(record)
    record = numbered_question(record)
    subject = _topic(links, links.key("subject", record.subject))
    asker = _topic(links, links.key("asker", record.asker.name))
    minister = _topic(links, links.key("minister", record.minister.name))
    year = _topic(links, links.key("year", record.parliamentary_year))
    before, after = links.neighbours[record.id]
    rows = question_rows(record)
    return QuestionView(
        address=page_address(record),
        heading=record.title,
        crumbs=tuple(
            Crumb(name, address)
            for name, address in (
                (record.parliamentary_year, year.address if year else None),
                (record.minister.name, minister.address if minister else None),
                (str(record.number), None),
            )
        ),
        record=record,
        rows=rows,
        contents=_contents(rows),
        themes=links.topics_of(card, "theme"),
        year=year,
        subject=subject,
        asker=asker,
        minister=minister,
        portfolio=_portfolio(record, links),
        attachments=record.answer.attachments if record.answer else (),
        mentions=mention_views(record, links),
        ties=links_view(record, links),
        before=before,
        after=after,
        guesses=guesses,
        series=links.figures.of_record(record.id),
        footnotes=footnote_numbers(record),
        deadline=deadline_of(record) if deadlines else None,
    )


def _portfolio(record: WrittenQuestion, links: Links) -> tuple[PortfolioPiece, ...]:
    competences = [links.key("competence", name) for name in record.minister.competences]
    return portfolio_pieces(record.minister.portfolio, competences, links)


def question_rows(record: WrittenQuestion) -> tuple[RowView, ...]:
    """The rows of a question's page, each anchor given once, however often a document repeats a label."""
    question, answer = record.question, record.answer
    asked, answered = _Side(question_anchor), _Side(answer_anchor)
    opening, closing = Part((), question.introduction), Part((), question.closing)
    if answer is None:
        whole = (opening, *question.parts, closing)
        return (RowView(asked.views(whole), (), wide=True),)
    answer_opening, answer_closing = Part((), answer.introduction), Part((), answer.closing)
    paired = pair_parts(question.parts, answer.parts)
    rows: tuple[Row, ...]
    if paired is None:
        rows = (Row((opening, *question.parts, closing), (answer_opening, *answer.parts, answer_closing)),)
    else:
        rows = (Row((opening,), (answer_opening,)), *paired, Row((closing,), (answer_closing,)))
    return tuple(view for row in rows if (view := _row_view(row, asked, answered)) is not None)


class _Side:
    """One side of the exchange; gives each label its anchor the first time that it comes."""

    def __init__(self, anchor_of: Callable[[str], str]) -> None:
        self._anchor_of = anchor_of
        self._given: set[str] = set()
        self._main_number = ""

    def views(self, parts: Iterable[Part]) -> tuple[PartView, ...]:
        """The views of the parts; a part that is empty on both counts, labels and text, is left out."""
        return tuple(self._view(part) for part in parts if part.labels or part.blocks)

    def _view(self, part: Part) -> PartView:
        fresh = [label for label in part.labels if label not in self._given]
        self._given.update(fresh)
        name = ", ".join(part.labels)
        before, self._main_number = self._main_number, _main_number(name) if name else self._main_number
        return PartView(name, tuple(map(self._anchor_of, fresh)), part.blocks, before != self._main_number)


def _row_view(row: Row, asked: _Side, answered: _Side) -> RowView | None:
    left, right = asked.views(row.question), answered.views(row.answer)
    if not left and not right:
        return None
    numbered = any(part.labels for part in row.question)
    return RowView(
        question=left,
        answer=right,
        wide=not right and not numbered,
        short_question=_is_short(row.question),
        short_answer=_is_short(row.answer),
        elsewhere=((", ".join(row.elsewhere), answer_anchor(row.elsewhere[0])),) if row.elsewhere else (),
    )


def _is_short(parts: Iterable[Part]) -> bool:
    """Whether the texts of some parts have few characters together; a long table is not counted to its end."""
    room = _SHORT
    for part in parts:
        for block in part.blocks:
            for text in block_texts(block):
                room -= len(text)
                if room < 0:
                    return False
    return True


def _contents(rows: Iterable[RowView]) -> tuple[tuple[str, str], ...]:
    """The number of each main sub-question with the anchor of its first part: "7" leads to 7a where there is no 7."""
    found: dict[str, str] = {}
    for part in (part for row in rows for part in row.question if part.anchors):
        found.setdefault(_main_number(part.name), part.anchors[0])
    return tuple(found.items())


def _main_number(name: str) -> str:
    return "".join(takewhile(str.isdigit, name)) or name


def _topic(links: Links, key: TopicKey) -> Topic | None:
    return links.topics.get(key)
