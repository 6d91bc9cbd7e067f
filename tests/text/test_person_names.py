"""Names in pieces."""

from __future__ import annotations

import pytest

from archive.text.names import known_names
from archive.text.person_names import PersonName, split_name

CASES = [
    ("Jo Brouns", "Jo", "", "Brouns"),
    ("Freya Van den Bossche", "Freya", "", "Van den Bossche"),
    ("Tine van der Vloet", "Tine", "van der", "Vloet"),
    ("Jos D'Haese", "Jos", "", "D'Haese"),
    ("Jean-Jacques De Gucht", "Jean-Jacques", "", "De Gucht"),
    ("Anke Van dermeersch", "Anke", "", "Van dermeersch"),
    ("Séverine de Laveleye", "Séverine", "de", "Laveleye"),
    ("Sihame El Kaouakibi", "Sihame", "", "El Kaouakibi"),
    ("Emine Gül Isci", "Emine Gül", "", "Isci"),
    ("Van den Bossche", "Van", "den", "Bossche"),
    ("Madonna", "", "", "Madonna"),
    ("Jan de", "Jan", "", "de"),
    ("", "", "", ""),
]


@pytest.mark.parametrize(("name", "given", "particle", "family"), CASES)
def test_name_is_split(name: str, given: str, particle: str, family: str) -> None:
    assert split_name(name) == PersonName(given, particle, family)


def test_every_known_name_comes_back_whole() -> None:
    names = [known.name for known in known_names().values()]
    assert [split_name(name).plain for name in names] == names


def test_surname_is_sorted_first() -> None:
    assert split_name("Tine van der Vloet").inverted == "van der Vloet, Tine"
