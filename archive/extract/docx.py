"""Word documents (docx): paragraphs with their numbers, tables, notes and text boxes, as their reader sees them."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import msgspec

from archive.errors import Refusal
from archive.extract.formats import Found
from archive.extract.left_out import left_out_notes
from archive.extract.line_maker import LineMaker, furniture_note
from archive.extract.links import LinkNotes
from archive.extract.package import Package, package_kind
from archive.extract.word_body import BodyReader
from archive.extract.word_names import NAMES, W
from archive.extract.word_notes import WordNotes
from archive.extract.word_numbering import Numbering
from archive.extract.word_runs import RunReader
from archive.extract.word_styles import Styles
from archive.model.document import Document, Source
from archive.model.question import Note

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class DocxFormat(msgspec.Struct, frozen=True):
    """Sure of an archive whose list of contents says that it is a Word document."""

    name: str = "Word (docx)"

    def sureness(self, source: Source) -> float:
        """1.0 for a Word document, whatever its name."""
        return 1.0 if package_kind(source.content) == "docx" else 0.0

    def read(self, source: Source) -> Found:
        """One document. Refused as "encrypted", "damaged", "unsafe", "too_large" or "no_text"."""
        try:
            return (_Reader(Package(source.content, source.name)).document(source),)
        except RecursionError as error:
            cause = "its elements are nested far deeper than any text is"
            raise Refusal(source.name, cause, "save it anew", code="damaged") from error


class _Reader:
    """Reads the parts of one document."""

    def __init__(self, package: Package) -> None:
        main = package.main_part()
        self._package = package
        self._main = main[1] if main else ""
        self._relations = package.relations(self._main)
        self._styles = Styles(self._part("styles"))
        self._links = LinkNotes()

    def document(self, source: Source) -> Document:
        root = self._package.xml(self._main)
        lines = LineMaker()
        notes = WordNotes(self._part("footnotes"), self._part("endnotes"), self._part("settings"))
        runs = RunReader(self._styles, self._relations, notes, self._links)
        numbering = Numbering(self._part("numbering"), self._styles)
        body = BodyReader(lines, runs, numbering, self._styles)
        for holder in root.iterfind("w:body", NAMES):
            body.read(holder)
        comments = self._part("comments")
        runs.counts["comment"] = len(comments) if comments is not None else 0
        return lines.document(
            source,
            MEDIA_TYPE,
            self._package.office_title(),
            [*self._furniture(), *left_out_notes(runs.counts), *self._links.notes()],
        )

    def _part(self, kind: str) -> Element | None:
        named = (one.target for one in self._relations.values() if one.kind == kind and not one.outside)
        return self._package.xml_if_any(next(named, None))

    def _furniture(self) -> list[Note]:
        """A note that quotes the heads and feet of pages."""
        texts: dict[str, None] = {}
        for relation in self._relations.values():
            if relation.kind not in {"header", "footer"} or relation.outside:
                continue
            root = self._package.xml_if_any(relation.target)
            runs = RunReader(
                self._styles,
                self._package.relations(relation.target),
                WordNotes(None, None, None),
                LinkNotes(),
            )
            for paragraph in root.iter(f"{W}p") if root is not None else ():
                text = " ".join(runs.text_of(paragraph).split())
                if text:
                    texts[text] = None
        return [furniture_note(list(texts))] if texts else []
