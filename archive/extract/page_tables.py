"""The tables of a page, and tables that go on over pages."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from archive.extract.geometry import Glyph
from archive.extract.pdf_pages import Page
from archive.extract.runs import PrintedLine
from archive.extract.table_gaps import find_gap_tables
from archive.extract.table_grid import find_grid_tables
from archive.extract.table_shape import FoundTable, count_header_rows, join_group_names

# In points.
SAME_EDGE = 2.5


def take_grid_tables(page: Page) -> tuple[list[FoundTable], list[Glyph]]:
    """The tables with rules around their cells, and the glyphs that stand in none of them."""
    tables = find_grid_tables(page.upright, page.rules)
    return tables, [glyph for glyph in page.upright if not any(_holds(table, glyph) for table in tables)]


def take_gap_tables(lines: Sequence[PrintedLine], page: Page) -> tuple[list[FoundTable], list[PrintedLine]]:
    """The tables without rules around their cells, and the lines that stand in none of them."""
    tables = find_gap_tables(lines, page.rules, page.width)
    rest = [
        line
        for line in lines
        if not any(
            table.box.top <= (line.box.top + line.box.bottom) / 2 <= table.box.bottom for table in tables
        )
    ]
    return tables, rest


def _holds(table: FoundTable, glyph: Glyph) -> bool:
    return table.box.holds((glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2)


def join_parts(first: FoundTable, second: FoundTable, *, over_page: bool = True) -> FoundTable | None:
    """One table of two that follow each other, as a rule over a page's end; None where the second is another table.

    The second goes on where it has as many columns and repeats the header, or has none and stands as wide.
    """
    if len(first.rows[0]) != len(second.rows[0]):
        return None
    head = _repeated_rows(first, second)
    if not head and not _goes_on(first, second, over_page):
        return None
    rows = join_group_names([*first.rows, *second.rows[head:]])
    return msgspec.structs.replace(first, rows=tuple(rows), bold=(*first.bold, *second.bold[head:]))


def _goes_on(first: FoundTable, second: FoundTable, over_page: bool) -> bool:
    """Whether a second part without the first one's header is of the same table."""
    if over_page and first.edges and second.edges:
        same = all(abs(one - other) < SAME_EDGE for one, other in zip(first.edges, second.edges, strict=True))
        return same and not second.bold[0] and second.header_rows is None
    starts_alike = abs(first.box.x0 - second.box.x0) < (first.box.x1 - first.box.x0) / 5
    return starts_alike and not second.header_rows and not count_header_rows(second.rows, second.bold)


def _repeated_rows(first: FoundTable, second: FoundTable) -> int:
    count = 0
    for above, below in zip(first.rows, second.rows, strict=False):
        if above != below:
            break
        count += 1
    return count
