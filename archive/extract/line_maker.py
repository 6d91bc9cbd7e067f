"""Collects the lines of a document that is written in paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from archive.errors import Refusal
from archive.model.blocks import Table
from archive.model.document import Document, Line, Source
from archive.model.question import Note
from archive.text.bullets import BULLET

# A mark in an uncommon font has no form of its own in a text.
_PRIVATE = range(0xE000, 0xF900)


class LineMaker:
    """Lines in reading order; each paragraph ends its line, for a document of paragraphs breaks none."""

    def __init__(self) -> None:
        self.lines: list[Line] = []

    @property
    def next_number(self) -> int:
        """The number that the next line will have."""
        return len(self.lines) + 1

    def add_paragraph(self, text: str, mark: str = "") -> None:
        """Adds a paragraph: a line for each piece between line breaks, the first behind its mark ("1. ")."""
        pieces = [piece.strip() for piece in text.split("\n")]
        pieces[0] = (mark + pieces[0]).rstrip() if mark else pieces[0]
        for piece in pieces:
            self.lines.append(Line(piece, self.next_number, broken=False))

    def add_table(self, table: Table) -> None:
        """Adds a table."""
        self.lines.append(Line("", self.next_number, table=table))

    def document(self, source: Source, media_type: str, title: str, notes: list[Note]) -> Document:
        """The document. Raises Refusal ("no_text") where no line has a text."""
        if not any(line.text or line.table for line in self.lines):
            raise Refusal(source.name, "the document has no text", "leave it out", code="no_text")
        metadata = (("title", title),) if title else ()
        return Document(tuple(self.lines), media_type, metadata, tuple(notes))


def reference_mark(label: str) -> str:
    """What stands in a text in place of a raised figure that refers to a note, and begins the line of the note."""
    return f"[{label}]"


def bullet_mark(printed: str) -> str:
    """A bullet as it can stand in a line: a dash stays; a letter of an uncommon font or an "o" becomes a bullet."""
    mark = printed.strip()
    drawn = len(mark) == 1 and not mark.isalnum() and ord(mark) not in _PRIVATE and mark.isprintable()
    return f"{mark if drawn else BULLET} "


def furniture_note(texts: Sequence[str]) -> Note:
    """A note that quotes the heads and feet of pages in full."""
    quoted = "; ".join(texts)
    return Note("page_furniture", f"heads and feet of pages were left out: {quoted}", "pages")
