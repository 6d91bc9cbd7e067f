"""Makes blocks of the lines of a section: paragraphs, lists, tables, preformatted rows and footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from archive.model.blocks import Block, Footnote, ListBlock, Paragraph
from archive.model.document import Line
from archive.model.question import Note
from archive.parse.flat_header import find_units
from archive.parse.footnotes import NO_NOTES, Notes
from archive.parse.outline import Section, bullet_end
from archive.parse.places import line_place
from archive.parse.table_checks import check_table
from archive.parse.tables import check_notes, make_tables
from archive.text.unwrap import Shape, goes_on, goes_on_over_blanks, join_texts

_FOOTNOTE = re.compile(r"\s*([¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]?|\[\d{1,2}\])\s+(?=\S)")
_MESSAGES = {
    "broken_word": "a word broken at the end of a line was joined",
    "broken_address": "an address broken at the end of a line was joined",
    "broken_number": "a number broken at the end of a line was joined",
}


class Blocks(msgspec.Struct, frozen=True):
    """The blocks of some lines, with a note for each repair."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()


class _Text(msgspec.Struct):
    """Lines that form one paragraph, list entry or footnote."""

    kind: str
    lines: list[Line]
    label: str = ""


def make_blocks(section: Section, shape: Shape, footnotes: Notes = NO_NOTES) -> Blocks:
    """The blocks of a section. A footnote stands after the block that refers to it."""
    rows = {run.start: run for run in section.rows}
    units = find_units(" ".join(line.text for line in section.lines)) if rows else frozenset()
    blocks: list[Block] = []
    notes: list[Note] = []
    index = 0
    text: list[Line] = []
    while index <= len(section.lines):
        at_end = index == len(section.lines)
        run = rows.get(index)
        if at_end or run is not None or section.lines[index].table is not None:
            _add_texts(text, shape, footnotes, blocks, notes)
            text = []
        if at_end:
            break
        line = section.lines[index]
        if run is not None:
            tables = make_tables(section.lines[run.start : run.stop], units)
            blocks += tables.blocks
            notes += tables.notes
            blocks += _footnotes_of(section.lines[run.start : run.stop], footnotes)
            index = run.stop
            continue
        if line.table is not None:
            table = check_table(line.table)
            blocks.append(table)
            notes += check_notes(table, line_place(line))
        else:
            text.append(line)
        index += 1
    return Blocks(tuple(blocks), tuple(notes))


def _footnotes_of(lines: Sequence[Line], footnotes: Notes) -> list[Footnote]:
    return [footnote for line in lines for footnote in footnotes.get(line.number, ())]


def _add_texts(
    lines: Sequence[Line], shape: Shape, footnotes: Notes, blocks: list[Block], notes: list[Note]
) -> None:
    entries: list[str] = []
    waiting: list[Footnote] = []
    for text in _texts(lines, shape):
        joined = join_texts((line.text for line in text.lines), shape)
        place = line_place(text.lines[0])
        notes += [Note(join.code, f"{_MESSAGES[join.code]}: '{join.text}'", place) for join in joined.joins]
        if text.kind != "entry" and entries:
            blocks += [ListBlock(tuple(entries)), *waiting]
            entries, waiting = [], []
        found = _footnotes_of(text.lines, footnotes)
        if not joined.text:
            continue
        if text.kind == "entry":
            entries.append(joined.text)
            waiting += found
        elif text.kind == "footnote":
            blocks.append(Footnote(text.label, joined.text))
        else:
            blocks += [Paragraph(joined.text), *found]
    if entries:
        blocks += [ListBlock(tuple(entries)), *waiting]


def _texts(lines: Sequence[Line], shape: Shape) -> Iterator[_Text]:
    """The lines grouped by what they form. Empty lines end a text, unless the end of a page cut it."""
    current: _Text | None = None
    blank = False
    for line in lines:
        if not line.text.strip():
            blank = True
            continue
        begun = _begin(line)
        if (
            current is not None
            and begun.kind == "paragraph"
            and _continues(current.lines[-1], line, blank, shape)
        ):
            current.lines.append(line)
        else:
            if current is not None:
                yield current
            current = begun
        blank = False
    if current is not None:
        yield current


def _begin(line: Line) -> _Text:
    end = bullet_end(line.text)
    if end:
        return _Text("entry", [msgspec.structs.replace(line, text=line.text[end:])])
    footnote = _FOOTNOTE.match(line.text)
    if footnote:
        rest = msgspec.structs.replace(line, text=line.text[footnote.end() :])
        return _Text("footnote", [rest], footnote.group(1))
    return _Text("paragraph", [line])


def _continues(last: Line, line: Line, blank: bool, shape: Shape) -> bool:
    if not last.text.strip():
        # A bullet or label that stood alone: its text begins on this line.
        return True
    if blank:
        return goes_on_over_blanks(last, line)
    return goes_on(last, line, shape)
