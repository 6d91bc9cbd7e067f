"""Which days count towards a term, after published calendars."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.links.working_days import (
    KNOWN_FROM,
    KNOWN_TO,
    counts,
    days_counted,
    easter_recess_second_week,
    is_suspended,
    is_working_day,
    term_end,
    working_days_late,
)

DAYS = st.dates(KNOWN_FROM, KNOWN_TO)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("date", "expected", "why"),
    [
        ("2024-04-25", True, "a Thursday"),
        ("2024-04-27", False, "a Saturday"),
        ("2024-04-28", False, "a Sunday"),
        ("2024-01-01", False, "New Year"),
        ("2024-04-01", False, "Easter Monday"),
        ("2024-03-29", True, "Good Friday is no legal holiday"),
        ("2024-05-01", False, "Labour Day"),
        ("2024-05-09", False, "Ascension"),
        ("2024-05-10", True, "the day after Ascension is no legal holiday"),
        ("2024-05-20", False, "Whit Monday"),
        ("2024-07-11", False, "the feast of the Flemish Community"),
        ("2023-07-21", False, "the national day"),
        ("2024-08-15", False, "Assumption"),
        ("2024-11-01", False, "All Saints"),
        ("2024-11-11", False, "Armistice"),
        ("2024-12-25", False, "Christmas"),
        ("2023-09-27", True, "the feast of the French Community"),
    ],
)
def test_working_days(date: str, expected: bool, why: str) -> None:
    assert is_working_day(day(date)) is expected, why


@pytest.mark.parametrize(
    ("year", "monday"),
    [
        (2018, "2018-04-09"),
        (2019, "2019-04-15"),
        (2020, "2020-04-13"),
        (2021, "2021-04-12"),
        (2022, "2022-04-11"),
        (2023, "2023-04-10"),
        (2024, "2024-04-08"),
        (2025, "2025-04-14"),
        (2026, "2026-04-13"),
    ],
)
def test_second_week_of_the_easter_recess(year: int, monday: str) -> None:
    """The first Monday of April opens the recess, unless Easter falls in March or after 15 April."""
    assert easter_recess_second_week(year) == (day(monday), day(monday) + dt.timedelta(days=6))


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024-07-20", False),
        ("2024-07-21", True),
        ("2024-08-31", True),
        ("2024-09-01", False),
        ("2024-12-24", False),
        ("2024-12-25", True),
        ("2025-01-02", True),
        ("2025-01-03", False),
        ("2024-04-07", False),
        ("2024-04-08", True),
        ("2024-04-14", True),
        ("2024-04-15", False),
    ],
)
def test_the_term_stands_still(date: str, expected: bool) -> None:
    assert is_suspended(day(date)) is expected


@pytest.mark.parametrize(
    ("due", "answered", "late_by"),
    [
        ("2024-05-29", "2024-05-29", 0),
        ("2024-05-29", "2024-05-30", 1),
        ("2024-05-31", "2024-06-01", 1),
        ("2024-05-31", "2024-06-03", 1),
        ("2024-07-19", "2024-07-23", 2),
        ("2024-12-24", "2024-12-26", 1),
    ],
)
def test_lateness_is_counted_in_working_days(due: str, answered: str, late_by: int) -> None:
    """A day off counts as the next working day, and a recess does not stop what is late already."""
    assert working_days_late(day(due), day(answered)) == late_by


@given(DAYS, st.integers(1, 40))
def test_a_term_ends_on_a_counting_day_and_has_its_length(first: dt.date, length: int) -> None:
    end = term_end(first, length)
    assert counts(end)
    assert days_counted(first, end) == length


@given(DAYS, DAYS, st.integers(1, 40))
def test_a_term_that_opens_later_never_ends_earlier(one: dt.date, other: dt.date, length: int) -> None:
    first, second = sorted((one, other))
    assert term_end(first, length) <= term_end(second, length)


@given(DAYS, st.integers(-30, 60))
def test_late_means_after_the_last_day(due: dt.date, after: int) -> None:
    assert (working_days_late(due, due + dt.timedelta(days=after)) > 0) is (after > 0)
