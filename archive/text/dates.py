"""Dutch dates in running text and in heads: "25 april 2024", "1ste juli 2023", "15/3/24", "2024-04-25"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import msgspec

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_SHORT_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH_NUMBERS = {
    **{name: number for number, name in enumerate(_MONTHS, 1)},
    **{name: number for number, name in enumerate(_SHORT_MONTHS, 1)},
    "maa": 3,
    "sept": 9,
}
_NAMES = "|".join(sorted(_MONTH_NUMBERS, key=len, reverse=True))
_WRITTEN = rf"(?P<day>\d{{1,2}})(?:ste|de|e)?\s+(?P<month>{_NAMES})\b\.?,?\s+(?P<year>\d{{4}})\b"
_ISO = r"(?P<iso_year>\d{4})-(?P<iso_month>\d{1,2})-(?P<iso_day>\d{1,2})(?![\d-])"
_FIGURES = r"(?P<d>\d{1,2})\s?(?P<mark>[/.-])\s?(?P<m>\d{1,2})\s?(?P=mark)\s?(?P<y>\d{4}|\d{2})(?![\d/.-]?\d)"
_DATE = re.compile(rf"(?<![\d./-])(?:{_WRITTEN}|{_ISO}|{_FIGURES})", re.IGNORECASE)


class FoundDate(msgspec.Struct, frozen=True):
    """A date in a text. `date` is None where the calendar has no such day ("31 februari 2024")."""

    text: str
    start: int
    date: dt.date | None


def written_date(date: dt.date) -> str:
    """A date as a document writes it: "12 juli 2013"."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def find_dates(text: str) -> Iterator[FoundDate]:
    """The dates in a text, in order. A year of two digits is one of this century."""
    for match in _DATE.finditer(text):
        yield FoundDate(match.group(), match.start(), _date(match))


def parse_date(text: str) -> dt.date:
    """The date that `text` begins with. Raises ValueError, saying whether it is no date or an impossible one."""
    match = _DATE.match(text.strip())
    if match is None:
        raise ValueError(f"'{text.strip()}' is no date")
    date = _date(match)
    if date is None:
        raise ValueError(f"'{match.group()}' is no date that the calendar has")
    return date


def _date(match: re.Match[str]) -> dt.date | None:
    found = match.groupdict()
    if found["month"]:
        year, month, day = found["year"], str(_MONTH_NUMBERS[found["month"].casefold()]), found["day"]
    elif found["iso_year"]:
        year, month, day = found["iso_year"], found["iso_month"], found["iso_day"]
    else:
        year, month, day = found["y"], found["m"], found["d"]
    try:
        return dt.date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None


def dutch_date(date: dt.date) -> str:
    """A date as Dutch texts print it: "4 maart 2024"."""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"
