"""What may befall the rows of archive.sqlite at the hands of a program that knows nothing of seals."""

from __future__ import annotations

import contextlib
import random
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from benchmarks.safety.mutations import Altered


class _Rows(msgspec.Struct, frozen=True):
    """The rows of one table. keys: numbers of the columns of its primary key."""

    name: str
    columns: tuple[str, ...]
    kinds: tuple[str, ...]
    keys: tuple[int, ...]
    rows: tuple[tuple[object, ...], ...]

    def called(self, row: tuple[object, ...]) -> str:
        """What a check calls the row."""
        return _called(self.name, [str(row[number]) for number in self.keys])

    def where(self, row: tuple[object, ...]) -> tuple[str, list[object]]:
        """The condition that finds the row, with its values."""
        return " AND ".join(f"{self.columns[number]} = ?" for number in self.keys), [
            row[number] for number in self.keys
        ]


def _called(table: str, keys: list[str]) -> str:
    match table, keys:
        case "seals", [place, row]:
            return f"the seal of {_called(place, row.split(chr(9)))}"
        case "seal_sums", [place]:
            return f"table {place}"
        case "records", [id]:
            return f"record {id}"
        case "versions", [id, version]:
            return f"record {id}, version {version}"
        case "readings", [original, record]:
            return f"record {record}, as read from {original}"
    return f"table {table}, row {' '.join(keys)}"


def _delete(db: sqlite3.Connection, table: _Rows, chance: random.Random) -> dict[str, str]:
    row = chance.choice(table.rows)
    condition, values = table.where(row)
    db.execute(f"DELETE FROM {table.name} WHERE {condition}", values)
    return {table.called(row): "altered" if table.name == "seal_sums" else "missing"}


def _update(db: sqlite3.Connection, table: _Rows, chance: random.Random) -> dict[str, str]:
    row = chance.choice(table.rows)
    number = chance.choice([n for n in range(len(table.columns)) if n not in table.keys])
    condition, values = table.where(row)
    other = _other(row[number], table.kinds[number])
    db.execute(f"UPDATE {table.name} SET {table.columns[number]} = ? WHERE {condition}", [other, *values])
    return {table.called(row): "altered"}


def _insert(db: sqlite3.Connection, table: _Rows, chance: random.Random) -> dict[str, str]:
    *first, last = table.keys
    copied = enumerate(zip(chance.choice(table.rows), table.kinds, strict=True))
    row = [
        f"{value}x" if kind == "TEXT" and number not in first else value for number, (value, kind) in copied
    ]
    if table.kinds[last] == "INTEGER":
        row[last] = max(int(str(one[last])) for one in table.rows) + 1
    db.execute(f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(row))})", row)
    return {table.called(tuple(row)): "missing" if table.name == "seal_sums" else "foreign"}


def _swap(db: sqlite3.Connection, table: _Rows, chance: random.Random) -> dict[str, str]:
    first, second = chance.sample(table.rows, 2)
    others = [n for n in range(len(table.columns)) if n not in table.keys]
    if [first[n] for n in others] == [second[n] for n in others]:
        return _update(db, table, chance)
    for row in (first, second):
        condition, values = table.where(row)
        db.execute(f"DELETE FROM {table.name} WHERE {condition}", values)
    for row, content in ((first, second), (second, first)):
        put = [content[n] if n in others else row[n] for n in range(len(row))]
        db.execute(f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(row))})", put)
    return {table.called(row): "altered" for row in (first, second)}


def _other(value: object, kind: str) -> object:
    if kind == "BLOB":
        assert isinstance(value, bytes)
        return bytes([value[0] ^ 1]) + value[1:]
    if kind == "INTEGER":
        return int(str(value or 0)) + 1
    return "x" if value is None else f"{value}x"


_CHANGES: Mapping[str, Callable[[sqlite3.Connection, _Rows, random.Random], dict[str, str]]] = {
    "a row deleted": _delete,
    "a row altered": _update,
    "a row added": _insert,
    "two rows swapped": _swap,
}
_SCHEMA_CHANGES = {
    "CREATE TABLE more (a TEXT PRIMARY KEY)": {"table schema, row table more": "foreign"},
    "CREATE VIEW more AS SELECT 1": {"table schema, row view more": "foreign"},
    "CREATE TRIGGER more AFTER DELETE ON events BEGIN SELECT 1; END": {
        "table schema, row trigger more": "foreign"
    },
    "CREATE INDEX more ON events (action)": {"table schema, row index more": "foreign"},
    "DROP INDEX notes_by_code": {"table schema, row index notes_by_code": "missing"},
    "DROP VIEW present": {"table schema, row view present": "missing"},
    "DROP TABLE fetches": {"table schema, row table fetches": "missing"},
    "PRAGMA user_version = 3": {"table schema, row mark user_version": "altered"},
    "PRAGMA application_id = 1": {"table schema, row mark application_id": "altered"},
}


def alter_rows(database: Path, chance: random.Random) -> Altered:
    """Does something to a row of a table, or to what tables there are."""
    with contextlib.closing(sqlite3.connect(database, isolation_level=None)) as db:
        if chance.randrange(8) == 0:
            sql, done = chance.choice(list(_SCHEMA_CHANGES.items()))
            db.execute(sql)
            return _altered(sql, done)
        table = chance.choice([one for one in _tables(db) if len(one.rows) > 1])
        name, change = chance.choice(list(_CHANGES.items()))
        return _altered(f"{name} in {table.name}", change(db, table, chance))


def _altered(name: str, done: Mapping[str, str]) -> Altered:
    return Altered(name, {place: frozenset({kind}) for place, kind in done.items()})


def _tables(db: sqlite3.Connection) -> Iterator[_Rows]:
    names = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    for (name,) in names.fetchall():
        columns = db.execute("SELECT name, type, pk FROM pragma_table_info(?)", (name,)).fetchall()
        yield _Rows(
            name,
            tuple(column[0] for column in columns),
            tuple(column[1] for column in columns),
            tuple(number for _, number in sorted((pk, n) for n, (_, _, pk) in enumerate(columns) if pk)),
            tuple(db.execute(f"SELECT * FROM {name}").fetchall()),
        )


def told_by(database: Path) -> object:
    """All that a database says: what tables there are, their rows, and its marks; an error where it says nothing."""
    try:
        with contextlib.closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as db:
            db.text_factory = bytes
            schema = db.execute(
                "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2"
            ).fetchall()
            marks = [db.execute(f"PRAGMA {mark}").fetchone() for mark in ("application_id", "user_version")]
            names = [row[1].decode() for row in schema if row[0] == b"table"]
            return (
                schema,
                marks,
                {name: sorted(db.execute(f"SELECT * FROM {name} NOT INDEXED"), key=repr) for name in names},
            )
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return repr(error)
