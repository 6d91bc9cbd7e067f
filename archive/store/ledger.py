"""Keeps the seals of archive.sqlite while a writer changes its rows.

Triggers that live as long as the connection tell of every row what it was and what it is now; no statement of the
writer can pass them by. At the end of each transaction the seals follow, and what was there before is compared with
its old seal: nobody writes over damage, which would hide it.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from pathlib import Path

from archive.errors import DamageError
from archive.store.seals import Table, added, row_seal, sealed_tables

_NONE = bytes(32)
_ROW = tuple[str, str]


class Ledger:
    """The rows that a transaction has touched: their seals before it and now; None where there was or is no row."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """path: of the database, for messages."""
        self._connection = connection
        self._path = path
        self._tables = {table.name: table for table in sealed_tables(connection)}
        self._before: dict[_ROW, bytes | None] = {}
        self._now: dict[_ROW, bytes | None] = {}
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.create_function("row_was", -1, self._was)
        connection.create_function("row_is", -1, self._is)
        for table in self._tables.values():
            _watch(connection, table)

    def settle(self) -> None:
        """Writes the seals of what the transaction has written. Raises DamageError where it wrote over damage."""
        changed: dict[str, list[_ROW]] = defaultdict(list)
        for row, before in self._before.items():
            self._compare(row, before)
            if self._now[row] != before:
                changed[row[0]].append(row)
        for place, rows in changed.items():
            self._write_seals(rows)
            self._write_sum(place, rows)
        self.forget()

    def forget(self) -> None:
        """Drops what was noted: the transaction is over."""
        self._before.clear()
        self._now.clear()

    def _was(self, place: str, *values: object) -> None:
        row = place, self._tables[place].key(values)
        if row not in self._before:
            self._before[row] = row_seal(place, values)
        self._now[row] = None

    def _is(self, place: str, *values: object) -> None:
        row = place, self._tables[place].key(values)
        self._before.setdefault(row, None)
        self._now[row] = row_seal(place, values)

    def _compare(self, row: _ROW, before: bytes | None) -> None:
        found = self._connection.execute(
            "SELECT sha256 FROM seals WHERE place = ? AND row = ?", row
        ).fetchone()
        if (found and found[0]) != before:
            raise DamageError(
                f"{self._path}, table {row[0]}, row {' '.join(row[1].split())}",
                "this row is not as it was written",
                "see `archive verify`, and put a copy of archive.sqlite back",
            )

    def _write_seals(self, rows: list[_ROW]) -> None:
        gone = [row for row in rows if self._now[row] is None]
        self._connection.executemany("DELETE FROM seals WHERE place = ? AND row = ?", gone)
        self._connection.executemany(
            "INSERT INTO seals VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET sha256 = excluded.sha256",
            [(*row, self._now[row]) for row in rows if self._now[row] is not None],
        )

    def _write_sum(self, place: str, rows: list[_ROW]) -> None:
        found = self._connection.execute("SELECT counted, total FROM seal_sums WHERE place = ?", (place,))
        counted, total = found.fetchone() or (0, _NONE)
        for row in rows:
            before, now = self._before[row], self._now[row]
            counted += (now is not None) - (before is not None)
            total = added(total, now or _NONE, before or _NONE)
        self._connection.execute(
            "INSERT INTO seal_sums VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET counted = excluded.counted, total = excluded.total",
            (place, counted, total),
        )


def _watch(connection: sqlite3.Connection, table: Table) -> None:
    """Has every change of a row told; the triggers are the connection's own and not written to the file."""
    was, now = _told("row_was", "OLD", table), _told("row_is", "NEW", table)
    for moment, told in (("INSERT", now), ("UPDATE", f"{was}, {now}"), ("DELETE", was)):
        connection.execute(
            f'CREATE TEMP TRIGGER "{table.name}_{moment}" AFTER {moment} ON main."{table.name}"'
            f" BEGIN SELECT {told}; END"
        )


def _told(function: str, row: str, table: Table) -> str:
    values = ", ".join(f'{row}."{column}"' for column in table.columns)
    return f"{function}('{table.name}', {values})"
