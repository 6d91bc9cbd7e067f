"""The made documents: enough of them, every trait shown, texts and truth of one piece."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from tests.gold.cases import DOCUMENTS, FILES
from tests.gold.make.__main__ import folder_name, text_files
from tests.gold.make.content import documents, held_out
from tests.gold.make.features import WANTED, features_of
from tests.gold.make.flatten import LAYOUTS, flatten
from tests.gold.make.printed import damaged
from tests.gold.make.shape import Bullets, Written
from tests.gold.make.styles import look_of
from tests.gold.make.table_text import column_widths, row_in_cells, row_in_line
from tests.gold.make.truth import parliamentary_year
from tests.gold.make.words import day, table
from tests.gold.make.wrap import ends_open, wrap
from tests.gold.score import texts_of_truth
from tests.gold.tokens import mended, words_of

BUDGET = 3_000_000


def test_there_are_at_least_forty_made_documents() -> None:
    assert len(documents()) >= 44


def test_every_third_document_is_set_aside() -> None:
    aside = [number for number, _ in documents() if held_out(number)]
    assert aside == list(range(3, len(documents()) + 1, 3))


def test_every_trait_of_real_documents_is_shown() -> None:
    assert set().union(*(features_of(document) for _, document in documents())) == WANTED


def test_the_documents_set_aside_know_every_kind_of_rules_and_both_kinds_of_numbers() -> None:
    looks = [look_of(number, document) for number, document in documents() if held_out(number)]
    assert {look.borders for look in looks} == {"grid", "hlines", "none"}
    assert {look.automatic for look in looks} == {True, False}


def test_about_half_of_the_documents_number_their_parts_automatically() -> None:
    automatic = sum(look_of(number, document).automatic for number, document in documents())
    assert 0.35 <= automatic / len(documents()) <= 0.65


def test_every_committed_folder_is_made_and_whole() -> None:
    made = {folder_name(number, document) for number, document in documents()}
    assert {folder.name for folder in DOCUMENTS.iterdir()} == made
    for name in made:
        assert {path.name for path in (DOCUMENTS / name).iterdir()} == {*FILES.values(), "truth.json"}


def test_the_committed_documents_are_small() -> None:
    assert sum(path.stat().st_size for path in DOCUMENTS.rglob("*.*")) < BUDGET


@pytest.mark.parametrize(("number", "document"), documents(), ids=lambda value: getattr(value, "slug", None))
def test_committed_texts_and_truth_are_what_the_maker_writes(number: int, document: Written) -> None:
    folder = DOCUMENTS / folder_name(number, document)
    for name, text in text_files(number, document).items():
        assert (folder / name).read_text("utf-8") == text, "renew them with scripts/gold-make"


def glued_entries(document: Written) -> list[str]:
    """The entries of lists whose mark is the letter o, which sticks to the word after it."""
    bodies = [document.question, *([document.answer] if document.answer else [])]
    blocks = [block for body in bodies for part in body.parts for block in part.blocks]
    return [
        one for block in blocks if isinstance(block, Bullets) and block.mark == "o" for one in block.entries
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("number", "document"), documents(), ids=lambda value: getattr(value, "slug", None))
def test_no_word_of_the_truth_is_missing_from_the_texts(number: int, document: Written, layout: str) -> None:
    flat = flatten(document, layout)  # type: ignore[arg-type]
    truth = json.loads(text_files(number, document)["truth.json"])
    true = texts_of_truth(truth)
    glued = tuple(f"o{entry.split()[0]}" for entry in glued_entries(document))
    lines = [line[1:] if glued and line.startswith(glued) else line for line in flat.text.split("\n")]
    names = (document.minister.person.printed, "ANTWOORD")
    text = "".join(line if ends_open(line) and not line.endswith(" ") else f"{line} " for line in lines)
    for name in names:
        text = text.replace(name, f" {name} ")
    for right, spoiled in document.damage:
        text = text.replace(spoiled, right)
    text = re.sub(r"(\s[-,\d]*\d\.)(?=[A-Z])", r"\1 ", text)
    assert true - mended(words_of([text]), true, flat.spoiled) == Counter()


@pytest.mark.parametrize(
    ("asked", "year"),
    [
        ("2023-09-24", "2022-2023"),
        ("2023-09-25", "2023-2024"),
        ("2024-08-30", "2023-2024"),
        ("2024-09-23", "2024-2025"),
    ],
)
def test_the_parliamentary_year_opens_on_the_fourth_monday_of_september(asked: str, year: str) -> None:
    assert parliamentary_year(day(asked)) == year


def test_text_is_wrapped_at_blanks_and_after_hyphens() -> None:
    assert wrap("een online-infosessie in 10-20 dagen", 12) == [
        "een online-",
        "infosessie",
        "in 10-20",
        "dagen",
    ]


def test_a_wrapped_cell_sticks_to_the_one_after_it_as_in_the_seeds() -> None:
    quarters = table(["2022 - K1 | 2022 - K2"], "1 | 2", weights="1 1", narrow=True)
    lines, spoiled = row_in_line(quarters.header[0], [6, 6], quarters, trailing=False)
    assert lines == ["2022 - ", "K12022 - ", "K2"]
    assert spoiled == [(("K12022",), ("K1", "2022"))]


def test_a_narrow_cell_breaks_a_word_and_says_so() -> None:
    narrow = table(["Beslissing | Aantal"], "2020 | 1", weights="1 1", narrow=True)
    lines, spoiled = row_in_cells(narrow.header[0], [9, 9], narrow)
    assert lines == ["Beslissin", "g", "Aantal"]
    assert spoiled == [(("Beslissin", "g"), ("Beslissing",))]


def test_no_number_of_a_table_is_broken() -> None:
    assert column_widths(table([], "a | 1.234.567,89", weights="20 1")) == [80, 12]


def test_damage_spoils_only_the_words_named() -> None:
    document = next(document for _, document in documents() if document.slug == "renovatiepremie")
    assert damaged("Elk één van één", document).count("Ã©Ã©n") == 2
