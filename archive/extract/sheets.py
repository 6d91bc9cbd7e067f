"""Makes a table of a spreadsheet's cells, with the lines of text that stand above and below it."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

import msgspec

from archive.errors import Refusal
from archive.extract.cell_grid import EMPTY, Slot, make_table
from archive.extract.line_maker import LineMaker
from archive.model.question import Note

MOST_CELLS = 1_000_000


class Merge(msgspec.Struct, frozen=True):
    """Cells that are one: first and last row and column, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


class Sheet:
    """The cells of one sheet that hold a text, by row and column from 0."""

    def __init__(self, name: str | None, place: str) -> None:
        """name: the caption of its table. place: where refusals say that they are about."""
        self.name = name
        self._place = place
        self._rows: dict[int, dict[int, Slot]] = {}
        self._count = 0
        self.merges: list[Merge] = []

    def put(self, row: int, column: int, text: str, bold: bool = False) -> None:
        """Puts a text into a cell; nothing for an empty one. Raises Refusal when there are far too many."""
        text = " ".join(text.split())
        if not text:
            return
        self._count += 1
        self._refuse_beyond(self._count)
        self._rows.setdefault(row, {})[column] = Slot(text, bold)

    def add_to(self, lines: LineMaker) -> list[Note]:
        """Adds the sheet: rows with a single cell above the table, the table, what stands apart below it.

        Empty rows and columns around it are cut; within it only those of a sheet that would be too large. Gives a
        note of that. Raises Refusal.
        """
        if not self._rows:
            return []
        filled = sorted(self._rows)
        first, last = self._table_rows(filled)
        for index in filled[: filled.index(first)]:
            lines.add_paragraph(self._only_text(index))
        notes = self._add_table(lines, filled[filled.index(first) : filled.index(last) + 1])
        for index in filled[filled.index(last) + 1 :]:
            lines.add_paragraph(self._only_text(index))
        return notes

    def _table_rows(self, filled: Sequence[int]) -> tuple[int, int]:
        """The first and the last row of the table: those with several cells, and what stands right below them."""
        wide = [index for index in filled if len(self._rows[index]) > 1]
        if not wide:
            return filled[0], filled[-1]
        first, last = wide[0], wide[-1]
        columns = [column for index in wide for column in self._rows[index]]
        while first - 1 in self._rows and self._heads_columns(first - 1, min(columns), max(columns)):
            first -= 1
        # A single cell right under the table may be a row of it without figures.
        while last + 1 in self._rows:
            last += 1
        return first, last

    def _heads_columns(self, row: int, left: int, right: int) -> bool:
        """Whether the only cell of a row stands over some of the columns, and is no title of the whole."""
        column = next(iter(self._rows[row]))
        ends = (merge.right for merge in self.merges if (merge.top, merge.left) == (row, column))
        return column > left or column < next(ends, column) < right

    def _add_table(self, lines: LineMaker, filled: Sequence[int]) -> list[Note]:
        used = sorted({column for index in filled for column in self._rows[index]})
        rows: Sequence[int] = range(filled[0], filled[-1] + 1)
        columns: Sequence[int] = range(used[0], used[-1] + 1)
        notes: list[Note] = []
        if len(rows) * len(columns) > MOST_CELLS:
            rows, columns = filled, used
            message = "empty rows and columns between its cells were left out"
            notes.append(Note("sparse_sheet", message, f"sheet {self.name}" if self.name else "table"))
        self._refuse_beyond(len(rows) * len(columns))
        lines.add_table(make_table(self._slots(rows, columns), self.name))
        return notes

    def _only_text(self, row: int) -> str:
        return next(iter(self._rows[row].values())).text

    def _slots(self, rows: Sequence[int], columns: Sequence[int]) -> list[list[Slot]]:
        slots = [[self._rows.get(row, {}).get(column, EMPTY) for column in columns] for row in rows]
        left_over = MOST_CELLS
        for merge in self.merges:
            slot = self._rows.get(merge.top, {}).get(merge.left)
            if slot is None or not rows[0] <= merge.top <= rows[-1]:
                continue
            top, bottom = bisect.bisect_left(rows, merge.top), bisect.bisect_right(rows, merge.bottom)
            left, right = bisect.bisect_left(columns, merge.left), bisect.bisect_right(columns, merge.right)
            left_over -= (bottom - top) * (right - left)
            if left_over < 0:
                # Merges that cover each other again and again are no table.
                break
            for row in range(top, bottom):
                for column in range(left, right):
                    if slots[row][column] is EMPTY:
                        spread, below = column > left, row > top
                        slots[row][column] = Slot(slot.text, slot.bold, spread, below)
        return slots

    def _refuse_beyond(self, count: int) -> None:
        if count > MOST_CELLS:
            cause = f"a sheet has more than {MOST_CELLS} cells"
            raise Refusal(self._place, cause, "split it", code="too_large")
