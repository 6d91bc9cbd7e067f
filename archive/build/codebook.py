"""The tables of the exports for the codebook on the site, from the declarations that the exports are made of."""

from __future__ import annotations

from collections.abc import Iterator

from archive.export.codebook import view_columns
from archive.export.columns import Column, TableForm
from archive.export.schema import COMMON_TABLES
from archive.export.sqlite_schema import SQLITE_TABLES, VIEW_COLUMNS, VIEWS
from archive.export.tables import TABLES_FORM
from archive.render.codebook_page import CodebookColumn, CodebookGroup, CodebookTable

_AS_IN_TABLES = "as in the tables"


def codebook_groups() -> Iterator[CodebookGroup]:
    """The tables of all exports."""
    common = {table.name for table in COMMON_TABLES}
    yield CodebookGroup("CSV, Parquet, SQLite", tuple(map(_table, COMMON_TABLES)))
    more = (table for table in SQLITE_TABLES if table.name not in common)
    yield CodebookGroup("SQLite", (*map(_table, more), *_views()))
    yield CodebookGroup("tables.csv", (_table(TABLES_FORM),))


def _table(table: TableForm) -> CodebookTable:
    return CodebookTable(
        anchor=table.name.replace(".", "-"),
        name=table.name,
        meaning=table.meaning,
        key=table.key,
        refers=tuple(f"{_names(key.columns)} → {key.table} ({_names(key.targets)})" for key in table.foreign),
        columns=tuple(map(_column, table.columns)),
    )


def _column(column: Column) -> CodebookColumn:
    meaning = column.meaning
    if column.values:
        meaning += f": {_names(column.values)}"
    return CodebookColumn(column.name, column.type, column.unit, column.always, meaning)


def _views() -> Iterator[CodebookTable]:
    for name, columns in view_columns().items():
        shown = tuple(
            CodebookColumn(column, "", "", False, VIEW_COLUMNS.get(column, _AS_IN_TABLES))
            for column in columns
        )
        yield CodebookTable(name, name, f"{VIEWS[name][0]}.", (), (), shown)


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)
