"""archive withdraw."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

ID, OTHER = "2023-2024/jo-brouns/386", "2023-2024/jo-brouns/322"


def test_a_withdrawn_question_is_found_and_exported_no_more(filled: Path, archive: Command) -> None:
    outcome = archive("withdraw", ID, "--reason", "Op vraag van de indiener.")
    assert (outcome.code, outcome.out) == (0, f"{ID} is withdrawn; the next `archive build` tells it\n")
    assert ID not in archive("export", "jsonl").out
    found = json.loads(archive("search", "nummer:386", "--json").out)
    assert [hit["id"] for hit in found["hits"]] == []


def test_it_is_shown_with_the_reason(filled: Path, archive: Command) -> None:
    archive("withdraw", ID, "--reason", "Dubbel.", "--renamed-to", OTHER)
    out = archive("show", ID).out
    assert ": Dubbel.\nGaat verder als 2023-2024/jo-brouns/322\n" in out


def test_changes_tells_of_it(filled: Path, archive: Command) -> None:
    archive("withdraw", ID, "--reason", "Op vraag.")
    archive("withdraw", OTHER, "--reason", "Dubbel.", "--renamed-to", "2024-2025/zuhal-demir/70")
    out = archive("changes", "--since", "2000-01-01").out
    assert f"withdrawn {ID}: Op vraag.\n" in out
    assert f"renamed   {OTHER}: now 2024-2025/zuhal-demir/70\n" in out


def test_undo_shows_it_again(filled: Path, archive: Command) -> None:
    before = archive("export", "jsonl").out
    archive("withdraw", ID, "--reason", "Vergissing.")
    outcome = archive("withdraw", ID, "--undo", "--json")
    assert json.loads(outcome.out) == {"id": ID, "outcome": "restored", "dry_run": False}
    assert archive("export", "jsonl").out == before


def test_a_dry_run_withdraws_nothing(filled: Path, archive: Command) -> None:
    outcome = archive("withdraw", ID, "--reason", "Op vraag.", "--dry-run")
    assert outcome.out.startswith(f"{ID} would be withdrawn;")
    assert ID in archive("export", "jsonl").out


def test_an_unknown_id_fails_with_what_to_do(filled: Path, archive: Command) -> None:
    outcome = archive("withdraw", "nergens/1", "--reason", "Op vraag.")
    assert outcome.code == 1
    assert "no record has this id; find it with `archive search`" in outcome.err


@pytest.mark.parametrize("words", [(), ("--undo", "--reason", "x"), ("--undo", "--renamed-to", OTHER)])
def test_a_reason_or_undo_is_asked_for(words: tuple[str, ...], filled: Path, archive: Command) -> None:
    assert archive("withdraw", ID, *words).code == 2
