"""What can be drawn of a table: its numbers as lines over time or as bars, apart for each unit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final, Literal, NamedTuple, TypeVar

import msgspec

from archive.links.table_axes import Label, TableAxes, axes_of
from archive.model.blocks import Table
from archive.text.periods import Period, parse_period, parse_year_part, period_text
from archive.text.units import unit_of

FigureKind = Literal["lines", "bars"]

MOST_SERIES: Final = 8
# Together all bars of a chart are at most so many; a few places always stay.
MOST_BARS: Final = 72
_FEWEST_PLACES: Final = 4
# A list so long is a file, of which no chart says anything.
_MOST_ROWS: Final = 5_000
_MOST_BELOW_TOTAL: Final = 2
# A gap in time of more steps than this is no gap in a course of time.
_LONGEST_GAP: Final = 12

_Values = dict[tuple[str, ...], dict[str, Decimal]]
_T = TypeVar("_T")


class FigureSeries(msgspec.Struct, frozen=True):
    """The values of one line, or of the bars of one kind, one for each category; None where there is no number."""

    name: str
    values: tuple[Decimal | None, ...]


class TableFigure(msgspec.Struct, frozen=True):
    """One drawing. unit: of all its values. left_out: how many series and categories there was no room for."""

    kind: FigureKind
    categories: tuple[str, ...]
    series: tuple[FigureSeries, ...]
    unit: str | None
    series_left_out: int = 0
    categories_left_out: int = 0


class TableFigures(msgspec.Struct, frozen=True):
    """The drawings of a table. without_totals: its totals are in none of them."""

    figures: tuple[TableFigure, ...]
    without_totals: bool


def figures_of(table: Table) -> TableFigures | None:
    """The drawings of a table, or None where a drawing of it would say nothing, or nothing sure.

    A number is not compared with one of another unit, nor with the total that it is a part of. What is no number
    ("n.b.", "<5") is a gap.
    """
    if len(table.rows) > _MOST_ROWS:
        return None
    axes = axes_of(table)
    if axes is None or (len(axes.columns) > 1 and not any(label.path for label in axes.columns)):
        return None
    rows, columns = _groups(_parts(axes.rows)), _parts(axes.columns)
    kept = frozenset(rows + columns)
    cells = tuple(_cells(axes))
    units = dict.fromkeys(cell.unit for cell in cells)
    figures = [figure for unit in units if (figure := _figure(_Grid(cells, rows, columns, unit), unit))]
    fewer = any(one.is_total and one not in kept for one in axes.rows + axes.columns)
    return TableFigures(tuple(figures), fewer) if figures else None


def _parts(labels: Sequence[Label]) -> tuple[Label, ...]:
    """The labels without those of totals, where there are any others.

    A row or two below the last total ("Contingent") are compared with it, and are no part of it either.
    """
    totals = [place for place, label in enumerate(labels) if label.is_total]
    parts = tuple(label for label in labels if not label.is_total)
    if totals and len(labels) - totals[-1] - 1 <= _MOST_BELOW_TOTAL:
        parts = tuple(label for label in labels[: totals[-1]] if not label.is_total) or parts
    return parts or tuple(labels)


def _groups(labels: Sequence[Label]) -> tuple[Label, ...]:
    """Where groups have numbers of their own, the groups without what they consist of."""
    paths = {label.path for label in labels}
    return tuple(
        label
        for label in labels
        if not any(label.path[:length] in paths for length in range(1, len(label.path)))
    )


class _Cell(NamedTuple):
    """A number of a table with its labels and its unit."""

    row: Label
    column: Label
    value: Decimal
    unit: str | None


def _cells(axes: TableAxes) -> Iterator[_Cell]:
    """Every number, row by row."""
    columns = [(column, column.name) for column in axes.columns]
    for row, numbers in zip(axes.rows, axes.numbers, strict=True):
        row_name = row.name
        for (column, column_name), number in zip(columns, numbers, strict=True):
            if number is not None:
                yield _Cell(row, column, number.value, unit_of(number, column_name, row_name))


class _Grid:
    """The numbers of one unit, by the labels of their rows and columns."""

    def __init__(
        self, cells: Iterable[_Cell], rows: Sequence[Label], columns: Sequence[Label], unit: str | None
    ) -> None:
        kept_rows, kept_columns = {one.place for one in rows}, {one.place for one in columns}
        self.cells = [
            (cell.row, cell.column, cell.value)
            for cell in cells
            if cell.unit == unit and cell.row.place in kept_rows and cell.column.place in kept_columns
        ]
        self.rows = {row.place: row for row, _, _ in self.cells}
        self.columns = {column.place: column for _, column, _ in self.cells}


def _figure(grid: _Grid, unit: str | None) -> TableFigure | None:
    if len(grid.cells) < 2:
        return None
    return (
        _over_time(grid, [row.path[-1:] for row in grid.rows.values()], _in_row, unit)
        or _over_time(grid, [_time_in(column.path) for column in grid.columns.values()], _in_column, unit)
        or _bars(grid, unit)
    )


def _in_row(row: Label, column: Label) -> tuple[tuple[str, ...], str]:
    return (*row.path[:-1], *column.path), row.path[-1]


def _in_column(row: Label, column: Label) -> tuple[tuple[str, ...], str]:
    (time,) = _time_in(column.path)
    return (*row.path, *(name for name in column.path if name != time)), time


def _time_in(path: tuple[str, ...]) -> tuple[str, ...]:
    """The one step of a path that is a span of time; () where none is, or two are."""
    times = tuple(name for name in path if parse_period(name) or parse_year_part(name))
    return times if len(times) == 1 else ()


def _over_time(
    grid: _Grid,
    times: Sequence[tuple[str, ...]],
    placed: Callable[[Label, Label], tuple[tuple[str, ...], str]],
    unit: str | None,
) -> TableFigure | None:
    """Lines over the times of rows or columns, or None where these are not all of one kind, or one comes twice."""
    if not all(times):
        return None
    course = _course(tuple(dict.fromkeys(time[0] for time in times)))
    if course is None:
        return None
    values: _Values = {}
    for row, column, value in grid.cells:
        name, time = placed(row, column)
        if time in values.setdefault(name, {}):
            return None
        values[name][time] = value
    chosen = _largest(values, MOST_SERIES)
    return TableFigure("lines", course, _series(values, chosen, course), unit, len(values) - len(chosen))


def _course(labels: Sequence[str]) -> tuple[str, ...] | None:
    """The labels in the order of time, a name for each step between two of them that has none of its own."""
    periods = {period: label for label in labels if (period := parse_period(label))}
    if len(labels) < 2:
        return None
    if not periods:
        parts = [(part.unit, part.place, label) for label in labels if (part := parse_year_part(label))]
        alike = len(parts) == len(labels) and len({part[:2] for part in parts}) == len(parts)
        return (
            tuple(label for _, _, label in sorted(parts))
            if alike and len({p[0] for p in parts}) == 1
            else None
        )
    if len(periods) < len(labels) or len({period.unit for period in periods}) > 1:
        return None
    ordered = sorted(periods)
    gaps = [after.step - before.step for before, after in pairwise(ordered)]
    if ordered[0].unit == "day" or max(gaps) > _LONGEST_GAP:
        return tuple(periods[period] for period in ordered)
    steps = (Period(ordered[0].unit, step) for step in range(ordered[0].step, ordered[-1].step + 1))
    return tuple(periods.get(step) or period_text(step) for step in steps)


def _bars(grid: _Grid, unit: str | None) -> TableFigure | None:
    """Bars for each row; for each column where the rows are few and the columns many."""
    rows = _unique_names(grid.rows.values())
    columns = _unique_names(grid.columns.values())
    turned = len(rows) == 1 or len(columns) > MOST_SERIES >= len(rows)
    values: _Values = {}
    for row, column, value in grid.cells:
        place, name = rows[row.place], columns[column.place]
        category, series = (name, place) if turned else (place, name)
        values.setdefault((series,), {})[category] = value
    categories = tuple((columns if turned else rows).values())
    if len(categories) < 2:
        return None
    chosen = _largest(values, MOST_SERIES)
    by_place = {
        (category,): {name[0]: values[name][category] for name in chosen if category in values[name]}
        for category in categories
    }
    room = max(_FEWEST_PLACES, MOST_BARS // len(chosen))
    shown = tuple(category for (category,) in _largest(by_place, room))
    return TableFigure(
        "bars",
        shown,
        _series(values, chosen, shown),
        unit,
        len(values) - len(chosen),
        len(categories) - len(shown),
    )


def _unique_names(labels: Iterable[Label]) -> dict[int, str]:
    """The name of each label by its place; a name that comes again gets a number."""
    names: dict[int, str] = {}
    seen: set[str] = set()
    for label in labels:
        name, again = label.name, 2
        while name in seen:
            name, again = f"{label.name} ({again})", again + 1
        seen.add(name)
        names[label.place] = name
    return names


def _largest(values: Mapping[_T, Mapping[str, Decimal]], limit: int) -> list[_T]:
    """At most `limit` names, those with the largest values, in the order in which they stand."""
    if len(values) <= limit:
        return list(values)
    sizes = {name: sum(map(abs, some.values()), Decimal(0)) for name, some in values.items()}
    best = set(sorted(values, key=lambda name: -sizes[name])[:limit])
    return [name for name in values if name in best]


def _series(
    values: _Values, names: Iterable[tuple[str, ...]], categories: Sequence[str]
) -> tuple[FigureSeries, ...]:
    return tuple(
        FigureSeries(" – ".join(name), tuple(values[name].get(category) for category in categories))
        for name in names
    )
