"""Whether the rows of archive.sqlite are those that were written: none altered, gone or added."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator

from archive.store.finding import Finding, FindingKind
from archive.store.seals import SCHEMA, Table, added, as_text, row_seal, schema_rows, sealed_tables

_RESTORE = "put a copy of archive.sqlite back, or ingest the files of originals/ into a new corpus"
_Rows = Iterable[tuple[str, bytes]]


class SealedRows:
    """Compares the rows of a database with their seals.

    connection: one that gives texts as bytes, as they stand in the file: damage may have made other than UTF-8 of them.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def digest(self) -> str:
        """A SHA-256 in hex of all seals: with no finding, it stands for every row of the database."""
        total = hashlib.sha256()
        for row in self._connection.execute("SELECT place, row, sha256 FROM seals ORDER BY place, row"):
            total.update(row_seal("seals", row))
        return total.hexdigest()

    def findings(self) -> Iterator[Finding]:
        """What is wrong with any row or seal."""
        yield from self._compared(SCHEMA, schema_rows(self._connection))
        tables = sealed_tables(self._connection)
        for table in tables:
            if not table.keys:
                continue  # none of ours: told of with the schema
            yield from self._compared(table.name, _sealed(table, self._connection))
        yield from self._unknown_places({SCHEMA, *(table.name for table in tables)})
        yield from self._counters()

    def counted_findings(self) -> Iterator[Finding]:
        """The tables that have more or fewer rows than were written. The rows are not read."""
        for table in sealed_tables(self._connection):
            counted, _ = self._sum(table.name)
            (found,) = self._connection.execute(f'SELECT count(*) FROM main."{table.name}"').fetchone()  # noqa: S608
            if found != counted:
                kind: FindingKind = "missing" if found < counted else "foreign"
                cause = f"it has {found} rows, and {counted} were written"
                yield Finding(kind, f"table {table.name}", cause, f"see `archive verify`; {_RESTORE}")

    def _compared(self, place: str, rows: _Rows) -> Iterator[Finding]:
        """One table. The sum tells whether a row or its seal is at fault where they differ."""
        seen: set[str] = set()
        odd: list[tuple[str, bool]] = []
        counted, total = 0, bytes(32)
        for key, seal in rows:
            counted, total = counted + 1, added(total, seal)
            stored = self._connection.execute(
                "SELECT sha256 FROM seals WHERE place = ? AND row = ?", (place, key)
            ).fetchone()
            seen.add(key)
            if stored is None or stored[0] != seal:
                odd.append((key, stored is not None))
        gone = self._without_row(place, seen)
        rows_hold = (counted, total) == self._sum(place)
        for key, has_seal in odd:
            yield _odd_row(place, key, has_seal, rows_hold)
        for key in gone:
            yield _lone_seal(place, key, rows_hold)
        if not rows_hold and not odd and not gone:
            yield Finding(
                "altered", f"table {place}", "its rows do not come to the sum of their seals", _RESTORE
            )

    def _without_row(self, place: str, seen: set[str]) -> list[str]:
        """The keys of the seals that have no row."""
        stored = self._connection.execute("SELECT row FROM seals WHERE place = ? ORDER BY row", (place,))
        return [key for (raw,) in stored if (key := as_text(raw)) not in seen]

    def _sum(self, place: str) -> tuple[int, bytes]:
        found = self._connection.execute("SELECT counted, total FROM seal_sums WHERE place = ?", (place,))
        counted, total = found.fetchone() or (0, bytes(32))
        return counted, total

    def _unknown_places(self, known: set[str]) -> Iterator[Finding]:
        """Seals of tables that are not there: where the table is gone, the schema tells it too."""
        for name in ("seals", "seal_sums"):
            for (raw,) in self._connection.execute(f"SELECT DISTINCT place FROM {name}"):  # noqa: S608
                place = as_text(raw)
                if place not in known:
                    yield Finding("missing", f"table {place}", f"the table of {name} is gone", _RESTORE)

    def _counters(self) -> Iterator[Finding]:
        """Of the numbers that SQLite gives to events: the only table that is its own and not ours."""
        for name, last in self._connection.execute(
            "SELECT 'events', max(number) FROM events HAVING max(number) IS NOT"
            " (SELECT max(seq) FROM sqlite_sequence WHERE name = 'events')"
        ):
            cause = f"the counter of its rows does not stand at {last}"
            yield Finding("altered", f"table {as_text(name)}", cause, _RESTORE)


def _sealed(table: Table, connection: sqlite3.Connection) -> _Rows:
    for row in table.rows(connection):
        yield table.key(row), row_seal(table.name, row)


def _odd_row(place: str, key: str, has_seal: bool, rows_hold: bool) -> Finding:
    named = named_row(place, key)
    if has_seal and rows_hold:
        return Finding("altered", f"the seal of {named}", "it is not as it was written", _RESTORE)
    if has_seal:
        return Finding("altered", named, "its row was changed", _RESTORE)
    if rows_hold:
        return Finding("missing", f"the seal of {named}", "it is gone", _RESTORE)
    return Finding("foreign", named, "nobody of us wrote this row", _RESTORE)


def _lone_seal(place: str, key: str, rows_hold: bool) -> Finding:
    named = named_row(place, key)
    if rows_hold:
        return Finding("foreign", f"the seal of {named}", "nobody of us wrote it", _RESTORE)
    return Finding("missing", named, "its row is gone", _RESTORE)


def named_row(place: str, key: str) -> str:
    """What a row is called in a finding: a record by its id, others by their table and key."""
    keys = key.split("\t")
    match place, keys:
        case "records", [id]:
            return f"record {id}"
        case "versions", [id, version]:
            return f"record {id}, version {version}"
        case "readings", [original, record]:
            return f"record {record}, as read from {original}"
    return f"table {place}, row {' '.join(keys)}"
