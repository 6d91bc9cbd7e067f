"""Units of numbers, printed with them or in the head of their column."""

from __future__ import annotations

import pytest

from archive.text.numbers import parse_number
from archive.text.units import unit_in, unit_of


@pytest.mark.parametrize(
    ("head", "unit"),
    [
        ("Voorschotbetalingen 2023 in euro", "€"),
        ("Bedrag (€)", "€"),
        ("Budget in miljoen euro", "miljoen €"),
        ("Krediet (mln. €)", "miljoen €"),
        ("% Limburg", "%"),
        ("%uitstroom werk", "%"),
        ("aandeel in procent", "%"),
        ("promille (‰)", "‰"),
        ("Werknemers met minstens 33% rendementsverlies", None),
        ("Lonen boven 2000 euro", None),
        ("Aanvragen uit Europa", None),
        ("Aantal bedrijven", None),
        ("", None),
    ],
)
def test_the_unit_that_a_head_names(head: str, unit: str | None) -> None:
    assert unit_in(head) == unit


@pytest.mark.parametrize(
    ("cell", "heads", "unit"),
    [
        ("5,4%", ("Bedrag (€)",), "%"),
        ("12", ("Bedrag (€)",), "€"),
        ("€ 12", ("In miljoen euro",), "miljoen €"),
        ("12", ("Aantal", "% van het totaal"), "%"),
        ("12", ("Aantal",), None),
    ],
)
def test_the_unit_of_a_number(cell: str, heads: tuple[str, ...], unit: str | None) -> None:
    number = parse_number(cell)
    assert number is not None and unit_of(number, *heads) == unit
