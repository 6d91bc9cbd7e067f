"""The page that says what every column of the exports means."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import msgspec
from markupsafe import Markup, escape

from archive.render.download_page import (
    CODEBOOK_ADDRESS,
    CODEBOOK_HEADING,
    DOWNLOAD_ADDRESS,
    DOWNLOAD_HEADING,
)
from archive.render.views import Crumb, PageView


class CodebookColumn(msgspec.Struct, frozen=True):
    """A column: its name, type, the unit of its numbers, whether each row has a value, and what it means."""

    name: str
    type: str
    unit: str
    always: bool
    meaning: str


class CodebookTable(msgspec.Struct, frozen=True):
    """A table or view: one row for each what, its key, what it refers to in sentences, and its columns."""

    anchor: str
    name: str
    meaning: str
    key: tuple[str, ...]
    refers: tuple[str, ...]
    columns: tuple[CodebookColumn, ...]


class CodebookGroup(msgspec.Struct, frozen=True):
    """Tables that the same exports hold, under one heading."""

    heading: str
    tables: tuple[CodebookTable, ...]


class CodebookView(PageView, frozen=True, kw_only=True):
    """The page. Names and meanings are in English in every language of the site, as they are in the files."""

    page_kind: ClassVar[str] = "codebook"
    heading_is_message: ClassVar[bool] = True
    template: ClassVar[str] = "codebook.html.j2"

    groups: tuple[CodebookGroup, ...]


def codebook_view(groups: Iterable[CodebookGroup]) -> CodebookView:
    """The page of these tables."""
    return CodebookView(
        address=CODEBOOK_ADDRESS,
        heading=CODEBOOK_HEADING,
        crumbs=(
            Crumb(DOWNLOAD_HEADING, DOWNLOAD_ADDRESS, is_message=True),
            Crumb(CODEBOOK_HEADING, is_message=True),
        ),
        section=DOWNLOAD_ADDRESS,
        groups=tuple(groups),
    )


def with_code(text: str) -> Markup:
    """The text, escaped, with what stands between backticks as code."""
    pieces = text.split("`")
    return Markup("").join(
        Markup("<code>{}</code>").format(piece) if place % 2 else escape(piece)
        for place, piece in enumerate(pieces)
    )
