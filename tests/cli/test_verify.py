"""archive verify."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

from archive.store.seals import seal_all
from tests.cli.conftest import Command


def an_original(folder: Path) -> Path:
    return next(iter(sorted((folder / "corpus" / "originals").glob("*/*.txt"))))


def test_whole_corpus_and_site_are_exit_code_0(built: Path, archive: Command) -> None:
    outcome = archive("verify")
    assert outcome.code == 0
    assert re.fullmatch(r"all is as it was written: corpus\ndigest [0-9a-f]{64}\n", outcome.out)


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
    assert (finding["code"], finding["kind"], finding["place"], finding["damage"]) == (
        "V01",
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


def digest(archive: Command) -> str:
    told: str = json.loads(archive("verify", "--json").out)["digest"]
    return told


def test_digest_that_was_written_down_is_expected(filled: Path, archive: Command) -> None:
    assert archive("verify", "--expect", digest(archive)).code == 0


def test_rows_and_hashes_that_were_all_written_anew_are_found_by_the_digest(
    filled: Path, archive: Command
) -> None:
    """An attacker who knows the seals can make them fit, but not the digest that stands elsewhere."""
    before = digest(archive)
    with closing(sqlite3.connect(filled / "corpus" / "archive.sqlite", isolation_level=None)) as connection:
        connection.execute("UPDATE events SET detail = 'nothing'")
        seal_all(connection)
    assert archive("verify").code == 0
    outcome = archive("verify", "--expect", before)
    assert outcome.code == 4
    assert outcome.out.startswith("V09 unexpected")


def test_fast_check_finds_what_is_missing_and_reads_nothing(filled: Path, archive: Command) -> None:
    first, second, *_ = sorted((filled / "corpus" / "originals").glob("*/*.txt"))
    first.unlink()
    second.write_bytes(bytes(second.stat().st_size))
    told = json.loads(archive("verify", "--fast", "--json").out)
    assert [finding["kind"] for finding in told["findings"]] == ["missing"]
    assert told["digest"] is None


def test_fast_check_has_no_digest_to_expect(filled: Path, archive: Command) -> None:
    assert archive("verify", "--fast", "--expect", "00").code == 2


def test_nothing_is_written_by_looking(filled: Path, archive: Command) -> None:
    def written() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in sorted(filled.rglob("*")) if path.is_file()}

    before = written()
    archive("verify")
    assert written() == before


def test_ingest_after_an_alteration_does_not_hide_it(filled: Path, archive: Command) -> None:
    with closing(sqlite3.connect(filled / "corpus" / "archive.sqlite", isolation_level=None)) as connection:
        connection.execute("UPDATE events SET detail = 'nothing' WHERE number = 1")
    an_original(filled).write_bytes(b"nothing")
    (filled / "more.txt").write_text("Verslag\n\nEen tekst die nergens anders staat.\n")
    assert archive("ingest", "more.txt").code == 0
    told = json.loads(archive("verify", "--json").out)
    assert {finding["place"] for finding in told["findings"]} == {
        "table events, row 1",
        str(an_original(filled).relative_to(filled)),
    }


def test_build_does_not_keep_an_altered_file_of_the_site(built: Path, archive: Command) -> None:
    page = built / "public" / "index.html"
    before = page.read_bytes()
    page.write_bytes(before.replace(b"<", b"(", 1))
    assert archive("build").code == 0
    assert page.read_bytes() == before
    assert archive("verify").code == 0
