from __future__ import annotations

import datetime as dt

import pytest

from archive.text.parliamentary_year import opening_day, parliamentary_year


@pytest.mark.parametrize(
    ("year", "day"), [(2018, 24), (2019, 23), (2021, 27), (2023, 25), (2024, 23), (2025, 22), (2026, 28)]
)
def test_a_year_opens_on_the_fourth_monday_of_september(year: int, day: int) -> None:
    opening = opening_day(year)
    assert (opening.month, opening.day, opening.weekday()) == (9, day, 0)


@pytest.mark.parametrize(
    ("date", "year"),
    [
        (dt.date(2023, 9, 24), "2022-2023"),
        (dt.date(2023, 9, 25), "2023-2024"),
        (dt.date(2023, 9, 6), "2022-2023"),
        (dt.date(2024, 8, 15), "2023-2024"),
        (dt.date(2024, 1, 1), "2023-2024"),
        (dt.date(2024, 12, 31), "2024-2025"),
    ],
)
def test_a_day_of_the_recess_belongs_to_the_year_that_ends(date: dt.date, year: str) -> None:
    assert parliamentary_year(date) == year
