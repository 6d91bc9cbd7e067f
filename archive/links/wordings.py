"""The texts of a record by who wrote them: the title, what was asked, what was answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archive.model.blocks import Block, block_texts
from archive.model.question import Answer, Body, WrittenQuestion
from archive.model.record import Record


def asked_texts(record: WrittenQuestion) -> Iterator[str]:
    """The texts of the question, in reading order."""
    return _texts(body_blocks(record.question))


def answered_texts(record: WrittenQuestion) -> Iterator[str]:
    """The texts of the answer and of its attachments, in reading order; none without an answer."""
    if record.answer:
        yield from _texts(body_blocks(record.answer))
        for attachment in record.answer.attachments:
            yield attachment.title
            yield from _texts(attachment.blocks)


def body_texts(record: Record) -> Iterator[str]:
    """Every text of a record but its title, in reading order."""
    if isinstance(record, WrittenQuestion):
        yield from asked_texts(record)
        yield from answered_texts(record)
    else:
        yield from _texts(record.blocks)


def body_blocks(body: Body | Answer) -> Iterator[Block]:
    """The blocks of a question or an answer, in reading order."""
    yield from body.introduction
    for part in body.parts:
        yield from part.blocks
    yield from body.closing


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from block_texts(block)
