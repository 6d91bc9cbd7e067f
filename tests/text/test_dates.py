from __future__ import annotations

import datetime as dt

import pytest

from archive.text.dates import dutch_date, find_dates, parse_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("25 april 2024", dt.date(2024, 4, 25)),
        ("1ste juli 2023", dt.date(2023, 7, 1)),
        ("4 Maart 2024", dt.date(2024, 3, 4)),
        ("12 okt. 2023", dt.date(2023, 10, 12)),
        ("15/3/24", dt.date(2024, 3, 15)),
        ("01-02-2024", dt.date(2024, 2, 1)),
        ("1.12.2022", dt.date(2022, 12, 1)),
        ("2024-04-25", dt.date(2024, 4, 25)),
        ("29 februari 2024", dt.date(2024, 2, 29)),
    ],
)
def test_a_dutch_date_is_read(text: str, date: dt.date) -> None:
    assert parse_date(text) == date


@pytest.mark.parametrize("text", ["31 februari 2024", "29 februari 2023", "0 mei 2024", "2024-13-01"])
def test_a_day_that_the_calendar_does_not_have_is_an_error_that_quotes_it(text: str) -> None:
    with pytest.raises(ValueError, match=f"'{text}' is no date that the calendar has"):
        parse_date(text)


@pytest.mark.parametrize("text", ["", "gisteren", "april 2024", "25 brumaire 2024"])
def test_what_is_no_date_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="is no date"):
        parse_date(text)


def test_dates_are_found_in_running_text_with_their_places() -> None:
    text = "Op 14 mei 2024 en op 31 juni 2024, niet in 1.234.567 of 10-12-14-16."
    found = list(find_dates(text))
    assert [(one.text, one.date) for one in found] == [
        ("14 mei 2024", dt.date(2024, 5, 14)),
        ("31 juni 2024", None),
    ]
    assert text[found[1].start :].startswith("31 juni")


def test_a_date_is_printed_as_dutch_texts_do() -> None:
    assert dutch_date(dt.date(2024, 3, 4)) == "4 maart 2024"
