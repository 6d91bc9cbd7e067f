"""The corpus as one SQLite database with keys, full-text search and views."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Final

import msgspec

from archive.config import Settings
from archive.export.columns import Column, TableForm, figure_of
from archive.export.rows import COMMON_ROWS, Exported, Row, base_of
from archive.export.sections import placed_tables, sections_of
from archive.export.sqlite_schema import FULL_TEXT, SQLITE_TABLES, VIEWS
from archive.export.targets import Targets
from archive.model.question import WrittenQuestion
from archive.model.record import Record, encode_record
from archive.store.corpus import Corpus
from archive.store.rows import kind_of
from archive.store.working_folder import working_folder
from archive.text.slugs import slug

_TYPES: Final = {
    "text": "TEXT",
    "texts": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "date": "TEXT",
    "time": "TEXT",
    "boolean": "INTEGER",
}
_SHORT_ROWS: Final = frozenset({"cells", "checks", "competences", "notes", "part_labels", "record_themes"})
_CHUNK: Final = 1 << 20
# Marks the file as ours: "vraa" in ASCII.
_APPLICATION: Final = 0x76726161


def sqlite_chunks(corpus: Corpus, settings: Settings) -> Iterator[bytes]:
    """The bytes of the database, which is made in a temporary folder first."""
    with working_folder() as folder:
        path = folder / "archive.sqlite"
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            _fill(database, corpus, settings)
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                yield chunk


def table_sql(table: TableForm) -> str:
    """The statement that makes a table, with the meaning of each column as a comment."""
    lines = [f"    {_column_sql(column)},  -- {column.meaning}" for column in table.columns]
    rules = [f"PRIMARY KEY ({', '.join(table.key)})"]
    rules += [
        f"FOREIGN KEY ({', '.join(key.columns)}) REFERENCES {key.table} ({', '.join(key.targets)})"
        for key in table.foreign
    ]
    rules += [
        f"CHECK (json_type({column.name}) = 'array')" for column in table.columns if column.type == "texts"
    ]
    body = "\n".join(lines) + "\n    " + ",\n    ".join(rules)
    # Where the key is most of the row, an index beside the rows would hold it twice.
    rowless = ", WITHOUT ROWID" if table.name in _SHORT_ROWS else ""
    return f"CREATE TABLE {table.name} (\n{body}\n) STRICT{rowless}"


def _column_sql(column: Column) -> str:
    rule = " NOT NULL" if column.always else ""
    if column.type == "boolean":
        rule += f" CHECK ({column.name} IN (0, 1))"
    return f"{column.name} {_TYPES[column.type]}{rule}"


def _fill(database: sqlite3.Connection, corpus: Corpus, settings: Settings) -> None:
    # Nothing that a file could differ by from one machine to the next: no journal, one size of page.
    database.executescript(
        f"PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
        f"PRAGMA foreign_keys = OFF; PRAGMA application_id = {_APPLICATION};"
    )
    for table in SQLITE_TABLES:
        database.execute(table_sql(table))
    database.execute("BEGIN")
    targets, base = Targets(corpus), base_of(settings.base_url)
    inserts = {table.name: _insert_sql(table) for table in SQLITE_TABLES}
    number_at = {table.name: _number_at(table) for table in SQLITE_TABLES}
    for place, record in enumerate(corpus.records(), 1):
        for name, rows in _rows(Exported(record, base, targets.of(record)), place):
            database.executemany(inserts[name], (_stored(row, number_at[name]) for row in rows))
    database.execute("COMMIT")
    for name, (_, sql) in VIEWS.items():
        database.execute(f"CREATE VIEW {name} AS\n{sql}")
    _add_indexes(database)
    database.executescript(FULL_TEXT)
    database.execute("INSERT INTO full_text (full_text) VALUES ('rebuild')")
    database.execute("INSERT INTO full_text (full_text) VALUES ('optimize')")
    database.execute("ANALYZE")
    database.execute("VACUUM")


def _add_indexes(database: sqlite3.Connection) -> None:
    """Indexes for the keys that the primary keys do not serve, and for what lists are sorted and sifted by."""
    for table in SQLITE_TABLES:
        for key in table.foreign:
            if key.columns != table.key[: len(key.columns)]:
                name = f"{table.name}_by_{'_'.join(key.columns)}"
                database.execute(f"CREATE INDEX {name} ON {table.name} ({', '.join(key.columns)})")
    for column in ("asked_on", "parliamentary_year", "answer_kind", "place"):
        database.execute(f"CREATE INDEX questions_by_{column} ON questions ({column})")
    database.execute("CREATE UNIQUE INDEX records_by_place ON records (place)")
    database.execute("CREATE INDEX labels_by_label ON part_labels (record, side, label)")


def _insert_sql(table: TableForm) -> str:
    # The same person, theme or label comes again and again; the first one stays.
    verb = "INSERT OR IGNORE" if table.name in ("people", "themes", "part_labels") else "INSERT"
    return f"{verb} INTO {table.name} VALUES ({', '.join('?' * len(table.columns))})"


def _rows(one: Exported, place: int) -> Iterator[tuple[str, list[Row]]]:
    """The rows that a record gives to each table."""
    record = one.record
    yield "records", [(record.id, place, kind_of(record), encode_record(record).decode("utf-8"))]
    if isinstance(record, WrittenQuestion):
        people = (record.asker.name, record.minister.name)
        yield "people", [(slug(name), name) for name in people]
        yield "competences", [(record.id, *one) for one in enumerate(record.minister.competences, 1)]
    yield "themes", [(slug(theme), theme) for theme in record.themes]
    yield "record_themes", [(record.id, at, slug(theme)) for at, theme in enumerate(record.themes, 1)]
    for name, rows_of in COMMON_ROWS.items():
        rows = list(rows_of(one))
        yield name, [(*row, place) for row in rows] if name in ("questions", "documents") else rows
    yield "part_labels", list(_labels(record))
    yield "checks", list(_checks(record))


def _labels(record: Record) -> Iterator[Row]:
    for section in sections_of(record):
        for label in section.labels:
            yield record.id, section.side, section.position, label


def _checks(record: Record) -> Iterator[Row]:
    for placed in placed_tables(record):
        for position, check in enumerate(placed.table.checks, 1):
            yield record.id, placed.number, position, check.place, check.message, check.agrees


def _number_at(table: TableForm) -> int | None:
    """The place of the column that holds numbers with decimals; no table has two."""
    return next((at for at, column in enumerate(table.columns) if column.type == "number"), None)


def _stored(row: Row, number_at: int | None) -> list[str | int | float | None]:
    """The row as SQLite holds it: several texts as a JSON list."""
    stored: list[str | int | float | None] = [
        msgspec.json.encode(value).decode("utf-8") if isinstance(value, tuple) else value for value in row
    ]
    if number_at is not None:
        stored[number_at] = figure_of(row[number_at])
    return stored
