"""Which lines are rows of a table that was flattened to text, with the lines of header above them.

A row ends in figures. One such line may be prose; several that follow each other, with short lines of broken
cells between them, are a table. Prose is never taken: a line that goes on from a full one is no row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

from archive.model.document import Line
from archive.text.ends import ends_sentence
from archive.text.unwrap import Shape, goes_on, had_room

_FIGURE = re.compile(r"[<>±~+]?[-–−]?€?\d(?:[\d.,]*\d)?(?:%|€|\+)?")
_CURRENCY = frozenset({"€", "euro", "EUR", "%", "-", "–", "/"})
_GLUED_FIGURE = re.compile(r"[^\W\d_]\d{1,3}(?:\.\d{3})*(?:,\d+)?$")
_CLAUSE = re.compile(r"[.;:?!]\s")
_CAPTION = re.compile(r"(?:tabel|grafiek|figuur)\s+\d", re.IGNORECASE)
_INITIAL = re.compile(r"\b[A-Z]\.$")
_MOST_WORDS = 12
_ROW_SHARE = 0.85
_GLUE_SHARE = 0.66
_MOST_GLUE = 4
_MOST_HEADER = 8
_CELL_WIDTH = 25
_MOST_CELLS_IN_HEADER = 48
_FEWEST_CELLS = 4
_FEWEST_WEAK = 3


class Row(IntEnum):
    """How much a line looks like a row: not; words and a figure; words and figures; figures only; one figure only."""

    NOT = 0
    WEAK = 1
    STRONG = 2
    FIGURES = 3
    CELL = 4


def row_kind(text: str) -> Row:
    """What kind of row a line would be, told from the line alone."""
    words = text.split()
    figures = 0
    for word in reversed(words):
        if _FIGURE.fullmatch(word):
            figures += 1
        elif word not in _CURRENCY:
            break
    if not figures:
        return Row.NOT
    label = words[: len(words) - figures]
    label = [word for word in label if word not in _CURRENCY]
    if not label:
        return Row.FIGURES if figures > 1 else Row.CELL
    if len(label) > _MOST_WORDS or _CLAUSE.search(" ".join(label) + " "):
        return Row.NOT
    if figures == 1 and not _GLUED_FIGURE.search(label[-1]):
        return Row.WEAK
    return Row.STRONG


def find_rows(lines: Sequence[Line], may_be_row: Sequence[bool], shape: Shape) -> list[range]:
    """The runs of lines that are tables, in order. may_be_row: False for the labels and bullets of a text."""
    kinds = [
        row_kind(line.text) if allowed and line.table is None else Row.NOT
        for line, allowed in zip(lines, may_be_row, strict=True)
    ]
    for index in range(len(lines)):
        if kinds[index] and not _may_stand_as_row(lines, index, kinds, shape):
            kinds[index] = Row.NOT
    runs: list[range] = []
    index = 0
    while index < len(lines):
        if not kinds[index]:
            index += 1
            continue
        end = _run_end(lines, index, kinds, may_be_row, shape)
        if _is_table([kinds[place] for place in range(index, end)]):
            begin = _header_start(lines, index, runs[-1].stop if runs else 0, may_be_row, shape)
            if runs and runs[-1].stop == begin:
                begin = runs.pop().start
            runs.append(range(begin, end))
        index = end
    return runs


def _may_stand_as_row(lines: Sequence[Line], index: int, kinds: Sequence[Row], shape: Shape) -> bool:
    line = lines[index]
    if ends_sentence(line.text):
        return False
    if kinds[index] is Row.WEAK and len(line.text.strip()) > shape.width * _ROW_SHARE:
        return False
    return index == 0 or bool(kinds[index - 1]) or not _is_continued(lines, index, shape)


def _is_continued(lines: Sequence[Line], index: int, shape: Shape) -> bool:
    """Whether the line before is full, so that this one goes on with its sentence."""
    if index == 0:
        return False
    above, line = lines[index - 1], lines[index]
    return goes_on(above, line, shape) and not had_room(above, line, shape) and not ends_sentence(above.text)


def _run_end(
    lines: Sequence[Line], start: int, kinds: Sequence[Row], may_be_row: Sequence[bool], shape: Shape
) -> int:
    """The index after the last row of the run that begins at `start`."""
    end = start + 1
    glue = 0
    blanks = 0
    for index in range(start + 1, len(lines)):
        if kinds[index]:
            end = index + 1
            glue = blanks = 0
        elif not lines[index].text.strip():
            blanks += 1
            if blanks > 1 or lines[index].table:
                break
        elif glue == _MOST_GLUE or not may_be_row[index] or not _is_glue(lines, index, shape):
            break
        else:
            glue += 1
    return end


def _is_glue(lines: Sequence[Line], index: int, shape: Shape) -> bool:
    text = lines[index].text.strip()
    return (
        len(text) <= shape.width * _GLUE_SHARE
        and (not ends_sentence(text) or _INITIAL.search(text) is not None)
        and not _CAPTION.match(text)
        and not _is_continued(lines, index, shape)
    )


def _is_table(kinds: Sequence[Row]) -> bool:
    strong = sum(1 for kind in kinds if kind in {Row.STRONG, Row.FIGURES})
    weak = sum(1 for kind in kinds if kind is Row.WEAK)
    cells = sum(1 for kind in kinds if kind is Row.CELL)
    if strong >= 2 or strong + weak >= _FEWEST_WEAK or cells >= _FEWEST_CELLS:
        return True
    return Row.FIGURES in kinds


def _header_start(
    lines: Sequence[Line], start: int, earliest: int, may_be_row: Sequence[bool], shape: Shape
) -> int:
    """The index of the first line of header above a table that begins at `start`."""
    begin = start
    blank = False
    taken = 0
    for index in range(start - 1, earliest - 1, -1):
        text = lines[index].text.strip()
        if not text:
            # One empty line may stand between header and rows, not above the header.
            if blank or taken or lines[index].table:
                break
            blank = True
            continue
        narrow = len(text) <= _CELL_WIDTH
        most = _MOST_CELLS_IN_HEADER if narrow else _MOST_HEADER
        if taken >= most or not may_be_row[index] or not _is_glue(lines, index, shape):
            break
        if blank and not narrow:
            break
        begin = index
        taken += 1
    return begin
