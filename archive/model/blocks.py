"""The blocks that a text is made of."""

from __future__ import annotations

from typing import Literal

import msgspec


class Paragraph(msgspec.Struct, frozen=True, tag_field="type", tag="paragraph"):
    """Running text, unwrapped: one string without line breaks."""

    text: str


class ListBlock(msgspec.Struct, frozen=True, tag_field="type", tag="list"):
    """A list whose marks carry no label of a part; `items` hold the text without the mark."""

    items: tuple[str, ...]


class Check(msgspec.Struct, frozen=True):
    """The outcome of adding up a table: `place` names the row or column, `message` says what was found."""

    place: str
    message: str
    agrees: bool


class Table(msgspec.Struct, frozen=True, tag_field="type", tag="table"):
    """Cells as printed. `header` holds the rows above the figures, `rows` the others; all rows are equally wide.

    origin: "layout" when the cells were read from positions or markup, "inferred" when rebuilt from text lines.
    """

    caption: str | None
    header: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    origin: Literal["layout", "inferred"]
    checks: tuple[Check, ...] = ()


class Preformatted(msgspec.Struct, frozen=True, tag_field="type", tag="preformatted"):
    """Rows that are not yet understood, line by line as printed."""

    lines: tuple[str, ...]


class Footnote(msgspec.Struct, frozen=True, tag_field="type", tag="footnote"):
    """A note of the source with the label that refers to it."""

    label: str
    text: str


Block = Paragraph | ListBlock | Table | Preformatted | Footnote


def block_texts(block: Block) -> tuple[str, ...]:
    """Every piece of text of a block in reading order: one string a paragraph, list entry, cell or line."""
    match block:
        case Paragraph(text):
            return (text,)
        case ListBlock(items):
            return items
        case Table(caption, header, rows):
            cells = tuple(cell for row in (*header, *rows) for cell in row if cell)
            return (caption, *cells) if caption else cells
        case Preformatted(lines):
            return lines
        case Footnote(label, text):
            return (f"{label} {text}",)
