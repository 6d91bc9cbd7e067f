"""The text of a paragraph of an OpenDocument as its reader sees it, with what hangs on it."""

from __future__ import annotations

import re
from collections import Counter
from xml.etree.ElementTree import Element

import msgspec

from archive.extract.line_maker import reference_mark
from archive.extract.links import LinkNotes
from archive.extract.odf_names import DRAW, NAMES, OFFICE, PARAGRAPHS, TEXT, XLINK, count_of
from archive.extract.odf_styles import OdfStyles

_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_BLANKS = 1_000
_MARKS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_AWAY = frozenset(
    {f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph", f"{TEXT}ruby-text", f"{OFFICE}annotation-end"}
)


class OdfNote(msgspec.Struct, frozen=True):
    """A footnote or endnote: its label as printed, and what holds its paragraphs."""

    label: str
    body: Element


class OdfTextReader:
    """Reads paragraphs. After `text_of` there stand in `hanging` the notes and text boxes met in that paragraph.

    counts: words and pictures left out so far, by the code of the note about them.
    """

    def __init__(self, styles: OdfStyles, links: LinkNotes) -> None:
        self._styles = styles
        self._links = links
        self._pieces: list[str] = []
        self._bold: list[bool] = []
        self.hanging: list[OdfNote | Element] = []
        self.counts: Counter[str] = Counter()

    def text_of(self, paragraph: Element) -> str:
        """The text; line breaks are "\\n"."""
        self._pieces, self._bold, self.hanging = [], [], []
        style = paragraph.get(f"{TEXT}style-name")
        self._walk(paragraph, bool(self._styles.is_bold(style)))
        return "".join(self._pieces)

    def was_bold(self) -> bool:
        """Whether all of the last paragraph is bold."""
        return bool(self._bold) and all(self._bold)

    def _walk(self, parent: Element, bold: bool) -> None:
        self._add(parent.text, bold)
        for element in parent:
            self._read(element, bold)
            self._add(element.tail, bold)

    def _add(self, text: str | None, bold: bool) -> None:
        if text:
            self._pieces.append(_BLANKS.sub(" ", text))
            if text.strip():
                self._bold.append(bold)

    def _read(self, element: Element, bold: bool) -> None:
        tag = element.tag
        if tag in _MARKS:
            self._pieces.append(_MARKS[tag])
        elif tag == f"{TEXT}s":
            self._pieces.append(" " * count_of(element, f"{TEXT}c", _MOST_BLANKS))
        elif tag == f"{TEXT}span":
            self._read_span(element, bold)
        elif tag == f"{TEXT}a":
            begin = len(self._pieces)
            self._walk(element, bold)
            self._links.add("".join(self._pieces[begin:]), element.get(f"{XLINK}href", ""))
        elif tag == f"{TEXT}note":
            self._refer(element)
        elif tag == f"{OFFICE}annotation":
            self.counts["comment"] += 1
        elif tag.startswith(DRAW):
            self._read_drawing(element)
        elif tag in _AWAY:
            self.counts["hidden_text"] += words_in(element)
        else:
            # Fields, bookmarks, marks of changes: what they hold is what is printed.
            self._walk(element, bold)

    def _read_span(self, element: Element, bold: bool) -> None:
        style = element.get(f"{TEXT}style-name")
        if self._styles.is_hidden(style):
            self.counts["hidden_text"] += words_in(element)
            return
        own = self._styles.is_bold(style)
        self._walk(element, bold if own is None else own)

    def _refer(self, element: Element) -> None:
        body = element.find("text:note-body", NAMES)
        if body is None:
            return
        label = (element.findtext("text:note-citation", "", NAMES)).strip()
        if label:
            self._pieces.append(reference_mark(label))
        self.hanging.append(OdfNote(label, body))

    def _read_drawing(self, element: Element) -> None:
        """A text box, a shape with a text, or a picture, also in groups of them."""
        if any(child.tag in PARAGRAPHS for child in element):
            self.hanging.append(element)
            return
        inner = [child for child in element if child.tag.startswith(DRAW)]
        if element.tag in {f"{DRAW}image", f"{DRAW}object", f"{DRAW}object-ole"} or not inner:
            self.counts["picture"] += 1
            return
        # An object comes with its picture: both are one to the reader.
        for child in inner if element.tag == f"{DRAW}g" else inner[:1]:
            self._read_drawing(child)


def words_in(element: Element) -> int:
    """The number of words in an element."""
    return len(" ".join(element.itertext()).split())
