"""A table of an HTML page, cell by cell."""

from __future__ import annotations

import msgspec
from bs4.element import Tag

from archive.model.blocks import Table

# A cell may claim to span a million rows.
_WIDEST = 200
_MOST_CELLS = 200_000


class _Cell(msgspec.Struct, frozen=True):
    text: str
    is_header: bool


def read_table(element: Tag) -> Table | None:
    """The table, or None where it has fewer than two cells or only lays out a page (one column).

    A cell that spans columns says its text in each of them; one that spans rows only in the first.
    """
    rows = _grid(element)
    width = max((len(row) for row in rows), default=0)
    if width < 2 or width * len(rows) > _MOST_CELLS:
        return None
    padded = [[*row, *[_Cell("", False)] * (width - len(row))] for row in rows]
    head = 0
    while head < len(padded) - 1 and all(cell.is_header or not cell.text for cell in padded[head]):
        head += 1
    texts = [tuple(cell.text for cell in row) for row in padded]
    caption = element.find("caption")
    title = " ".join(caption.get_text(" ").split()) if caption else ""
    return Table(title or None, tuple(texts[:head]), tuple(texts[head:]), "layout")


def _grid(element: Tag) -> list[list[_Cell]]:
    rows: list[list[_Cell]] = []
    # Column to the number of further rows that a cell above reaches into.
    reaching: dict[int, int] = {}
    for tag in element.find_all("tr"):
        cells: list[_Cell] = []
        for cell in tag.find_all(["td", "th"], recursive=False):
            _skip(cells, reaching)
            text = " ".join(cell.get_text(" ").split())
            span = min(_count(cell, "colspan"), _WIDEST)
            for column in range(len(cells), len(cells) + span):
                reaching[column] = _count(cell, "rowspan") - 1
            cells += [_Cell(text, cell.name == "th")] * span
        _skip(cells, reaching)
        if cells:
            rows.append(cells)
    return rows


def _skip(cells: list[_Cell], reaching: dict[int, int]) -> None:
    while reaching.get(len(cells), 0) > 0:
        reaching[len(cells)] -= 1
        cells.append(_Cell("", False))


def _count(cell: Tag, name: str) -> int:
    value = str(cell.get(name, "1"))
    return max(int(value), 1) if value.isdecimal() and len(value) < 6 else 1
