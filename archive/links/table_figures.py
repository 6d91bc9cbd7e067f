"""What can be drawn of a table: its numbers as lines over time or as bars, apart for each unit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final, Literal, NamedTuple, TypeVar

import msgspec

from archive.links.table_axes import Label, TableAxes, axes_of
from archive.model.blocks import Table
from archive.text.periods import Period, parse_period, parse_year_part, period_text
from archive.text.units import unit_in, unit_named

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

# A number of a table with the labels of its row and its column before it, and its unit behind it.
_Cell = tuple[Label, Label, Decimal, str | None]
_Values = dict[tuple[str, ...], dict[str, Decimal]]
_T = TypeVar("_T")
_NOTHING: Final = Decimal(0)


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
    cells = _cells(axes)
    units = dict.fromkeys([unit for _, _, _, unit in cells])
    figures = [figure for unit in units if (figure := _figure(_grid(cells, rows, columns, unit), unit))]
    return TableFigures(tuple(figures), _leaves_out_totals(axes, rows + columns)) if figures else None


def _leaves_out_totals(axes: TableAxes, kept: Sequence[Label]) -> bool:
    labels = axes.rows + axes.columns
    if len(kept) == len(labels):
        return False
    drawn = frozenset(kept)
    return any(label.is_total for label in labels if label not in drawn)


def _parts(labels: Sequence[Label]) -> tuple[Label, ...]:
    """The labels without those of totals, where there are any others.

    A row or two below the last total ("Contingent") are compared with it, and are no part of it either.
    """
    totals = [label.is_total for label in labels]
    if True not in totals:
        return tuple(labels)
    parts = tuple([label for label, is_total in zip(labels, totals, strict=True) if not is_total])
    below = totals[::-1].index(True)
    if below <= _MOST_BELOW_TOTAL:
        # None of those below is a total, so that they are the last parts.
        parts = parts[: len(parts) - below] or parts
    return parts or tuple(labels)


def _groups(labels: Sequence[Label]) -> tuple[Label, ...]:
    """Where groups have numbers of their own, the groups without what they consist of."""
    if max([len(label.path) for label in labels], default=0) < 2:
        return tuple(labels)
    paths = {label.path for label in labels}
    return tuple(
        label
        for label in labels
        if not any(label.path[:length] in paths for length in range(1, len(label.path)))
    )


def _cells(axes: TableAxes) -> list[_Cell]:
    """Every number, row by row."""
    columns = [(column, unit_in(column.name)) for column in axes.columns]
    found: list[_Cell] = []
    for row, numbers in zip(axes.rows, axes.numbers, strict=True):
        row_unit = unit_in(row.name)
        found += [
            (
                row,
                column,
                number.value,
                unit_named(number, column_unit or row_unit) if number.unit else column_unit or row_unit,
            )
            for (column, column_unit), number in zip(columns, numbers, strict=True)
            if number is not None
        ]
    return found


class _Grid(NamedTuple):
    """The numbers of one unit, and the labels of their rows and columns by their places."""

    cells: list[tuple[Label, Label, Decimal]]
    rows: dict[int, Label]
    columns: dict[int, Label]


def _grid(cells: Iterable[_Cell], rows: Sequence[Label], columns: Sequence[Label], unit: str | None) -> _Grid:
    kept_rows, kept_columns = {one.place for one in rows}, {one.place for one in columns}
    found = [
        (row, column, value)
        for row, column, value, own_unit in cells
        if own_unit == unit and row.place in kept_rows and column.place in kept_columns
    ]
    return _Grid(
        found,
        {row.place: row for row, _, _ in found},
        {column.place: column for _, column, _ in found},
    )


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
    if not all(times) or not (parse_period(times[0][0]) or parse_year_part(times[0][0])):
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
    shown = categories
    room = max(_FEWEST_PLACES, MOST_BARS // len(chosen))
    if len(categories) > room:
        by_place: dict[str, dict[tuple[str, ...], Decimal]] = {category: {} for category in categories}
        for line in chosen:
            for category, value in values[line].items():
                by_place[category][line] = value
        shown = tuple(_largest(by_place, room))
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


def _largest(values: Mapping[_T, Mapping[Any, Decimal]], limit: int) -> list[_T]:
    """At most `limit` names, those with the largest values, in the order in which they stand."""
    if len(values) <= limit:
        return list(values)
    sizes = {name: sum(map(abs, some.values()), _NOTHING) for name, some in values.items()}
    best = set(sorted(values, key=lambda name: -sizes[name])[:limit])
    return [name for name in values if name in best]


def _series(
    values: _Values, names: Iterable[tuple[str, ...]], categories: Sequence[str]
) -> tuple[FigureSeries, ...]:
    return tuple([FigureSeries(" – ".join(name), tuple(map(values[name].get, categories))) for name in names])
