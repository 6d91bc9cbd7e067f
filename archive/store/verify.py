"""Whether the corpus is still as it was written. Nothing is written, and nothing is mended, by looking."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec

from archive.errors import CorpusError, LockedError, Refusal
from archive.model.record import decode_record
from archive.store.database import DATABASE_NAME, named_troubles, reading_connection, stored_form
from archive.store.finding import Finding
from archive.store.originals import ORIGINALS
from archive.store.originals_check import check_originals
from archive.store.rows import Original, StoredRecord
from archive.store.seal_check import SealedRows
from archive.store.seals import SEALED_FORM
from archive.store.standing import Standing, fault_of
from archive.store.view import View

_REBUILD = "put a copy of archive.sqlite back, or ingest the files of originals/ into a new corpus"


class Checked(msgspec.Struct, frozen=True):
    """What is wrong with a corpus; and the digest of its database, None where that was not read whole."""

    findings: tuple[Finding, ...]
    digest: str | None = None


def verify_corpus(folder: Path) -> tuple[Finding, ...]:
    """Everything wrong with the corpus in `folder`, byte by byte. Raises CorpusError where there is no corpus."""
    return check_corpus(folder).findings


def check_corpus(folder: Path, *, fast: bool = False) -> Checked:
    """Everything wrong with the corpus in `folder`: originals, records, versions, every row of the database.

    fast: files are there and have their sizes, tables have their numbers of rows, and SQLite finds its file in order;
    no byte of an original and no row is read. A database that cannot be opened is a finding too; the originals are
    then checked against their own names. Raises CorpusError where there is no corpus.
    """
    path = folder / DATABASE_NAME
    fault = _fault_of_file(folder, path)
    if fault is not None:
        return Checked((fault, *check_originals(folder, (), fast=fast)))
    tables = _Tables(folder, fast)
    tables.read()
    originals = check_originals(folder, tables.originals, fast=fast)
    return Checked((*tables.findings, *originals), tables.digest)


def _fault_of_file(folder: Path, path: Path) -> Finding | None:
    """What is wrong with the database as a file, where there is a corpus."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        standing = None
    else:
        standing = Standing(path.name, found.st_mode, found.st_size, found.st_mtime_ns)
    has_originals = any((folder / ORIGINALS).glob("??/*"))
    if not has_originals and (standing is None or not standing.bytes or _was_never_made(path)):
        raise CorpusError(
            str(folder),
            "no corpus here",
            "make one with `archive ingest PATH`, or name its folder with --corpus",
        )
    if standing is not None and standing.is_file and not standing.bytes:
        return Finding("altered", str(path), "it is empty", _REBUILD)
    return fault_of(path, standing, None, None, _REBUILD)


def _was_never_made(path: Path) -> bool:
    """Whether the database is an empty one: who was about to make a corpus was killed before it had a table."""
    try:
        with contextlib.closing(reading_connection(path)) as connection:
            return int(connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]) == 0
    except sqlite3.Error:
        return False


class _Tables:
    """What the database says, and what is wrong with it. originals: those that it names, as far as it can be read."""

    def __init__(self, folder: Path, fast: bool) -> None:
        self._folder = folder
        self._path = folder / DATABASE_NAME
        self._fast = fast
        self.findings: list[Finding] = []
        self.originals: tuple[Original, ...] = ()
        self.digest: str | None = None

    def read(self) -> None:
        """Reads all, of one moment. Raises CorpusError where a newer program wrote it."""
        with contextlib.closing(reading_connection(self._path)) as connection:
            for look in (self._read_originals, self._look_at_file, self._look_at_rows, self._look_at_states):
                try:
                    with named_troubles(self._path):
                        if not connection.in_transaction:
                            connection.execute("BEGIN")
                        look(connection)
                except LockedError:
                    raise
                except CorpusError as error:
                    # Where more is known than that it is damaged, this adds nothing.
                    if not self.findings:
                        self.findings.append(Finding("altered", error.place, error.cause, _REBUILD))
            if not self.findings:
                stored_form(connection, self._path)

    def _look_at_file(self, connection: sqlite3.Connection) -> None:
        pages, size = (
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size")
        )
        if self._path.stat().st_size > pages * size:
            self.findings.append(
                Finding("altered", str(self._path), "something was added behind its end", _REBUILD)
            )
        self.findings += [
            Finding("inconsistent", str(self._path), cause, _REBUILD)
            for cause in View(self._folder, connection).integrity(fast=self._fast)
        ]

    def _look_at_rows(self, connection: sqlite3.Connection) -> None:
        if not _has_seals(connection):
            self.findings.append(_without_seals(connection, self._path))
            return
        rows = SealedRows(connection)
        connection.text_factory = bytes
        self.findings += rows.counted_findings() if self._fast else rows.findings()
        if not self.findings and not self._fast:
            self.digest = rows.digest()
        connection.text_factory = str

    def _look_at_states(self, connection: sqlite3.Connection) -> None:
        if self._fast:
            return
        told = {finding.place for finding in self.findings}
        # Form 1 kept nothing of what each original alone says.
        tellings = _has_column(connection, "readings", "content")
        for finding in _check_states(View(self._folder, connection), tellings):
            if finding.place not in told:
                self.findings.append(finding)

    def _read_originals(self, connection: sqlite3.Connection) -> None:
        self.originals = tuple(View(self._folder, connection).originals())


def _has_seals(connection: sqlite3.Connection) -> bool:
    found = connection.execute("SELECT count(*) FROM sqlite_schema WHERE name IN ('seals', 'seal_sums')")
    return bool(found.fetchone()[0] == 2)


def _has_column(connection: sqlite3.Connection, table: str, column: str) -> bool:
    found = connection.execute("SELECT count(*) FROM pragma_table_info(?) WHERE name = ?", (table, column))
    return bool(found.fetchone()[0])


def _without_seals(connection: sqlite3.Connection, path: Path) -> Finding:
    if stored_form(connection, path) < SEALED_FORM:
        cause = "an older program wrote it, and nothing tells whether rows were altered"
        return Finding("unsealed", str(path), cause, "the next command that writes to it seals them")
    return Finding("missing", str(path), "the seals of its rows are gone", _REBUILD)


def _check_states(view: View, has_tellings: bool) -> Iterator[Finding]:
    """Records, versions and tellings against their own hashes and their form."""
    for state in view.stored_records():
        yield from _check_state(state, f"record {state.id}")
    for earlier in view.all_versions():
        yield from _check_state(earlier.state, f"record {earlier.state.id}, version {earlier.state.version}")
    for id, telling in view.all_tellings() if has_tellings else ():
        place = f"record {id}, as read from {telling.original}"
        yield from _check_json(id, (telling.content or "").encode("utf-8"), place)


def _check_state(state: StoredRecord, place: str) -> Iterator[Finding]:
    content = state.content.encode("utf-8")
    if hashlib.sha256(content).hexdigest() != state.sha256:
        yield Finding("altered", place, "its text was changed", _REBUILD)
        return
    yield from _check_json(state.id, content, place)


def _check_json(id: str, content: bytes, place: str) -> Iterator[Finding]:
    try:
        record = decode_record(content, place)
    except Refusal as refusal:
        yield Finding("inconsistent", place, refusal.cause, _REBUILD)
        return
    # Not whether it is what we would write today: an older program wrote records without what they have now.
    if record.id != id:
        yield Finding("inconsistent", place, "its JSON is that of another record", _REBUILD)
