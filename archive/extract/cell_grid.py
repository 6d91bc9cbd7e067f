"""Makes a table of cells that span columns and rows, where the markup tells which."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from archive.extract.table_shape import count_header_rows
from archive.model.blocks import Table

MOST_CELLS = 200_000
# A cell may claim to span a million columns.
WIDEST = 1_000
_MOST_SPANNED_HEADERS = 4


class Slot(msgspec.Struct, frozen=True):
    """One place of the grid. spread: a cell further left reaches here; below: a cell further up does.

    The text is that of the cell that reaches here.
    """

    text: str
    bold: bool = False
    spread: bool = False
    below: bool = False


EMPTY = Slot("")


def make_table(
    rows: Sequence[Sequence[Slot]], caption: str | None = None, header_rows: int | None = None
) -> Table:
    """The table of rows of any widths. header_rows: their number, where the markup tells it.

    A cell over several columns says its text in each; over several rows only in the first, but in a header in all,
    so that every column has its whole name.
    """
    width = max((len(row) for row in rows), default=0)
    padded = [[*row, *[EMPTY] * (width - len(row))] for row in rows]
    head = _header_rows(padded, header_rows)
    texts = [
        tuple("" if slot.below and index >= head else slot.text for slot in row)
        for index, row in enumerate(padded)
    ]
    return Table(caption, tuple(texts[:head]), tuple(texts[head:]), "layout")


def _header_rows(rows: Sequence[Sequence[Slot]], told: int | None) -> int:
    """As the markup tells; else as far down as the cells of the first row reach; else as the texts let think."""
    if len(rows) < 2:
        return 0
    reach = next(
        (index for index, row in enumerate(rows) if index and not any(slot.below for slot in row)), len(rows)
    )
    reach = reach if reach <= min(_MOST_SPANNED_HEADERS, len(rows) - 1) else 1
    if told:
        return min(max(told, reach), len(rows) - 1)
    if reach > 1:
        return reach
    if len(rows) > 2 and any(slot.spread for slot in rows[0]):
        return 2
    texts = [["" if slot.below else slot.text for slot in row] for row in rows]
    return count_header_rows(texts, [_is_bold(row) for row in rows])


def _is_bold(row: Sequence[Slot]) -> bool:
    printed = [slot for slot in row if slot.text and not slot.below]
    return bool(printed) and all(slot.bold for slot in printed)
