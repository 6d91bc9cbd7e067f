"""455 files that were made to hurt, each read in a confined child by a real ingest; prints what became of them."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from benchmarks.hostile import SECONDS, FileOutcome, Tally, table
from tests.conftest import ROOT, shared_folder

MOST_PARENT_BYTES = 300_000_000
MOST_CHILD_BYTES = 1 << 30


@pytest.fixture(scope="module")
def tally() -> Tally:
    """The tally of a run in a process of its own, so that its memory is not that of the tests."""
    if shared_folder() is None:
        pytest.skip("not run: the hostile files are in ../shared (or VRAAGARCHIEF_SHARED), which is absent")
    command = [sys.executable, "-m", "benchmarks.hostile", "--json"]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert run.returncode == 0, run.stderr
    found: dict[str, Any] = json.loads(run.stdout)
    files = tuple(FileOutcome(**{**file, "ends": tuple(file["ends"])}) for file in found.pop("files"))
    return Tally(files=files, **found)


def test_tally_is_printed(tally: Tally, capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(table(tally)) + "\n")
    assert len(tally.files) == 455


def test_every_file_comes_to_an_end(tally: Tally) -> None:
    assert [file.path for file in tally.files if not file.ends] == []


def test_every_refusal_has_a_reason(tally: Tally) -> None:
    refused = [file for file in tally.files if any(end.startswith("refused") for end in file.ends)]
    assert [file.path for file in refused if not file.reason] == []


def test_no_question_is_made_of_what_is_none(tally: Tally) -> None:
    assert [file.path for file in tally.files if "question" in file.ends] == []


def test_no_file_makes_the_reader_fail(tally: Tally) -> None:
    """What is wrong with a file is told in words about the file, not about the program."""
    assert [file.path for file in tally.files if "refused: crashed" in file.ends] == []


def test_no_file_takes_longer_than_it_may(tally: Tally) -> None:
    assert [file.path for file in tally.files if file.seconds > SECONDS * len(file.ends) + 1] == []


def test_program_and_children_stay_small(tally: Tally) -> None:
    assert tally.parent_bytes < MOST_PARENT_BYTES
    assert tally.child_bytes < MOST_CHILD_BYTES


def test_corpus_is_whole_afterwards(tally: Tally) -> None:
    assert tally.damage == 0
