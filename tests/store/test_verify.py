"""What verify finds, and what it does not take for damage."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest

from archive.errors import CorpusError
from archive.store.corpus import Corpus
from archive.store.database import DATABASE_NAME
from archive.store.finding import Finding
from archive.store.originals import original_path, sha256_of
from archive.store.verify import verify_corpus
from tests.store.making import add_document


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus with one record, one version and two originals, closed."""
    with Corpus.open(tmp_path / "corpus", create=True) as corpus:
        add_document(corpus, "a", "Titel", b"a")
        add_document(corpus, "a", "Andere titel", b"b")
    return tmp_path / "corpus"


def found(folder: Path) -> list[tuple[str, str]]:
    return [(finding.kind, finding.place) for finding in verify_corpus(folder)]


def change(folder: Path, sql: str) -> None:
    with contextlib.closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as connection:
        connection.execute(sql)


def test_whole_corpus_has_no_finding(folder: Path) -> None:
    assert found(folder) == []


def test_no_corpus_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no corpus here"):
        found(tmp_path)


def test_changed_byte_of_an_original_is_named(folder: Path) -> None:
    path = original_path(folder, sha256_of(b"a"), "txt")
    path.write_bytes(b"A")
    assert found(folder) == [("altered", str(path))]


def test_missing_original_is_named(folder: Path) -> None:
    path = original_path(folder, sha256_of(b"a"), "txt")
    path.unlink()
    assert found(folder) == [("missing", str(path))]


def test_foreign_file_is_named(folder: Path) -> None:
    path = folder / "originals" / "notes.txt"
    path.touch()
    assert found(folder) == [("foreign", str(path))]


def test_original_under_another_folder_is_foreign(folder: Path) -> None:
    path = folder / "originals" / "zz" / f"{sha256_of(b'c')}.txt"
    path.parent.mkdir()
    path.write_bytes(b"c")
    assert found(folder) == [("foreign", str(path))]


@pytest.mark.parametrize(("name", "kind"), [(f"{sha256_of(b'c')}.txt", "orphan"), (".new-77", "unfinished")])
def test_what_an_interrupted_ingest_leaves_is_told_and_no_damage(folder: Path, name: str, kind: str) -> None:
    path = folder / "originals" / sha256_of(b"c")[:2] / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"c")
    (finding,) = verify_corpus(folder)
    assert (finding.kind, finding.place, finding.is_damage) == (kind, str(path), False)


@pytest.mark.parametrize("kind", ["missing", "altered", "foreign", "inconsistent"])
def test_everything_else_is_damage(kind: str) -> None:
    assert Finding(kind, "", "", "").is_damage  # type: ignore[arg-type]


def test_changed_record_is_named(folder: Path) -> None:
    change(folder, "UPDATE records SET content = replace(content, 'Andere', 'andere')")
    assert found(folder) == [("altered", "record documenten/a")]


def test_changed_version_is_named(folder: Path) -> None:
    change(folder, "UPDATE versions SET content = replace(content, 'Titel', 'titel')")
    assert found(folder) == [("altered", "record documenten/a, version 1")]


def test_reference_to_a_missing_row_is_found(folder: Path) -> None:
    change(folder, "INSERT INTO readings VALUES ('00', 'documenten/a', '1', 'x', NULL, 1)")
    assert ("inconsistent", str(folder / DATABASE_NAME)) in found(folder)


def test_database_that_is_none_is_a_finding_and_originals_are_checked_all_the_same(folder: Path) -> None:
    (folder / DATABASE_NAME).write_bytes(b"gone" * 1000)
    path = original_path(folder, sha256_of(b"a"), "txt")
    path.write_bytes(b"A")
    kinds = [(kind, place) for kind, place in found(folder) if kind != "orphan"]
    assert kinds == [("altered", str(folder / DATABASE_NAME)), ("altered", str(path))]


def test_each_finding_says_what_to_do(folder: Path) -> None:
    original_path(folder, sha256_of(b"a"), "txt").unlink()
    (finding,) = verify_corpus(folder)
    assert "ingesting the same document again" in finding.remedy
