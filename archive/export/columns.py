"""The types that say what a table of an export holds."""

from __future__ import annotations

import math
from typing import Literal

import msgspec

ColumnType = Literal["text", "integer", "number", "date", "time", "boolean", "texts"]
Value = str | int | bool | tuple[str, ...] | None
"""A value of a row: text, number in figures ("2133.5"), date or time in ISO 8601, True, several texts, or unknown."""


class Column(msgspec.Struct, frozen=True):
    """A column. unit: what a number counts. always: whether every row has a value.

    values: all that can stand in it, where these are few.
    """

    name: str
    type: ColumnType
    meaning: str
    unit: str = ""
    always: bool = False
    values: tuple[str, ...] = ()


class ForeignKey(msgspec.Struct, frozen=True):
    """Columns whose values name a row of another table."""

    columns: tuple[str, ...]
    table: str
    targets: tuple[str, ...]


class TableForm(msgspec.Struct, frozen=True):
    """A table: one row for each what, by which columns a row is known, and what they refer to."""

    name: str
    title: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    foreign: tuple[ForeignKey, ...] = ()

    def column(self, name: str) -> Column:
        """The column of that name."""
        return next(column for column in self.columns if column.name == name)


def figure_of(value: Value) -> float | None:
    """The value of a column of numbers as programs count with it; None where it is greater than they can hold."""
    number = float(str(value)) if value is not None else None
    return number if number is not None and math.isfinite(number) else None
