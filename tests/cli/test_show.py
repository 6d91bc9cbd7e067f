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


LONG = "2023-2024/jo-brouns/322"


def test_table_as_csv_is_the_file_of_the_site(built: Path, archive: Command) -> None:
    out = archive("show", LONG, "--table", "1", "--csv").out
    assert "Totaal;2.133" in out.splitlines()
    assert "Antwerpen;562" in out.splitlines()


def test_table_is_shown_with_its_number_and_origin(filled: Path, archive: Command) -> None:
    lines = archive("show", LONG, "--table", "1").out.splitlines()
    assert lines[0] == "Tabel 1, herbouwd uit tekst"
    assert lines[-1].split() == ["Totaal", "|", "2.133"]


def test_sum_that_differs_stands_under_its_table(filled: Path, archive: Command) -> None:
    lines = archive("show", LONG, "--table", "2").out.splitlines()
    assert lines[-1] == "! column Toegekend - nieuw, Totaal: rows give 2.149, printed 2.143"


def test_table_as_json_has_its_place(filled: Path, archive: Command) -> None:
    told = json.loads(archive("show", LONG, "--table", "1", "--json").out)
    assert (told["number"], told["side"], told["labels"]) == (1, "answer", ["1"])
    assert told["rows"][-1] == ["Totaal", "2.133"]


def test_table_that_is_not_there_is_an_error_with_a_remedy(filled: Path, archive: Command) -> None:
    outcome = archive("show", LONG, "--table", "99")
    assert (outcome.code, outcome.out) == (1, "")
    assert "choose a number from 1 to 4" in outcome.err


def test_csv_without_a_table_is_wrong_usage(filled: Path, archive: Command) -> None:
    assert archive("show", LONG, "--csv").code == 2
