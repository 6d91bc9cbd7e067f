"""Connections to archive.sqlite, its schema and the migrations of it.

The database is in WAL mode: a reader keeps its snapshot, however long a build takes, while a writer goes on,
and each commit costs one flush of the log. `synchronous=FULL` makes that flush happen before the commit
returns, so that what was said to be inserted survives a loss of power.
"""

from __future__ import annotations

import contextlib
import importlib.resources
import os
import sqlite3
from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from urllib.parse import quote

from archive.errors import CorpusError, DamageError, LockedError, cause_of, way_on
from archive.store.seal_check import SealedRows
from archive.store.seals import SEALED_FORM, seal_all

DATABASE_NAME = "archive.sqlite"
APPLICATION_ID = 0x56524147  # "VRAG": tells our database from any other
_BUSY_SECONDS = 10.0
# What else SQLite says of what went wrong around it.
_WAYS_ON = {
    sqlite3.SQLITE_IOERR: "look after the disk, of which the system's log tells more; what was reported is kept",
    sqlite3.SQLITE_CANTOPEN: "see whether its folder can be read and written and files can be opened (ulimit -n)",
    sqlite3.SQLITE_READONLY: "make it and its folder writable",
}


@contextlib.contextmanager
def named_troubles(path: Path) -> Iterator[None]:
    """Turns errors of SQLite and of the system into errors that name the file, the cause and the remedy."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _named(path, error) from error
    except OSError as error:
        remedy = way_on(error, "see whether it can be read and written, and give the same command again")
        raise CorpusError(str(error.filename or path), cause_of(error), remedy) from error


def _named(path: Path, error: sqlite3.DatabaseError) -> CorpusError:
    # An error of Python's own module has no code: the text of a row is no UTF-8.
    number = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    code = number & 0xFF
    if not isinstance(error, sqlite3.OperationalError) or code == sqlite3.SQLITE_CORRUPT:
        remedy = "put a copy of it back, or ingest the files of originals/ into a new corpus"
        return DamageError(str(path), f"the database is damaged ({error})", remedy)
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return LockedError(str(path), "another program holds the database", "wait for it, or close it")
    if code == sqlite3.SQLITE_FULL or number == sqlite3.SQLITE_IOERR_SHMSIZE:
        return CorpusError(str(path), "the disk is full", "make room; what was reported is kept")
    return CorpusError(str(path), f"SQLite says: {error}", _WAYS_ON.get(code, "see `archive verify`"))


def migration_folder() -> Traversable:
    """The folder of the numbered migrations that come with the program."""
    return importlib.resources.files("archive.store").joinpath("migrations")


def migrations(folder: Traversable) -> tuple[tuple[int, str], ...]:
    """The number and the SQL of each migration, in order; the first is 2. Raises ValueError at a gap."""
    files = sorted(
        (path for path in folder.iterdir() if path.name.endswith(".sql")), key=lambda path: path.name
    )
    steps = tuple((int(path.name.split("_")[0]), path.read_text("utf-8")) for path in files)
    if [number for number, _ in steps] != list(range(2, len(steps) + 2)):
        raise ValueError("migrations are numbered 0002, 0003, … without a gap")
    return steps


def latest_form(folder: Traversable | None = None) -> int:
    """The number of the form of a corpus that this program writes."""
    return len(migrations(folder or migration_folder())) + 1


def stored_form(connection: sqlite3.Connection, path: Path) -> int:
    """The form of the corpus at `path`, 0 for an empty database. Raises CorpusError where it is not ours."""
    form, application, tables = _marks(connection)
    if application == APPLICATION_ID:
        if form > latest_form():
            raise CorpusError(
                str(path), f"a newer program made this corpus (form {form})", "upgrade Vraagarchief"
            )
        return form
    if tables:
        raise CorpusError(str(path), "this database is no corpus", "choose another folder with --corpus")
    return 0


def _marks(connection: sqlite3.Connection) -> tuple[int, ...]:
    """The form, the application and the number of tables and indexes, all of one moment.

    Another process may be making the database just now.
    """
    questions = ("PRAGMA user_version", "PRAGMA application_id", "SELECT count(*) FROM sqlite_schema")
    if connection.in_transaction:
        return _answers(connection, questions)
    connection.execute("BEGIN")
    try:
        return _answers(connection, questions)
    finally:
        take_back(connection)


def take_back(connection: sqlite3.Connection) -> None:
    """Ends a transaction without its changes. After some troubles, as of a full disk, SQLite has done so itself."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def _answers(connection: sqlite3.Connection, questions: Iterable[str]) -> tuple[int, ...]:
    return tuple(int(connection.execute(question).fetchone()[0]) for question in questions)


def writing_connection(path: Path) -> sqlite3.Connection:
    """A connection for the holder of the lock; makes the database or brings it to the latest form."""
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        form = stored_form(connection, path)
        _keep_a_log(connection, path)
        connection.execute("PRAGMA synchronous = FULL")
        migrate(connection, form, migration_folder())
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
    except BaseException:
        connection.close()
        raise
    return connection


def keeps_a_log(connection: sqlite3.Connection) -> bool:
    """Whether the database has the write-ahead log that lets readers and a writer go on together."""
    return bool(connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal")


def _keep_a_log(connection: sqlite3.Connection, path: Path) -> None:
    mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    if mode != "wal":
        # SQLite raises nothing where the disk fails just then, and goes on without.
        raise CorpusError(
            str(path),
            "SQLite cannot keep its log beside it",
            "look after the disk and its room, and try again",
        )


def migrate(connection: sqlite3.Connection, form: int, folder: Traversable) -> None:
    """Brings a database of `form` to the latest one, each step whole or not at all."""
    schema = importlib.resources.files("archive.store").joinpath("schema.sql").read_text("utf-8")
    for number, sql in ((1, schema), *migrations(folder)):
        if number > form:
            try:
                if form >= SEALED_FORM:
                    _refuse_damage(connection)
                connection.executescript(f"BEGIN IMMEDIATE;\n{sql}")
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {number}")
                if number >= SEALED_FORM:
                    seal_all(connection)
                connection.execute("COMMIT")
            except BaseException:
                take_back(connection)
                raise


def _refuse_damage(connection: sqlite3.Connection) -> None:
    """Raises DamageError where a row is not as it was written: its new seal would hide that."""
    connection.text_factory = bytes
    finding = next(SealedRows(connection).findings(), None)
    connection.text_factory = str
    if finding is not None:
        raise DamageError(finding.place, finding.cause, finding.remedy)


def reading_connection(path: Path) -> sqlite3.Connection:
    """A connection that cannot write. On a medium that cannot be written it reads the file as it is."""
    # The bytes of the name: not every one is text in the encoding of the system.
    address = "file:" + quote(os.fsencode(path.absolute()))
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        connection = sqlite3.connect(
            f"{address}?mode=rw", uri=True, timeout=_BUSY_SECONDS, isolation_level=None
        )
    else:
        log = path.with_name(path.name + "-wal")
        mode = "mode=ro" if log.exists() else "mode=ro&immutable=1"
        connection = sqlite3.connect(
            f"{address}?{mode}", uri=True, timeout=_BUSY_SECONDS, isolation_level=None
        )
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection
