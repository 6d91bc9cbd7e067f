"""The glossary says what the catalogues say."""

from __future__ import annotations

import re

import pytest

from archive.render.catalogue import load_catalogue
from archive.render.wording import ANSWER_WORDING, CONCEPT_WORDING, TOPICS_WORDING
from tests.conftest import ROOT

GLOSSARY = (ROOT / "docs" / "glossary.md").read_text("utf-8").replace("'", "’").casefold()
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in GLOSSARY.splitlines()
    if line.startswith("|") and not re.fullmatch(r"[|\-\s]+", line)
]
FRENCH = {word.strip() for row in ROWS for word in row[2].split(",")}
NOTIONS = (
    "Written question", "Answer", "Minister", "Party", "Portfolio", "Competence", "Parliamentary year", "Number",
    "Asked on", "Answered on", "Published on", "Supporting document", "Original document", "Refused", "Codebook",
    *(ANSWER_WORDING[code] for code in ("holding", "coordinated", "referral", "not_competent", "partial")),
    *CONCEPT_WORDING.values(),
)  # fmt: skip


def test_every_row_has_three_languages() -> None:
    assert [row for row in ROWS if len(row) not in {3, 4} or not all(row[1:])] == []


@pytest.mark.parametrize("message", NOTIONS)
def test_the_french_of_a_notion_is_that_of_the_glossary(message: str) -> None:
    text = load_catalogue("fr").gettext(message).casefold()
    assert text in FRENCH or text.removesuffix("s") in FRENCH


@pytest.mark.parametrize("message", ["Themes", "Subjects", "Askers", "Ministers", "Parliamentary years"])
def test_the_french_of_a_menu_entry_is_a_plural_of_the_glossary(message: str) -> None:
    assert message in TOPICS_WORDING.values()
    words = load_catalogue("fr").gettext(message).casefold().split()
    assert " ".join(word.removesuffix("s") for word in words) in FRENCH
