"""OpenDocument texts (odt): paragraphs with their numbers, tables, notes and text boxes, as their reader sees them."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import msgspec

from archive.errors import Refusal
from archive.extract.formats import Found
from archive.extract.left_out import left_out_notes
from archive.extract.line_maker import LineMaker, furniture_note
from archive.extract.links import LinkNotes
from archive.extract.odf_body import OdfBodyReader
from archive.extract.odf_lists import Lists
from archive.extract.odf_names import NAMES, PARAGRAPHS
from archive.extract.odf_styles import OdfStyles
from archive.extract.odf_text import OdfTextReader
from archive.extract.package import Package, package_kind
from archive.model.document import Document, Source
from archive.model.question import Note

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_FURNITURE = ("header", "header-left", "header-first", "footer", "footer-left", "footer-first")


class OdtFormat(msgspec.Struct, frozen=True):
    """Sure of an archive that says of itself that it is an OpenDocument text."""

    name: str = "OpenDocument text (odt)"

    def sureness(self, source: Source) -> float:
        """1.0 for an OpenDocument text, whatever its name."""
        return 1.0 if package_kind(source.content) == "odt" else 0.0

    def read(self, source: Source) -> Found:
        """One document. Refused as "encrypted", "damaged", "unsafe", "too_large" or "no_text"."""
        try:
            return (_read(Package(source.content, source.name), source),)
        except RecursionError as error:
            cause = "its elements are nested far deeper than any text is"
            raise Refusal(source.name, cause, "save it anew", code="damaged") from error


def _read(package: Package, source: Source) -> Document:
    package.refuse_encrypted()
    content, style_part = package.xml("content.xml"), package.xml_if_any("styles.xml")
    styles = OdfStyles(content, style_part)
    links = LinkNotes()
    texts = OdfTextReader(styles, links)
    lines = LineMaker()
    body = OdfBodyReader(lines, texts, Lists(styles))
    for holder in content.iterfind("office:body/office:text", NAMES):
        body.read(holder)
    notes = [*_furniture(style_part, styles), *left_out_notes(texts.counts), *links.notes()]
    return lines.document(source, MEDIA_TYPE, odf_title(package), notes)


def odf_title(package: Package) -> str:
    """The title that an OpenDocument tells of itself, "" for none."""
    meta = package.xml_if_any("meta.xml")
    return " ".join((meta.findtext(".//dc:title", "", NAMES) if meta is not None else "").split())


def _furniture(style_part: Element | None, styles: OdfStyles) -> list[Note]:
    """A note that quotes the heads and feet of pages."""
    if style_part is None:
        return []
    texts: dict[str, None] = {}
    reader = OdfTextReader(styles, LinkNotes())
    for page in style_part.iterfind(".//style:master-page", NAMES):
        for name in _FURNITURE:
            for holder in page.iterfind(f"style:{name}", NAMES):
                for element in holder.iter():
                    text = " ".join(reader.text_of(element).split()) if element.tag in PARAGRAPHS else ""
                    if text:
                        texts[text] = None
    return [furniture_note(list(texts))] if texts else []
