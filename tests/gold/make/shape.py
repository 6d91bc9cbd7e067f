"""The structure of a made document, from which both the typeset document and its truth are written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

LEFT, ABOVE = "<", "^"
"""In a table: this cell is covered by the one to its left, or by the one above it."""


@dataclass(frozen=True)
class Text:
    """A paragraph. "[^1]" in its text refers to footnote 1 of the document."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """A list. `mark` is "-", "•", "o" (which text extraction glues to the word) or "\\uf0b7" (private use)."""

    entries: tuple[str, ...]
    mark: str = "-"


@dataclass(frozen=True)
class Table:
    """Cells as printed, with LEFT and ABOVE where a merged cell covers a place.

    weights: relative widths of the columns; narrow: the text layouts wrap its cells at half the width,
    also inside words, as narrow columns of real documents do.
    """

    header: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str | None = None
    weights: tuple[float, ...] = ()
    narrow: bool = False

    @property
    def width(self) -> int:
        """The number of columns."""
        return len((*self.header, *self.rows)[0])


Block = Text | Bullets | Table


@dataclass(frozen=True)
class Part:
    """A numbered part as printed with `mark`; without labels a line that floats between parts."""

    labels: tuple[str, ...]
    mark: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Body:
    """Introduction, parts in reading order, closing."""

    introduction: tuple[Block, ...] = ()
    parts: tuple[Part, ...] = ()
    closing: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Attachment:
    """What follows the answer under BIJLAGE."""

    title: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Person:
    """A name in proper case and as the document prints it."""

    name: str
    printed: str


@dataclass(frozen=True)
class Minister:
    """The minister with the portfolio as printed over the question, and over the answer where that differs."""

    person: Person
    portfolio: str
    answer_portfolio: str | None = None


@dataclass(frozen=True)
class Style:
    """How a document is typeset. None lets the document's place in the set decide."""

    automatic: bool | None = None
    borders: str | None = None
    two_columns: bool = False
    glued_numbers: bool = False
    glued_minister: bool = False
    same_page: bool = False


@dataclass(frozen=True)
class Written:
    """One made document.

    answer: None where there is none yet. kind, answer_number, answer_date: what the answer is and prints.
    themes: given, the text layouts begin with the header block of the seeds. family: (minister, number) of the
    others who got the same question. damage: (right, as printed) words that the source spoils in every layout.
    notes: words for what a reader must note; features: traits that cannot be seen from the structure.
    """

    slug: str
    number: int
    asker: Person
    minister: Minister
    asked_on: dt.date
    title: str
    question: Body
    answer: Body | None
    kind: str = "substantive"
    answer_number: str | None = None
    answer_date: dt.date | None = None
    themes: tuple[str, ...] = ()
    document_id: str = ""
    dossier_id: str = ""
    family: tuple[tuple[str, int], ...] = ()
    attachments: tuple[Attachment, ...] = ()
    footnotes: dict[str, str] = field(default_factory=dict)
    damage: tuple[tuple[str, str], ...] = ()
    style: Style = Style()
    notes: tuple[str, ...] = ()
    features: tuple[str, ...] = ()

    @property
    def family_line(self) -> str:
        """The sentence that names the other ministers, or nothing."""
        named = ", ".join(f"{name} ({number})" for name, number in self.family)
        return f"Deze vraag werd gesteld aan de ministers {named}." if named else ""


def visible_cells(table: Table) -> list[list[str]]:
    """The rows without the places that merged cells cover, header first."""
    return [[cell for cell in row if cell not in (LEFT, ABOVE)] for row in (*table.header, *table.rows)]


def tables_of(blocks: tuple[Block, ...]) -> list[Table]:
    """The tables among blocks."""
    return [block for block in blocks if isinstance(block, Table)]
