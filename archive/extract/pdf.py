"""PDF, read with pdfminer.six: its text in lines, with what positions tell of them."""

from __future__ import annotations

import msgspec

from archive.errors import Refusal
from archive.extract.formats import Found
from archive.extract.furniture import take_out_furniture
from archive.extract.page_lines import TextLine, join_tables, read_lines
from archive.extract.pdf_pages import UNKNOWN, OpenPdf
from archive.extract.table_shape import finish_table
from archive.model.document import Document, Line, Source
from archive.model.question import Note

MEDIA_TYPE = "application/pdf"
_MARK = b"%PDF-"
# The mark may stand behind other bytes, as readers of PDF allow.
_LOOKED_AT = 1024


class PdfFormat(msgspec.Struct, frozen=True):
    """Sure of content that carries the mark of a PDF near its beginning."""

    name: str = "PDF"

    def sureness(self, source: Source) -> float:
        """1.0 where the content begins with the mark, 0.6 where it stands further on."""
        place = source.content[:_LOOKED_AT].find(_MARK)
        return 0.0 if place < 0 else 1.0 if place == 0 else 0.6

    def read(self, source: Source) -> Found:
        """One document. Refused as "encrypted", "damaged" or "no_text"."""
        pdf = OpenPdf(source.content, source.name)
        lines, notes = take_out_furniture(read_lines(list(pdf.pages())))
        lines = join_tables(lines)
        if not any(line.table or line.text.strip(UNKNOWN + " ") for line in lines):
            raise Refusal(
                source.name,
                "the pages have no text; they may be scanned",
                "add text to the PDF by character recognition (OCR)",
                code="no_text",
            )
        unknown = sum(line.text.count(UNKNOWN) for line in lines)
        if unknown:
            message = f"for {unknown} characters the PDF does not tell which they are"
            notes.append(Note("unknown_characters", message, "text"))
        return (Document(tuple(_lines(lines)), MEDIA_TYPE, pdf.metadata(), tuple(notes)),)


def _lines(found: list[TextLine]) -> list[Line]:
    """The lines of the document, with an empty one wherever there is room between paragraphs."""
    lines: list[Line] = []
    for line in found:
        table = finish_table(line.table) if line.table else None
        lines.append(Line(line.text, len(lines) + 1, line.page, line.broken, table))
        if line.gap_below:
            lines.append(Line("", len(lines) + 1, line.page))
    return lines
