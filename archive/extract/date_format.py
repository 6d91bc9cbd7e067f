"""Shows the days and times of a spreadsheet as Excel shows them to its Dutch reader."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

import msgspec
from babel import Locale

_TOKEN = re.compile(
    r'"(?P<text>[^"]*)"|\\(?P<one>.)|_.|\*.|\[(?P<elapsed>h+|m+|s+)\]|\[(?P<system>\$-[xf][48]00)\]|\[[^\]]*\]'
    r"|(?P<half>AM/PM|A/P)|(?P<fraction>\.0+)|(?P<date>y+|m+|d+|h+|s+)|(?P<general>General)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_LONG_DATE = "dddd d mmmm yyyy"
_SYSTEM = {"800": _LONG_DATE, "400": "h:mm:ss"}
# Excel believes that 1900 was a leap year, as Lotus 1-2-3 did.
_EPOCH = dt.datetime(1899, 12, 30)
_EARLY_EPOCH = dt.datetime(1899, 12, 31)
_EPOCH_1904 = dt.datetime(1904, 1, 1)
_FALSE_DAY = 60
_LAST_DAY = 2_958_465
_DAY_SECONDS = 86_400


@lru_cache(maxsize=1024)
def _tokens(code: str) -> tuple[re.Match[str], ...]:
    return tuple(_TOKEN.finditer(code))


@lru_cache(maxsize=1024)
def shows_date(code: str) -> bool:
    """Whether a format shows numbers as days or times."""
    tokens = _tokens(code)
    return any(token["date"] or token["elapsed"] for token in tokens) and not any(
        token["other"] in {"0", "#", "?"} for token in tokens
    )


def show_date(value: Decimal, code: str, from_1904: bool) -> str | None:
    """A count of days as the format shows it; None where no day has that count."""
    if not 0 <= value <= _LAST_DAY:
        return None
    system = next((token["system"] for token in _tokens(code) if token["system"]), None)
    code = _SYSTEM[system[-3:]] if system else code
    tokens = _tokens(code)
    fraction = next((len(token["fraction"]) - 1 for token in tokens if token["fraction"]), 0)
    seconds = round(value * _DAY_SECONDS, fraction)
    shown = _Shown(
        _moment(int(value), seconds, from_1904),
        seconds,
        any(token["half"] for token in tokens),
        fraction,
    )
    return "".join(_printed(tokens, index, shown) for index in range(len(tokens))).strip()


class _Shown(msgspec.Struct, frozen=True):
    """A moment, and its seconds since the first day. halved: hours count to twelve; fraction: digits of a second."""

    moment: dt.datetime
    seconds: Decimal
    halved: bool
    fraction: int


def _moment(days: int, seconds: Decimal, from_1904: bool) -> dt.datetime:
    epoch = _EPOCH_1904 if from_1904 else _EARLY_EPOCH if days < _FALSE_DAY else _EPOCH
    return epoch + dt.timedelta(seconds=int(seconds))


def _printed(tokens: Sequence[re.Match[str]], index: int, shown: _Shown) -> str:
    token = tokens[index]
    if token["date"]:
        return _part(token["date"].casefold(), _is_minute(tokens, index), shown)
    if token["elapsed"]:
        letters = token["elapsed"].casefold()
        unit = {"h": 3600, "m": 60, "s": 1}[letters[0]]
        return str(int(shown.seconds) // unit).rjust(len(letters), "0")
    if token["fraction"]:
        return f"{shown.seconds % 1:.{shown.fraction}f}"[1:].replace(".", ",")
    if token["half"]:
        return "AM" if shown.moment.hour < 12 else "PM"
    return token["text"] or token["one"] or token["other"] or ""


def _is_minute(tokens: Sequence[re.Match[str]], index: int) -> bool:
    """Whether an "m" means minutes: it stands after hours or before seconds."""
    before = next((one for one in reversed(tokens[:index]) if one["date"] or one["elapsed"]), None)
    after = next((one for one in tokens[index + 1 :] if one["date"]), None)
    hours = ((before["date"] or before["elapsed"])[0] if before else "").casefold() == "h"
    return hours or (after["date"][0] if after else "").casefold() == "s"


def _part(letters: str, minute: bool, shown: _Shown) -> str:
    moment, length = shown.moment, len(letters)
    match letters[0]:
        case "y":
            return f"{moment.year % 100:02d}" if length <= 2 else f"{moment.year:04d}"
        case "d" if length > 2:
            return _day_names(length > 3)[moment.weekday()]
        case "m" if length > 2 and not minute:
            name = _month_names(length != 3)[moment.month]
            return name[0] if length == 5 else name
        case "h" if shown.halved:
            number = moment.hour % 12 or 12
        case letter:
            number = {"d": moment.day, "h": moment.hour, "s": moment.second}.get(
                letter, moment.minute if minute else moment.month
            )
    return str(number).rjust(min(length, 2), "0")


@lru_cache
def _month_names(wide: bool) -> dict[int, str]:
    names = Locale("nl").months["format"]["wide" if wide else "abbreviated"]
    return {number: str(names[number]).rstrip(".") for number in range(1, 13)}


@lru_cache
def _day_names(wide: bool) -> dict[int, str]:
    names = Locale("nl").days["format"]["wide" if wide else "abbreviated"]
    return {number: str(names[number]).rstrip(".") for number in range(7)}
