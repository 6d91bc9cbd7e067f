"""The schema, its migrations, and databases that are not ours."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

import pytest

from archive.errors import CorpusError
from archive.store.corpus import Corpus
from archive.store.database import (
    APPLICATION_ID,
    DATABASE_NAME,
    latest_form,
    migrate,
    migration_folder,
    migrations,
    stored_form,
    writing_connection,
)
from archive.store.rows import Telling
from tests.store.making import add_document


def connected(path: Path) -> contextlib.closing[sqlite3.Connection]:
    return contextlib.closing(sqlite3.connect(path, isolation_level=None))


def test_new_corpus_has_the_latest_form(corpus: Corpus) -> None:
    with connected(corpus.folder / DATABASE_NAME) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (latest_form(),)


def test_database_is_in_wal_mode_and_flushes_each_commit(corpus: Corpus) -> None:
    with contextlib.closing(writing_connection(corpus.folder / DATABASE_NAME)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)


def test_a_folder_may_have_a_name_that_is_no_text(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    with Corpus.open(folder, create=True) as corpus, corpus.writing(command=f"archive ingest {folder}"):
        assert corpus.count() == 0


def test_shipped_migrations_are_numbered_without_a_gap() -> None:
    assert [number for number, _ in migrations(migration_folder())] == list(range(2, latest_form() + 1))


def test_gap_in_the_numbers_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "0003_later.sql").write_text("SELECT 1;")
    with pytest.raises(ValueError, match="without a gap"):
        migrations(tmp_path)


def test_migration_brings_an_old_database_to_the_next_form(tmp_path: Path) -> None:
    with connected(tmp_path / "db") as connection:
        migrate(connection, 0, tmp_path)
        (tmp_path / "0002_colour.sql").write_text("ALTER TABLE records ADD COLUMN colour TEXT;")
        migrate(connection, 1, tmp_path)
        columns = [row[1] for row in connection.execute("PRAGMA table_info(records)")]
        assert "colour" in columns
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)


def test_migration_that_fails_leaves_the_old_form(tmp_path: Path) -> None:
    with connected(tmp_path / "db") as connection:
        migrate(connection, 0, tmp_path)
        (tmp_path / "0002_wrong.sql").write_text(
            "ALTER TABLE records ADD COLUMN colour TEXT; SELECT nonsense;"
        )
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, 1, tmp_path)
        assert "colour" not in [row[1] for row in connection.execute("PRAGMA table_info(records)")]
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)


def test_corpus_of_a_newer_program_is_refused_with_the_remedy(corpus: Corpus) -> None:
    with connected(corpus.folder / DATABASE_NAME) as connection:
        connection.execute("PRAGMA user_version = 999")
    with pytest.raises(CorpusError, match="upgrade Vraagarchief"):
        Corpus.open(corpus.folder)


def test_database_of_another_program_is_never_touched(tmp_path: Path) -> None:
    path = tmp_path / DATABASE_NAME
    with connected(path) as connection:
        connection.execute("CREATE TABLE theirs (a)")
    before = path.read_bytes()
    with pytest.raises(CorpusError, match="no corpus"):
        Corpus.open(tmp_path, create=True)
    assert path.read_bytes() == before


def test_corpus_on_a_medium_that_cannot_be_written_is_read(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_document(corpus, "a", "Titel", b"a")
    corpus.close()
    before = sorted(corpus.folder.iterdir())
    monkeypatch.setattr("os.access", lambda path, mode: False)
    with Corpus.open(corpus.folder) as reader:
        assert reader.count() == 1
        assert sorted(corpus.folder.iterdir()) == before


def test_empty_database_left_by_a_crash_is_filled(tmp_path: Path) -> None:
    (tmp_path / DATABASE_NAME).touch()
    with Corpus.open(tmp_path, create=True) as corpus:
        add_document(corpus, "a", "Titel", b"a")
        assert corpus.count() == 1


def test_corpus_of_form_1_keeps_what_each_original_said(tmp_path: Path) -> None:
    """Two originals of one record: the older one's state is a version, the newer one's is in force."""
    with connected(tmp_path / DATABASE_NAME) as connection:
        (tmp_path / "none").mkdir()
        migrate(connection, 0, tmp_path / "none")
        connection.executescript(
            """
            INSERT INTO originals VALUES ('aa', NULL, 1, 'a.txt', 'txt', 't', '1');
            INSERT INTO originals VALUES ('bb', NULL, 1, 'b.txt', 'txt', 't', '1');
            INSERT INTO records VALUES ('x', 'k', 'second', 's2', 'aa', 2, 't2', '1');
            INSERT INTO versions VALUES ('x', 1, 'first', 's1', 'bb', 't1', '1', 't2');
            INSERT INTO readings VALUES ('aa', 'x', '1', 't2'), ('bb', 'x', '1', 't1');
            """
        )
    with Corpus.open(tmp_path) as corpus:
        assert corpus.tellings("x") == (Telling("bb", "first"), Telling("aa", None))


def test_database_that_is_made_while_it_is_looked_at_is_not_taken_for_another(tmp_path: Path) -> None:
    """What it is called and what it holds are seen as of one moment."""
    path = tmp_path / DATABASE_NAME
    with (
        contextlib.closing(sqlite3.connect(path, isolation_level=None)) as reader,
        contextlib.closing(sqlite3.connect(path, isolation_level=None)) as maker,
    ):
        reader.execute("PRAGMA journal_mode = WAL")

        def make(statement: str) -> None:
            if "sqlite_schema" in statement:
                reader.set_trace_callback(None)
                maker.executescript(f"CREATE TABLE t (x); PRAGMA application_id = {APPLICATION_ID}")

        reader.set_trace_callback(make)
        assert stored_form(reader, path) == 0


class FullDisk(sqlite3.Connection):
    """A connection of which SQLite has ended the transaction when it tells of a full disk."""

    def execute(self, sql: str, *rest: object) -> sqlite3.Cursor:  # type: ignore[override]
        if sql.startswith("PRAGMA user_version"):
            super().execute("ROLLBACK")
            raise sqlite3.OperationalError("database or disk is full")
        return super().execute(sql, *rest)


def test_what_sqlite_took_back_itself_does_not_hide_why(corpus: Corpus) -> None:
    path = corpus.folder / DATABASE_NAME
    opened = sqlite3.connect(path, isolation_level=None, factory=FullDisk)
    with contextlib.closing(opened), pytest.raises(sqlite3.OperationalError, match="disk is full"):
        stored_form(opened, path)
