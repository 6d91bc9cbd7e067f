"""Seals of the rows of archive.sqlite: what each row was when it was written.

Every row has a seal, the SHA-256 of its columns, and every table has the sum of its seals. Both are written in the
transaction that writes the row, and only from what is being written: a row that stands in the table is never hashed
anew to make its seal fit. So a change by anybody else stays noticed, whatever is ingested after it.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence

import msgspec

SCHEMA = "schema"
SEALED_FORM = 4
_MODULUS = 1 << 256
_OWN = frozenset({"seals", "seal_sums"})
# What tables there are, with what marks the file as a corpus. Where a table begins in the file may change.
_SCHEMA_ROWS = "SELECT type, name, tbl_name, sql FROM main.sqlite_schema ORDER BY type, name"
_MARKS = ("application_id", "user_version", "encoding")


class Table(msgspec.Struct, frozen=True):
    """A table that is sealed: its columns, and which of them are its primary key, by number."""

    name: str
    columns: tuple[str, ...]
    keys: tuple[int, ...]

    def rows(self, connection: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
        """All rows, from the table itself and not from an index of it."""
        columns = ", ".join(f'"{column}"' for column in self.columns)
        yield from connection.execute(f'SELECT {columns} FROM main."{self.name}" NOT INDEXED')  # noqa: S608

    def key(self, values: Sequence[object]) -> str:
        """What tells the row from all others of the table."""
        return "\t".join(as_text(values[number]) for number in self.keys)


def sealed_tables(connection: sqlite3.Connection) -> tuple[Table, ...]:
    """The tables of a corpus whose rows are sealed, by name."""
    names = connection.execute(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name"
    ).fetchall()
    return tuple(_table(connection, as_text(name)) for (name,) in names if as_text(name) not in _OWN)


def _table(connection: sqlite3.Connection, name: str) -> Table:
    columns = connection.execute("SELECT name, pk FROM pragma_table_info(?) ORDER BY cid", (name,)).fetchall()
    keys = sorted((place, number) for number, (_, place) in enumerate(columns) if place)
    return Table(name, tuple(as_text(column) for column, _ in columns), tuple(number for _, number in keys))


def row_seal(place: str, values: Sequence[object]) -> bytes:
    """The SHA-256 of a row: the name of its table and every value with its kind and length.

    A text may come as bytes of UTF-8, which are those of the file where it is damaged.
    """
    return hashlib.sha256(b"".join(map(_plain, (place, *values)))).digest()


def _plain(value: object) -> bytes:
    if value is None:
        return b"n"
    if isinstance(value, str | bytes):
        written = value.encode("utf-8") if isinstance(value, str) else value
        return b"t%d:%b" % (len(written), written)
    return f"i{value};".encode()


def as_text(value: object) -> str:
    """A value for people; a text that is no UTF-8 comes with signs in the place of what is not."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def added(total: bytes, plus: bytes, minus: bytes = bytes(32)) -> bytes:
    """A sum of seals with one more and, if given, one less."""
    summed = int.from_bytes(total, "big") + int.from_bytes(plus, "big") - int.from_bytes(minus, "big")
    return (summed % _MODULUS).to_bytes(32, "big")


def schema_rows(connection: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    """The key and the seal of all that is said of the tables themselves."""
    for row in connection.execute(_SCHEMA_ROWS):
        yield f"{as_text(row[0])} {as_text(row[1])}", row_seal(SCHEMA, row)
    for mark in _MARKS:
        (value,) = connection.execute(f"PRAGMA main.{mark}").fetchone()
        yield f"mark {mark}", row_seal(SCHEMA, (mark, value))


def seal_all(connection: sqlite3.Connection) -> None:
    """Seals every row as it stands, in the transaction that the connection is in: at the end of a migration only."""
    connection.execute("DELETE FROM seals")
    connection.execute("DELETE FROM seal_sums")
    _seal_table(connection, SCHEMA, schema_rows(connection))
    for table in sealed_tables(connection):
        rows = ((table.key(row), row_seal(table.name, row)) for row in table.rows(connection))
        _seal_table(connection, table.name, rows)


def _seal_table(connection: sqlite3.Connection, place: str, rows: Iterator[tuple[str, bytes]]) -> None:
    counted, total = 0, bytes(32)
    for key, seal in rows:
        connection.execute("INSERT INTO seals VALUES (?, ?, ?)", (place, key, seal))
        counted, total = counted + 1, added(total, seal)
    connection.execute("INSERT INTO seal_sums VALUES (?, ?, ?)", (place, counted, total))
