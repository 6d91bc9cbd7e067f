"""The tables of a record, numbered from 1 in reading order: a number, once given, stays while the text does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import count
from typing import Literal

import msgspec

from archive.model.blocks import Block, Table
from archive.model.question import Answer, Attachment, Body, Part, WrittenQuestion
from archive.model.record import Record
from archive.model.supporting import SupportingDocument

TableSide = Literal["question", "answer", "attachment", "document"]
_Blocks = tuple[Block, ...]
_Change = Callable[["TableSide", tuple[str, ...], Table], Table]


class NumberedTable(Table, frozen=True, tag_field="type", tag="table"):
    """A table that knows its place in its record.

    number: from 1, in reading order. side: what it stands in. labels: those of the part that it stands in, else ().
    """

    number: int = 0
    side: TableSide = "document"
    labels: tuple[str, ...] = ()


def numbered_record(record: Record) -> Record:
    """The same record with a NumberedTable in the place of each table. It is for showing, not for keeping."""
    return _changed_record(record, _numberer())


def numbered_document(record: SupportingDocument) -> SupportingDocument:
    """The same document with a NumberedTable in the place of each table."""
    return _changed_document(record, _numberer())


def numbered_question(record: WrittenQuestion) -> WrittenQuestion:
    """The same question with a NumberedTable in the place of each table."""
    return _changed_question(record, _numberer())


def has_tables(*texts: Iterable[Block]) -> bool:
    """Whether any of these texts holds a table."""
    return any(isinstance(block, Table) for blocks in texts for block in blocks)


def tables_of(record: Record) -> Iterator[NumberedTable]:
    """The tables of a record in reading order: question, answer, attachments."""
    found: list[NumberedTable] = []
    number = _numberer()

    def collect(side: TableSide, labels: tuple[str, ...], table: Table) -> Table:
        found.append(number(side, labels, table))
        return table

    _changed_record(record, collect)
    return iter(found)


def _numberer() -> Callable[[TableSide, tuple[str, ...], Table], NumberedTable]:
    numbers = count(1)

    def number(side: TableSide, labels: tuple[str, ...], table: Table) -> NumberedTable:
        return NumberedTable(
            table.caption,
            table.header,
            table.rows,
            table.origin,
            table.checks,
            next(numbers),
            side,
            labels,
        )

    return number


def _changed_record(record: Record, change: _Change) -> Record:
    if isinstance(record, WrittenQuestion):
        return _changed_question(record, change)
    return _changed_document(record, change)


def _changed_document(record: SupportingDocument, change: _Change) -> SupportingDocument:
    return msgspec.structs.replace(record, blocks=_changed(record.blocks, "document", (), change))


def _changed_question(record: WrittenQuestion, change: _Change) -> WrittenQuestion:
    # The question before the answer: the order of the calls is that of the numbers.
    question = _changed_body(record.question, "question", change)
    answer = _changed_answer(record.answer, change) if record.answer else None
    return msgspec.structs.replace(record, question=question, answer=answer)


def _changed_body(body: Body, side: TableSide, change: _Change) -> Body:
    introduction = _changed(body.introduction, side, (), change)
    parts = _changed_parts(body.parts, side, change)
    return Body(introduction, parts, _changed(body.closing, side, (), change))


def _changed_answer(answer: Answer, change: _Change) -> Answer:
    body = _changed_body(Body(answer.introduction, answer.parts, answer.closing), "answer", change)
    attachments = tuple(
        Attachment(one.title, _changed(one.blocks, "attachment", (), change), one.link)
        for one in answer.attachments
    )
    return msgspec.structs.replace(
        answer,
        introduction=body.introduction,
        parts=body.parts,
        closing=body.closing,
        attachments=attachments,
    )


def _changed_parts(parts: tuple[Part, ...], side: TableSide, change: _Change) -> tuple[Part, ...]:
    return tuple(Part(part.labels, _changed(part.blocks, side, part.labels, change)) for part in parts)


def _changed(blocks: _Blocks, side: TableSide, labels: tuple[str, ...], change: _Change) -> _Blocks:
    return tuple(change(side, labels, block) if isinstance(block, Table) else block for block in blocks)
