"""archive ingest."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from archive.store.lock import held_lock
from tests.cli.conftest import Command
from tests.conftest import SEEDS


def test_seeds_go_in(archive: Command) -> None:
    outcome = archive("ingest", "seeds")
    assert (outcome.code, outcome.out) == (0, "5 inserted, 0 updated, 0 unchanged, 0 refused\n")


def test_seeds_twice_are_unchanged(filled: Path, archive: Command) -> None:
    assert archive("ingest", "seeds").out == "0 inserted, 0 updated, 5 unchanged, 0 refused\n"


def test_json_has_four_counts_and_the_documents(archive: Command) -> None:
    outcome = archive("ingest", "--json", "seeds/000_8cd2340072264d47.txt")
    assert json.loads(outcome.out) == {
        "inserted": 1,
        "updated": 0,
        "unchanged": 0,
        "refused": 0,
        "documents": [
            {
                "path": "seeds/000_8cd2340072264d47.txt",
                "outcome": "inserted",
                "id": "2023-2024/jo-brouns/386",
                "reason": None,
            }
        ],
    }


def test_corpus_is_where_the_option_says(place: Path, archive: Command) -> None:
    archive("--corpus", "elsewhere", "ingest", "seeds")
    assert (place / "elsewhere" / "archive.sqlite").is_file()
    assert not (place / "corpus").exists()


def test_corpus_is_where_the_environment_says(
    place: Path, archive: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARCHIVE_CORPUS", "elsewhere")
    archive("ingest", "seeds")
    assert (place / "elsewhere" / "archive.sqlite").is_file()


def test_refused_document_is_exit_code_3_and_its_reason_is_a_result(place: Path, archive: Command) -> None:
    (place / "leeg.txt").touch()
    outcome = archive("ingest", "leeg.txt", "seeds")
    assert outcome.code == 3
    first, last = outcome.out.splitlines()
    assert first.startswith("refused    leeg.txt: ")
    assert last == "5 inserted, 0 updated, 0 unchanged, 1 refused"


def test_refused_again_is_exit_code_3_again(place: Path, archive: Command) -> None:
    (place / "leeg.txt").touch()
    archive("ingest", "leeg.txt")
    assert archive("ingest", "leeg.txt").code == 3


def test_verbose_tells_of_every_document(archive: Command) -> None:
    lines = archive("ingest", "-v", "seeds").out.splitlines()
    assert lines[0] == "inserted   2023-2024/jo-brouns/386 from seeds/000_8cd2340072264d47.txt"
    assert len(lines) == 6


def test_verbose_tells_how_documents_were_read_apart(archive: Command) -> None:
    assert "each document is read by a process that" in archive("ingest", "-v", "seeds").err


def test_name_of_a_file_cannot_look_like_a_line_of_ours(place: Path, archive: Command) -> None:
    (place / "a\n5 inserted, 0 refused\x1b[2J\u202e.txt").write_bytes(b"\x00\x01")
    lines = archive("ingest", ".").out.splitlines()
    assert len(lines) == 2
    assert "a\\n5 inserted, 0 refused\\x1b[2J\\u202e.txt" in lines[0]


def test_dry_run_writes_nothing(place: Path, archive: Command) -> None:
    outcome = archive("ingest", "--dry-run", "seeds")
    assert outcome.out == "dry run, nothing written: 5 inserted, 0 updated, 0 unchanged, 0 refused\n"
    assert not (place / "corpus").exists()


def test_nothing_but_results_is_written_to_standard_output(archive: Command) -> None:
    outcome = archive("ingest", "--json", "seeds")
    json.loads(outcome.out)
    assert outcome.err == ""


def test_second_writer_is_told_who_writes(filled: Path, archive: Command) -> None:
    with held_lock(filled / "corpus", "archive ingest groot"):
        outcome = archive("ingest", "--wait", "0", "seeds")
    assert (outcome.code, outcome.out) == (1, "")
    assert "`archive ingest groot`) is writing; wait for it, or give a longer --wait" in outcome.err


def test_second_writer_says_that_it_waits(filled: Path, archive: Command) -> None:
    with held_lock(filled / "corpus", "archive ingest groot"):
        outcome = archive("ingest", "--wait", "0.2", "seeds")
    assert "waiting for process" in outcome.err


def test_corpus_that_is_a_file_is_an_error(place: Path, archive: Command) -> None:
    (place / "corpus").touch()
    outcome = archive("ingest", "seeds")
    assert outcome.code == 1
    assert outcome.err == "error: corpus: this is no folder; choose another one with --corpus\n"


def test_standard_input_is_read(place: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "archive", "ingest", "-"],
        input=(SEEDS / "000_8cd2340072264d47.txt").read_bytes(),
        cwd=place,
        capture_output=True,
        check=False,
    )
    assert (run.returncode, run.stdout) == (0, b"1 inserted, 0 updated, 0 unchanged, 0 refused\n")


def test_ctrl_c_leaves_a_whole_corpus_and_says_how_to_go_on(place: Path, archive: Command) -> None:
    seed = (SEEDS / "000_8cd2340072264d47.txt").read_text("utf-8")
    many = place / "many"
    many.mkdir()
    for number in range(1000, 1150):
        text = seed.replace("nr. 386", f"nr. {number}")
        (many / f"{number}.txt").write_text(text, "utf-8", newline="")
    run = subprocess.Popen(
        [sys.executable, "-m", "archive", "ingest", "many"],
        cwd=place,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    deadline = time.monotonic() + 30
    while not list((place / "corpus" / "originals").glob("*/*.txt")):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    os.kill(run.pid, signal.SIGINT)
    _, err = run.communicate(timeout=30)
    assert run.returncode == 130
    assert "stopping after this document" in err
    assert "Give the same command again to go on." in err
    assert archive("verify").code == 0
    counts = json.loads(archive("ingest", "--json", "many").out)
    assert counts["unchanged"] > 0
    assert counts["inserted"] + counts["unchanged"] == 150
