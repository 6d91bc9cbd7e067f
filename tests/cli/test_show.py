"""archive show."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Command


def test_record_is_shown_with_dutch_labels(filled: Path, archive: Command) -> None:
    out = archive("show", "2023-2024/jo-brouns/386").out
    assert "Schriftelijke vraag: nr. 386 (2023-2024)\n" in out
    assert "Vraagsteller:        Thijs Verbeurgt" in out
    assert "Ingediend:           2024-04-25\n" in out


def test_each_part_stands_before_its_answer(filled: Path, archive: Command) -> None:
    lines = archive("show", "2023-2024/jo-brouns/386").out.splitlines()
    places = [lines.index(line) for line in ("VRAAG 1", "  ANTWOORD 1", "VRAAG 2", "  ANTWOORD 2")]
    assert places == sorted(places)


def test_json_is_the_line_of_the_export(filled: Path, archive: Command) -> None:
    line = archive("show", "--json", "2023-2024/jo-brouns/386").out
    assert json.loads(line)["id"] == "2023-2024/jo-brouns/386"
    assert line in archive("export", "jsonl").out


def test_address_of_the_page_will_do(filled: Path, archive: Command) -> None:
    assert archive("show", "vragen/2023-2024/jo-brouns/386.html").code == 0


def test_supporting_document_is_shown(filled: Path, archive: Command) -> None:
    out = archive("show", "documenten/stakeholdersforum-individueel-maatwerk").out
    assert out.startswith("Stakeholdersforum individueel maatwerk\n")


def test_unknown_id_names_the_nearest(filled: Path, archive: Command) -> None:
    outcome = archive("show", "2023-2024/jo-brouns/387")
    assert (outcome.code, outcome.out) == (1, "")
    assert "did you mean 2023-2024/jo-brouns/386" in outcome.err
