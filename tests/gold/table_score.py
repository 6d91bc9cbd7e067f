"""Holds the tables of a record against the true ones, cell by cell."""

from __future__ import annotations

import difflib
from collections import Counter
from typing import TYPE_CHECKING

from tests.gold.cases import Case
from tests.gold.shapes import Shape, all_blocks, sides

if TYPE_CHECKING:
    from tests.gold.score import Score

Rows = list[list[str]]
_LIKE_ENOUGH = 0.15


def score_tables(score: Score, case: Case, record: Shape) -> None:
    """Marks "cells" (of every true table), "claimed cells" (of those that the record claims), "tables"."""
    true_tables, read_tables = _tables(case.truth), _tables(record)
    noted = any("tab" in note["code"] for note in record["notes"])
    left = list(range(len(read_tables)))
    for number, table in enumerate(true_tables, start=1):
        rows = _rows(table)
        size = sum(map(len, rows))
        best = _best(rows, [(place, _rows(read_tables[place])) for place in left])
        if best is None:
            score.mark("cells", 0, size)
            score.mark("tables", 0, 1)
            continue
        left.remove(best)
        read = _rows(read_tables[best])
        right, total = _equal_cells(table, read), max(size, sum(map(len, read)))
        score.mark("cells", right, total)
        score.mark("claimed cells", right, total)
        score.mark("tables", int(right == total), 1)
        _report(score, number, table, read, right, total)
        score.right["claimed wrong"] += int(right != total and not noted)
    for place in left:
        size = sum(map(len, _rows(read_tables[place])))
        score.mark("cells", 0, size)
        score.mark("claimed cells", 0, size)
        score.right["claimed wrong"] += int(not noted)
        score.differences.append(f"a table that is none: {_rows(read_tables[place])[:2]}")
    score.right["claimed"] += len(read_tables)
    score.total["claimed"] += len(true_tables)


def _tables(shape: Shape) -> list[Shape]:
    if "tables" in shape:
        return list(shape["tables"])
    found: list[Shape] = []
    for _, side in sides(shape):
        found += [block for block in all_blocks(side) if block["type"] == "table"]
    return found


def _rows(table: Shape) -> Rows:
    return [[" ".join(cell.split()) for cell in row] for row in [*table["header"], *table["rows"]]]


def _best(true: Rows, candidates: list[tuple[int, Rows]]) -> int | None:
    """The table that shares most cells, where one shares enough of them."""

    def likeness(rows: Rows) -> float:
        one, two = (Counter(cell for row in some for cell in row if cell) for some in (true, rows))
        return (one & two).total() / max(1, (one | two).total())

    scored = [(likeness(rows), -place) for place, rows in candidates]
    best = max(scored, default=(0.0, 0))
    return -best[1] if best[0] >= _LIKE_ENOUGH else None


def _equal_cells(table: Shape, read: Rows) -> int:
    true = _rows(table)
    covered = {tuple(place) for place in table.get("covered", [])}
    split = len(table["header"])
    return sum(
        _equal_in_row(
            true[here],
            read[there],
            {column for row, column in covered if row == here and here >= split},
        )
        for here, there in _pairs(true, read)
    )


def _pairs(true: Rows, read: Rows) -> list[tuple[int, int]]:
    """Rows that stand for each other: equal ones first, those between them in order."""
    matcher = difflib.SequenceMatcher(None, [*map(tuple, true)], [*map(tuple, read)], autojunk=False)
    found: list[tuple[int, int]] = []
    for _, a, b, c, d in matcher.get_opcodes():
        found += zip(range(a, b), range(c, d), strict=False)
    return found


def _equal_in_row(true: list[str], read: list[str], covered: set[int]) -> int:
    """A place that a merged label covers may hold the label again or nothing."""
    return sum(
        one == two or (column in covered and not two)
        for column, (one, two) in enumerate(zip(true, read, strict=False))
    )


def _report(score: Score, number: int, table: Shape, read: Rows, right: int, total: int) -> None:
    if right == total:
        return
    true = _rows(table)
    pair = next(((a, b) for a, b in _pairs(true, read) if true[a] != read[b]), None)
    shown = f"{read[pair[1]]} instead of {true[pair[0]]}" if pair else f"{len(read)} rows of {len(true)}"
    score.differences.append(f"table {number}: {right} of {total} cells; {shown}")
