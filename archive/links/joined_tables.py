"""Makes one table of two with the same rows and columns: each figure then, now, and by how much it changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Context, Decimal
from typing import Final

import msgspec

from archive.links.reading_order import in_reading_order
from archive.model.blocks import Table
from archive.text.numbers import parse_number

_MOST_CELLS: Final = 600
# No figure is printed so long; differences of all that are shorter are exact.
_LONGEST_FIGURE: Final = 40
_EXACT: Final = Context(prec=2 * _LONGEST_FIGURE)
_DIGIT = re.compile(r"\d")


class Difference(msgspec.Struct, frozen=True):
    """By how much a figure changed, exactly. unit: "%" for percentage points, "‰", "€" or None."""

    value: Decimal
    unit: str | None


class JoinedCell(msgspec.Struct, frozen=True):
    """One figure of both tables as printed; None where a table has no such row or column.

    column: its head; both heads where they differ in figures ("2022", "2023").
    """

    column: tuple[str, ...]
    then: str | None
    now: str | None
    difference: Difference | None


class JoinedRow(msgspec.Struct, frozen=True):
    """The figures of one row."""

    label: str
    cells: tuple[JoinedCell, ...]


class JoinedTable(msgspec.Struct, frozen=True):
    """The figures of two tables. corner: what the first column is called, "" where nothing is.

    columns: how many figures each row has.
    """

    corner: str
    rows: tuple[JoinedRow, ...]
    columns: int


class _Axis(msgspec.Struct, frozen=True):
    """Labels of both tables in pairs: places in the earlier and the later one, and the label as shown."""

    pairs: tuple[tuple[int | None, int | None, tuple[str, ...]], ...]
    common: int


def join_tables(earlier: Table, later: Table) -> JoinedTable | None:
    """Both tables as one, or None where their rows and columns do not agree enough to be laid on each other.

    They agree when no label comes twice, half of the rows or more are in both, some column is, and a figure in it.
    """
    rows = _paired([row[0] for row in earlier.rows if row], [row[0] for row in later.rows if row])
    columns = _paired(_heads(earlier), _heads(later), masked=True)
    if rows is None or columns is None or not columns.common:
        return None
    if 2 * rows.common < len(rows.pairs) or len(rows.pairs) * len(columns.pairs) > _MOST_CELLS:
        return None
    joined = tuple(
        JoinedRow(
            label[-1],
            tuple(
                _cell(head, _at(earlier, old, was), _at(later, new, now)) for was, now, head in columns.pairs
            ),
        )
        for old, new, label in rows.pairs
    )
    if not any(cell.difference for row in joined for cell in row.cells):
        return None
    corner = later.header[-1][0] if later.header and later.header[-1] else ""
    return JoinedTable(corner, joined, len(columns.pairs))


def difference_of(then: str, now: str) -> Difference | None:
    """By how much a printed figure changed; None where one is no number, or they have different units."""
    if max(len(then), len(now)) > _LONGEST_FIGURE:
        return None
    old, new = parse_number(then), parse_number(now)
    if old is None or new is None or old.unit != new.unit:
        return None
    return Difference(_EXACT.subtract(new.value, old.value), new.unit)


def _heads(table: Table) -> list[str]:
    """The head of each column behind the first: its cells in the header, one under another."""
    width = len(table.rows[0]) if table.rows else 0
    return [
        " ".join(
            dict.fromkeys(
                row[place].strip() for row in table.header if len(row) > place and row[place].strip()
            )
        )
        for place in range(1, width)
    ]


def _paired(old: Sequence[str], new: Sequence[str], masked: bool = False) -> _Axis | None:
    """The labels in pairs, in the order of the later ones; what only the earlier has follows what it followed there.

    masked: where no label with those figures is in both, a lone label with other figures ("2022", "2023") is one too.
    None where a label comes twice or is empty (one column without a head is no riddle).
    """
    old_keys, new_keys = [_key(label) for label in old], [_key(label) for label in new]
    if not old_keys or not new_keys or not (_is_clear(old_keys) and _is_clear(new_keys)):
        return None
    places = {key: place for place, key in enumerate(old_keys)}
    found = {place: places[key] for place, key in enumerate(new_keys) if key in places}
    if masked:
        found |= _masked(old_keys, new_keys, found)
    pairs = []
    for before, place in in_reading_order(found, len(old), len(new)):
        changed = before is not None and (place is None or old_keys[before] != new_keys[place])
        was = (old[before],) if before is not None and changed else ()
        now = () if place is None else (new[place],)
        pairs.append((before, place, (*was, *now)))
    return _Axis(tuple(pairs), len(found))


def _masked(old_keys: Sequence[str], new_keys: Sequence[str], found: dict[int, int]) -> dict[int, int]:
    masks = [_DIGIT.sub("0", key) for key in old_keys], [_DIGIT.sub("0", key) for key in new_keys]
    return {
        place: masks[0].index(mask)
        for place, mask in enumerate(masks[1])
        if place not in found and masks[0].count(mask) == masks[1].count(mask) == 1
    }


def _is_clear(keys: Sequence[str]) -> bool:
    return len(set(keys)) == len(keys) and ("" not in keys or len(keys) == 1)


def _key(label: str) -> str:
    return " ".join(label.casefold().split())


def _at(table: Table, row: int | None, column: int | None) -> str | None:
    if row is None or column is None:
        return None
    cells = [cells for cells in table.rows if cells][row]
    return cells[column + 1] if column + 1 < len(cells) else ""


def _cell(column: tuple[str, ...], then: str | None, now: str | None) -> JoinedCell:
    change = difference_of(then, now) if then is not None and now is not None else None
    if change and change.unit is None and all("%" in label for label in column):
        # The head of the column says of all its figures what they are.
        change = Difference(change.value, "%")
    return JoinedCell(column, then, now, change)
