"""Words of a text; the same table goes through Python and through JavaScript in a real browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archive.text.tokens import fold, tokens, words

if TYPE_CHECKING:
    from playwright.sync_api import Page

CASES = json.loads(Path(__file__).with_name("token_cases.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_words_of_a_text(text: str, expected: list[str]) -> None:
    assert list(words(text)) == expected


def test_the_browser_finds_the_same_words(page_from_disk: Page) -> None:
    script = "texts => texts.map((text) => ArchiveTokens.tokens(text).map(({form}) => form))"
    assert page_from_disk.evaluate(script, [text for text, _ in CASES]) == [expected for _, expected in CASES]


def test_the_browser_gives_the_same_places(page_from_disk: Page) -> None:
    script = """texts => texts.map((text) => ArchiveTokens.tokens(text)
        .map(({start, end, position}) => [start, end, position]))"""
    expected = [[[found.start, found.end, found.position] for found in tokens(text)] for text, _ in CASES]
    assert page_from_disk.evaluate(script, [text for text, _ in CASES]) == expected


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("N-VA", {"nva"}),
        ("CD&V", {"cdv"}),
        ("D'Haese", {"dhaese", "haese"}),
        ("foto's", {"fotos"}),
        ("3,5%", {"3,5"}),
        ("229.102,88", {"229102,88"}),
        ("2021-2022", {"2021", "2022"}),
        ("collega-coach", {"collega", "coach", "collegacoach"}),
        ("covid-19", {"covid", "19", "covid19"}),
        ("e-mail", {"mail", "email"}),
        ("premie", set()),
        ("2.133", {"2133"}),
    ],
)
def test_other_forms_of_a_token(text: str, others: set[str]) -> None:
    (token,) = tokens(text)
    assert {form.text for form in token.forms[1:]} == others


def test_segments_stand_at_places_of_their_own() -> None:
    """So that the phrase "collega coach aanwijzen" finds "collega-coach aanwijzen"."""
    first, second = tokens("collega-coach aanwijzen")
    assert {form.text: first.position + form.offset for form in first.forms}["coach"] == 1
    assert second.position == 2


@pytest.mark.parametrize("text", ["\u00ad", "\u0301", "\u00ad\u0301"])
def test_a_mark_without_a_letter_is_no_token(text: str) -> None:
    assert [token.form for token in tokens(f"een {text} twee")] == ["een", "twee"]


def test_folding_is_done_once() -> None:
    for text, _ in CASES:
        assert fold(fold(text)) == fold(text)
