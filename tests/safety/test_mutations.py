"""The suites of fixity, serve and queries do what they say: every mutation alters, every request and query is odd."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from archive.store.corpus import Corpus
from benchmarks.safety.fixity_scene import write_document
from benchmarks.safety.hard_queries import hard_query
from benchmarks.safety.mutations import Altered, alter_file, distinct_files
from benchmarks.safety.odd_requests import odd_request
from benchmarks.safety.row_mutations import alter_rows, told_by


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small corpus, never to be altered."""
    folder = tmp_path_factory.mktemp("mutations") / "corpus"
    with Corpus.open(folder, create=True) as corpus:
        for number in range(4):
            write_document(corpus, f"stuk-{number}", f"Verslag {number}", b"%d" % number)
            write_document(corpus, f"stuk-{number}", f"Ander verslag {number}", b"nieuw %d" % number)
    return folder


def standing(folder: Path) -> dict[str, object]:
    return {
        str(path): (path.lstat().st_mode, path.read_bytes() if path.is_file() else None)
        for path in sorted(folder.rglob("*"))
    }


@pytest.mark.parametrize("number", range(40))
def test_every_mutation_of_files_alters_something(pristine: Path, tmp_path: Path, number: int) -> None:
    folder = shutil.copytree(pristine, tmp_path / "corpus")
    before = standing(folder / "originals")
    alter_file(distinct_files(folder / "originals"), random.Random(number))
    assert standing(folder / "originals") != before


@pytest.mark.parametrize("number", range(60))
def test_every_mutation_of_rows_alters_what_the_database_says(
    pristine: Path, tmp_path: Path, number: int
) -> None:
    folder = shutil.copytree(pristine, tmp_path / "corpus")
    before = told_by(folder / "archive.sqlite")
    alter_rows(folder / "archive.sqlite", random.Random(number))
    assert told_by(folder / "archive.sqlite") != before


def test_what_a_database_says_does_not_change_by_asking(pristine: Path) -> None:
    assert told_by(pristine / "archive.sqlite") == told_by(pristine / "archive.sqlite")


def test_finding_of_another_place_is_a_fault_and_so_is_none() -> None:
    altered = Altered("a flipped bit", {"a": frozenset({"altered"})})
    assert list(altered.faults([("altered", "a")])) == []
    assert len(list(altered.faults([]))) == 1
    assert len(list(altered.faults([("missing", "a")]))) == 1
    assert len(list(altered.faults([("altered", "a"), ("altered", "b")]))) == 1


def test_requests_are_the_same_each_time_and_differ_from_each_other() -> None:
    requests = [odd_request(random.Random(number)) for number in range(200)]
    assert requests == [odd_request(random.Random(number)) for number in range(200)]
    assert len(set(requests)) > 190


def test_queries_are_the_same_each_time_and_text_that_can_be_written() -> None:
    queries = [hard_query(number) for number in range(100)]
    assert queries == [hard_query(number) for number in range(100)]
    assert all(query.encode("utf-8") for query in queries)
