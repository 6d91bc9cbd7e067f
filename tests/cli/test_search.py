"""archive search."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command


def test_hits_have_number_date_people_and_a_snippet(filled: Path, archive: Command) -> None:
    lines = archive("search", "loonpremie minister:demir").out.splitlines()
    assert lines[0].startswith("1. ")
    assert lines[1].strip() == (
        "nr. 70 (2024-2025) · 2024-10-25 · Tom Ongena → Zuhal Demir · 2024-2025/zuhal-demir/70"
    )
    assert lines[2].strip() != ""
    assert lines[-1] == "1 found"


def test_words_need_no_quotes(filled: Path, archive: Command) -> None:
    assert archive("search", "loonpremie", "minister:demir").out.endswith("1 found\n")


def test_word_that_is_not_wanted_is_no_option(filled: Path, archive: Command) -> None:
    outcome = archive("search", "begeleidingspremie", "-imw", "--json")
    assert outcome.code == 0
    assert (
        json.loads(outcome.out)["total"]
        < json.loads(archive("search", "begeleidingspremie", "--json").out)["total"]
    )


def test_json_has_total_hits_and_facets(filled: Path, archive: Command) -> None:
    told = json.loads(archive("search", "--json", "--limit", "2", "begeleidingspremie").out)
    assert (told["total"], told["exact"], len(told["hits"])) == (5, True, 2)
    assert {"id", "score", "title", "url", "snippet"} <= set(told["hits"][0])
    assert "minister" in told["facets"]


def test_wrong_query_is_exit_code_2_and_points_at_the_place(filled: Path, archive: Command) -> None:
    outcome = archive("search", 'loon "open')
    assert (outcome.code, outcome.out) == (2, "")
    *_, query, caret, meant = outcome.err.splitlines()
    assert query == '  loon "open'
    assert caret.index("^") == query.index('"')
    assert meant == 'Did you mean: loon "open"?'


def test_nothing_found_is_told(filled: Path, archive: Command) -> None:
    outcome = archive("search", "onbestaandwoord")
    assert (outcome.code, outcome.out) == (0, "0 found\n")


@pytest.mark.parametrize("option", ["--limt", "--nonsense"])
def test_unknown_option_is_wrong_usage(filled: Path, archive: Command, option: str) -> None:
    assert archive("search", option, "loon").code == 2


@pytest.mark.parametrize(
    ("sort", "first"),
    [
        ("newest", "documenten/stakeholdersforum-individueel-maatwerk"),
        ("oldest", "2023-2024/jo-brouns/19"),
    ],
)
def test_sort_decides_the_order(filled: Path, archive: Command, sort: str, first: str) -> None:
    told = json.loads(archive("search", "--json", "--sort", sort, "begeleidingspremie").out)
    assert told["hits"][0]["id"] == first
