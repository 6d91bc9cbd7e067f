"""Rebuilds tables of which an extractor printed every cell on lines of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from archive.model.blocks import Table
from archive.parse.flat_rows import PLACEHOLDERS
from archive.parse.header_words import names_labels
from archive.text.numbers import is_figure, parse_number

WIDEST = 16
FEWEST_ROWS = 2
FEWEST_CELLS = 6
# Twice the width fits as well, and often a row of blanks more: the narrowest that covers this share is right.
GOOD_SHARE = 0.7
LONG_CAPTION = 30
SENTENCE_WORDS = 3
_PERIOD = re.compile(r"(19|20)\d\d(\s?[-–/]\s?\d{2,4})?(\s?[-–]?\s?[KQ]\d)?$")
_FRAGMENT = re.compile(r"[^\W\d_]{1,2}\b")


class CellTable(msgspec.Struct, frozen=True):
    """A table among cells on lines: it took the lines [start, end)."""

    table: Table
    start: int
    end: int


class _Cell(msgspec.Struct, frozen=True):
    """One cell with the lines [start, end) that it stood on."""

    text: str
    kind: str
    start: int
    end: int


def find_cell_tables(lines: Sequence[str]) -> list[CellTable]:
    """The tables in lines that hold one cell, or a piece of one, each.

    The figures of a table recur with the same kinds (year, number, percentage, amount) in every row: the
    width that covers most cells so is taken. The cells right before the first row are the header; where they
    are not as many as the columns, the table has none and they stay where they stood.
    """
    cells = _cells(lines)
    tables: list[CellTable] = []
    start = 0
    while start < len(cells):
        width, rows = _widest_match(cells, start)
        if rows:
            tables.append(_table(cells, start, width, rows, tables[-1].end if tables else 0))
            start += width * rows
        else:
            start += 1
    return tables


def _widest_match(cells: Sequence[_Cell], start: int) -> tuple[int, int]:
    if cells[start].kind not in ("period", "text"):
        return 0, 0
    covered = {width: width * _count_rows(cells, start, width) for width in range(2, WIDEST + 1)}
    most = max(covered.values())
    if most < FEWEST_CELLS:
        return 0, 0
    width = next(width for width in covered if covered[width] >= GOOD_SHARE * most)
    return width, covered[width] // width


def _cells(lines: Sequence[str]) -> list[_Cell]:
    """The cells: an amount's sign and the amount, and words over lines that keep a blank at their end, joined."""
    cells: list[_Cell] = []
    start, text = 0, ""
    for index, line in enumerate(lines):
        if not line:
            continue
        if not text:
            start = index
        text += line
        if not _goes_on(line, text, next((other for other in lines[index + 1 : index + 3] if other), "")):
            cell = " ".join(text.split())
            cells.append(_Cell(cell, _kind(cell), start, index + 1))
            text = ""
    return cells


def _goes_on(line: str, text: str, following: str) -> bool:
    """Whether the next line belongs to the same cell, of which `text` is known so far."""
    stripped = line.strip()
    if not stripped or not following.strip() or _kind(stripped) in ("figure", "percentage", "period"):
        return False
    if stripped == "€":
        return True
    if _kind(following.strip()) != "text":
        return False
    if line[-1].isspace():
        return not (stripped.endswith(".") and len(text.split()) > SENTENCE_WORDS)
    return stripped[-1].isalpha() and following[0].islower() and bool(_FRAGMENT.match(following))


def _kind(text: str) -> str:
    if not text or text in PLACEHOLDERS:
        return "blank"
    if _PERIOD.match(text):
        return "period"
    if not is_figure(text):
        return "text"
    number = parse_number(text)
    return "percentage" if number is not None and number.unit == "%" else "figure"


def _count_rows(cells: Sequence[_Cell], start: int, width: int) -> int:
    """How many rows of `width` cells follow each other from `start` with the kinds of the first one; 0 for too few."""
    first = [cell.kind for cell in cells[start : start + width]]
    if "text" in first[1:] or not {"figure", "percentage"} & set(first[1:]):
        return 0
    rows = 1
    while (row := cells[start + rows * width : start + (rows + 1) * width]) and len(row) == width:
        if row[0].kind not in ("text", cells[start].kind):
            break
        if any(not _alike(cell.kind, kind) for cell, kind in zip(row[1:], first[1:], strict=True)):
            break
        rows += 1
    return rows if rows >= FEWEST_ROWS else 0


def _alike(kind: str, other: str) -> bool:
    figures = {"figure", "period"}
    return kind == other or "blank" in (kind, other) or (kind in figures and other in figures)


def _table(cells: Sequence[_Cell], start: int, width: int, rows: int, free_from: int) -> CellTable:
    """The table whose rows begin at the cell `start`; its header begins at line `free_from` or later."""
    end = start + rows * width
    body = tuple(
        tuple(cell.text for cell in cells[index : index + width]) for index in range(start, end, width)
    )
    plain = CellTable(Table(None, (), body, "inferred"), cells[start].start, cells[end - 1].end)
    above = start
    while above and cells[above - 1].kind == "blank":
        above -= 1
    head = cells[max(0, above - width) : above]
    # A year at the end of every row is the first cell of the next one: the rows were not told apart.
    if all(cells[index - 1].kind == "period" for index in range(start + width, end + 1, width)):
        return plain
    if len(head) < width or head[0].start < free_from or head[0].kind != "text":
        return plain
    if any(cell.kind not in ("text", "period") for cell in head):
        return plain
    before = cells[above - width - 1] if above > width else None
    is_told = before is None or before.kind != "text" or _ends_above_header(before.text)
    if not is_told and not names_labels(head[0].text):
        return plain
    header = (tuple(cell.text for cell in head),)
    return CellTable(Table(None, header, body, "inferred"), head[0].start, cells[end - 1].end)


def _ends_above_header(text: str) -> bool:
    """Whether the line above a header is a sentence or a caption, and no header cell too many."""
    return len(text) > LONG_CAPTION or text.endswith((".", ":", ";"))
