"""A name is known to stand in a text from the pairs of neighbouring words alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.links.word_pairs import NameFinder, name_words, pairs_of_name, unpacked
from archive.text.languages import DUTCH
from tests.links.reading import read_concepts

_LETTERS = st.text("abcdefg", min_size=1, max_size=12)


def found(name: str, *texts: str) -> bool:
    finder = NameFinder([pairs_of_name(name_words(name, DUTCH))])
    return finder.found_in(unpacked(read_concepts(texts).pairs)) == [0]


@pytest.mark.parametrize(
    ("name", "text", "stands"),
    [
        ("Departement Werk en Sociale Economie", "het departement Werk en Sociale Economie (DWSE)", True),
        ("lokale diensteneconomie", "LOKALE DIENSTENECONOMIEËN", True),
        ("lokale diensteneconomie", "de diensteneconomie, lokale", False),
        ("Sociale huur", "sociale huurders", False),
        ("wereldgezondheidsorganisatie", "de Wereldgezondheidsorganisatie", True),
        ("werk", "werk", False),
    ],
)
def test_a_name_is_found_in_any_inflection_but_not_in_other_words(name: str, text: str, stands: bool) -> None:
    assert found(name, text) is stands


@given(
    st.lists(_LETTERS, min_size=2, max_size=5), st.lists(_LETTERS, max_size=4), st.lists(_LETTERS, max_size=4)
)
def test_a_name_is_found_wherever_it_stands(name: list[str], before: list[str], after: list[str]) -> None:
    words = name_words(" ".join(name), DUTCH)
    if len(words) > 1:
        assert found(" ".join(name), " ".join([*before, *name, *after]))


@given(st.lists(_LETTERS, min_size=2, max_size=8))
def test_few_numbers_and_many_give_the_same(words: list[str]) -> None:
    name = name_words(" ".join(words), DUTCH)
    numbers = pairs_of_name(name)
    finder = NameFinder([numbers, pairs_of_name(("xy", "z")), numbers[:1]])
    kept = unpacked(read_concepts([" ".join(words)]).pairs)
    assert sorted(finder.found_in(kept)) == sorted(finder.found_among(set(kept.tolist())))
