"""Names stand in the order in which a reader of Dutch, French or English looks them up."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from archive.text.collation import first_letter, person_sort_key, sort_key

CASES: list[list[str]] = json.loads(Path(__file__).with_name("collation_cases.json").read_text("utf-8"))


@pytest.mark.parametrize("ordered", CASES, ids=lambda ordered: ordered[0])
def test_texts_stand_in_the_order_of_the_table(ordered: list[str]) -> None:
    mixed = random.Random(1).sample(ordered, len(ordered))
    assert sorted(sorted(mixed), key=sort_key) == ordered


def test_an_accent_never_parts_a_letter_from_its_like() -> None:
    assert first_letter(sort_key("Écologie")) == first_letter(sort_key("ecologie")) == "E"


def test_letters_of_two_ways_of_writing_are_one() -> None:
    assert sort_key("e\u0301le\u0300ves") == sort_key("élèves")


def test_a_person_stands_under_the_surname() -> None:
    names = ["Zuhal Demir", "Ann De Martelaer", "Tom Ongena", "Freya Van den Bossche", "Bert Anciaux"]
    assert sorted(names, key=person_sort_key) == [
        "Bert Anciaux",
        "Ann De Martelaer",
        "Zuhal Demir",
        "Tom Ongena",
        "Freya Van den Bossche",
    ]


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Freya Van den Bossche", "V"),
        ("Jan van der Vloet", "V"),
        ("Guy D’haeseleer", "D"),
        ("Élisabeth Meuleman", "M"),
        ("Élisabeth", "E"),
        ("Jan Van Esbroeck", "V"),
    ],
)
def test_a_particle_opens_the_surname_in_flanders(name: str, letter: str) -> None:
    assert first_letter(person_sort_key(name)) == letter


def test_of_one_surname_the_given_name_decides() -> None:
    assert person_sort_key("An Peeters") < person_sort_key("Jan Peeters")


@pytest.mark.parametrize("text", ["2023-2024", "", "…", "Ωμέγα"])
def test_what_begins_with_no_letter_of_the_alphabet_has_none(text: str) -> None:
    assert first_letter(sort_key(text)) == ""
