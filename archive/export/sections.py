"""A record cut into the sections that a reader sees: introductions, parts, closings, attachments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from archive.model.blocks import Block, Table, block_texts
from archive.model.question import Answer, Body, WrittenQuestion
from archive.model.record import Record
from archive.model.tables import TableSide

Role = Literal["introduction", "part", "closing", "attachment", "document"]


class Section(msgspec.Struct, frozen=True):
    """Blocks that stand together. position: from 1 within their side of the record. labels: those of a part."""

    side: TableSide
    position: int
    role: Role
    labels: tuple[str, ...]
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """All that stands in it besides tables: an empty line between blocks, each entry of a list on a line."""
        return "\n\n".join(
            "\n".join(block_texts(block)) for block in self.blocks if not isinstance(block, Table)
        )


class PlacedTable(msgspec.Struct, frozen=True):
    """A table with its number in the record and the section that it stands in."""

    number: int
    section: Section
    table: Table


_Piece = tuple[Role, tuple[str, ...], tuple[Block, ...]]


def sections_of(record: Record) -> Iterator[Section]:
    """The sections in reading order; an introduction or closing without blocks is left out."""
    if not isinstance(record, WrittenQuestion):
        yield from _numbered("document", [("document", (), record.blocks)] if record.blocks else [])
        return
    yield from _numbered("question", _body(record.question))
    answer = record.answer
    if answer:
        yield from _numbered("answer", _body(answer))
        yield from _numbered("attachment", [("attachment", (), one.blocks) for one in answer.attachments])


def placed_tables(record: Record) -> Iterator[PlacedTable]:
    """The tables with their numbers, which are those of the anchors on the page (archive.model.tables)."""
    number = 0
    for section in sections_of(record):
        for block in section.blocks:
            if isinstance(block, Table):
                number += 1
                yield PlacedTable(number, section, block)


def _body(body: Body | Answer) -> list[_Piece]:
    pieces: list[_Piece] = [("introduction", (), body.introduction)] if body.introduction else []
    pieces += [("part", part.labels, part.blocks) for part in body.parts]
    return [*pieces, ("closing", (), body.closing)] if body.closing else pieces


def _numbered(side: TableSide, pieces: Sequence[_Piece]) -> Iterator[Section]:
    for position, piece in enumerate(pieces, 1):
        yield Section(side, position, *piece)
