"""The shape of a table of a Word document: its rows and cells, before their texts are read."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import msgspec

from archive.extract.cell_grid import MOST_CELLS, WIDEST
from archive.extract.word_names import NAMES, W, number_at, switch_at, value_at

_THROUGH = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))


class WordCell(msgspec.Struct, frozen=True):
    """A cell. across: columns that it covers; below: it belongs to the cell above."""

    element: Element
    across: int
    below: bool
    holds_table: bool


class WordRow(msgspec.Struct, frozen=True):
    """A row. before, after: columns without a cell at its ends; is_header: it is printed again on every page."""

    cells: tuple[WordCell, ...]
    before: int
    after: int
    is_header: bool

    @property
    def width(self) -> int:
        """Columns that the row takes."""
        return self.before + sum(cell.across for cell in self.cells) + self.after


class WordTable(msgspec.Struct, frozen=True):
    """A table. header_rows: as the author marked them, 0 where he did not; deleted: rows that were deleted."""

    rows: tuple[WordRow, ...]
    header_rows: int
    deleted: int

    @property
    def is_frame(self) -> bool:
        """Whether it only places text on the page: one column, or cells that mostly hold other tables."""
        width = max((row.width for row in self.rows), default=0)
        cells = [cell for row in self.rows for cell in row.cells]
        if width < 2 or width * len(self.rows) > MOST_CELLS:
            return True
        return sum(cell.holds_table for cell in cells) * 4 > len(cells)


def read_shape(table: Element) -> WordTable:
    """The shape of a table. Rows that were deleted are not in it."""
    every = list(_inner(table, f"{W}tr"))
    kept = [row for row in every if row.find("w:trPr/w:del", NAMES) is None]
    rows = tuple(_read_row(row) for row in kept)
    head = next((index for index, row in enumerate(rows) if not row.is_header), len(rows))
    return WordTable(rows, head, len(every) - len(kept))


def _inner(parent: Element, tag: str) -> Iterator[Element]:
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in _THROUGH:
            yield from _inner(element, tag)


def _read_row(row: Element) -> WordRow:
    return WordRow(
        tuple(_read_cell(cell) for cell in _inner(row, f"{W}tc")),
        _columns(number_at(row, "w:trPr/w:gridBefore"), 0),
        _columns(number_at(row, "w:trPr/w:gridAfter"), 0),
        bool(switch_at(row, "w:trPr/w:tblHeader")),
    )


def _read_cell(cell: Element) -> WordCell:
    merged = cell.find("w:tcPr/w:vMerge", NAMES)
    return WordCell(
        cell,
        _columns(number_at(cell, "w:tcPr/w:gridSpan"), 1),
        merged is not None and value_at(cell, "w:tcPr/w:vMerge") != "restart",
        cell.find(".//w:tbl", NAMES) is not None,
    )


def _columns(told: int | None, least: int) -> int:
    return min(max(told or 0, least), WIDEST)
