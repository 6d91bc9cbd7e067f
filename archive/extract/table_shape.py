"""What every way of finding a table on a page gives, and how its header is told from its rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from archive.extract.geometry import Box
from archive.model.blocks import Table
from archive.text.joins import join_cell_lines
from archive.text.numbers import is_figure

_PERIOD = re.compile(r"(19|20)\d\d(\s?[-–/]\s?\d{2,4})?(\s?[-–]?\s?[KQ]\d)?$")
_EMPTY_MARK = re.compile(r"[-–—/]?$")


class FoundTable(msgspec.Struct, frozen=True):
    """A table on a page: its place and its cells' texts, all rows equally wide.

    bold: for each row whether all its cells are bold; header_rows: their number where rules or spans told it;
    edges: where the rules between columns stand, in points, if there are any.
    """

    box: Box
    rows: tuple[tuple[str, ...], ...]
    bold: tuple[bool, ...]
    header_rows: int | None = None
    edges: tuple[float, ...] = ()


def count_header_rows(rows: Sequence[Sequence[str]], bold: Sequence[bool]) -> int:
    """How many of the first rows are header: bold ones above others that are not, else those without figures."""
    if len(rows) < 2:
        return 0
    bold_rows = next((index for index, is_bold in enumerate(bold) if not is_bold), 0)
    if 0 < bold_rows <= 4:
        return bold_rows
    for index, row in enumerate(rows[:4]):
        if _has_figures(row):
            return index
    return 1


def _has_figures(row: Sequence[str]) -> bool:
    cells = [cell for cell in row[1:] if not _EMPTY_MARK.match(cell)] or list(row[:1])
    figures = [cell for cell in cells if is_figure(cell)]
    periods = [cell for cell in cells if _PERIOD.match(cell)]
    return len(figures) > len(periods) or (bool(figures) and len(figures) < len(cells))


def join_group_names(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The rows, with the name of a group of rows that runs over several of them put into the first.

    In "Brussels H. | Werkgevers", "Gewest | Zelfstandigen", " | Totaal" the first column names groups whose
    rows begin alike in the second column ("Werkgevers"): a name beside another row belongs to the one above.
    """
    joined = list(rows)
    starts = Counter(row[1] for row in rows if len(row) > 2 and row[0] and row[1] and not is_figure(row[1]))
    blanks = sum(not row[0] for row in rows)
    if not starts or blanks * 4 < len(rows):
        return joined
    usual, count = starts.most_common(1)[0]
    if count < 3 or count * 2 < sum(starts.values()):
        return joined
    for index in range(1, len(joined)):
        above, row = joined[index - 1], joined[index]
        if above[1] == usual and above[0] and row[0] and row[1] not in ("", usual):
            joined[index - 1] = (join_cell_lines([above[0], row[0]]), *above[1:])
            joined[index] = ("", *row[1:])
    return joined


def finish_table(found: FoundTable, caption: str | None = None) -> Table:
    """The block of a table found."""
    rows = found.rows
    head = found.header_rows
    if head is None:
        head = count_header_rows(rows, found.bold)
    return Table(caption, rows[:head], rows[head:], "layout")
