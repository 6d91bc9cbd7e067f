"""archive authority."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.cli.authority_toml import suggestion_lines, toml_text
from archive.links.authority import Authority
from archive.links.authority_suggestions import SuggestedName, Suggestion, suggest_entries
from archive.links.authority_text import parse_authority
from archive.links.names_in_use import NamesInUse
from archive.model.blocks import Paragraph
from archive.model.question import Body
from archive.text.languages import DUTCH
from tests.cli.conftest import Command
from tests.cli.test_help import example_in
from tests.records import question

JOINING = '[[subject]]\nname = "Individueel maatwerk"\naliases = ["Premies individueel maatwerk", "IMW"]\n'


@pytest.mark.parametrize("part", ["suggest", "check"])
def test_the_example_of_each_part_runs(part: str, filled: Path, archive: Command) -> None:
    outcome = archive(*example_in(archive("authority", part, "--help").out))
    assert outcome.code == 0, outcome.err
    assert outcome.out != ""


def test_what_is_suggested_can_be_pasted_as_it_is(filled: Path, archive: Command) -> None:
    text = archive("authority", "suggest").out
    (filled / "authority.toml").write_text(text, "utf-8")
    entries = {entry.name: entry for entry in parse_authority(text, "pasted").entries}
    assert entries["Individueel maatwerk"].narrower == ("Premies individueel maatwerk",)
    assert '# narrower? "Premies individueel maatwerk": 1 record, ends with the same words\n' in text
    assert archive("authority", "check").code == 0


def test_what_was_pasted_is_not_suggested_again(filled: Path, archive: Command) -> None:
    (filled / "authority.toml").write_text(archive("authority", "suggest").out, "utf-8")
    assert archive("authority", "suggest").out == "# no names are near enough to each other\n"


def test_suggestions_of_one_kind_can_be_asked_for(filled: Path, archive: Command) -> None:
    found = json.loads(archive("authority", "suggest", "--kind", "person", "--json").out)
    assert found == {"suggestions": []}


def test_suggestions_tell_their_reasons_as_json(filled: Path, archive: Command) -> None:
    found = json.loads(archive("authority", "suggest", "--kind", "subject", "--json").out)
    (suggestion,) = found["suggestions"]
    assert sorted(suggestion) == ["aliases", "in_file", "kind", "name", "narrower", "perhaps", "records"]
    assert suggestion["narrower"][0]["why"] == "suffix"


def test_check_tells_what_each_name_joins(filled: Path, archive: Command) -> None:
    (filled / "authority.toml").write_text(JOINING, "utf-8")
    assert archive("authority", "check").out.splitlines() == [
        "subject 'Individueel maatwerk': 4 records",
        "       3 Individueel maatwerk",
        "       1 Premies individueel maatwerk",
        "    none IMW",
        "1 entries, 0 contradicted",
    ]


def test_check_tells_how_many_records_name_an_organisation(filled: Path, archive: Command) -> None:
    (filled / "authority.toml").write_text('[[concept]]\nname = "lokale diensteneconomie"\n', "utf-8")
    (entry,) = json.loads(archive("authority", "check", "--json").out)["entries"]
    assert entry["records"] > 0


def test_a_contradicted_entry_is_told_and_the_check_fails(filled: Path, archive: Command) -> None:
    (filled / "authority.toml").write_text(
        '[[competence]]\nname = "Werk"\naliases = ["Sociale Economie"]\n', "utf-8"
    )
    outcome = archive("authority", "check")
    assert outcome.code == 1
    assert (
        "  contradicted: 'Sociale Economie', 'Werk': one record has both names (2023-2024/jo-brouns/"
        in outcome.out
    )


def test_a_wrong_file_is_wrong_usage(filled: Path, archive: Command) -> None:
    (filled / "namen.toml").write_text('[[subject]]\nname = "X"\nalias = ["Y"]\n', "utf-8")
    outcome = archive("authority", "check", "--authority", "namen.toml")
    assert (outcome.code, outcome.out) == (2, "")
    assert "namen.toml, subject 'X': the key 'alias' is unknown; did you mean 'aliases'?" in outcome.err


def test_without_a_file_there_is_nothing_to_check(filled: Path, archive: Command) -> None:
    outcome = archive("authority", "check")
    assert (outcome.code, outcome.out) == (0, "0 entries, 0 contradicted\n")
    assert "archive authority suggest" in outcome.err


def made(**changes: object) -> Suggestion:
    fields: dict[str, object] = {
        "kind": "subject",
        "name": "A",
        "records": 2,
        "aliases": (),
        "narrower": (),
        "perhaps": (),
        "in_file": False,
    }
    return Suggestion(**{**fields, **changes})  # type: ignore[arg-type]


def test_what_is_doubted_stands_in_comments_alone() -> None:
    doubted = (SuggestedName("B", 1, "A", "same_letter"),)
    assert parse_authority("\n".join(suggestion_lines([made(perhaps=doubted)])), "x").entries == ()


def test_what_the_file_has_already_stands_in_comments() -> None:
    near = (SuggestedName("B", 1, "A", "slip"),)
    text = "\n".join(suggestion_lines([made(aliases=near, in_file=True)]))
    assert parse_authority(text, "x").entries == ()
    assert '# aliases = ["B"]' in text


@pytest.mark.parametrize(
    "name", ['a "quoted" name', "a\\b", "two\nlines", "\x7f", "\u202egnirts", "é", "\x1b[2J"]
)
def test_any_name_comes_back_as_it_was(name: str) -> None:
    text = "\n".join(suggestion_lines([made(name=name, aliases=(SuggestedName("B", 1, name, "slip"),))]))
    (entry,) = parse_authority(text, "x").entries
    assert entry.name == name
    assert "\x1b" not in toml_text(name)


WORDS = ["premies", "premie", "maatwerk", "individueel", "IMW", "in", "Gent", "maatwerrk", "(IMW)", "en"]


@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join), min_size=2, unique=True)
)
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_the_names_what_is_suggested_makes_a_file_without_contradictions(names: list[str]) -> None:
    text = "Het individueel maatwerk (IMW) loopt."
    records = [
        question(number, title=f"{name} - A", question=Body((Paragraph(text),)))
        for number, name in enumerate(names, 1)
    ]
    found = suggest_entries(NamesInUse(Authority(), DUTCH).add_all(records), Authority(), DUTCH, ["subject"])
    parse_authority("\n".join(suggestion_lines(found)), "pasted")


def test_a_wrong_file_stops_the_build_and_the_old_site_stays(built: Path, archive: Command) -> None:
    (built / "authority.toml").write_text('[[theme]]\nname = "Werk"\naliases = "Arbeid"\n', "utf-8")
    before = (built / "public" / "manifest.sha256").read_bytes()
    outcome = archive("build")
    assert outcome.code == 2
    assert "authority.toml, theme 'Werk': the entry has a wrong value" in outcome.err
    assert (built / "public" / "manifest.sha256").read_bytes() == before
