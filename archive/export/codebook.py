"""The codebook: every column of every table that is exported, as Markdown."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import Final

from archive.export.columns import Column, ForeignKey, TableForm
from archive.export.schema import COMMON_TABLES
from archive.export.sqlite import table_sql
from archive.export.sqlite_schema import SQLITE_TABLES, VIEW_COLUMNS, VIEWS
from archive.export.tables import TABLES_FORM

_INTRODUCTION: Final = """\
# Codebook

What the tables hold that `archive export` writes. This page is made from the same declarations as the exports.

- `archive export csv -o FOLDER` writes each of the common tables as a CSV file: UTF-8, commas, CR LF. An unknown
  value is empty, several texts in one cell have ` | ` between them, and a cell that a spreadsheet would run as a
  formula has an apostrophe before it. `datapackage.json` describes the files for programs.
- `archive export parquet -o FOLDER` writes the same tables with types: several texts are a list, an unknown value
  is null. It needs `pip install 'vraagarchief[parquet]'`.
- `archive export sqlite -o FILE.db` writes the same tables and more as one database: several texts are a JSON list,
  an unknown value is NULL, dates are ISO 8601, keys are enforced. Open it in Datasette with
  `datasette FILE.db --metadata FILE.metadata.json`.
- `archive export tables` writes one CSV file of all cells, each with what it needs to be read alone.

A name ending in .zip after `-o` makes one zip file of what would be a folder. Rows stand in the order of their ids,
and the same corpus always gives the same bytes. "Always" tells that no row is without a value; a value that the
source does not give is unknown, and never guessed.
"""
_IN_DATABASE: Final = """\
In the database `questions` and `documents` have one more column, `place`, as in records. Their `id`, and `record` in
other tables, refer to records; `asker_id` and `minister_id` refer to people.
"""
_FULL_TEXT: Final = """\
### full_text

Full-text search (SQLite FTS5, without regard to accents) over `full_text_source`, a view with one row for each
record: `place` (as in records), `title`, `question` (the text of all parts of the question), `answer` (that of the
answer and its attachments, or of a supporting document) and `tables` (captions, headers and cells).

```sql
SELECT records.id, snippet(full_text, 2, '[', ']', '…', 12)
FROM full_text JOIN records ON records.place = full_text.rowid
WHERE full_text MATCH 'begeleidingspremie' ORDER BY rank;
```
"""


def codebook_text() -> str:
    """The whole page."""
    common = {table.name for table in COMMON_TABLES}
    more = [table for table in SQLITE_TABLES if table.name not in common]
    pieces = [
        _INTRODUCTION,
        "## Common tables (CSV, Parquet, SQLite)\n",
        *map(_table_text, COMMON_TABLES),
        "## More tables of the database\n",
        _IN_DATABASE,
        *map(_table_text, more),
        _FULL_TEXT,
        "## Views of the database\n",
        *_views(),
        "## The file of all cells (`archive export tables`)\n",
        _table_text(TABLES_FORM),
    ]
    return "\n".join(pieces)


def view_columns() -> dict[str, tuple[str, ...]]:
    """The names of the columns of each view, as SQLite finds them."""
    with closing(sqlite3.connect(":memory:")) as database:
        for table in SQLITE_TABLES:
            database.execute(table_sql(table))
        found = {}
        for name, (_, sql) in VIEWS.items():
            found[name] = tuple(column[0] for column in database.execute(sql).description)
    return found


def _table_text(table: TableForm) -> str:
    lines = [
        f"### {table.name}\n",
        f"{table.meaning}\n",
        f"Key: {_names(table.key)}." if table.key else "Key: none.",
        *map(_key_line, table.foreign),
        "",
        "| column | type | unit | always | meaning |",
        "|---|---|---|---|---|",
        *map(_column_line, table.columns),
        "",
    ]
    return "\n".join(lines)


def _key_line(key: ForeignKey) -> str:
    verb = "refers" if len(key.columns) == 1 else "refer"
    return f"{_names(key.columns)} {verb} to {key.table} ({_names(key.targets)})."


def _column_line(column: Column) -> str:
    meaning = column.meaning
    if column.values:
        meaning += f": {_names(column.values)}"
    cells = (f"`{column.name}`", column.type, column.unit, "yes" if column.always else "", meaning)
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _views() -> Iterator[str]:
    for name, columns in view_columns().items():
        own = [f"`{column}`: {VIEW_COLUMNS[column]}" for column in columns if column in VIEW_COLUMNS]
        told = f" Of its own it has {'; '.join(own)}." if own else ""
        yield f"### {name}\n\n{VIEWS[name][0]}.\n\nColumns: {_names(columns)}.{told}\n"


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)
