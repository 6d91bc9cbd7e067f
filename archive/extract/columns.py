"""Columns of a table without vertical rules, found from where its runs of text stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations, pairwise

import msgspec

from archive.extract.geometry import Box
from archive.extract.runs import PrintedLine, Run
from archive.text.numbers import is_figure

# In points.
TOUCH = 0.5
ALIGNED = 1.5
# Beyond this number a misplaced figure is left where it stands: the choices grow too many to weigh.
MOST_COLUMNS = 14

Column = tuple[float, float]


def find_columns(lines: Sequence[PrintedLine]) -> list[Column]:
    """The columns (left, right) of lines that form a table, from left to right.

    Where lines are complete, their first runs make the first column, and so on, however header and figures
    are aligned. Where that gives columns over each other, runs over each other make a column.
    """
    most = _usual_most(lines)
    full = [line for line in lines if len(line.runs) == most]
    columns = [
        (min(line.runs[index].box.x0 for line in full), max(line.runs[index].box.x1 for line in full))
        for index in range(most)
    ]
    if all(left[1] <= right[0] + TOUCH for left, right in pairwise(columns)):
        return _widen(columns, lines, most)
    return _columns_by_overlap(lines, most)


def _usual_most(lines: Sequence[PrintedLine]) -> int:
    """The number of runs of the fullest lines, without a single line whose text happens to have a wide gap."""
    counts = Counter(len(line.runs) for line in lines)
    most = max(counts, default=0)
    if counts[most] == 1 and len(lines[0].runs) < most and counts[most - 1] > 3:
        return most - 1
    return most


def _columns_by_overlap(lines: Sequence[PrintedLine], most: int) -> list[Column]:
    """Columns from runs over each other; a run over several columns (a spanning header) makes none.

    A header that stands left of its right-aligned figures seems a column of its own: such pairs never share
    a line and are folded.
    """
    full = [run for line in lines if len(line.runs) == most for run in line.runs]
    others = [run for line in lines if len(line.runs) != most for run in line.runs]
    columns: list[Column] = []
    for run in (*sorted(full, key=_width), *sorted(others, key=_width, reverse=True)):
        touched = [column for column in columns if _touches(column, run.box)]
        if len(touched) > 1:
            continue
        if touched:
            columns.remove(touched[0])
            columns.append((min(touched[0][0], run.box.x0), max(touched[0][1], run.box.x1)))
        else:
            columns.append((run.box.x0, run.box.x1))
    return _fold(sorted(_merge_overlaps(columns)), lines, most)


def _widen(columns: list[Column], lines: Sequence[PrintedLine], most: int) -> list[Column]:
    """The columns, with the runs of incomplete lines added to where they belong.

    Figures are aligned right and headers left, so a figure may stand nearer to the next column's header than
    to its own. Runs with an edge in common belong to one column. Where such a unit stands in no column, it
    takes the place, in order, that makes the shifts of all units most equal.
    """
    for is_wanted in (is_figure, _is_word):
        units = _fewest_units(columns, [line for line in lines if len(line.runs) != most], is_wanted)
        for unit, index in zip(units, _places(columns, units), strict=False):
            widened = (min(unit.left, columns[index][0]), max(unit.right, columns[index][1]))
            others = (*columns[:index], *columns[index + 1 :])
            if not any(widened[0] < right and left < widened[1] for left, right in others):
                columns[index] = widened
    return columns


def _is_word(text: str) -> bool:
    return not is_figure(text)


def _fewest_units(
    columns: Sequence[Column], lines: Sequence[PrintedLine], is_wanted: Callable[[str], bool]
) -> list[_Unit]:
    """The units of the lines; where they are more than the columns, without the emptiest lines.

    The emptiest lines are those of spanning headers, whose cells stand in no column of their own.
    """
    for fewest in sorted({len(line.runs) for line in lines}):
        runs = [run for line in lines if len(line.runs) >= fewest for run in line.runs]
        units = _aligned_units(
            [run for run in runs if is_wanted(run.text) and len(_touched(columns, run)) < 2]
        )
        if len(units) <= len(columns):
            return units
    return []


class _Unit(msgspec.Struct):
    """Runs that have their left or their right edge in common."""

    left: float
    right: float
    runs: list[Run]


def _aligned_units(runs: Sequence[Run]) -> list[_Unit]:
    units: list[_Unit] = []
    for run in sorted(runs, key=lambda run: run.box.x0):
        for unit in units:
            if any(
                abs(other.box.x0 - run.box.x0) < ALIGNED or abs(other.box.x1 - run.box.x1) < ALIGNED
                for other in unit.runs
            ):
                unit.left, unit.right = min(unit.left, run.box.x0), max(unit.right, run.box.x1)
                unit.runs.append(run)
                break
        else:
            units.append(_Unit(run.box.x0, run.box.x1, [run]))
    return units


def _places(columns: Sequence[Column], units: Sequence[_Unit]) -> Sequence[int]:
    """The columns of the units, both from left to right; empty where there is no choice or too many."""
    fixed = [_fixed_place(columns, unit) for unit in units]
    if None not in fixed or len(units) > len(columns) or len(columns) > MOST_COLUMNS:
        return ()
    choices = [
        chosen
        for chosen in combinations(range(len(columns)), len(units))
        if all(place in (None, index) for place, index in zip(fixed, chosen, strict=True))
    ]
    if not choices:
        return ()
    free = [index for index, place in enumerate(fixed) if place is None]
    return min(
        choices,
        key=lambda chosen: _unevenness(
            [units[index] for index in free], [columns[chosen[index]] for index in free]
        ),
    )


def _fixed_place(columns: Sequence[Column], unit: _Unit) -> int | None:
    places = {index for run in unit.runs for index in _touched(columns, run)}
    return places.pop() if len(places) == 1 else None


def _touched(columns: Sequence[Column], run: Run) -> list[int]:
    return [index for index, column in enumerate(columns) if _touches(column, run.box)]


def _unevenness(units: Sequence[_Unit], columns: Sequence[Column]) -> tuple[float, float]:
    pairs = list(zip(units, columns, strict=True))
    spreads = []
    for shifts in (
        [unit.left - column[1] for unit, column in pairs],
        [unit.right - column[0] for unit, column in pairs],
    ):
        spreads.append(max(shifts) - min(shifts))
    apart = sum(max(column[0] - unit.right, unit.left - column[1], 0.0) for unit, column in pairs)
    return round(min(spreads)), apart


def covered_columns(columns: Sequence[Column], box: Box) -> range:
    """The columns that a run stands in: more than one for a spanning header, never none."""
    touched = [index for index, column in enumerate(columns) if _touches(column, box)]
    if touched:
        return range(touched[0], touched[-1] + 1)
    nearest = min(range(len(columns)), key=lambda index: _distance(columns[index], box))
    return range(nearest, nearest + 1)


def _distance(column: Column, box: Box) -> float:
    return max(column[0] - box.x1, box.x0 - column[1])


def _width(run: Run) -> float:
    return run.box.x1 - run.box.x0


def _touches(column: Column, box: Box) -> bool:
    return box.x0 < column[1] - TOUCH and column[0] + TOUCH < box.x1


def _merge_overlaps(columns: list[Column]) -> list[Column]:
    merged: list[Column] = []
    for column in sorted(columns):
        if merged and column[0] < merged[-1][1] - TOUCH:
            merged[-1] = (merged[-1][0], max(merged[-1][1], column[1]))
        else:
            merged.append(column)
    return merged


def _fold(columns: list[Column], lines: Sequence[PrintedLine], most: int) -> list[Column]:
    while len(columns) > most:
        filled = [_filled(columns, line) for line in lines]
        apart = [
            (columns[index + 1][0] - columns[index][1], index)
            for index in range(len(columns) - 1)
            if not any({index, index + 1} <= line for line in filled)
        ]
        if not apart:
            break
        _, index = min(apart)
        columns[index : index + 2] = [(columns[index][0], columns[index + 1][1])]
    return columns


def _filled(columns: Sequence[Column], line: PrintedLine) -> set[int]:
    ranges = (covered_columns(columns, run.box) for run in line.runs)
    return {covered[0] for covered in ranges if len(covered) == 1}
