"""The rows of a table of a document as HTML. They are the most of many a page, so no template goes through them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from markupsafe import Markup

from archive.links.figure_series import TableSeries
from archive.model.addresses import cell_anchor
from archive.model.blocks import Table
from archive.model.tables import NumberedTable
from archive.render.escaping import escaped, marked
from archive.render.formats import figure_columns, is_bounded_figure, is_figure

_FIGURE: Final = ' class="figure"'


def head_rows(table: Table) -> Markup:
    """The rows above the figures; a head stands to the right above a column of figures."""
    figures = figure_columns(table)
    rows = (
        "".join(
            f'<th scope="col"{_FIGURE if place in figures else ""}>{escaped(cell)}</th>'
            if cell
            else "<td></td>"
            for place, cell in enumerate(row)
        )
        for row in table.header
    )
    return _lines(rows)


def body_rows(table: Table, series: TableSeries | None = None) -> Markup:
    """The rows of the table; a first cell that is no figure names its row.

    So do those beside it that nothing above them names, up to the first column of figures. series: a cell that
    figures over time lead to gets an anchor.
    """
    naming = _naming_columns(table)
    if series is None or not isinstance(table, NumberedTable):
        return _lines(_row(row, naming) for row in table.rows)
    return _lines(_anchored_rows(table, series, naming))


def _naming_columns(table: Table) -> int:
    """How many columns from the first name the rows."""
    width = len(table.rows[0]) if table.rows else 0
    unnamed = 1
    while unnamed < width and not any(row[unnamed] for row in table.header if unnamed < len(row)):
        unnamed += 1
    if unnamed == 1:
        return 1
    figures = figure_columns(table)
    return min(unnamed, max(1, min(figures))) if figures else 1


def _lines(rows: Iterator[str]) -> Markup:
    # Every cell in it is escaped.
    return marked("\n".join([f"<tr>{row}</tr>" for row in rows]))


def _row(cells: tuple[str, ...], naming: int) -> str:
    return "".join(_written(cells, naming))


def _written(cells: tuple[str, ...], naming: int) -> list[str]:
    """Each cell of a row as it is written. naming: how many of the first may name the row."""
    return [*map(_naming_cell, cells[:naming]), *map(_cell, cells[naming:])]


def _anchored_rows(table: NumberedTable, series: TableSeries, naming: int) -> Iterator[str]:
    for row, cells in enumerate(table.rows):
        found = _written(cells, naming)
        for column in series.columns(row):
            if column < len(found) and found[column].startswith("<td"):
                anchor = cell_anchor(table.number, row + 1, column + 1)
                found[column] = f'<td id="{anchor}"{found[column][3:]}'
        yield "".join(found)


# Most figures are short and come often.
@lru_cache(maxsize=16_384)
def _cell(cell: str) -> str:
    """A cell that names no row."""
    return f"<td{_FIGURE if is_figure(cell) or is_bounded_figure(cell) else ''}>{escaped(cell)}</td>"


@lru_cache(maxsize=4096)
def _naming_cell(cell: str) -> str:
    """A cell that names its row, unless it is empty or a figure."""
    return f'<th scope="row">{escaped(cell)}</th>' if cell and not is_figure(cell) else _cell(cell)
