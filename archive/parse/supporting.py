"""Makes the record of a supporting document: a report or slide deck that is no question."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import PurePosixPath

from archive.errors import Refusal
from archive.model.blocks import Block, Paragraph
from archive.model.document import Document, Line
from archive.model.question import Note, SourceFacts
from archive.model.supporting import SupportingDocument
from archive.parse.blocks import Blocks, make_blocks
from archive.parse.header_block import HeaderBlock
from archive.parse.outline import Section, bullet_end, row_runs
from archive.text.dates import find_dates
from archive.text.slugs import NAMELESS, slug
from archive.text.titles import fold_blanks
from archive.text.unwrap import Shape

_LONGEST_TITLE = 200
_MOST_TITLE_LINES = 4
# A document prints its own date near its title.
_DATED_WITHIN = 12


def parse_supporting(
    document: Document, lines: Sequence[Line], header: HeaderBlock, shape: Shape, source: SourceFacts
) -> SupportingDocument:
    """The record. Its title is that of the block before it, else its first lines. Raises Refusal without text."""
    rest = list(lines[header.end :])
    title, start, notes = _title(document, rest, header, source)
    blocks = _blocks(rest[start:], shape)
    return SupportingDocument(
        id=f"documenten/{_slug(title, source.name)}",
        title=title,
        themes=header.themes,
        dated_on=_date(rest),
        blocks=blocks.blocks,
        links=header.links,
        source=source,
        notes=(*notes, *blocks.notes),
    )


def _title(
    document: Document, lines: Sequence[Line], header: HeaderBlock, source: SourceFacts
) -> tuple[str, int, list[Note]]:
    """The title, and the index of the first line that is not part of it."""
    if header.title:
        return header.title, 0, []
    start = next((index for index, line in enumerate(lines) if line.text.strip()), None)
    told = dict(document.metadata).get("title", "")
    if start is None and not any(line.table for line in lines):
        raise Refusal(source.name, "the document has no text", "leave it out", code="no_text")
    if start is None or not any(map(str.isalpha, lines[start].text)):
        name = fold_blanks(told) or PurePosixPath(source.name).stem
        return name, 0, [Note("no_title", "the document prints no title", "title")]
    end = start + 1
    while end < len(lines) and end - start < _MOST_TITLE_LINES and _goes_on(lines[end - 1], lines[end]):
        end += 1
    title = fold_blanks(" ".join(line.text for line in lines[start:end]))
    if len(title) <= _LONGEST_TITLE:
        return title, end, []
    short = title[:_LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
    return (
        short,
        start,
        [Note("long_title", "the first lines are no title; their beginning stands as one", "title")],
    )


def _slug(title: str, name: str) -> str:
    """The title in the form of an id; the name of the file where no letter of the title can stand in one."""
    found = slug(title)
    return slug(PurePosixPath(name).stem) if found == NAMELESS else found


def _goes_on(line: Line, following: Line) -> bool:
    return bool(line.broken) and bool(following.text.strip()) and not bullet_end(following.text)


def _date(lines: Sequence[Line]) -> dt.date | None:
    near = [line.text for line in lines if line.text.strip()][:_DATED_WITHIN]
    return next((found.date for text in near for found in find_dates(text) if found.date), None)


def _blocks(lines: Sequence[Line], shape: Shape) -> Blocks:
    made = make_blocks(Section((), list(lines), row_runs(lines, shape)), shape)
    blocks: list[Block] = list(made.blocks) or [Paragraph(line.text) for line in lines if line.text.strip()]
    return Blocks(tuple(blocks), made.notes)
