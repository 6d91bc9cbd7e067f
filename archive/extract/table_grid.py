"""Tables with rules all around their cells: the rules are the truth."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence

from archive.extract.geometry import Box, Glyph, Rule
from archive.extract.runs import join_lines, join_runs
from archive.extract.table_shape import FoundTable
from archive.text.joins import join_cell_lines

# In points: rules nearer than this are one; a rule may stop this short of the corner it belongs to.
SNAP = 2.5
REACH = 3.0

Slot = tuple[int, int]


def find_grid_tables(glyphs: Sequence[Glyph], rules: Sequence[Rule]) -> list[FoundTable]:
    """The tables of a page that horizontal and vertical rules enclose, with at least two cells."""
    tables = []
    for group in _connected(_merge(rules)):
        rows = _positions(rule for rule in group if rule.horizontal)
        columns = _positions(rule for rule in group if not rule.horizontal)
        if len(rows) > 2 and len(columns) > 2:
            tables.append(_read_grid(glyphs, group, rows, columns))
    return [table for table in tables if any(any(row) for row in table.rows)]


def _merge(rules: Iterable[Rule]) -> list[Rule]:
    """Rules that lie on each other or follow each other, joined."""
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.horizontal, rule.at, rule.start)):
        for index in range(len(merged) - 1, -1, -1):
            other = merged[index]
            if other.horizontal != rule.horizontal or rule.at - other.at > SNAP:
                merged.append(rule)
                break
            if rule.start <= other.end + REACH and other.start <= rule.end + REACH:
                merged[index] = Rule(
                    rule.horizontal, other.at, min(other.start, rule.start), max(other.end, rule.end)
                )
                break
        else:
            merged.append(rule)
    return merged


def _connected(rules: Sequence[Rule]) -> list[list[Rule]]:
    """Groups of rules that cross or touch each other, from the top of the page."""
    parent = list(range(len(rules)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    horizontal = [index for index, rule in enumerate(rules) if rule.horizontal]
    vertical = [index for index, rule in enumerate(rules) if not rule.horizontal]
    for across in horizontal:
        for down in vertical:
            if _meet(rules[across], rules[down]):
                parent[root(across)] = root(down)
    groups: dict[int, list[Rule]] = {}
    for index, rule in enumerate(rules):
        groups.setdefault(root(index), []).append(rule)
    return sorted(groups.values(), key=lambda group: min(_top(rule) for rule in group))


def _top(rule: Rule) -> float:
    return rule.at if rule.horizontal else rule.start


def _meet(across: Rule, down: Rule) -> bool:
    return (
        across.start - REACH <= down.at <= across.end + REACH
        and down.start - REACH <= across.at <= down.end + REACH
    )


def _positions(rules: Iterable[Rule]) -> list[float]:
    positions: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not positions or at - positions[-1] > SNAP:
            positions.append(at)
    return positions


def _read_grid(
    glyphs: Sequence[Glyph], rules: Sequence[Rule], rows: Sequence[float], columns: Sequence[float]
) -> FoundTable:
    owners = _owners(rules, rows, columns)
    inside: dict[Slot, list[Glyph]] = {}
    box = Box(columns[0], columns[-1], rows[0], rows[-1])
    for glyph in glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        if box.holds(x, y):
            slot = (
                min(bisect.bisect_right(rows, y), len(rows) - 1) - 1,
                min(bisect.bisect_right(columns, x), len(columns) - 1) - 1,
            )
            inside.setdefault(owners[slot], []).append(glyph)
    texts = {slot: _cell_text(cell) for slot, cell in inside.items()}
    return FoundTable(
        box,
        tuple(
            tuple(_slot_text(texts, owners, (row, column)) for column in range(len(columns) - 1))
            for row in range(len(rows) - 1)
        ),
        tuple(_is_bold(inside, owners, row) for row in range(len(rows) - 1)),
        _spanned_rows(owners, len(columns) - 1),
        tuple(columns),
    )


def _owners(rules: Sequence[Rule], rows: Sequence[float], columns: Sequence[float]) -> dict[Slot, Slot]:
    """For each slot of the grid the upper left slot of the cell that it belongs to."""
    owners: dict[Slot, Slot] = {}
    for row in range(len(rows) - 1):
        for column in range(len(columns) - 1):
            owner = (row, column)
            if row and not _is_drawn(rules, True, rows[row], columns[column], columns[column + 1]):
                owner = owners[row - 1, column]
            elif column and not _is_drawn(rules, False, columns[column], rows[row], rows[row + 1]):
                owner = owners[row, column - 1]
            owners[row, column] = owner
    return owners


def _is_drawn(rules: Sequence[Rule], horizontal: bool, at: float, start: float, end: float) -> bool:
    middle = (start + end) / 2
    return any(
        rule.horizontal == horizontal and abs(rule.at - at) <= SNAP and rule.start <= middle <= rule.end
        for rule in rules
    )


def _slot_text(texts: dict[Slot, str], owners: dict[Slot, Slot], slot: Slot) -> str:
    """A cell over several columns says its text in each; over several rows only in the first."""
    owner = owners[slot]
    return texts.get(owner, "") if owner[0] == slot[0] else ""


def _cell_text(glyphs: Sequence[Glyph]) -> str:
    lines = join_lines(join_runs(glyphs))
    return join_cell_lines([" ".join(run.text for run in line.runs) for line in lines])


def _is_bold(inside: dict[Slot, list[Glyph]], owners: dict[Slot, Slot], row: int) -> bool:
    printed = [
        glyph
        for slot, glyphs in inside.items()
        if slot[0] == row and slot in owners
        for glyph in glyphs
        if not glyph.text.isspace()
    ]
    return bool(printed) and all(glyph.bold for glyph in printed)


def _spanned_rows(owners: dict[Slot, Slot], width: int) -> int | None:
    """The number of header rows where the first cell spans rows or the first row has a spanning cell."""
    head = 0
    for (row, _), owner in owners.items():
        if owner[0] == 0:
            head = max(head, row + 1)
    spans = len({owners[0, column] for column in range(width)}) < width
    if head > 1 and head <= 4:
        return head
    return 2 if spans and len(owners) > 2 * width else None
