"""The days that count towards the term in which a Flemish minister answers.

Rule: Rules of Procedure of the Flemish Parliament, written questions. A working day is a day from Monday to Friday
that is neither a legal holiday nor 11 July, the feast of the Flemish Community. The term is suspended in the second
week of the Easter recess, from 21 July to 31 August, and from 25 December to 2 January. The Easter recess is that
of the Flemish schools. Legal holidays and school holidays come from the library `holidays`.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from holidays import country_holidays

# The rules are known to hold from the first on; the calendars of the library reach to the last.
KNOWN_FROM = dt.date(2018, 1, 1)
KNOWN_TO = dt.date(2098, 12, 31)

_DAY = dt.timedelta(days=1)
_WEEK = dt.timedelta(days=7)
_SATURDAY = 5
_EASTER_RECESS = "Easter Break"


def is_working_day(day: dt.date) -> bool:
    """True from Monday to Friday, holidays apart."""
    return day.weekday() < _SATURDAY and day not in _holidays(day.year)


def is_suspended(day: dt.date) -> bool:
    """True on a day on which the term stands still."""
    first, last = easter_recess_second_week(day.year)
    return (
        first <= day <= last
        or dt.date(day.year, 7, 21) <= day <= dt.date(day.year, 8, 31)
        or (day.month, day.day) >= (12, 25)
        or (day.month, day.day) <= (1, 2)
    )


def counts(day: dt.date) -> bool:
    """True for a working day on which the term runs."""
    return is_working_day(day) and not is_suspended(day)


@lru_cache(maxsize=256)
def easter_recess_second_week(year: int) -> tuple[dt.date, dt.date]:
    """The Monday and the Sunday of the second week of the Easter recess."""
    school = country_holidays("BE", "Flemish", year, categories="school", language="en_US")
    monday = min(school.get_named(_EASTER_RECESS)) + _WEEK
    return monday, monday + 6 * _DAY


@lru_cache(maxsize=4096)
def term_end(first: dt.date, length: int) -> dt.date:
    """The last day of a term of `length` counting days that opens on `first` or on the next that counts."""
    day = first
    left = length - counts(day)
    while left:
        day += _DAY
        left -= counts(day)
    return day


def days_counted(first: dt.date, last: dt.date) -> int:
    """The number of counting days from `first` to `last`, both included; 0 where `last` comes before."""
    return sum(counts(first + _DAY * number) for number in range((last - first).days + 1))


def working_days_late(due: dt.date, day: dt.date) -> int:
    """By how many working days `day` comes after `due`; 0 where it does not. Once over, no term stands still.

    A day off after `due` counts as the next working day.
    """
    if day <= due:
        return 0
    while not is_working_day(day):
        day += _DAY
    return sum(is_working_day(due + _DAY * number) for number in range(1, (day - due).days + 1))


@lru_cache(maxsize=256)
def _holidays(year: int) -> frozenset[dt.date]:
    """The legal holidays of Belgium and the feast of the Flemish Community."""
    return frozenset({*country_holidays("BE", years=year), dt.date(year, 7, 11)})
