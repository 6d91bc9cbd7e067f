"""archive report."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Command


def test_each_note_stands_with_its_document_under_what_it_tells(filled: Path, archive: Command) -> None:
    lines = archive("report").out.splitlines()
    start = lines.index("2023-2024/jo-brouns/386")
    assert lines[start + 1].startswith("  understood: ")
    assert lines[start + 2].startswith("  contradicted: date_contradiction: ")


def test_totals_name_what_was_understood(filled: Path, archive: Command) -> None:
    out = archive("report").out
    assert "fields of 4 questions: title 4, " in out
    assert "\ntables 0 read, 21 rebuilt, " in out
    assert "\n     2    date_contradiction, in 2 records\n" in out


def test_last_line_gives_the_totals(filled: Path, archive: Command) -> None:
    assert archive("report").out.splitlines()[-1].startswith("5 records, ")


def test_refused_document_is_listed_with_the_reason(filled: Path, archive: Command) -> None:
    (filled / "leeg.txt").touch()
    archive("ingest", "leeg.txt")
    outcome = archive("report")
    assert "refused: leeg.txt" in outcome.out
    assert "bytes kept as e3b0c442" in outcome.out
    assert outcome.out.splitlines()[-1].endswith("1 documents refused")


def test_json_holds_documents_totals_and_refusals(filled: Path, archive: Command) -> None:
    (filled / "leeg.txt").touch()
    archive("ingest", "leeg.txt")
    told = json.loads(archive("report", "--json").out)
    assert told["overall"]["records"] == 5
    kinds = ("contradicted", "guessed", "doubted", "repaired", "kept")
    notes = sum(len(one[kind]) for one in told["documents"] for kind in kinds)
    assert sum(told["overall"]["notes"].values()) == sum(told["overall"]["kinds"].values()) == notes > 0
    assert sum(one["understood"]["parts"] for one in told["documents"]) == 61
    assert [one["path"] for one in told["refused"]] == ["leeg.txt"]
