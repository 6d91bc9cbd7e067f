"""archive report."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Command


def test_each_note_stands_with_its_document(filled: Path, archive: Command) -> None:
    lines = archive("report").out.splitlines()
    start = lines.index("2023-2024/jo-brouns/386")
    assert lines[start + 1].startswith("  ")


def test_last_line_gives_the_totals(filled: Path, archive: Command) -> None:
    assert archive("report").out.splitlines()[-1].startswith("5 records, ")


def test_refused_document_is_listed_with_the_reason(filled: Path, archive: Command) -> None:
    (filled / "leeg.txt").touch()
    archive("ingest", "leeg.txt")
    outcome = archive("report")
    assert "refused: leeg.txt" in outcome.out
    assert "bytes kept as e3b0c442" in outcome.out
    assert outcome.out.splitlines()[-1].endswith("1 documents refused")


def test_json_holds_notes_totals_and_refusals(filled: Path, archive: Command) -> None:
    (filled / "leeg.txt").touch()
    archive("ingest", "leeg.txt")
    told = json.loads(archive("report", "--json").out)
    assert told["records"] == 5
    assert sum(told["notes"].values()) == sum(len(one["notes"]) for one in told["documents"])
    assert [one["path"] for one in told["refused"]] == ["leeg.txt"]
