"""Normal forms are those of the standard, and no pile of marks can keep the program busy."""

from __future__ import annotations

import unicodedata

import pytest

from archive.text.normal_forms import Form, normal_form
from archive.text.slugs import slug

# Every other mark stands below the letter: the standard has them sorted, and that takes the square of their number.
TOWER = "\u0301\u0327" * 500_000


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
@pytest.mark.parametrize(
    "text", ["", "abc", "Ünïcode", "e\u0301", "a" + "\u0301\u0327" * 15, "… " * 40, "—" * 80, "ﬁ\u2028²"]
)
def test_form_is_that_of_the_standard(form: Form, text: str) -> None:
    assert normal_form(form, text) == unicodedata.normalize(form, text)


def test_marks_beyond_thirty_are_left_out() -> None:
    assert normal_form("NFD", f"a{TOWER}b") == unicodedata.normalize("NFD", "a" + "\u0301\u0327" * 15 + "b")


def test_thirty_marks_are_counted_anew_for_each_letter() -> None:
    text = ("a" + "\u0301" * 30) * 3
    assert normal_form("NFD", text) == text


def test_name_with_a_million_marks_has_a_slug() -> None:
    assert slug(f"Jo{TOWER} Brouns") == "jo-brouns"
