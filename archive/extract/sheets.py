"""Makes a table of a spreadsheet's cells, with the lines of text that stand above and below it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from archive.errors import Refusal
from archive.extract.cell_grid import EMPTY, Slot, make_table
from archive.extract.line_maker import LineMaker
from archive.model.question import Note

MOST_CELLS = 1_000_000
_MOST_MERGES = 50_000


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
        above, rows, below = self._parts()
        for index in above:
            lines.add_paragraph(self._only_text(index))
        columns = sorted({column for index in rows for column in self._rows.get(index, ())})
        span = range(columns[0], columns[-1] + 1)
        notes: list[Note] = []
        if len(rows) * len(span) > MOST_CELLS:
            rows = [index for index in rows if index in self._rows]
            message = "empty rows and columns between its cells were left out"
            notes.append(Note("sparse_sheet", message, f"sheet {self.name}" if self.name else "table"))
        else:
            columns = list(span)
        self._refuse_beyond(len(rows) * len(columns))
        lines.add_table(make_table(self._slots(rows, columns), self.name))
        for index in below:
            lines.add_paragraph(self._only_text(index))
        return notes

    def _parts(self) -> tuple[list[int], list[int], list[int]]:
        """Rows of text above the table, the rows of the table, and rows of text below it."""
        filled = sorted(self._rows)
        wide = [index for index in filled if len(self._rows[index]) > 1]
        if not wide:
            return [], filled, []
        above = [index for index in filled if index < wide[0]]
        # A single cell right under the table may be a row of it without figures.
        last = wide[-1]
        while last + 1 in self._rows:
            last += 1
        return above, list(range(wide[0], last + 1)), [index for index in filled if index > last]

    def _only_text(self, row: int) -> str:
        return next(iter(self._rows[row].values())).text

    def _slots(self, rows: Sequence[int], columns: Sequence[int]) -> list[list[Slot]]:
        row_at = {row: place for place, row in enumerate(rows)}
        column_at = {column: place for place, column in enumerate(columns)}
        slots = [[self._rows.get(row, {}).get(column, EMPTY) for column in columns] for row in rows]
        for merge in self.merges[:_MOST_MERGES]:
            slot = self._rows.get(merge.top, {}).get(merge.left)
            if slot is None or merge.top not in row_at:
                continue
            reached = [column_at[column] for column in columns if merge.left <= column <= merge.right]
            for row in rows[row_at[merge.top] :]:
                if row > merge.bottom:
                    break
                for place in reached:
                    if slots[row_at[row]][place] is EMPTY:
                        slots[row_at[row]][place] = Slot(
                            slot.text,
                            slot.bold,
                            spread=place > reached[0],
                            below=row > merge.top,
                        )
        return slots

    def _refuse_beyond(self, count: int) -> None:
        if count > MOST_CELLS:
            cause = f"a sheet has more than {MOST_CELLS} cells"
            raise Refusal(self._place, cause, "split it", code="too_large")
