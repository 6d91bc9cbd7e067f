"""A table of an HTML page, cell by cell."""

from __future__ import annotations

import msgspec
from bs4.element import NavigableString, PreformattedString, Tag

from archive.model.blocks import Table

_CELLS = ["td", "th"]
# A cell may claim to span a million rows or columns: beyond this it is not believed.
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
    texts = _texts_by_cell(element)
    for tags in _cells_by_row(element):
        cells: list[_Cell] = []
        for cell in tags:
            _skip(cells, reaching)
            text = " ".join(" ".join(texts.get(id(cell), ())).split())
            span = _count(cell, "colspan")
            for column in range(len(cells), len(cells) + span):
                reaching[column] = _count(cell, "rowspan") - 1
            cells += [_Cell(text, cell.name == "th")] * span
        _skip(cells, reaching)
        rows.append(cells)
    return rows


def _cells_by_row(element: Tag) -> list[list[Tag]]:
    """The cells of each row. Where end tags were left out, cells stand inside each other: the row is the nearest."""
    rows: dict[int, list[Tag]] = {}
    for cell in element.find_all(_CELLS):
        row = cell.find_parent("tr")
        rows.setdefault(id(row), []).append(cell)
    return list(rows.values())


def _texts_by_cell(element: Tag) -> dict[int, list[str]]:
    """The pieces of text by the identity of the nearest cell around them."""
    texts: dict[int, list[str]] = {}
    for node in element.descendants:
        if isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            texts.setdefault(id(node.find_parent(_CELLS)), []).append(str(node))
    return texts


def _skip(cells: list[_Cell], reaching: dict[int, int]) -> None:
    while reaching.get(len(cells), 0) > 0:
        reaching[len(cells)] -= 1
        cells.append(_Cell("", False))


def _count(cell: Tag, name: str) -> int:
    value = str(cell.get(name, "1"))
    count = int(value) if value.isdecimal() and len(value) < 6 else 1
    return count if 0 < count <= _WIDEST else 1
