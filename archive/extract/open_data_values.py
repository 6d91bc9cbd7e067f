"""The values of an open-data record, whose every field may be absent or of another shape than expected."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import msgspec

from archive.text.names import ProperName, proper_name
from archive.text.titles import fold_blanks

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?![\d-])|(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_MOMENT = re.compile(
    r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})", re.IGNORECASE
)
_YEAR = re.compile(r"(\d{4})\s*[-–/]\s*(\d{4}|\d{2})")
_LONGEST_NUMBER = 9


class Named(msgspec.Struct, frozen=True):
    """A person: the name in proper case, and as the service gives it."""

    proper: ProperName
    printed: str


class Address(msgspec.Struct, frozen=True):
    """A file that a record names, with the title that it gives it."""

    address: str
    title: str | None


def text_in(value: Any) -> str | None:
    """A text with folded blanks, of a text or a number; None for anything else and for an empty one."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    return fold_blanks(str(value)) or None


def texts_in(value: Any) -> tuple[str, ...]:
    """The texts of a list, or the one text that stands in place of it."""
    entries = value if isinstance(value, list) else [value]
    found = (text_in(entry.get("naam") if isinstance(entry, dict) else entry) for entry in entries)
    return tuple(dict.fromkeys(text for text in found if text))


def whole_number_in(value: Any) -> int | None:
    """A number from 1, None for anything else."""
    text = text_in(value) or ""
    return int(text) or None if text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER else None


def year_in(value: Any) -> str | None:
    """A parliamentary year as "2023-2024"; None where the two years do not follow each other."""
    match = _YEAR.fullmatch(text_in(value) or "")
    if match is None:
        return None
    first = int(match[1])
    return f"{first}-{first + 1}" if int(match[2]) in {first + 1, (first + 1) % 100} else None


def day_in(value: Any) -> dt.date | None:
    """The day in Brussels of an ISO date, an ISO moment with its zone, or "25/04/2024"; None for anything else."""
    text = text_in(value) or ""
    try:
        if _MOMENT.fullmatch(text):
            return _day_in_brussels(dt.datetime.fromisoformat(text.upper()))
        match = _DATE.match(text)
        if match is None:
            return None
        if match[1]:
            return dt.date(int(match[1]), int(match[2]), int(match[3]))
        return dt.date(int(match[6]), int(match[5]), int(match[4]))
    except (ValueError, OverflowError):
        return None


def _day_in_brussels(moment: dt.datetime) -> dt.date:
    """Summer time: from the last Sunday of March to that of October, 01:00 UTC (directive 2000/84/EC)."""
    utc = moment.astimezone(dt.UTC)
    begin, end = (_last_sunday(utc.year, month) for month in (3, 10))
    hours = 2 if begin <= utc < end else 1
    return (utc + dt.timedelta(hours=hours)).date()


def _last_sunday(year: int, month: int) -> dt.datetime:
    last = dt.datetime(year, month, 31, 1, tzinfo=dt.UTC)
    return last - dt.timedelta(days=(last.weekday() + 1) % 7)


def person_in(value: Any) -> Named | None:
    """The person of an object with "voornaam" and "naam", or of a text in either order; None for nobody."""
    if isinstance(value, list):
        return next(filter(None, map(person_in, value)), None)
    if not isinstance(value, dict):
        printed = text_in(value)
        return _turned(printed) if printed else None
    first, last = text_in(value.get("voornaam")), text_in(value.get("naam"))
    if last is None or first is None:
        return _turned(last or first or "") if last or first else None
    printed = f"{first} {last}"
    return Named(proper_name(printed), printed)


def _turned(printed: str) -> Named:
    """A name whose order is not told: "Brouns, Jo", "Brouns Jo" or "Jo Brouns"."""
    last, comma, first = printed.partition(", ")
    if comma:
        return Named(proper_name(f"{first} {last}"), printed)
    whole = proper_name(printed)
    if whole.known is None:
        words = printed.split(" ")
        for place in range(1, len(words)):
            turned = proper_name(" ".join((*words[place:], *words[:place])))
            if turned.known is not None:
                return Named(turned, printed)
    return Named(whole, printed)


def addresses_in(value: Any) -> Iterator[Address]:
    """The web addresses of a list of objects with "url" or "URL"."""
    for entry in value if isinstance(value, list) else [value]:
        fields = (
            {str(name).casefold(): given for name, given in entry.items()} if isinstance(entry, dict) else {}
        )
        address = text_in(fields.get("url"))
        if address and address.startswith(("https://", "http://")):
            yield Address(address, text_in(fields.get("titel")))
