from __future__ import annotations

import datetime as dt

import pytest

from archive.text.names import known_names, name_key, proper_name


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("THIJS VERBEURGT", "Thijs Verbeurgt"),
        ("FREYA VAN DEN BOSSCHE", "Freya Van den Bossche"),
        ("ANKE VAN DERMEERSCH", "Anke Van dermeersch"),
        ("ORRY VAN DE WAUWER", "Orry Van de Wauwer"),
        ("GUY D’HAESELEER", "Guy D'haeseleer"),
        ("GUY D'HAESELEER", "Guy D'haeseleer"),
        ("STEPHANIE D`HOSE", "Stephanie D'Hose"),
        ("HILAL YALCIN", "Hilâl Yalçin"),
        ("JEAN-JACQUES  DE GUCHT", "Jean-Jacques De Gucht"),
    ],
)
def test_a_known_name_is_spelled_as_the_table_has_it(printed: str, name: str) -> None:
    proper = proper_name(printed)
    assert proper.name == name
    assert proper.known is not None


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("SANNE VAN LOOY", "Sanne Van Looy"),
        ("JAN VAN DEN BROECKE", "Jan Van den Broecke"),
        ("AN-SOFIE DE LA RUE", "An-Sofie De la Rue"),
        ("PIET D’HONDT", "Piet D'Hondt"),
        ("Els de Wit-Janssens", "Els de Wit-Janssens"),
        ("ÉMILE ÖZTÜRK", "Émile Öztürk"),
    ],
)
def test_an_unknown_name_gets_its_capitals_by_rule(printed: str, name: str) -> None:
    proper = proper_name(printed)
    assert (proper.name, proper.known) == (name, None)


def test_a_name_that_is_nearly_known_is_told_and_not_changed() -> None:
    proper = proper_name("JO BROUN")
    assert (proper.name, proper.near) == ("Jo Broun", "Jo Brouns")


def test_a_party_is_that_of_the_day() -> None:
    known = known_names()[name_key("Hannes Anaf")]
    assert known.party_on(dt.date(2020, 1, 1)) == "sp.a"
    assert known.party_on(dt.date(2023, 1, 1)) == "Vooruit"


def test_a_party_is_not_told_for_a_day_that_the_table_does_not_cover() -> None:
    assert known_names()[name_key("Tom Ongena")].party_on(dt.date(2024, 10, 25)) is None
