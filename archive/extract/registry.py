"""The formats that can be read: each bids for a content, and the surest one reads it."""

from __future__ import annotations

from archive.errors import Refusal
from archive.extract.csv_table import CsvFormat
from archive.extract.docx import DocxFormat
from archive.extract.formats import Format, Found
from archive.extract.html import HtmlFormat
from archive.extract.jsonl import JsonLinesFormat
from archive.extract.ods import OdsFormat
from archive.extract.odt import OdtFormat
from archive.extract.old_office import OldOfficeFormat
from archive.extract.open_data import OpenDataFormat
from archive.extract.pdf import PdfFormat
from archive.extract.signatures import name_of_content
from archive.extract.text import TextFormat
from archive.extract.xlsx import XlsxFormat
from archive.model.document import Source

FORMATS: tuple[Format, ...] = (
    PdfFormat(),
    DocxFormat(),
    OdtFormat(),
    XlsxFormat(),
    OdsFormat(),
    OldOfficeFormat(),
    JsonLinesFormat(),
    OpenDataFormat(),
    HtmlFormat(),
    CsvFormat(),
    TextFormat(),
)


def read_source(source: Source) -> Found:
    """The documents or records in `source`, by the format that is surest of it. Raises Refusal.

    Codes of refusal: "empty", "unknown_type", "binary", and those of the formats.
    """
    if not source.content.strip(b" \t\r\n\x0b\x0c\x00"):
        raise Refusal(source.name, "the file is empty", "leave it out, or fetch it again", code="empty")
    surest = max(FORMATS, key=lambda one: one.sureness(source))
    if surest.sureness(source) > 0:
        return surest.read(source)
    readable = ", ".join(one.name for one in FORMATS)
    known = name_of_content(source.content)
    if known:
        raise Refusal(
            source.name,
            f"this is {known}, which cannot be read",
            f"save it as one of these: {readable}",
            code="unknown_type",
        )
    raise Refusal(
        source.name,
        "the content is neither text nor of a known type",
        f"give one of these: {readable}",
        code="binary",
    )
