"""Every question that can be asked of the tables of a corpus."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from archive.errors import DamageError, Refusal
from archive.model.question import Note
from archive.model.record import Record, decode_record
from archive.store.database import DATABASE_NAME, named_troubles
from archive.store.rows import (
    EarlierVersion,
    Event,
    Fetch,
    Original,
    RecordTimes,
    RefusedDocument,
    StoredRecord,
    Telling,
    Withdrawal,
)

_RECORDS = "SELECT id, kind, content, sha256, original, version, written_at, program FROM records "
_PRESENT = _RECORDS.replace("FROM records", "FROM present")
_VERSIONS = (
    "SELECT v.id, r.kind, v.content, v.sha256, v.original, v.version, v.written_at, v.program, v.replaced_at"
    " FROM versions v JOIN records r ON r.id = v.id "
)
_EVENTS = "SELECT number, happened_at, program, action, subject, detail FROM events "
_REFUSALS = "SELECT path, code, place, cause, remedy, original, program, refused_at, closed_at FROM refusals "
_WITHDRAWALS = (
    "SELECT w.record, r.kind, w.reason, w.successor, w.by_reading, w.withdrawn_at FROM withdrawals w"
    " JOIN records r ON r.id = w.record "
)
_ORIGINALS = "SELECT sha256, media_type, bytes, name, extension, kept_at, read_by FROM originals "


class View:
    """What a connection sees of the corpus in `folder`. Raises DamageError where the file is not as written.

    Records that are withdrawn are passed over, except where it is said that they are not.
    """

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self.folder = folder
        self._connection = connection

    def count(self) -> int:
        """The number of records that are not withdrawn."""
        return int(self._one("SELECT count(*) FROM present")[0])

    def records(self, *, first: int = 0, step: int = 1) -> Iterator[Record]:
        """Every record, sorted by id; or one of every `step` of them, from number `first` on, which is 0 or more."""
        rows = self._all("SELECT id, content FROM present ORDER BY id")
        for id, content in islice(rows, first, None, step):
            yield self._decoded(id, content)

    def lines(self) -> Iterator[str]:
        """The canonical JSON of every record, sorted by id."""
        for (content,) in self._all("SELECT content FROM present ORDER BY id"):
            yield content

    def ids(self) -> Iterator[str]:
        """The id of every record, sorted."""
        for (id,) in self._all("SELECT id FROM present ORDER BY id"):
            yield id

    def fingerprints(self) -> Iterator[tuple[str, str]]:
        """The id of every record with the SHA-256 of its canonical JSON, sorted by id."""
        yield from ((id, sha256) for id, sha256 in self._all("SELECT id, sha256 FROM present ORDER BY id"))

    def record(self, id: str) -> Record | None:
        """The record with this id, withdrawn or not."""
        stored = self.stored(id)
        return None if stored is None else self._decoded(id, stored.content)

    def stored(self, id: str) -> StoredRecord | None:
        """The state of the record with this id, as the table has it."""
        row = self._maybe(_RECORDS + "WHERE id = ?", id)
        return None if row is None else StoredRecord(*row)

    def stored_records(self) -> Iterator[StoredRecord]:
        """The state of every record, those that are withdrawn too, sorted by id."""
        for row in self._all(_RECORDS + "ORDER BY id"):
            yield StoredRecord(*row)

    def times(self) -> Iterator[RecordTimes]:
        """When each record came and changed last, sorted by id."""
        for row in self._all(
            "SELECT r.id, coalesce(v.written_at, r.written_at), r.written_at FROM present r"
            " LEFT JOIN versions v ON v.id = r.id AND v.version = 1 ORDER BY r.id"
        ):
            yield RecordTimes(*row)

    def written_since(self, moment: str) -> Iterator[StoredRecord]:
        """The state of every record that was written at `moment` or later, sorted by id."""
        for row in self._all(_PRESENT + "WHERE written_at >= ? ORDER BY id", moment):
            yield StoredRecord(*row)

    def signature(self) -> str:
        """A SHA-256 in hex that changes if and only if a record comes, changes, is withdrawn or comes back."""
        total = hashlib.sha256()
        for id, sha256 in self._all("SELECT id, sha256 FROM present ORDER BY id"):
            total.update(f"{sha256}  {id}\n".encode())
        return total.hexdigest()

    def versions(self, id: str) -> tuple[EarlierVersion, ...]:
        """The earlier states of a record, oldest first."""
        rows = self._all(_VERSIONS + "WHERE v.id = ? ORDER BY v.version", id)
        return tuple(EarlierVersion(StoredRecord(*row[:-1]), row[-1]) for row in rows)

    def all_versions(self) -> Iterator[EarlierVersion]:
        """The earlier states of all records, by id and version."""
        for row in self._all(_VERSIONS + "ORDER BY v.id, v.version"):
            yield EarlierVersion(StoredRecord(*row[:-1]), row[-1])

    def events(self, subject: str | None = None) -> Iterator[Event]:
        """What was done, in order; only with `subject` (a record's id or a document's path) where given."""
        condition = "WHERE ?1 IS NULL OR subject = ?1 ORDER BY number"
        for row in self._all(_EVENTS + condition, subject):
            yield Event(*row)

    def refusals(self, *, closed: bool = False) -> Iterator[RefusedDocument]:
        """The documents that could not be read, by path; also those read well since if `closed`."""
        condition = "" if closed else "WHERE closed_at IS NULL "
        for row in self._all(_REFUSALS + condition + "ORDER BY path, number"):
            yield RefusedDocument(*row)

    def notes(self) -> Iterator[tuple[str, Note]]:
        """The id of a record with each note of it, by id and in the record's order."""
        for id, *note in self._all(
            "SELECT record, code, message, place FROM notes WHERE record IN (SELECT id FROM present)"
            " ORDER BY record, position"
        ):
            yield id, Note(*note)

    def withdrawals(self) -> Iterator[Withdrawal]:
        """The records that are withdrawn, sorted by id."""
        for row in self._all(_WITHDRAWALS + "ORDER BY w.record"):
            yield Withdrawal(*row)

    def withdrawal(self, id: str) -> Withdrawal | None:
        """How the record with this id was withdrawn; None where it was not."""
        row = self._maybe(_WITHDRAWALS + "WHERE w.record = ?", id)
        return None if row is None else Withdrawal(*row)

    def original(self, sha256: str) -> Original | None:
        """What is known of the byte stream with this hash."""
        row = self._maybe(_ORIGINALS + "WHERE sha256 = ?", sha256)
        return None if row is None else Original(*row)

    def originals(self) -> Iterator[Original]:
        """Every ingested byte stream, by hash."""
        for row in self._all(_ORIGINALS + "ORDER BY sha256"):
            yield Original(*row)

    def ids_read_from(self, sha256: str) -> tuple[str, ...]:
        """The ids of the records that the original with this hash gave, sorted."""
        rows = self._all("SELECT record FROM readings WHERE original = ? ORDER BY record", sha256)
        return tuple(id for (id,) in rows)

    def tellings(self, id: str) -> tuple[Telling, ...]:
        """What each original says of the record with this id, in the order of arrival."""
        rows = self._all("SELECT original, content FROM readings WHERE record = ? ORDER BY position", id)
        return tuple(Telling(*row) for row in rows)

    def all_tellings(self) -> Iterator[tuple[str, Telling]]:
        """The id of each record that several originals speak of, with what each of them says of it."""
        rows = self._all(
            "SELECT record, original, content FROM readings WHERE content IS NOT NULL ORDER BY record, position"
        )
        for id, *telling in rows:
            yield id, Telling(*telling)

    def namesakes(self, id: str) -> tuple[Record, ...]:
        """The record with this id and those whose id goes on with a hyphen and eight hexadecimal figures."""
        figures = "[0-9a-f]" * 8
        rows = self._all(_RECORDS + "WHERE id = ?1 OR id GLOB ?1 || '-' || ?2 ORDER BY id", id, figures)
        return tuple(self._decoded(row[0], row[2]) for row in rows)

    def fetch(self, address: str) -> Fetch | None:
        """What is known of the last fetch from this address."""
        row = self._maybe(
            "SELECT address, original, etag, last_modified, fetched_at FROM fetches WHERE address = ?",
            address,
        )
        return None if row is None else Fetch(*row)

    def refusals_of(self, sha256: str) -> tuple[RefusedDocument, ...]:
        """The open refusals of the original with this hash."""
        rows = self._all(_REFUSALS + "WHERE original = ? AND closed_at IS NULL ORDER BY number", sha256)
        return tuple(RefusedDocument(*row) for row in rows)

    def integrity(self, *, fast: bool = False) -> tuple[str, ...]:
        """What SQLite finds wrong with its file and with references between tables; nothing when all is well.

        fast: without comparing indexes with their tables.
        """
        check = "PRAGMA quick_check" if fast else "PRAGMA integrity_check"
        found = [row[0] for row in self._all(check) if row[0] != "ok"]
        found += [
            f"a row of {row[0]} names a missing {row[2]}" for row in self._all("PRAGMA foreign_key_check")
        ]
        return tuple(found)

    def _decoded(self, id: str, content: str) -> Record:
        try:
            return decode_record(content.encode("utf-8"), id)
        except Refusal as refusal:
            raise DamageError(id, refusal.cause, "see `archive verify`") from refusal

    def _all(self, sql: str, *values: object) -> Iterator[tuple[Any, ...]]:
        with named_troubles(self.folder / DATABASE_NAME):
            # Not "yield from": that would close the cursor, which fails when the connection was closed before.
            for row in self._connection.execute(sql, values):  # noqa: UP028
                yield row

    def _one(self, sql: str, *values: object) -> tuple[Any, ...]:
        return next(self._all(sql, *values))

    def _maybe(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        return next(self._all(sql, *values), None)
