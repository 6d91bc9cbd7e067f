"""archive build and archive publish."""

from __future__ import annotations

import json
from pathlib import Path

from archive.store.lock import BUILD_LOCK_NAME, held_lock
from tests.cli.conftest import Command


def test_site_is_built_and_the_page_to_open_is_told(filled: Path, archive: Command) -> None:
    outcome = archive("build")
    assert outcome.code == 0
    assert outcome.out.endswith(f"open {Path('public') / 'index.html'}\n")
    assert (filled / "public" / "index.html").is_file()


def test_output_option_decides_the_place(filled: Path, archive: Command) -> None:
    archive("build", "-o", "site")
    assert (filled / "site" / "index.html").is_file()
    assert not (filled / "public").exists()


def test_title_option_stands_on_the_page(filled: Path, archive: Command) -> None:
    archive("build", "--title", "Ons archief")
    assert "Ons archief" in (filled / "public" / "index.html").read_text("utf-8")


def test_wrong_language_is_wrong_usage(filled: Path, archive: Command) -> None:
    outcome = archive("build", "--language", "de")
    assert outcome.code == 2
    assert "--language: language has a wrong value" in outcome.err


def test_dry_run_builds_nothing(filled: Path, archive: Command) -> None:
    outcome = archive("build", "--dry-run")
    assert outcome.out == "dry run, nothing written: would make public from 5 records\n"
    assert not (filled / "public").exists()


def test_full_makes_the_shards_anew_that_another_build_uses_again(filled: Path, archive: Command) -> None:
    kept = filled / "corpus" / "shards"
    archive("build")
    first = kept.stat().st_ino
    archive("build")
    assert kept.stat().st_ino == first
    archive("build", "--full")
    assert kept.stat().st_ino != first


def test_json_tells_what_was_built(filled: Path, archive: Command) -> None:
    told = json.loads(archive("build", "--json").out)
    assert told["records"] == 5
    assert told["files"] > told["pages"] > 5


def test_publish_ingests_and_builds(place: Path, archive: Command) -> None:
    outcome = archive("publish", "seeds")
    assert outcome.code == 0
    assert outcome.out.startswith("5 inserted, 0 updated, 0 unchanged, 0 refused\n")
    assert outcome.out.endswith(f"open {Path('public') / 'index.html'}\n")
    assert archive("verify").code == 0


def test_publish_again_changes_no_byte(place: Path, archive: Command) -> None:
    archive("publish", "seeds")
    before = (place / "public" / "manifest.sha256").read_bytes()
    archive("publish", ".")
    assert (place / "public" / "manifest.sha256").read_bytes() == before


def test_publish_with_a_refused_document_builds_and_is_exit_code_3(place: Path, archive: Command) -> None:
    (place / "seeds" / "leeg.txt").touch()
    assert archive("publish", "seeds").code == 3
    assert (place / "public" / "index.html").is_file()


def test_publish_in_json_is_one_value(place: Path, archive: Command) -> None:
    told = json.loads(archive("publish", "--json", "seeds").out)
    assert told["ingest"]["inserted"] == 5
    assert told["build"]["records"] == 5
    assert told["open"] == str(Path("public") / "index.html")


def test_publish_dry_writes_nothing(place: Path, archive: Command) -> None:
    assert archive("publish", "--dry-run", "seeds").code == 0
    assert [path.name for path in place.iterdir()] == ["seeds"]


def test_build_waits_for_another_one_and_then_says_who_builds(filled: Path, archive: Command) -> None:
    with held_lock(filled / "corpus", "archive build -o elsewhere", name=BUILD_LOCK_NAME):
        outcome = archive("build", "--wait", "0.1")
    assert outcome.code == 1
    assert "waiting for process" in outcome.err
    assert "(`archive build -o elsewhere`) is building; wait for it, or give a longer --wait" in outcome.err
