"""The styles of a Word document: what a paragraph, a run or a table has of its style."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import msgspec

from archive.extract.word_names import NAMES, W, number_at, switch_at, value_at

_DEEPEST = 20


class Style(msgspec.Struct, frozen=True):
    """What one style says itself; None where it leaves that to the style that it is based on.

    list_id, level: of its automatic numbering. header_bold: whether a table's first row is bold.
    """

    based_on: str | None
    list_id: str | None
    level: int | None
    bold: bool | None
    hidden: bool | None
    header_bold: bool


class Styles:
    """The styles by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self._default: str | None = None
        for element in root.iterfind("w:style", NAMES) if root is not None else ():
            id = element.get(f"{W}styleId", "")
            self._styles[id] = _read(element)
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in {"1", "true", "on"}:
                self._default = id

    def chain(self, id: str | None) -> list[tuple[str, Style]]:
        """A style and those that it is based on, nearest first. A style may name itself: then it ends there."""
        found: list[tuple[str, Style]] = []
        while id is not None and id in self._styles and len(found) < _DEEPEST:
            found.append((id, self._styles[id]))
            id = self._styles[id].based_on
        return found

    def paragraph_chain(self, id: str | None) -> list[tuple[str, Style]]:
        """As `chain`, for a paragraph that may name no style."""
        return self.chain(id if id is not None else self._default)

    def is_bold(self, id: str | None) -> bool:
        """Whether a paragraph's or run's style is bold."""
        return next((style.bold for _, style in self.chain(id) if style.bold is not None), False)

    def is_hidden(self, id: str | None) -> bool:
        """Whether a run's style is one that nobody sees."""
        return next((style.hidden for _, style in self.chain(id) if style.hidden is not None), False)

    def has_bold_header(self, id: str | None) -> bool:
        """Whether a table's style makes its first row bold."""
        return any(style.header_bold for _, style in self.chain(id))


def _read(element: Element) -> Style:
    return Style(
        based_on=value_at(element, "w:basedOn"),
        list_id=value_at(element, "w:pPr/w:numPr/w:numId"),
        level=number_at(element, "w:pPr/w:numPr/w:ilvl"),
        bold=switch_at(element, "w:rPr/w:b"),
        hidden=switch_at(element, "w:rPr/w:vanish"),
        header_bold=bool(switch_at(element, "w:tblStylePr[@w:type='firstRow']/w:rPr/w:b")),
    )
