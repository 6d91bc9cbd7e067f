"""Dates, numbers, sizes and portfolios as the reader sees them."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache, lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

from archive.model.blocks import Table
from archive.render.catalogue import LOCALES

_FIGURE = re.compile(r"[-+−–]?[€$]?\s?\d[\d.,\s]*(?:\s?[%€])?|[-–/]|n\.?v\.?t\.?", re.IGNORECASE)
_PLAIN_NUMBER = re.compile(r"-?[\d,]+(?:\.\d{1,3})?")
# As in site/table-values.js.
_BOUNDS = "<>≤≥±~"
_PARLIAMENTARY_YEAR = re.compile(r"\d\d(\d\d)-\d\d(\d\d)")
_LETTERS = re.compile(r"[^\W\d_]+")
# Words of a portfolio that open no competence ("Vlaams minister van Onderwijs, Justitie en Werk").
_LINKING_WORDS = frozenset(
    {"aan", "bij", "de", "den", "der", "en", "het", "in", "met", "op", "te", "tot", "van", "voor"}
)
_OFFICES = frozenset({"minister", "president", "viceminister"})
_SMALL_WORDS = _LINKING_WORDS | _OFFICES


@lru_cache(maxsize=4096)
def day_text(date: dt.date, language: str) -> str:
    """A date in words: "25 april 2024"; in French the first of a month is "1er"."""
    text = format_date(date, "d MMMM y", locale=LOCALES[language])
    return text.replace("1 ", "1er ", 1) if language == "fr" and date.day == 1 else text


@lru_cache(maxsize=1024)
def month_text(date: dt.date, language: str) -> str:
    """The month of a date: "april 2024"."""
    return format_date(date, "MMMM y", locale=LOCALES[language])


@lru_cache(maxsize=4096)
def number_text(number: float, language: str) -> str:
    """A number with the separators of the language: "2.133"; at most three decimals. There is no zero below zero."""
    # Babel takes ten times as long; it knows what to do with all others.
    text = f"{number or 0:,}" if type(number) in (int, float) else ""
    if not _PLAIN_NUMBER.fullmatch(text):
        return format_decimal(number, locale=LOCALES[language])
    return text.removesuffix(".0").translate(_separators(language))


@cache
def _separators(language: str) -> dict[int, str]:
    """What a language writes between thousands and before decimals, for what Python writes there."""
    locale = LOCALES[language]
    return {ord(","): get_group_symbol(locale), ord("."): get_decimal_symbol(locale)}


def rate_text(text: str, unit: str, language: str) -> str:
    """A number with "%" or "‰", which French sets apart: "5,4 %"."""
    return f"{text}\u202f{unit}" if language == "fr" else f"{text}{unit}"


def size_text(size: int, language: str) -> str:
    """A size in bytes, kB or MB (of a thousand and a million bytes); French calls a byte "octet"."""
    bytes_unit = "o" if language == "fr" else "B"
    for prefix, factor in (("M", 1_000_000), ("k", 1_000)):
        if size >= factor:
            return f"{number_text(round(size / factor, 1), language)} {prefix}{bytes_unit}"
    return f"{number_text(size, language)} {bytes_unit}"


def short_year(year: str, first_only: bool = False) -> str:
    """A parliamentary year below a bar: "2023-2024" is "23-24", and "23" where the bars are many."""
    match = _PARLIAMENTARY_YEAR.fullmatch(year)
    if not match:
        return year
    return match[1] if first_only else f"{match[1]}-{match[2]}"


@lru_cache(maxsize=16_384)
def is_figure(cell: str) -> bool:
    """True for a cell that is set to the right: a number, an amount, or a mark for none."""
    return bool(_FIGURE.fullmatch(cell.strip()))


def is_bounded_figure(cell: str) -> bool:
    """True for a figure that is told by a bound: "<5", "≥ 10". At the beginning of a row it may be a name: "<18"."""
    text = cell.strip()
    return text[:1] in _BOUNDS and is_figure(text[1:]) if text else False


def figure_columns(table: Table) -> frozenset[int]:
    """The columns, from 0, whose printed cells below the header are mostly figures."""
    columns = zip(*table.rows, strict=False)
    return frozenset(
        [
            place
            for place, cells in enumerate(columns)
            if sum(map(is_figure, cells)) * 2 > len(list(filter(str.strip, cells)))
        ]
    )


@lru_cache(maxsize=1024)
def portfolio_text(printed: str) -> str:
    """A portfolio that the document prints in capitals, as one writes it; any other as it is printed.

    "VLAAMS MINISTER VAN ONDERWIJS EN WERK" becomes "Vlaams minister van Onderwijs en Werk".
    """
    if not printed.isupper():
        return printed

    def written(match: re.Match[str]) -> str:
        word = match.group().lower()
        return word if word in _SMALL_WORDS and match.start() > 0 else word.capitalize()

    return _LETTERS.sub(written, printed)
