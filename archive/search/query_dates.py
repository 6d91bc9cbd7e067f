"""Dates and years as a reader types them in a query: 2024-05-03, 3/5/2024, "3 mei 2024", 2024-05, 2024."""

from __future__ import annotations

import calendar
import datetime as dt
import re

_MONTHS = (
    ("januari", "january"),
    ("februari", "february"),
    ("maart", "march"),
    ("april",),
    ("mei", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augustus", "august"),
    ("september",),
    ("oktober", "october"),
    ("november",),
    ("december",),
)
MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}

_YEAR = re.compile(r"([0-9]{4})")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{1,2})")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_WRITTEN = re.compile(r"([0-9]{1,2})\s+([a-z]+)\s+([0-9]{4})")
_PARLIAMENTARY = re.compile(r"([0-9]{4})[-/–]((?:[0-9]{2})?[0-9]{2})")


def date_span(text: str) -> tuple[dt.date, dt.date] | None:
    """The first and last day that `text` (lower case) names; None when it is no date."""
    if match := _YEAR.fullmatch(text):
        return _span(int(match[1]), None, None)
    if match := _MONTH.fullmatch(text):
        return _span(int(match[1]), int(match[2]), None)
    if match := _ISO.fullmatch(text):
        return _span(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_FIRST.fullmatch(text):
        return _span(int(match[3]), int(match[2]), int(match[1]))
    if (match := _WRITTEN.fullmatch(text)) and match[2] in MONTH_NUMBERS:
        return _span(int(match[3]), MONTH_NUMBERS[match[2]], int(match[1]))
    return None


def parliamentary_year(text: str) -> str | None:
    """ "2023-2024" for 2023-2024, 2023/2024 or 2023-24; None when the years do not follow each other."""
    match = _PARLIAMENTARY.fullmatch(text)
    if match is None:
        return None
    following = str(int(match[1]) + 1).zfill(4)
    return f"{match[1]}-{following}" if following.endswith(match[2]) else None


def _span(year: int, month: int | None, day: int | None) -> tuple[dt.date, dt.date] | None:
    if year < 1 or not 1 <= (month or 1) <= 12:
        return None
    first_month, last_month = (month, month) if month else (1, 12)
    length = calendar.monthrange(year, last_month)[1]
    if day is not None:
        if not 1 <= day <= length:
            return None
        return dt.date(year, first_month, day), dt.date(year, first_month, day)
    return dt.date(year, first_month, 1), dt.date(year, last_month, length)
