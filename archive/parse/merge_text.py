"""The words of the two halves of a record, by which two documents are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from archive.model.blocks import Block, block_texts
from archive.model.question import Answer, Body, WrittenQuestion

Words = Callable[[WrittenQuestion], tuple[str, ...]]


def question_words(record: WrittenQuestion) -> tuple[str, ...]:
    """The words of the question in reading order, labels left out; nothing where only its answer is known."""
    return tuple(_words(record.question))


def answer_words(record: WrittenQuestion) -> tuple[str, ...]:
    """The words of the answer in reading order, labels and attachments left out."""
    return tuple(_words(record.answer)) if record.answer else ()


def _words(text: Body | Answer) -> Iterator[str]:
    for block in _blocks(text):
        for piece in block_texts(block):
            yield from piece.split()


def _blocks(text: Body | Answer) -> Iterator[Block]:
    yield from text.introduction
    for part in text.parts:
        yield from part.blocks
    yield from text.closing
