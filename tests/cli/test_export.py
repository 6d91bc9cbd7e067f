"""archive export."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from archive.cli.export import FORMS
from archive.export.forms import OneFile
from tests.cli.conftest import Command


def test_one_file_without_output_goes_to_standard_output(filled: Path, archive: Command) -> None:
    ids = [json.loads(line)["id"] for line in archive("export", "jsonl").out.splitlines()]
    assert len(ids) == 5
    assert ids == sorted(ids)


def test_export_into_an_empty_corpus_and_out_again_is_byte_identical(filled: Path, archive: Command) -> None:
    archive("export", "jsonl", "-o", "first.jsonl")
    assert archive("--corpus", "second", "ingest", "first.jsonl").code == 0
    archive("--corpus", "second", "export", "jsonl", "-o", "second.jsonl")
    assert (filled / "second.jsonl").read_bytes() == (filled / "first.jsonl").read_bytes()


def test_tables_are_exported_cell_by_cell(filled: Path, archive: Command) -> None:
    header, *lines = archive("export", "tables").out.splitlines()
    assert header.startswith("record,side,part,table,")
    assert "2023-2024/jo-brouns/322,answer,1,1,,inferred,12,Totaal,2,# Bedrijven,2.133,2133," in lines


def test_file_is_told_with_its_size(filled: Path, archive: Command) -> None:
    told = json.loads(archive("export", "jsonl", "-o", "x.jsonl", "--json").out)
    size = (filled / "x.jsonl").stat().st_size
    assert told == {"format": "jsonl", "output": "x.jsonl", "records": 5, "bytes": size}


def test_dry_run_writes_nothing(filled: Path, archive: Command) -> None:
    assert "would write 5 records" in archive("export", "jsonl", "-o", "x.jsonl", "--dry-run").out
    assert not (filled / "x.jsonl").exists()


def test_json_without_a_file_is_wrong_usage(filled: Path, archive: Command) -> None:
    assert archive("export", "jsonl", "--json").code == 2


def test_place_that_cannot_be_written_is_an_error_with_a_remedy(filled: Path, archive: Command) -> None:
    outcome = archive("export", "jsonl", "-o", "absent/x.jsonl")
    assert outcome.code == 1
    assert "choose another place with -o" in outcome.err


def test_no_corpus_is_an_error_with_a_remedy(archive: Command) -> None:
    outcome = archive("export", "jsonl")
    assert (outcome.code, outcome.out) == (1, "")
    assert (
        outcome.err
        == "error: corpus: no corpus here; make one with `archive ingest PATH`, or name its folder with --corpus\n"
    )


def test_reader_that_has_seen_enough_is_left_in_peace(filled: Path) -> None:
    receiver, sender = os.pipe()
    os.close(receiver)
    run = subprocess.run(
        [sys.executable, "-m", "archive", "export", "jsonl"],
        cwd=filled,
        stdout=sender,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(sender)
    assert (run.returncode, run.stderr) == (1, b"")


def test_every_form_of_one_file_goes_to_standard_output(filled: Path, archive: Command) -> None:
    for name, form in FORMS.items():
        if isinstance(form, OneFile) and name != "sqlite":
            outcome = archive("export", name)
            assert (outcome.code, outcome.err) == (0, ""), name
            assert outcome.out, name


def test_every_form_is_told_in_the_help(archive: Command) -> None:
    told = archive("export", "--help").out
    for name, form in FORMS.items():
        assert f"  {name:<8}  {form.summary}" in told


def test_several_files_need_a_place(filled: Path, archive: Command) -> None:
    outcome = archive("export", "csv")
    assert (outcome.code, outcome.out) == (2, "")
    assert "give a folder or a .zip file with -o" in outcome.err


def test_several_files_are_told_with_their_size(filled: Path, archive: Command) -> None:
    told = json.loads(archive("export", "csv", "-o", "tables", "--json").out)
    size = sum(path.stat().st_size for path in (filled / "tables").iterdir())
    assert told == {"format": "csv", "output": "tables", "records": 5, "bytes": size}


def test_zip_of_several_files_is_told_with_its_size(filled: Path, archive: Command) -> None:
    told = json.loads(archive("export", "bag", "-o", "bag.zip", "--json").out)
    assert told["bytes"] == (filled / "bag.zip").stat().st_size


def test_several_files_tried_dry_write_nothing(filled: Path, archive: Command) -> None:
    assert archive("export", "bag", "-o", "bag", "--dry-run").code == 0
    assert not (filled / "bag").exists()


def test_folder_of_others_is_an_error_with_a_remedy(filled: Path, archive: Command) -> None:
    outcome = archive("export", "csv", "-o", "seeds")
    assert outcome.code == 1
    assert "choose another folder with -o" in outcome.err
    assert len(list((filled / "seeds").iterdir())) == 5


def test_several_files_cannot_be_written_into_an_absent_folder(filled: Path, archive: Command) -> None:
    for name in ("absent/csv", "absent/csv.zip"):
        outcome = archive("export", "csv", "-o", name)
        assert outcome.code == 1
        assert "choose another place with -o" in outcome.err


def test_database_has_what_datasette_shows_beside_it(filled: Path, archive: Command) -> None:
    assert archive("export", "sqlite", "-o", "vragen.sqlite").code == 0
    shown = json.loads((filled / "vragen.metadata.json").read_text("utf-8"))
    assert list(shown["databases"]) == ["vragen"]


def test_datasette_opens_what_was_written(filled: Path, archive: Command) -> None:
    """The line that docs/codebook.md tells to run, with one page asked for in the place of a server."""
    archive("export", "sqlite", "-o", "vragen.db")
    line = [sys.executable, "-m", "datasette", "vragen.db", "--metadata", "vragen.metadata.json"]
    shown = subprocess.run(
        [*line, "--get", "/vragen/questions.json?_shape=array&_search=potentiele"],
        cwd=filled,
        capture_output=True,
        check=True,
    )
    assert [row["id"] for row in json.loads(shown.stdout)] == ["2023-2024/jo-brouns/386"]


def test_settings_reach_the_export(filled: Path, archive: Command) -> None:
    (filled / "archive.toml").write_text('publisher = "Parlement X"\nbase_url = "https://x.example"\n')
    out = archive("export", "ris").out
    assert "PB  - Parlement X" in out
    assert "UR  - https://x.example/vragen/2023-2024/jo-brouns/386.html" in out
