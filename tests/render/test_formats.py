"""Dates, numbers, sizes, portfolios and cells as the reader sees them."""

from __future__ import annotations

import datetime as dt

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from archive.render.catalogue import LOCALES
from archive.render.formats import (
    day_text,
    is_bounded_figure,
    is_figure,
    month_text,
    number_text,
    portfolio_text,
    rate_text,
    size_text,
)


def test_dates_are_in_words_of_the_language() -> None:
    date = dt.date(2024, 4, 25)
    assert (day_text(date, "nl"), month_text(date, "nl")) == ("25 april 2024", "april 2024")
    assert day_text(dt.date(2024, 3, 1), "en") == "1 March 2024"
    assert (day_text(date, "fr"), month_text(date, "fr")) == ("25 avril 2024", "avril 2024")


def test_only_the_first_of_a_month_has_an_ordinal_in_french() -> None:
    days = [day_text(dt.date(2024, 2, day), "fr") for day in (1, 2, 11, 21)]
    assert days == ["1er février 2024", "2 février 2024", "11 février 2024", "21 février 2024"]


def test_numbers_have_the_separators_of_the_language() -> None:
    assert (number_text(2133, "nl"), number_text(2133, "en")) == ("2.133", "2,133")
    assert number_text(2133.5, "fr") == "2\u202f133,5"


def test_french_sets_a_percent_sign_apart() -> None:
    assert (rate_text("5,4", "%", "nl"), rate_text("5,4", "%", "fr")) == ("5,4%", "5,4\u202f%")


def test_a_byte_is_an_octet_in_french() -> None:
    assert [size_text(size, "fr") for size in (999, 1500, 2_000_000)] == ["999 o", "1,5 ko", "2 Mo"]


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0 B"), (999, "999 B"), (1500, "1,5 kB"), (2_000_000, "2 MB")]
)
def test_sizes_have_a_unit(size: int, text: str) -> None:
    assert size_text(size, "nl") == text


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        (
            "VLAAMS MINISTER VAN ECONOMIE, INNOVATIE, WERK, SOCIALE ECONOMIE EN LANDBOUW",
            "Vlaams minister van Economie, Innovatie, Werk, Sociale Economie en Landbouw",
        ),
        (
            "VICEMINISTER-PRESIDENT VAN DE VLAAMSE REGERING EN VLAAMS MINISTER VAN WONEN",
            "Viceminister-president van de Vlaamse Regering en Vlaams minister van Wonen",
        ),
        ("MINISTER-PRESIDENT", "Minister-president"),
        ("Vlaams minister van Werk", "Vlaams minister van Werk"),
    ],
)
def test_a_portfolio_in_capitals_is_written_as_one_writes_it(printed: str, text: str) -> None:
    assert portfolio_text(printed) == text


@pytest.mark.parametrize("cell", ["1", "2.133", "229.102,88", "-4", "3,5%", "€ 1.000", "12 345", "-", "nvt"])
def test_numbers_and_marks_for_none_are_figures(cell: str) -> None:
    assert is_figure(cell)


@pytest.mark.parametrize("cell", ["", "Limburg", "18-19", "65+", "K3 2023", "1a"])
def test_names_ranges_and_nothing_are_no_figures(cell: str) -> None:
    assert not is_figure(cell)


@pytest.mark.parametrize(
    ("cell", "bounded"),
    [("<5", True), ("≥ 10,5%", True), ("5", False), ("< vijf", False), ("<", False), ("", False)],
)
def test_a_bound_before_a_number_is_a_figure_too(cell: str, bounded: bool) -> None:
    """Small counts are printed so, that nobody be recognised; they stand with the other figures, to the right."""
    assert is_bounded_figure(cell) is bounded


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize(
    "number", [0, -5, 999, 1000, 2.5, -1234.5, 1e15, 1e16, 1.5e17, 5e-05, 0.125, 0.0625, 10**18]
)
def test_a_number_is_written_as_babel_writes_it(number: float, language: str) -> None:
    assert number_text(number, language) == format_decimal(number, locale=LOCALES[language])


def test_zero_has_no_sign() -> None:
    """Else the words for both would be those of the one that came first, which are kept."""
    assert (number_text(-0.0, "nl"), number_text(0, "nl")) == ("0", "0")


@given(
    st.integers(-(10**18), 10**18) | st.floats(-1e12, 1e12).map(lambda value: round(value, 2)),
    st.sampled_from(sorted(LOCALES)),
)
def test_any_number_is_written_as_babel_writes_it(number: float, language: str) -> None:
    assert number_text(number, language) == format_decimal(number or 0, locale=LOCALES[language])
