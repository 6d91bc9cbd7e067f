"""Which columns of a table name its rows, which hold numbers, and what every row and column is called.

Both the charts of tables and the series through several answers read tables in this one way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import TypeVar

import msgspec

from archive.model.blocks import Table
from archive.text.numbers import Number, is_figure, parse_number
from archive.text.periods import parse_period
from archive.text.totals import names_total

# Heads of columns whose numbers count nothing, but name a row; the first ones only say which row it is.
_ORDINAL_HEADS = frozenset({"#", "id", "nr", "nr.", "nummer", "rang", "volgnummer"})
_NAMING_HEADS = _ORDINAL_HEADS | {
    *("code", "dossier", "dossiernummer", "jaar", "kbo-nummer", "leeftijd", "maand", "nis-code", "niscode"),
    *("ondernemingsnummer", "postcode", "postnummer", "week"),
}
# What stands in the place of a number that is not known, not given or not counted.
_MISSING = frozenset(
    {
        *("-", "--", "–", "—", "/", "?", "*", "x", ".", "..", "...", "n/a", "na", "n.a.", "#n/b", "#n/a"),
        *("n.b.", "nb", "n.v.t.", "nvt", "n.g.", "ng", "nihil", "onbekend", "geen"),
    }
)

_T = TypeVar("_T")

# So many digits count nothing: they are the number of an account or a file.
_TOO_LARGE = 10**15


class Label(msgspec.Struct, frozen=True):
    """What a row or column is called. place: from 0, in the table. path: from the widest group to the narrowest."""

    place: int
    path: tuple[str, ...]

    @property
    def name(self) -> str:
        return self.path[0] if len(self.path) == 1 else " – ".join(self.path)

    @property
    def is_total(self) -> bool:
        return any(map(names_total, self.path))


class TableAxes(msgspec.Struct, frozen=True):
    """The numbers of a table: numbers[row][column] for the labels in `rows` and `columns`, None where there is none.

    heads: what the header says above the columns that name the rows.
    """

    heads: tuple[str, ...]
    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    numbers: tuple[tuple[Number | None, ...], ...]


def axes_of(table: Table) -> TableAxes | None:
    """The numbers of a table with their names, or None where it has none, or nothing says what they are."""
    if not table.rows or len({len(row) for row in (*table.header, *table.rows)}) != 1:
        return None
    names = [_column_path(table, place) for place in range(len(table.rows[0]))]
    numbers = [tuple(map(_number, row)) for row in table.rows]
    columns = zip(names, zip(*table.rows, strict=True), zip(*numbers, strict=True), strict=True)
    counting = [
        place for place, (path, cells, found) in enumerate(columns) if _counts(path, cells, found, place)
    ]
    naming = _naming(names[: counting[0]]) if counting else []
    if not counting or not (naming or (len(table.rows) == 1 and table.header)):
        return None
    counted = _columns(counting)
    told = list(map(counted, numbers))
    labels = _row_labels(table, naming, list(map(counted, table.rows)), told)
    return TableAxes(
        heads=tuple(" ".join(names[place]) for place in naming),
        rows=labels,
        columns=tuple(Label(place, names[place]) for place in counting),
        numbers=tuple([told[label.place] for label in labels]),
    )


def _columns(places: Sequence[int]) -> Callable[[tuple[_T, ...]], tuple[_T, ...]]:
    """What takes the cells at some places, from the least to the greatest, out of a row."""
    first, last = places[0], places[-1]
    return itemgetter(slice(first, last + 1)) if last - first < len(places) else itemgetter(*places)


def _naming(names: Sequence[tuple[str, ...]]) -> list[int]:
    """Of the columns before the first number those that name the row; its order in the list is no name."""
    telling = [
        place for place, path in enumerate(names) if not (path and path[-1].casefold() in _ORDINAL_HEADS)
    ]
    return telling or list(range(len(names)))


# Every cell of a table is asked for, and the same figures stand in many.
@lru_cache(maxsize=16_384)
def _number(cell: str) -> Number | None:
    number = parse_number(cell)
    return number if number is not None and abs(number.value) < _TOO_LARGE else None


def _column_path(table: Table, place: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row[place].strip() for row in table.header if row[place].strip()))


def _counts(names: Sequence[str], cells: Sequence[str], numbers: Sequence[Number | None], place: int) -> bool:
    """Whether most of what is told in a column are numbers that count something."""
    if names and names[-1].casefold() in _NAMING_HEADS:
        return False
    found = len(numbers) - numbers.count(None)
    if not found:
        return False
    if found < len(numbers):
        pairs = zip(numbers, cells, strict=True)
        if found <= sum([number is None and not _is_missing(cell) for number, cell in pairs]):
            return False
    # Years and the like in the first column name the rows.
    return place > 0 or not all(parse_period(cell) or names_total(cell) for cell in cells if cell.strip())


def _row_labels(
    table: Table,
    naming: Sequence[int],
    cells: Sequence[Sequence[str]],
    numbers: Sequence[tuple[Number | None, ...]],
) -> tuple[Label, ...]:
    """The rows that have a name and a number. cells and numbers: of the columns that count."""
    if not naming:
        return (Label(0, ()),)
    paths = _filled_paths(table, naming) if len(naming) > 1 else _grouped_paths(table, naming[0], cells)
    return tuple(
        [
            Label(place, path)
            for place, (path, row) in enumerate(zip(paths, numbers, strict=True))
            if path and row.count(None) < len(row)
        ]
    )


def _filled_paths(table: Table, naming: Sequence[int]) -> list[tuple[str, ...]]:
    """Where several columns name a row, what stands in the first row of a group alone holds for all of it."""
    above = [""] * len(naming)
    paths: list[tuple[str, ...]] = []
    for row in table.rows:
        cells = [row[place].strip() for place in naming]
        own = next((index for index, cell in enumerate(cells) if cell), len(cells))
        above = [*above[:own], *cells[own:]]
        paths.append(tuple(filter(None, above)) if own < len(cells) else ())
    return paths


def _grouped_paths(table: Table, naming: int, counted: Iterable[Sequence[str]]) -> list[tuple[str, ...]]:
    """Where one column names a row, some rows may head those below them.

    A table of provinces with ages in each repeats "18-19": the rows that stand once head the groups.
    """
    cells = [row[naming].strip() for row in table.rows]
    empty = [not "".join(row).strip() for row in counted]
    heads = _heads_without_numbers(cells, empty) or _heads_among_recurring(cells)
    # One total alone is that of the whole table, not of its last group.
    totals = list(map(names_total, cells))
    if not heads:
        return [(cell,) if cell else () for cell in cells]
    whole = sum(totals) == 1
    group: tuple[str, ...] = ()
    paths: list[tuple[str, ...]] = []
    for place, cell in enumerate(cells):
        if place in heads or (whole and totals[place]):
            group = ()
        paths.append((*group, cell) if cell else ())
        if place in heads:
            group = (cell,)
    return paths


def _heads_without_numbers(cells: Sequence[str], empty: Sequence[bool]) -> frozenset[int]:
    """Rows without a number, where they divide the whole table; one alone may lack its numbers by chance."""
    heads = [place for place, cell in enumerate(cells) if cell and empty[place]]
    divide = len(heads) > 1 and heads[0] == 0 and heads[-1] < len(cells) - 1
    return frozenset(heads) if divide and all(two - one > 1 for one, two in pairwise(heads)) else frozenset()


def _heads_among_recurring(cells: Sequence[str]) -> frozenset[int]:
    counts = Counter(cells)
    recurring = {cell for cell in cells if cell and counts[cell] > 1 and not names_total(cell)}
    if sum(cell in recurring for cell in cells) * 2 <= len(cells):
        return frozenset()
    if all(cell[0].isdigit() for cell in recurring):
        # "15-17" in one province only is no group either.
        recurring |= {cell for cell in cells if cell[:1].isdigit()}
    heads = frozenset(
        place for place, cell in enumerate(cells) if cell and cell not in recurring and not names_total(cell)
    )
    return heads if 0 in heads else frozenset()


def marks_none(cell: str) -> bool:
    """Whether a cell is empty or holds a mark for none. Equal to isNone in site/table-values.js."""
    text = cell.strip()
    return not text or text.casefold() in _MISSING


def _is_missing(cell: str) -> bool:
    """Whether a cell without a number says that there is none: empty, a mark for it, or a bound ("<5") in its place."""
    return marks_none(cell) or is_figure(cell)
