"""The displayed text of a cell of an Excel workbook."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from archive.extract.number_format import show_number
from archive.extract.sheets import Merge
from archive.extract.xlsx_names import NAMES, S
from archive.extract.xlsx_styles import CellStyle
from archive.model.question import Note

_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_TRUTHS = {"1": "WAAR", "0": "ONWAAR"}
_PLAIN = CellStyle()
# Text that does not fit XML is written so: "_x000D_".
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def place_of(reference: str) -> tuple[int, int] | None:
    """Row and column, from 0, of a reference like "B12"; None for anything else."""
    match = _PLACE.fullmatch(reference)
    if match is None or match[2].strip("0") == "":
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def merge_at(reference: str) -> Merge | None:
    """The merged cells of a reference like "A1:C2"; None for anything else."""
    first, _, last = reference.partition(":")
    start, end = place_of(first), place_of(last)
    return Merge(*start, *end) if start and end else None


class CellReader:
    """Reads cells. texts: those that the workbook keeps apart; styles: those that cells name."""

    def __init__(self, texts: Sequence[str], styles: Sequence[CellStyle], from_1904: bool) -> None:
        self._texts = texts
        self._styles = styles
        self._from_1904 = from_1904
        self._without_value = 0

    def read(self, cell: Element) -> tuple[str, bool]:
        """The text as displayed, and whether it is bold."""
        named = cell.get("s", "")
        at = int(named) if named.isdecimal() and len(named) < 8 else -1
        style = self._styles[at] if 0 <= at < len(self._styles) else _PLAIN
        return self._text(cell, style), style.bold

    def notes(self) -> list[Note]:
        """A note where formulas have no value that was kept with them."""
        if not self._without_value:
            return []
        message = f"{self._without_value} formulas have no value kept with them; their cells stay empty"
        return [Note("formula_without_value", message, "tables")]

    def _text(self, cell: Element, style: CellStyle) -> str:
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            inline = cell.find("s:is", NAMES)
            return text_of(inline) if inline is not None else ""
        value = cell.findtext("s:v", "", NAMES)
        if not value:
            self._without_value += cell.find("s:f", NAMES) is not None and kind != "str"
            return ""
        match kind:
            case "s":
                at = int(value) if value.isdecimal() and len(value) < 10 else -1
                return self._texts[at] if 0 <= at < len(self._texts) else ""
            case "b":
                return _TRUTHS.get(value, value)
            case "n":
                return show_number(value, style.format, self._from_1904)
        return _unescaped(value)


def text_of(element: Element) -> str:
    """The text of a shared or inline text, without what only helps to pronounce it."""
    pieces: list[str] = []
    for child in element:
        if child.tag == f"{S}t":
            pieces.append(child.text or "")
        elif child.tag == f"{S}r":
            pieces.append(child.findtext("s:t", "", NAMES))
    return _unescaped("".join(pieces))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: _character(int(found[1], 16)), text) if "_x" in text else text


def _character(code: int) -> str:
    return chr(code) if code >= 0x20 and not 0xD800 <= code < 0xE000 else " "
