"""Writes a made document as the text that an extractor makes of it, in three layouts.

lines  as the seeds: wrapped at 88 columns; a line that the page broke keeps a trailing blank, one that its
       author ended mostly does not; a row of a table stands on a line, a wrapped cell breaks it.
words  a mark stands alone on its line and some justified lines have one word a line; rows as in `lines`.
cells  a mark stands alone on its line; each line of each cell stands on a line of its own.

What a layout spoils so that nobody can know it for sure is listed with the text.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, field
from typing import Literal

from tests.gold.make.printed import (
    answer_lines,
    damaged,
    head_lines,
    mark_of,
    references,
    title_line,
    with_plain_references,
)
from tests.gold.make.shape import Attachment, Block, Body, Bullets, Part, Table, Text, Written
from tests.gold.make.table_text import Spoiled, column_widths, row_in_cells, row_in_line
from tests.gold.make.wrap import ends_open, wrap

Layout = Literal["lines", "words", "cells"]
LAYOUTS: tuple[Layout, ...] = ("lines", "words", "cells")
WIDTH = 88
PAGE_LINES = 46
THEME_PAGE = "https://www.vlaamsparlement.be/parlementaire-documenten/schriftelijke-vragen/"
DOCUMENT_PAGE = "https://docs.vlaamsparlement.be/pfile?id="


@dataclass(frozen=True)
class Flat:
    """The text, and (as printed, as it truly is) of what gluing and breaking within words spoiled."""

    text: str
    spoiled: tuple[Spoiled, ...]


def flatten(document: Written, layout: Layout) -> Flat:
    """The text of a document in one layout."""
    page = _Page(document, layout)
    page.head()
    page.body(document.question, document.minister.portfolio)
    if document.family_line:
        page.paragraph(document.family_line)
    if document.answer is not None:
        page.answer_head()
        page.body(document.answer)
        for attachment in document.attachments:
            page.attachment(attachment)
    page.flush_notes()
    return Flat("\n".join(page.lines) + "\n", tuple(dict.fromkeys(page.spoiled)))


@dataclass
class _Page:
    """The lines so far, with the footnotes that wait for the end of the page."""

    document: Written
    layout: Layout
    lines: list[str] = field(default_factory=list)
    spoiled: list[Spoiled] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    used: int = 0

    def lot(self, per_cent: int, what: str) -> bool:
        """True in so many of a hundred cases, always the same for the same words."""
        seed = f"{self.document.slug}/{self.layout}/{what}/{len(self.lines)}"
        return zlib.crc32(seed.encode()) % 100 < per_cent

    def put(self, line: str, *, in_table: bool = False) -> None:
        """One line; a full page first gets its footnotes."""
        self.lines.append(line)
        self.used += 1
        if self.used >= PAGE_LINES and not in_table:
            self.used = 0
            if self.waiting:
                self.flush_notes()
            elif self.layout != "lines":
                self.lines.append("")

    def flush_notes(self) -> None:
        waiting, self.waiting = self.waiting, []
        for label in waiting:
            self.wrapped(f"{label} {self.document.footnotes[label]}")

    def head(self) -> None:
        if self.document.themes and self.layout == "lines":
            self._header_block()
        self.put("SCHRIFTELIJKE VRAAG")
        for line in head_lines(self.document):
            self.put(line)
        self.wrapped(self.document.minister.portfolio, natural=True)
        self.wrapped(damaged(title_line(self.document), self.document), natural=True)

    def _header_block(self) -> None:
        self.put(f"title: {self.document.title}")
        self.put(f"thema: {self.document.themes[0]}")
        for theme in self.document.themes[1:]:
            self.put(theme)
        self.put(f"pdf link: {DOCUMENT_PAGE}{self.document.document_id}")
        self.put(f"thema link: {THEME_PAGE}{self.document.dossier_id}")

    def answer_head(self) -> None:
        minister = self.document.minister
        if self.layout == "lines" and self.document.style.glued_minister:
            self.lines[-1] = f"{self.lines[-1].rstrip()}{minister.person.printed} "
        else:
            if self.layout != "lines":
                self.put("")
            self.put(minister.person.printed)
        self.wrapped(minister.answer_portfolio or minister.portfolio, natural=True)
        self.put("ANTWOORD " if self.lot(60, "answer") else "ANTWOORD")
        for line in answer_lines(self.document):
            self.put(line)

    def attachment(self, attachment: Attachment) -> None:
        self.put("BIJLAGE")
        self.wrapped(attachment.title, natural=True)
        for block in attachment.blocks:
            self.block(block)

    def body(self, body: Body, portfolio: str = "") -> None:
        for block in body.introduction:
            self.block(block)
        for part in body.parts:
            self.part(part)
        for block in body.closing:
            self.block(block)

    def part(self, part: Part) -> None:
        mark = mark_of(part, self.document)
        blocks = part.blocks
        if mark and self.layout != "lines":
            for piece in re.split(r"(?<=\d\.) ", mark.rstrip()):
                self.put(piece)
            mark = ""
        if mark and not (blocks and isinstance(blocks[0], Text)):
            self.put(mark.rstrip() + " ")
            mark = ""
        for block in blocks:
            self.block(block, mark)
            mark = ""

    def block(self, block: Block, mark: str = "") -> None:
        match block:
            case Text(text):
                self.paragraph(text, mark)
            case Bullets():
                self.bullets(block)
            case Table():
                self.table(block)

    def paragraph(self, text: str, mark: str = "") -> None:
        self.waiting.extend(references(text))
        self.spoiled.extend(_reference_spoils(text))
        self.wrapped(mark + damaged(with_plain_references(text), self.document))

    def wrapped(self, text: str, *, natural: bool = False) -> None:
        """A paragraph over as many lines as it needs. natural: a head, never justified, its end never with a blank."""
        lines = wrap(text, WIDTH)
        for line in lines[:-1]:
            if self.layout == "words" and not natural and self.lot(12, "justified"):
                for word in line.split(" "):
                    self.put(word if word is line.split(" ")[-1] and ends_open(line) else f"{word} ")
            else:
                self.put(line if ends_open(line) else f"{line} ")
        loose_end = not natural and len(lines[-1]) < WIDTH - 14 and self.lot(5, "end")
        self.put(f"{lines[-1]} " if loose_end else lines[-1])

    def bullets(self, block: Bullets) -> None:
        for entry in block.entries:
            self.waiting.extend(references(entry))
            self.spoiled.extend(_reference_spoils(entry))
            text = damaged(with_plain_references(entry), self.document)
            if self.layout == "lines":
                self.wrapped(f"o{text}" if block.mark == "o" else f"{block.mark} {text}")
            else:
                self.put(block.mark)
                self.wrapped(text)

    def table(self, table: Table) -> None:
        if table.caption:
            self.wrapped(table.caption)
        blank = self.lot(50, "blank")
        if blank and self.layout == "lines":
            self.put(" ", in_table=True)
        widths = column_widths(table)
        trailing = self.lot(30, "trailing")
        for row in (*table.header, *table.rows):
            if self.layout == "cells":
                lines, spoiled = row_in_cells(row, widths, table)
            else:
                lines, spoiled = row_in_line(row, widths, table, trailing=trailing)
            self.spoiled.extend(spoiled)
            for line in lines:
                self.put(line, in_table=True)
        if blank and self.layout == "lines":
            self.put(" ", in_table=True)


def _reference_spoils(text: str) -> list[Spoiled]:
    """A reference is glued to its word: nobody can tell "regeling1" from a name with a figure for sure."""
    found: list[Spoiled] = []
    for before, label in zip(text.split("[^")[:-1], references(text), strict=True):
        word = before.split()[-1].strip(".,;:()")
        found.append(((f"{word}{label}",), (word,)))
        found.append(((label,), ()))
    return found
