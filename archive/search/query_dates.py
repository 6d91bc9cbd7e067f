"""Dates and years as a reader types them in a query: 2024-05-03, 3/5/2024, "3 mei 2024", 5/2024, 2024, 2023..2024."""

from __future__ import annotations

import calendar
import datetime as dt
import re

_MONTHS = (
    ("januari", "january", "janvier", "jan", "janv"),
    ("februari", "february", "février", "fevrier", "feb", "févr", "fevr"),
    ("maart", "march", "mars", "mrt", "mar"),
    ("april", "avril", "apr", "avr"),
    ("mei", "may", "mai"),
    ("juni", "june", "juin", "jun"),
    ("juli", "july", "juillet", "jul", "juil"),
    ("augustus", "august", "août", "aout", "aug"),
    ("september", "septembre", "sept", "sep"),
    ("oktober", "october", "octobre", "okt", "oct"),
    ("november", "novembre", "nov"),
    ("december", "décembre", "decembre", "dec", "déc"),
)
MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}

_YEAR_FIRST = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_YEAR_LAST = re.compile(r"(?:([0-9]{1,2})[-/.])?([0-9]{1,2})[-/.]([0-9]{4})")
_WRITTEN = re.compile(r"(?:([0-9]{1,2})\s+)?([a-zà-ÿ]+)\.?\s+([0-9]{4})")
_PARLIAMENTARY = re.compile(r"([0-9]{4})[-/–]((?:[0-9]{2})?[0-9]{2})")


def date_span(text: str) -> tuple[dt.date, dt.date] | None:
    """The first and last day that `text` (lower case) names; None when it is no date."""
    if match := _YEAR_FIRST.fullmatch(text):
        return _span(*match.group(1, 2, 3))
    if match := _YEAR_LAST.fullmatch(text):
        return _span(*match.group(3, 2, 1))
    if (match := _WRITTEN.fullmatch(text)) and match[2] in MONTH_NUMBERS:
        return _span(match[3], MONTH_NUMBERS[match[2]], match[1])
    return None


def date_range(text: str) -> tuple[dt.date | None, dt.date | None] | None:
    """First and last day of `text` (lower case): a date, or two of them around "..", of which one may be left out.

    None for what is neither. The last day may come before the first.
    """
    start, dots, end = (part.strip() for part in text.partition(".."))
    if not dots:
        return date_span(text)
    if not start and not end:
        return None
    first, last = date_span(start) if start else None, date_span(end) if end else None
    if (start and first is None) or (end and last is None):
        return None
    return first[0] if first else None, last[1] if last else None


def parliamentary_year(text: str) -> str | None:
    """ "2023-2024" for 2023-2024, 2023/2024 or 2023-24; None when the years do not follow each other."""
    match = _PARLIAMENTARY.fullmatch(text)
    if match is None:
        return None
    following = str(int(match[1]) + 1).zfill(4)
    return f"{match[1]}-{following}" if following.endswith(match[2]) else None


def _span(
    year_text: str, month_text: str | int | None, day_text: str | None
) -> tuple[dt.date, dt.date] | None:
    year, month = int(year_text), 12 if month_text is None else int(month_text)
    if year < 1 or not 1 <= month <= 12:
        return None
    last_day = calendar.monthrange(year, month)[1]
    day = last_day if day_text is None else int(day_text)
    if not 1 <= day <= last_day:
        return None
    first_month = 1 if month_text is None else month
    return dt.date(year, first_month, 1 if day_text is None else day), dt.date(year, month, day)
