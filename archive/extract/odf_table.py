"""The rows of a table in an OpenDocument, with cells that reach over others told apart."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import msgspec

from archive.extract.cell_grid import MOST_CELLS, WIDEST, Slot
from archive.extract.odf_names import TABLE, count_of

_ROWS = frozenset(f"{TABLE}{name}" for name in ("table-rows", "table-row-group", "table-header-rows"))
_HEADER = f"{TABLE}table-header-rows"
_COVERED = f"{TABLE}covered-table-cell"
CELLS = frozenset({f"{TABLE}table-cell", _COVERED})


class OdfRow(msgspec.Struct, frozen=True):
    """A row as written: its element, how often it is repeated, and whether it is a header's."""

    element: Element
    count: int
    is_header: bool


def read_rows(table: Element, most: int, in_header: bool = False) -> Iterator[OdfRow]:
    """The rows of a table in order. most: how often a row may say that it is repeated."""
    for element in table:
        if element.tag == f"{TABLE}table-row":
            yield OdfRow(element, count_of(element, f"{TABLE}number-rows-repeated", most), in_header)
        elif element.tag in _ROWS:
            yield from read_rows(element, most, in_header or element.tag == _HEADER)


def cells_of(row: Element) -> Iterator[Element]:
    """The cells of a row, as written."""
    return (element for element in row if element.tag in CELLS)


class Spans(msgspec.Struct):
    """Which cells reach where, while rows are read from top to bottom."""

    # Column to the cell from above that reaches into it, and for how many rows more.
    reaching: dict[int, tuple[Slot, int]]

    def place(self, cell: Element, column: int, slot: Slot, left: Slot | None) -> Slot:
        """The slot of a cell with its own text, at a column; `left` is the cell that reaches over it from the left."""
        if cell.tag != _COVERED:
            down = count_of(cell, f"{TABLE}number-rows-spanned", MOST_CELLS)
            across = count_of(cell, f"{TABLE}number-columns-spanned", WIDEST)
            for place in range(column, column + across):
                self.reaching[place] = (slot, down - 1)
            return slot
        if left is not None:
            return Slot(left.text, left.bold, spread=True)
        over, rows = self.reaching.get(column, (slot, 0))
        if rows <= 0 or slot.text:
            return slot
        self.reaching[column] = (over, rows - 1)
        return Slot(over.text, over.bold, below=True)


def columns_over(cell: Element) -> int:
    """How many columns a cell reaches over, itself included."""
    return count_of(cell, f"{TABLE}number-columns-spanned", WIDEST) if cell.tag != _COVERED else 1
