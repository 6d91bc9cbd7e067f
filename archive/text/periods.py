"""Spans of time as the heads of tables print them: "2022", "2022 - K1", "2e kwartaal 2022", "jan 2023", "2021-2022"."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Final, Literal

import msgspec

from archive.text.dates import find_dates

PeriodUnit = Literal["year", "season", "half", "quarter", "month", "day"]
PartUnit = Literal["half", "quarter", "month"]

_STEPS: Final[dict[PartUnit, int]] = {"half": 2, "quarter": 4, "month": 12}
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("januari", "jan"), ("februari", "feb", "febr"), ("maart", "mrt", "maa"), ("april", "apr"), ("mei",),
            ("juni", "jun"), ("juli", "jul"), ("augustus", "aug"), ("september", "sep", "sept"),
            ("oktober", "okt"), ("november", "nov"), ("december", "dec"),
        ),
        1,
    )
    for name in names
}  # fmt: skip
_ORDINALS: Final = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}

_YEAR = r"(?<![\d.,])(?P<year>(?:19|20)\d\d)(?![\d%]|[.,]\d)"
_NTH = r"(?:(?<!\d)(?P<{0}_digit>[1-4])\s?(?:e|ste|de)?|(?P<{0}_word>eerste|tweede|derde|vierde))"
_QUARTER = (
    r"(?:(?:kwartaal|trimester|kw|[kqt])\.?\s?(?P<quarter>[1-4])"
    rf"|{_NTH.format('quarter')}\s?(?:kwartaal|trimester|kw|[kq]))"
)
_HALF = (
    rf"(?:(?:semester|[sh])\s?(?P<half>[12])|{_NTH.format('half')}\s?(?:semester|jaarhelft|helft|halfjaar))"
)
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_PART = rf"(?<![^\W\d_])(?:{_QUARTER}|{_HALF}|{_MONTH})(?!\w)"
_BETWEEN = r"[\s/.,'’-]*(?:van\s+)?"
_LONG_OR_SHORT = r"(?P<first>(?:19|20)\d\d)\s?[-/]\s?(?P<second>(?:19|20)\d\d|\d\d)"

# In the order in which they are tried: the most telling first.
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        rf"{_PART}{_BETWEEN}{_YEAR}",
        rf"{_YEAR}{_BETWEEN}{_PART}",
        rf"(?<!\w){_MONTH}\s?[-/'’]\s?(?P<short>\d\d)(?!\d)",
        r"(?<![\d/-])(?P<year>(?:19|20)\d\d)-(?P<figure>0[1-9]|1[0-2])(?![\d/-])",
        r"(?<![\d/-])(?P<figure>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)(?![\d/-])",
        rf"(?<![\d.,]){_LONG_OR_SHORT}(?![\d%]|[-/.,]\d)",
        _YEAR,
    )
)
# Without one of these there is no span of time: most labels are done here.
_HINT = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:-(?P<short>\d\d)(?![\d-]))?|[-/.'’]\s?\d\d")
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PART_ALONE = re.compile(_PART)
# What may stand around a span of time that is all of a label: "in 2022", "jaar 2022", "(2022)", "2022*".
_AROUND = re.compile(r"(?:in|jaar|het jaar|schooljaar|werkjaar|academiejaar|zittingsjaar)\s+|[\s()*:.]+")
# A year after one of these names a text or an aim, and no time of the figures.
_NAMING = re.compile(
    r"(?:decreet|wet|besluit|kb|mb|bvr|richtlijn|verordening|akkoord|plan|horizon|agenda|visie|doel\w*|ambitie)"
    r"(?:\s+van)?\W*$"
)


class Period(msgspec.Struct, frozen=True, order=True):
    """A span of time. step: its number among those of its unit, so that the next one has the next number.

    season: two calendar years, as schools and parliaments count ("2021-2022"), by the first of them.
    """

    unit: PeriodUnit
    step: int


class YearPart(msgspec.Struct, frozen=True):
    """A part of any year: place counts from 1."""

    unit: PartUnit
    place: int

    def of_year(self, year: int) -> Period:
        """The same part of one year."""
        return Period(self.unit, year * _STEPS[self.unit] + self.place - 1)


class Split(msgspec.Struct, frozen=True):
    """A label without the one span of time that it names: "Voorschotten 2023 in euro" is "Voorschotten in euro"."""

    rest: str
    period: Period | None


@lru_cache(maxsize=8192)
def parse_period(label: str) -> Period | None:
    """The span of time that is all of a label, or None."""
    text = label.strip().casefold()
    found = _found(text)
    if found is None:
        return None
    period, start, end = found
    return period if not _AROUND.sub("", text[:start]) and not _AROUND.sub("", text[end:]) else None


@lru_cache(maxsize=8192)
def parse_year_part(label: str) -> YearPart | None:
    """The month, quarter or half of an unnamed year that is all of a label, or None."""
    match = _PART_ALONE.fullmatch(label.strip().casefold())
    return _year_part(match) if match else None


@lru_cache(maxsize=8192)
def split_period(label: str) -> Split:
    """A label and the span of time in it; a label that names two, or the year of a law, stays whole."""
    text = label.casefold()
    found = _found(text) if len(text) == len(label) else None
    if found is None or _NAMING.search(text[: found[1]]):
        return Split(label, None)
    period, start, end = found
    return Split(" ".join(f"{label[:start]} {label[end:]}".split()), period)


def period_text(period: Period) -> str:
    """A period as one writes it in figures: "2022", "2021-2022", "2022 K1", "2022-03"; a day as in ISO 8601."""
    if period.unit == "year":
        return str(period.step)
    if period.unit == "season":
        return f"{period.step}-{period.step + 1}"
    if period.unit == "day":
        return dt.date.fromordinal(period.step).isoformat()
    year, place = divmod(period.step, _STEPS[period.unit])
    mark = {"half": f" S{place + 1}", "quarter": f" K{place + 1}", "month": f"-{place + 1:02d}"}
    return f"{year}{mark[period.unit]}"


def _found(text: str) -> tuple[Period, int, int] | None:
    """The only span of time in a folded text, with where it begins and ends."""
    hint = _HINT.search(text)
    if hint is None or _is_month_or_season(hint):
        return None
    day = next(find_dates(text), None)
    if day is not None:
        found = (
            (Period("day", day.date.toordinal()), day.start, day.start + len(day.text)) if day.date else None
        )
    else:
        found = next((one for form in _FORMS if (one := _read(form.search(text)))), None)
    if found is None or _ANY_YEAR.search(text[: found[1]]) or _ANY_YEAR.search(text[found[2] :]):
        return None
    return found


def _is_month_or_season(hint: re.Match[str]) -> bool:
    """ "2011-12" is December or a school year: no one can tell."""
    year, short = hint["year"], hint["short"]
    return bool(year and short) and int(short) <= 12 and int(short) == int(year) % 100 + 1


def _read(match: re.Match[str] | None) -> tuple[Period, int, int] | None:
    if match is None:
        return None
    groups = match.groupdict()
    period: Period | None
    if groups.get("second"):
        period = _season(int(groups["first"]), groups["second"])
    elif groups.get("figure"):
        period = YearPart("month", int(groups["figure"])).of_year(int(groups["year"]))
    elif groups.get("short"):
        period = YearPart("month", _MONTHS[groups["month"]]).of_year(2000 + int(groups["short"]))
    else:
        part, year = _year_part(match), int(groups["year"])
        period = part.of_year(year) if part else Period("year", year)
    return (period, match.start(), match.end()) if period else None


def _season(first: int, second: str) -> Period | None:
    """Two years that follow on each other; any others are a stretch of time, of which no figure is."""
    last = (
        int(second)
        if len(second) == 4
        else first - first % 100 + int(second) + (100 if second == "00" else 0)
    )
    return Period("season", first) if last == first + 1 else None


def _year_part(match: re.Match[str]) -> YearPart | None:
    groups = match.groupdict()
    if month := groups.get("month"):
        return YearPart("month", _MONTHS[month])
    units: tuple[PartUnit, ...] = ("quarter", "half")
    for unit in units:
        digit = groups.get(unit) or groups.get(f"{unit}_digit")
        place = int(digit) if digit else _ORDINALS.get(groups.get(f"{unit}_word") or "", 0)
        if 0 < place <= _STEPS[unit]:
            return YearPart(unit, place)
    return None
