"""Seals of rows: every table, every kind of change, and no change by us that breaks them."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.errors import DamageError, Refusal
from archive.model.question import Note
from archive.store.corpus import Corpus
from archive.store.database import DATABASE_NAME, latest_form, migrate, migration_folder
from archive.store.originals import sha256_of
from archive.store.rows import Arrival, Fetch, arrival_of
from archive.store.seal_check import SealedRows
from archive.store.seals import sealed_tables
from archive.store.verify import check_corpus, verify_corpus
from archive.store.writer import RefusedPiece, stamp
from tests.records import question
from tests.store.making import LATER, NOW, add_document, made_document, made_original

TABLES = (
    "events",
    "fetches",
    "notes",
    "originals",
    "readings",
    "records",
    "refusals",
    "seal_sums",
    "seals",
    "versions",
    "withdrawals",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus with rows in every table, closed."""
    with Corpus.open(tmp_path / "corpus", create=True) as corpus:
        add_document(corpus, "a", "Titel", b"a", Note("guess", "een gok", None))
        add_document(corpus, "a", "Andere titel", b"b", Note("guess", "nog een gok", "regel 2"), now=LATER)
        add_document(corpus, "c", "Nog een", b"c", Note("guess", "een gok", None))
        with corpus.writing() as writer:
            writer.note_fetch(
                Fetch("https://example.org/a", made_original(b"a").sha256, "x", None, stamp(NOW))
            )
            writer.refuse_without_bytes(RefusedPiece("x.pdf", Refusal("x", "no", code="gone")), now=NOW)
            writer.withdraw("documenten/c", "dubbel", now=NOW)
    return tmp_path / "corpus"


@contextlib.contextmanager
def connected(folder: Path) -> Iterator[sqlite3.Connection]:
    """A connection of somebody else, who knows nothing of seals."""
    with contextlib.closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as connection:
        yield connection


def found(folder: Path) -> list[tuple[str, str]]:
    return [(finding.kind, finding.place) for finding in verify_corpus(folder)]


def test_corpus_with_rows_in_every_table_has_no_finding(folder: Path) -> None:
    with connected(folder) as connection:
        for table in TABLES:
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() > (0,), table
    assert found(folder) == []


def test_every_table_but_those_of_the_seals_is_sealed(folder: Path) -> None:
    with connected(folder) as connection:
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        sealed = {table.name for table in sealed_tables(connection)}
    assert names - sealed == {"seals", "seal_sums", "sqlite_sequence"}
    assert names - {"sqlite_sequence"} == set(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_row_that_is_gone_is_found(folder: Path, table: str) -> None:
    with connected(folder) as connection:
        key = connection.execute(f"SELECT name FROM pragma_table_info('{table}') WHERE pk = 1").fetchone()[0]
        connection.execute(f"DELETE FROM {table} WHERE {key} = (SELECT max({key}) FROM {table})")
    assert found(folder)


@pytest.mark.parametrize(
    ("sql", "kind", "place"),
    [
        ("DELETE FROM events WHERE number = 2", "missing", "table events, row 2"),
        ("DELETE FROM notes WHERE record = 'documenten/a'", "missing", "table notes, row documenten/a 0"),
        ("DELETE FROM withdrawals", "missing", "table withdrawals, row documenten/c"),
        ("UPDATE refusals SET closed_at = 'x'", "altered", "table refusals, row 1"),
        ("UPDATE fetches SET etag = NULL", "altered", "table fetches, row https://example.org/a"),
        ("UPDATE versions SET program = 'x'", "altered", "record documenten/a, version 1"),
        ("UPDATE records SET written_at = 'x' WHERE id LIKE '%/a'", "altered", "record documenten/a"),
        ("INSERT INTO events SELECT 99, 'x', 'x', 'x', 'x', 'x'", "foreign", "table events, row 99"),
        ("CREATE TABLE more (a TEXT PRIMARY KEY) STRICT", "foreign", "table schema, row table more"),
        ("UPDATE sqlite_sequence SET seq = 99", "altered", "table events"),
        ("DROP INDEX notes_by_code", "missing", "table schema, row index notes_by_code"),
        ("PRAGMA user_version = 3", "altered", "table schema, row mark user_version"),
        (
            "UPDATE seals SET sha256 = x'00' WHERE place = 'fetches'",
            "altered",
            "the seal of table fetches, row",
        ),
        ("DELETE FROM seals WHERE place = 'withdrawals'", "missing", "the seal of table withdrawals, row"),
        ("UPDATE seal_sums SET counted = 9 WHERE place = 'notes'", "altered", "table notes"),
    ],
)
def test_change_by_somebody_else_is_named(folder: Path, sql: str, kind: str, place: str) -> None:
    with connected(folder) as connection:
        connection.execute(
            sql.replace("SELECT 99, 'x', 'x', 'x', 'x', 'x'", "VALUES (99, 'x', 'x', 'x', 'x', 'x')")
        )
    assert any(one == kind and where.startswith(place) for one, where in found(folder)), found(folder)


def test_records_that_changed_places_are_both_named(folder: Path) -> None:
    with connected(folder) as connection:
        rows = connection.execute("SELECT id, content, sha256 FROM records ORDER BY id").fetchall()
        for (_, content, sha256), (id, _, _) in zip(rows, reversed(rows), strict=True):
            connection.execute(
                "UPDATE records SET content = ?, sha256 = ? WHERE id = ?", (content, sha256, id)
            )
    assert found(folder) == [("altered", "record documenten/a"), ("altered", "record documenten/c")]


def test_row_that_is_gone_with_its_seal_is_found_by_the_sum(folder: Path) -> None:
    with connected(folder) as connection:
        connection.execute("DELETE FROM events WHERE number = 1")
        connection.execute("DELETE FROM seals WHERE place = 'events' AND row = '1'")
    assert found(folder) == [("altered", "table events")]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE records SET written_at = 'x' WHERE id = 'documenten/a'",
        "DELETE FROM notes WHERE record = 'documenten/a'",
        "UPDATE seals SET sha256 = x'00' WHERE place = 'records'",
    ],
)
def test_nobody_writes_over_a_row_that_is_not_as_it_was_written(folder: Path, sql: str) -> None:
    """It would come to have a seal again, and be found no more."""
    with connected(folder) as connection:
        connection.execute(sql)
    before = found(folder)
    with Corpus.open(folder) as corpus, pytest.raises(DamageError, match="not as it was written"):
        add_document(corpus, "a", "Derde titel", b"d", Note("guess", "een gok", None), now=LATER)
    assert [one for one in found(folder) if one[0] != "orphan"] == before


def test_record_that_is_gone_does_not_come_back_as_a_new_one(folder: Path) -> None:
    with connected(folder) as connection:
        for table, key in (
            ("notes", "record"),
            ("readings", "record"),
            ("versions", "id"),
            ("records", "id"),
        ):
            connection.execute(f"DELETE FROM {table} WHERE {key} = 'documenten/a'")
    with Corpus.open(folder) as corpus, pytest.raises(DamageError):
        add_document(corpus, "a", "Titel", b"a", Note("guess", "een gok", None))


def test_other_documents_are_written_beside_a_damaged_row_and_it_stays_found(folder: Path) -> None:
    with connected(folder) as connection:
        connection.execute("UPDATE records SET written_at = 'x' WHERE id = 'documenten/a'")
    with Corpus.open(folder) as corpus:
        add_document(corpus, "d", "Vierde", b"d")
    assert found(folder) == [("altered", "record documenten/a")]


def test_what_was_rolled_back_leaves_no_seal(folder: Path) -> None:
    with Corpus.open(folder) as corpus, corpus.writing() as writer:
        arrival = arrival_of(made_document("e", "Vijfde", b"e"))
        writer.keep(b"e", made_original(b"e"))
        nameless = RefusedPiece(None, Refusal("x", "y", code="z"))  # type: ignore[arg-type]
        with pytest.raises(sqlite3.IntegrityError):
            writer.write(made_original(b"e"), "e.txt", [arrival], [nameless], now=NOW)
        writer.write(made_original(b"e"), "e.txt", [arrival], now=NOW)
    assert found(folder) == []


def test_corpus_of_an_older_form_is_told_and_not_changed_by_looking(tmp_path: Path) -> None:
    (tmp_path / "older").mkdir()
    for number in (2, 3):
        (step,) = (path for path in migration_folder().iterdir() if path.name.startswith(f"000{number}"))
        (tmp_path / "older" / step.name).write_text(step.read_text("utf-8"))
    with connected(tmp_path) as connection:
        migrate(connection, 0, tmp_path / "older")
    before = (tmp_path / DATABASE_NAME).read_bytes()
    assert [(one.kind, one.is_damage) for one in verify_corpus(tmp_path)] == [("unsealed", False)]
    assert (tmp_path / DATABASE_NAME).read_bytes() == before


def test_later_form_is_never_made_of_rows_that_were_altered(folder: Path, tmp_path: Path) -> None:
    """Its seals are made anew, which would hide the damage."""
    later = tmp_path / "later"
    later.mkdir()
    for step in migration_folder().iterdir():
        if step.name.endswith(".sql"):
            (later / step.name).write_text(step.read_text("utf-8"))
    form = latest_form()
    (later / f"{form + 1:04}_later.sql").write_text("ALTER TABLE events ADD COLUMN colour TEXT;")
    with connected(folder) as connection:
        connection.execute("UPDATE events SET detail = 'x' WHERE number = 2")
        with pytest.raises(DamageError, match="table events, row 2"):
            migrate(connection, form, later)
        assert connection.execute("PRAGMA user_version").fetchone() == (form,)


def test_later_form_is_made_of_a_whole_corpus_and_sealed(folder: Path, tmp_path: Path) -> None:
    later = tmp_path / "later"
    later.mkdir()
    for step in migration_folder().iterdir():
        if step.name.endswith(".sql"):
            (later / step.name).write_text(step.read_text("utf-8"))
    form = latest_form()
    (later / f"{form + 1:04}_later.sql").write_text("ALTER TABLE events ADD COLUMN colour TEXT;")
    with connected(folder) as connection:
        migrate(connection, form, later)
        connection.text_factory = bytes
        assert list(SealedRows(connection).findings()) == []


def test_record_of_an_older_program_is_no_damage(tmp_path: Path) -> None:
    """It lacks what records have come to say since; nobody altered it."""
    with Corpus.open(tmp_path / "corpus", create=True) as corpus:
        record = question(1)
        content = arrival_of(record).content.replace(',"competences":[]', "")
        older = Arrival(record, content, sha256_of(content.encode()))
        assert older.content != arrival_of(record).content
        with corpus.writing() as writer:
            writer.keep(b"a", made_original(b"a"))
            writer.write(made_original(b"a"), "a.txt", [older], now=NOW)
    assert found(tmp_path / "corpus") == []


def test_corpus_of_an_older_form_is_sealed_by_the_next_command(tmp_path: Path) -> None:
    test_corpus_of_an_older_form_is_told_and_not_changed_by_looking(tmp_path)
    Corpus.open(tmp_path).close()
    assert found(tmp_path) == []


def test_digest_changes_with_every_row_and_not_by_looking(folder: Path) -> None:
    first = check_corpus(folder).digest
    assert first == check_corpus(folder).digest
    with Corpus.open(folder) as corpus, corpus.writing() as writer:
        writer.restore("documenten/c", now=NOW)
    assert check_corpus(folder).digest not in {first, None}


@pytest.mark.parametrize("content", [b"", b"no database at all" * 300, None])
def test_database_that_is_no_more_is_a_finding_where_originals_stand(
    folder: Path, content: bytes | None
) -> None:
    path = folder / DATABASE_NAME
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    kinds = [one for one in found(folder) if one[0] != "orphan"]
    assert kinds == [("missing" if content is None else "altered", str(path))]


def test_fast_check_counts_the_rows_of_each_table(folder: Path) -> None:
    with connected(folder) as connection:
        connection.execute("DELETE FROM events WHERE number = 1")
    (finding,) = check_corpus(folder, fast=True).findings
    assert (finding.kind, finding.place) == ("missing", "table events")
