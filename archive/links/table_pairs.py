"""Finds of each table of a later answer the table of an earlier one that tells the same: by caption, heads and rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from archive.model.tables import NumberedTable

# Tables that share less of their captions, heads and row labels are about other figures.
_ALIKE: Final = 0.4
_MOST_PAIRS: Final = 10_000
_ROWS_COMPARED: Final = 300
_DIGIT = re.compile(r"\d")

TablePair = tuple[NumberedTable | None, NumberedTable | None]
_Marks = tuple[frozenset[str], frozenset[str], frozenset[str]]
# What each counts for: the caption, the heads of the columns, the labels of the rows.
_WEIGHTS: Final = (1, 2, 3)


def pair_tables(earlier: Sequence[NumberedTable], later: Sequence[NumberedTable]) -> tuple[TablePair, ...]:
    """The tables in pairs (earlier, later), in the order of the later ones, then the earlier ones that are left.

    Every table stands in exactly one pair.
    """
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, other in sorted(_scored(earlier, later)):
        if one not in taken and other not in found:
            found[other] = one
            taken.add(one)
    return (
        *((earlier[found[place]] if place in found else None, table) for place, table in enumerate(later)),
        *((table, None) for place, table in enumerate(earlier) if place not in taken),
    )


def _scored(
    earlier: Sequence[NumberedTable], later: Sequence[NumberedTable]
) -> Iterable[tuple[tuple[float, bool, int], int, int]]:
    """Pairs of places that are alike, with a number that is smaller the more they are."""
    if len(earlier) * len(later) > _MOST_PAIRS:
        return
    marks = [_marks(table) for table in earlier], [_marks(table) for table in later]
    for one, table in enumerate(earlier):
        for other, newer in enumerate(later):
            likeness = _likeness(marks[0][one], marks[1][other])
            if table.side == newer.side and likeness >= _ALIKE:
                yield (-likeness, table.labels != newer.labels, abs(one - other)), one, other


def _marks(table: NumberedTable) -> _Marks:
    """The words by which a table is known, whatever the figures in them: a year makes no other table."""
    rows = (row[0] for row in table.rows[:_ROWS_COMPARED] if row)
    return _words((table.caption or "",)), _cells(cell for row in table.header for cell in row), _cells(rows)


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _DIGIT.sub("0", text.casefold()).split())


def _cells(cells: Iterable[str]) -> frozenset[str]:
    return frozenset(_DIGIT.sub("0", " ".join(cell.casefold().split())) for cell in cells if cell.strip())


def _likeness(one: _Marks, other: _Marks) -> float:
    """How much two tables share of what both could: 0 to 1. What neither has says nothing."""
    total = weights = 0.0
    for weight, mine, its in zip(_WEIGHTS, one, other, strict=True):
        if mine or its:
            weights += weight
            total += weight * 2 * len(mine & its) / (len(mine) + len(its))
    return total / weights if weights else 0.0
