"""archive changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command


def test_everything_is_new_since_long_ago(filled: Path, archive: Command) -> None:
    outcome = archive("changes", "--since", "2000-01-01")
    assert outcome.code == 0
    assert outcome.out.startswith("new       2023-2024/jo-brouns/386: ") or "\nnew       2023-" in outcome.out
    assert outcome.out.splitlines()[-1] == (
        "since 2000-01-01T00:00:00Z: 5 new, 0 changed, 0 withdrawn, 0 refused, 0 read that were refused before"
    )


def test_nothing_is_new_tomorrow(filled: Path, archive: Command) -> None:
    out = archive("changes", "--since", "2999-01-01").out
    assert len(out.splitlines()) == 1


def test_a_refused_document_is_told_with_its_cause(filled: Path, archive: Command) -> None:
    (filled / "leeg.txt").touch()
    archive("ingest", "leeg.txt")
    assert "\nrefused   leeg.txt: " in archive("changes", "--since", "2000-01-01").out


def test_a_changed_document_is_told_with_its_fields(filled: Path, archive: Command) -> None:
    line = json.loads(archive("export", "jsonl").out.splitlines()[-1])
    (filled / "weer.jsonl").write_text(json.dumps(line | {"title": "Een andere titel"}), "utf-8")
    archive("ingest", "weer.jsonl")
    found = json.loads(archive("changes", "--since", "2000-01-01", "--json").out)
    assert [one["id"] for one in found["new"]].count(line["id"]) == 1
    assert sorted(found) == ["changed", "new", "read", "refused", "since", "withdrawn"]


def test_a_time_zone_is_understood(filled: Path, archive: Command) -> None:
    out = archive("changes", "--since", "2024-04-25T02:00+02:00").out
    assert "since 2024-04-25T00:00:00Z: " in out


@pytest.mark.parametrize("given", ["gisteren", "2024-02-31", "0001-01-01T00:00+09:00"])
def test_what_is_no_date_is_wrong_usage(given: str, archive: Command) -> None:
    outcome = archive("changes", "--since", given)
    assert outcome.code == 2
    assert "is no date; give one like 2024-04-25" in outcome.err
