"""What stands in a folder, told so that two can be compared."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from archive.ingest import ingest_paths
from archive.store.corpus import Corpus
from archive.store.originals import original_files
from benchmarks.safety.questions import write_questions
from benchmarks.safety.standing import facts_of, standing


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    write_questions(folder / "in", 2)
    fill(folder, "vraag-0001.txt")
    return folder


def fill(folder: Path, name: str) -> None:
    with Corpus.open(folder / "corpus", create=True) as corpus:
        ingest_paths(corpus, [str(folder / "in" / name)])


def differences(home: Path, other: Path) -> list[str]:
    return list(standing(other).differences(standing(home)))


def test_a_copy_is_the_same(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home, tmp_path / "copy")
    assert differences(home, tmp_path / "copy") == []


def test_a_rest_is_named(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home, tmp_path / "copy")
    (tmp_path / "copy" / "public.new-12").mkdir()
    assert differences(home, tmp_path / "copy") == ["public.new-12 is left behind"]


def test_other_bytes_are_named(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home, tmp_path / "copy")
    (tmp_path / "copy" / "in" / "vraag-0001.txt").write_bytes(b"x")
    assert differences(home, tmp_path / "copy") == ["in/vraag-0001.txt has other bytes"]


def test_other_rows_are_named(home: Path, tmp_path: Path) -> None:
    shutil.copytree(home, tmp_path / "copy")
    fill(tmp_path / "copy", "vraag-0002.txt")
    assert "the table records has other rows" in differences(home, tmp_path / "copy")


def test_what_is_in_a_corpus_for_good_stays_a_fact(home: Path) -> None:
    before = facts_of(home / "corpus")
    fill(home, "vraag-0002.txt")
    assert before < facts_of(home / "corpus")


def test_an_original_that_is_not_whole_is_no_fact(home: Path) -> None:
    before = facts_of(home / "corpus")
    next(original_files(home / "corpus")).write_bytes(b"x")
    (gone,) = before - facts_of(home / "corpus")
    assert gone.startswith("original ")


def test_no_corpus_has_no_facts(tmp_path: Path) -> None:
    assert facts_of(tmp_path) == frozenset()
