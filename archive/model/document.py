"""What an extractor read from one stream of bytes, before anything is understood."""

from __future__ import annotations

import msgspec

from archive.model.blocks import Table
from archive.model.question import Note


class Source(msgspec.Struct, frozen=True):
    """One stream of bytes to read. `name` is a path or address for people; it is never opened."""

    name: str
    content: bytes


class Line(msgspec.Struct, frozen=True):
    """One line as it stood in the source, trailing blanks included, line break excluded.

    number: counted from 1 in the source; page: counted from 1, where there are pages.
    broken: True when the page broke the line and the next one goes on, False when its author ended it,
    None when the source does not tell.
    table: set when a table, read from layout or markup, stands in place of this line (`text` is then "").
    """

    text: str
    number: int
    page: int | None = None
    broken: bool | None = None
    table: Table | None = None


class Document(msgspec.Struct, frozen=True):
    """Lines in reading order, with what else the format told (title or date from its metadata)."""

    lines: tuple[Line, ...]
    media_type: str
    metadata: tuple[tuple[str, str], ...] = ()
    notes: tuple[Note, ...] = ()
