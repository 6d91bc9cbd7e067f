"""Every cell of every table on a line of its own, as CSV for programs (tidy data: Wickham, J. Stat. Softw. 59, 2014).

UTF-8 without a byte order mark, commas, CR LF; no cell that a spreadsheet would run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from archive.config import Settings
from archive.export.columns import TableForm
from archive.export.schema import CELLS, RECORD, TABLES
from archive.export.table_csv import csv_text
from archive.model.blocks import Table
from archive.model.record import Record
from archive.model.tables import tables_of
from archive.store.corpus import Corpus
from archive.text.numbers import is_figure, parse_number

_AS_IN_TABLES = {column.name: column for column in TABLES.columns}
_AS_IN_CELLS = {column.name: column for column in CELLS.columns}
TABLES_FORM = TableForm(
    "tables.csv",
    "Cells of tables",
    "One row for each cell of each table that is no header and names no row, with what it needs to be read alone.",
    (
        RECORD,
        _AS_IN_TABLES["side"],
        msgspec.structs.replace(_AS_IN_TABLES["labels"], name="part"),
        msgspec.structs.replace(_AS_IN_CELLS["table_number"], name="table"),
        _AS_IN_TABLES["caption"],
        _AS_IN_TABLES["origin"],
        msgspec.structs.replace(_AS_IN_CELLS["row_number"], name="row"),
        _AS_IN_CELLS["row_label"],
        msgspec.structs.replace(_AS_IN_CELLS["column_number"], name="column"),
        *(_AS_IN_CELLS[name] for name in ("column_label", "printed", "value", "unit")),
    ),
    ("record", "table", "row", "column"),
)
COLUMNS = tuple(column.name for column in TABLES_FORM.columns)
_NONE_MARKS = frozenset({"-", "–", "/", "n.v.t.", "nvt", "x"})
_BETWEEN = " | "


def tables_chunks(corpus: Corpus, settings: Settings) -> Iterator[bytes]:
    """The file, one chunk a record that has tables; records by id."""
    yield csv_text([COLUMNS], ",").encode("utf-8")
    for record in corpus.records():
        lines = list(record_lines(record))
        if lines:
            yield csv_text(lines, ",").encode("utf-8")


def record_lines(record: Record) -> Iterator[tuple[str, ...]]:
    """The lines of one record's tables, a value for each of COLUMNS."""
    for table in tables_of(record):
        for cell in table_cells(table):
            yield (
                record.id,
                table.side,
                " ".join(table.labels),
                str(table.number),
                table.caption or "",
                table.origin,
                *cell,
            )


def table_cells(table: Table) -> Iterator[tuple[str, ...]]:
    """From `row` on the values of each cell that is no label, empty ones included."""
    labels = label_columns(table)
    names = _row_names(table, labels)
    headings = [_joined(_column(table.header, column)) for column in range(_width(table))]
    for number, row in enumerate(table.rows):
        for column in range(labels, len(row)):
            found = parse_number(row[column])
            yield (
                str(number + 1),
                names[number],
                str(column + 1),
                headings[column],
                row[column],
                f"{found.value:f}" if found else "",
                (found.unit or "") if found else "",
            )


def label_columns(table: Table) -> int:
    """How many columns at the left name the rows: those in which words prevail, or years; never all of them.

    Of a table without any figure it is the first column alone.
    """
    width = _width(table)
    textual = 0
    while textual < width and _names_rows(_column(table.rows, textual), first=textual == 0):
        textual += 1
    return min(textual, width - 1) if textual < width else min(1, width - 1)


def _names_rows(cells: Sequence[str], *, first: bool) -> bool:
    printed = [cell.strip() for cell in cells if cell.strip()]
    figures = sum(is_figure(cell) or cell.casefold() in _NONE_MARKS for cell in printed)
    if printed and figures * 2 <= len(printed):
        return True
    return first and len(printed) > 1 and all(_is_year(cell) or not is_figure(cell) for cell in printed)


def _is_year(cell: str) -> bool:
    return len(cell) == 4 and cell.isdigit() and cell[:2] in ("19", "20")


def _row_names(table: Table, labels: int) -> list[str]:
    """The name of each row. A group's name that only its first row prints counts for the rows below it."""
    names: list[str] = []
    group = [""] * labels
    for row in table.rows:
        own = [*row[:labels], *[""] * (labels - len(row))]
        if labels > 1:
            for place in range(labels - 1):
                if own[place].strip():
                    group = [*own[: place + 1], *[""] * (labels - place - 1)]
                elif any(cell.strip() for cell in own[place + 1 :]):
                    own[place] = group[place]
        names.append(_joined(own))
    return names


def _joined(cells: Iterator[str] | Sequence[str]) -> str:
    return _BETWEEN.join(dict.fromkeys(cell for cell in cells if cell.strip()))


def _column(rows: Sequence[Sequence[str]], column: int) -> list[str]:
    """The cells of one column. Rows of records that come from elsewhere need not be equally long."""
    return [row[column] if column < len(row) else "" for row in rows]


def _width(table: Table) -> int:
    return max((len(row) for row in (*table.header, *table.rows)), default=0)
