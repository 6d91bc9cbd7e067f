"""The figures that one answer reports: each number of its tables with what it is a number of, and of when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

import msgspec

from archive.links.table_facts import TableFacts
from archive.text.normal_forms import normal_form
from archive.text.numbers import parse_number
from archive.text.periods import Period, parse_period, parse_year_part, split_period
from archive.text.units import unit_of

_DASHES = re.compile(r"\s*[-‐‑‒–—−/]\s*")
_NUMBER_SIGN = re.compile(r"#\s*")
_TABLE_NUMBER = re.compile(r"^(?:tabel|tab\.|table|grafiek|bijlage)\s*[\da-z]{0,3}\s*[.:)-]*\s*(?=\S)")
_WORD = re.compile(r"[^\W\d_]{2,}|%|‰|€")
# Words that do not say what is counted.
_GENERIC: Final = frozenset(
    {
        *(
            "aantal",
            "aantallen",
            "totaal",
            "totalen",
            "bedrag",
            "bedragen",
            "cijfers",
            "cijfer",
            "waarde",
            "waarden",
        ),
        *(
            "jaar",
            "jaartal",
            "maand",
            "kwartaal",
            "semester",
            "periode",
            "datum",
            "provincie",
            "provincies",
            "regio",
        ),
        *(
            "gemeente",
            "gemeenten",
            "stad",
            "arrondissement",
            "gewest",
            "leeftijd",
            "leeftijdscategorie",
            "geslacht",
        ),
        *(
            "categorie",
            "type",
            "soort",
            "naam",
            "omschrijving",
            "percentage",
            "procent",
            "aandeel",
            "euro",
            "eur",
            "€",
        ),
        *(
            "%",
            "‰",
            "in",
            "per",
            "van",
            "de",
            "het",
            "en",
            "op",
            "tot",
            "met",
            "voor",
            "miljoen",
            "duizend",
            "eind",
        ),
    }
)
# Heads of columns that tell of when: "Jaar" and "Periode" over the same years are one.
_TIME_HEADS: Final = frozenset({"jaar", "jaartal", "maand", "kwartaal", "semester", "periode", "datum"})
_MEASURING = re.compile(r"(?:aantal|bedrag|percentage|aandeel|gemiddelde?|totaal|#|%)\s*\S")


class Measure(msgspec.Struct, frozen=True, order=True):
    """What a number is a number of, folded: two answers that agree in all of it report the same figure.

    table: the caption of the table, else the head of its names. context: all heads of a table without a caption whose
    column alone ("Totaal") does not tell what is counted; and the title of the question where they do not either.
    row and column: without the span of time that they name. of: unit of time, or "asked" where the table names none
    and the number is of the day of the question.
    """

    table: str
    context: str
    column: tuple[str, ...]
    row: tuple[str, ...]
    unit: str
    of: str


class Reported(msgspec.Struct, frozen=True):
    """One number of an answer. step: of its span of time, 0 where none is told; text: as printed.

    table: its number; place: of its row and column, from 0. names: of its table, column and row, as printed, without
    the span of time.
    """

    measure: Measure
    step: int
    value: Decimal
    text: str
    table: int
    place: tuple[int, int]
    names: tuple[str, str, str]


class _Name(msgspec.Struct, frozen=True):
    """A path of labels, and the same without the span of time in it, as printed and folded.

    year_part: the label of a month or quarter without a year, which is left out, too.
    """

    path: tuple[str, ...]
    shown: tuple[str, ...]
    folded: tuple[str, ...]
    period: Period | None = None
    year_part: str = ""

    def whole(self) -> _Name:
        """The same name, with its span of time as one of its words."""
        return _Name(self.path, self.path, tuple(map(folded, self.path)))


def reported_by(tables: Sequence[TableFacts], title: str) -> tuple[Reported, ...]:
    """The figures of one answer that tell apart what they count; one that stands in it twice with two values is none.

    title: the slug of the title of the question.
    """
    found: dict[tuple[Measure, int], Reported | None] = {}
    for table in tables:
        for one in _in_table(table, title):
            key = (one.measure, one.step)
            before = found.setdefault(key, one)
            if before is not one and (before is None or before.value != one.value):
                found[key] = None
    twofold = {key[0] for key, one in found.items() if one is None}
    return tuple(one for one in found.values() if one is not None and one.measure not in twofold)


def _in_table(table: TableFacts, title: str) -> Iterator[Reported]:
    heading = _Heading(table, title)
    columns = [_name(path) for _, path in table.columns]
    for (row_place, row_path), cells in zip(table.rows, table.cells, strict=True):
        for (column_place, column_path), column, cell in zip(table.columns, columns, cells, strict=True):
            number = parse_number(cell) if cell else None
            if number is None:
                continue
            row_name, column_name, period = _when(_name(row_path), column, heading.period)
            measure = Measure(
                table=heading.table,
                context=heading.context(row_name, column_name),
                column=column_name.folded,
                row=row_name.folded,
                unit=unit_of(number, *column_path, *row_path, table.caption) or "",
                of=period.unit if period else "asked",
            )
            yield Reported(
                measure,
                period.step if period else 0,
                number.value,
                cell,
                table.number,
                (row_place, column_place),
                (
                    heading.shown if heading.told or row_name.shown else "",
                    " – ".join(column_name.shown),
                    " – ".join(row_name.shown),
                ),
            )


class _Heading:
    """What stands above a table, and how much of it tells what is counted."""

    def __init__(self, facts: TableFacts, title: str) -> None:
        caption = split_period(facts.caption)
        heads = tuple(split_period(head).rest for head in facts.heads)
        self.period = caption.period
        self.told = _TABLE_NUMBER.sub("", folded(caption.rest)) if facts.caption else ""
        self._heads = "|".join(head for head in map(folded, heads) if head not in _TIME_HEADS)
        self.table = self.told or self._heads
        self.shown = caption.rest if self.told else " – ".join(filter(None, heads))
        names = (_name(path).folded for _, path in facts.columns)
        self._all = "|".join((self._heads, *sorted({"/".join(name) for name in names})))
        self._title = "" if _tells(self._all) else title

    def context(self, row: _Name, column: _Name) -> str:
        """What must agree besides the names of row and column for two numbers to be of the same."""
        measured = any(map(_MEASURING.match, row.folded)) and _tells(" ".join(row.folded))
        if self.told or measured or _tells(" ".join((self._heads, *column.folded))):
            return ""
        return f"{self._all}|{self._title}"


def _when(row: _Name, column: _Name, caption: Period | None) -> tuple[_Name, _Name, Period | None]:
    """The names of a row and column without the span of time that the number is of, and that span.

    A month below a year is that month of that year. Where both are whole spans, one of them names a group that is
    followed in time, and only the column tells of when the number is.
    """
    if row.period and column.period:
        return row.whole(), column, column.period
    period = row.period or column.period or caption
    parted = row if row.year_part else column
    part = parse_year_part(parted.year_part) if parted.year_part else None
    if part is None:
        return row, column, period
    if period and period.unit == "year":
        return row, column, part.of_year(period.step)
    return (row.whole(), column, period) if parted is row else (row, column.whole(), period)


@lru_cache(maxsize=4096)
def _name(path: tuple[str, ...]) -> _Name:
    """A path without its one span of time: a label of its own, or words within a label."""
    for is_time in (parse_period, parse_year_part):
        times = [label for label in path if is_time(label)]
        if len(times) == 1:
            rest = tuple(label for label in path if label != times[0])
            period = parse_period(times[0])
            return _Name(path, rest, tuple(map(folded, rest)), period, "" if period else times[0])
    splits = [split_period(label) for label in path]
    periods = {split.period for split in splits if split.period}
    if len(periods) == 1:
        rest = tuple(split.rest for split in splits)
        return _Name(path, rest, tuple(map(folded, rest)), periods.pop())
    return _Name(path, path, tuple(map(folded, path)))


@lru_cache(maxsize=4096)
def _tells(names: str) -> bool:
    """Whether folded names hold a word that says what is counted."""
    return not _GENERIC.issuperset(_WORD.findall(names))


@lru_cache(maxsize=16384)
def folded(label: str) -> str:
    """A label for comparing: case, kinds of dashes, blanks and marks at its end make no difference, all else does."""
    text = normal_form("NFKC", label).casefold()
    text = _NUMBER_SIGN.sub("aantal ", _DASHES.sub("-", text))
    return " ".join(text.split()).strip(" .:;*")
