"""Footnotes and endnotes of a Word document: what each reference is printed as, and where its text is."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import msgspec

from archive.extract.counting import Form, print_count
from archive.extract.word_names import NAMES, W, value_at

_FORMS: dict[str, Form] = {
    "decimal": "decimal",
    "lowerLetter": "letter",
    "upperLetter": "LETTER",
    "lowerRoman": "roman",
    "upperRoman": "ROMAN",
}


class FoundNote(msgspec.Struct, frozen=True):
    """A note that was referred to. label: as printed, "" where the author printed a mark of his own."""

    label: str
    body: Element


class _Kind:
    """The footnotes, or the endnotes."""

    def __init__(self, name: str, root: Element | None, settings: Element | None, usual: Form) -> None:
        self._bodies = {
            element.get(f"{W}id", ""): element
            for element in (root.iterfind(f"w:{name}", NAMES) if root is not None else ())
            if element.get(f"{W}type", "normal") == "normal"
        }
        told = value_at(settings, f"w:{name}Pr/w:numFmt")
        self._form = _FORMS.get(told or "", usual)
        self._count = 0

    def refer(self, element: Element) -> FoundNote | None:
        body = self._bodies.get(element.get(f"{W}id", ""))
        if body is None:
            return None
        if element.get(f"{W}customMarkFollows", "0") not in {"0", "false", "off"}:
            return FoundNote("", body)
        self._count += 1
        return FoundNote(print_count(self._count, self._form), body)


class WordNotes:
    """Counts the references in reading order."""

    def __init__(self, footnotes: Element | None, endnotes: Element | None, settings: Element | None) -> None:
        self._footnotes = _Kind("footnote", footnotes, settings, "decimal")
        self._endnotes = _Kind("endnote", endnotes, settings, "roman")

    def refer(self, element: Element) -> FoundNote | None:
        """The note that a reference names, None where the document has no such note."""
        kind = self._footnotes if element.tag == f"{W}footnoteReference" else self._endnotes
        return kind.refer(element)
