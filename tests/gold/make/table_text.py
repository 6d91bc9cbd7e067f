"""Writes the rows of a table as lines of text."""

from __future__ import annotations

from tests.gold.make.shape import ABOVE, LEFT, Table
from tests.gold.make.wrap import ends_open, wrap_cell

Spoiled = tuple[tuple[str, ...], tuple[str, ...]]
LINE_CHARACTERS = 84


def column_widths(table: Table) -> list[int]:
    """How many characters fit in each column; a narrow table has half the room, but never breaks a number."""
    weights = table.weights or (1.0,) * table.width
    room = LINE_CHARACTERS * (0.5 if table.narrow else 1.0)
    columns = zip(*table.header, *table.rows, strict=True)
    return [
        max(int(room * weight / sum(weights)), *map(_longest_number, column))
        for weight, column in zip(weights, columns, strict=True)
    ]


def _longest_number(cell: str) -> int:
    return max((len(word) for word in cell.split() if word[0].isdigit()), default=5)


def _fragments(row: tuple[str, ...], widths: list[int], table: Table) -> list[list[str] | None]:
    """The lines of each cell; None where a merged cell covers the place."""
    found: list[list[str] | None] = []
    for column, cell in enumerate(row):
        if cell in (LEFT, ABOVE):
            found.append(None)
            continue
        span = 1
        while column + span < len(row) and row[column + span] == LEFT:
            span += 1
        width = sum(widths[column : column + span])
        found.append(wrap_cell(cell, width, within_words=table.narrow))
    return found


def row_in_cells(row: tuple[str, ...], widths: list[int], table: Table) -> tuple[list[str], list[Spoiled]]:
    """Each line of each cell on a line of its own; a blank stands for an empty cell."""
    lines: list[str] = []
    spoiled: list[Spoiled] = []
    for cell, fragments in zip(row, _fragments(row, widths, table), strict=True):
        if fragments is None:
            continue
        spoiled.extend(_broken_words(cell, fragments))
        lines.extend(_closed(cell, fragments, place) for place in range(len(fragments) - 1))
        lines.append(fragments[-1] or " ")
    return lines, spoiled


def row_in_line(
    row: tuple[str, ...], widths: list[int], table: Table, *, trailing: bool
) -> tuple[list[str], list[Spoiled]]:
    """The cells with blanks between. A cell of several lines breaks the row and sticks to its neighbours."""
    lines: list[str] = []
    spoiled: list[Spoiled] = []
    line, before, sticky = "", "", False
    for cell, fragments in zip(row, _fragments(row, widths, table), strict=True):
        if fragments is None:
            continue
        if not cell:
            line += "" if line.strip() else " "
            continue
        glued = bool(before) and (len(fragments) > 1 or sticky)
        if glued:
            last, first = line.split()[-1], fragments[0].split()[0]
            spoiled.append(((last + first,), (last, first)))
        line += "" if glued or not line.strip() else " "
        spoiled.extend(_broken_words(cell, fragments))
        for place in range(len(fragments) - 1):
            lines.append(line + _closed(cell, fragments, place))
            line = ""
        line += fragments[-1]
        before, sticky = cell, len(fragments) > 1 and table.narrow
    lines.append(line + (" " if trailing else ""))
    return lines, spoiled


def _closed(cell: str, fragments: list[str], place: int) -> str:
    """A line of a cell with the blank at its end, unless a hyphen or the middle of a word ends it."""
    fragment = fragments[place]
    done = len(" ".join(fragments[: place + 1]))
    inside = not _at_blank(cell, fragments, place)
    return fragment if inside or ends_open(fragment) or done == 0 else f"{fragment} "


def _at_blank(cell: str, fragments: list[str], place: int) -> bool:
    """True where the cell is broken at a blank after this fragment."""
    at = 0
    for fragment in fragments[: place + 1]:
        at = cell.index(fragment, at) + len(fragment)
    return cell[at : at + 1] == " "


def _broken_words(cell: str, fragments: list[str]) -> list[Spoiled]:
    found: list[Spoiled] = []
    for place in range(len(fragments) - 1):
        if not _at_blank(cell, fragments, place) and not ends_open(fragments[place]):
            head, tail = fragments[place].split()[-1], fragments[place + 1].split()[0]
            found.append(((head, tail), (head + tail,)))
    return found
