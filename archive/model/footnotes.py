"""The footnotes of a record, numbered from 1 in reading order, so that each can be referred to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain

from archive.model.blocks import Block, Footnote
from archive.model.question import WrittenQuestion
from archive.model.record import Record


def footnote_numbers(record: Record) -> Mapping[Footnote, int]:
    """The number of each footnote; those that cannot be told apart, for label and text are the same, have none."""
    notes = [block for block in _blocks(record) if isinstance(block, Footnote)]
    often = Counter(notes)
    return {note: number for number, note in enumerate(notes, start=1) if often[note] == 1}


def footnote_anchor(number: int) -> str:
    """The anchor of a footnote on the page of its record: "voetnoot-2"."""
    return f"voetnoot-{number}"


def _blocks(record: Record) -> Iterator[Block]:
    if not isinstance(record, WrittenQuestion):
        yield from record.blocks
        return
    for body in (record.question, record.answer):
        if body is None:
            continue
        yield from body.introduction
        yield from chain.from_iterable(part.blocks for part in body.parts)
        yield from body.closing
    if record.answer:
        yield from chain.from_iterable(one.blocks for one in record.answer.attachments)
