"""archive verify."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Command


def an_original(folder: Path) -> Path:
    return next(iter(sorted((folder / "corpus" / "originals").glob("*/*.txt"))))


def test_whole_corpus_and_site_are_exit_code_0(built: Path, archive: Command) -> None:
    outcome = archive("verify")
    assert (outcome.code, outcome.out) == (0, "all is as it was written: corpus\n")


def test_changed_byte_of_an_original_is_exit_code_4_with_its_name(filled: Path, archive: Command) -> None:
    path = an_original(filled)
    content = path.read_bytes()
    path.write_bytes(content[:100] + bytes([content[100] ^ 1]) + content[101:])
    outcome = archive("verify")
    assert outcome.code == 4
    assert path.name in outcome.out


def test_json_names_the_finding(filled: Path, archive: Command) -> None:
    path = an_original(filled)
    path.unlink()
    told = json.loads(archive("verify", "--json").out)
    assert told["damaged"] == 1
    (finding,) = told["findings"]
    assert (finding["kind"], finding["place"], finding["damage"]) == (
        "missing",
        str(path.relative_to(filled)),
        True,
    )
    assert finding["remedy"]


def test_changed_page_of_the_site_is_exit_code_4_with_its_name(built: Path, archive: Command) -> None:
    with (built / "public" / "index.html").open("a") as page:
        page.write("x")
    outcome = archive("verify")
    assert outcome.code == 4
    assert "public/index.html" in outcome.out


def test_harmless_finding_is_told_and_is_exit_code_0(filled: Path, archive: Command) -> None:
    (an_original(filled).parent / ".new-1").touch()
    outcome = archive("verify")
    assert outcome.code == 0
    assert "unfinished" in outcome.out


def test_damaged_database_is_exit_code_4(filled: Path, archive: Command) -> None:
    (filled / "corpus" / "archive.sqlite").write_bytes(b"no database" * 1000)
    assert archive("verify").code == 4
    assert archive("show", "2023-2024/jo-brouns/386").code == 4


def test_no_corpus_is_an_error(archive: Command) -> None:
    assert archive("verify").code == 1
