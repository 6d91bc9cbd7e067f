"""archive search: what was meant by a query that finds nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("begeleidngspremie", "begeleidingspremie"),
        ("loonpremei minister:demri", "loonpremie minister:demir"),
        ("begeleidingspremieloonpremie", "begeleidingspremie loonpremie"),
    ],
)
def test_a_misspelt_query_is_corrected(query: str, meant: str, filled: Path, archive: Command) -> None:
    outcome = archive("search", query)
    assert (outcome.code, outcome.out) == (0, "0 found\n")
    assert outcome.err.splitlines()[-1].startswith(f"Did you mean: {meant}")
    assert archive("search", meant).out != "0 found\n"


def test_a_query_of_known_words_is_not_corrected(filled: Path, archive: Command) -> None:
    outcome = archive("search", "begeleidingspremie nummer:99999")
    assert outcome.out == "0 found\n"
    assert "mean" not in outcome.err


def test_json_has_the_result_alone(filled: Path, archive: Command) -> None:
    outcome = archive("search", "--json", "begeleidngspremie")
    assert json.loads(outcome.out)["total"] == 0
    assert "mean" not in outcome.err
