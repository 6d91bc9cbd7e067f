"""The styles of an Excel workbook: for each the number format, and whether it is bold."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import msgspec

from archive.extract.number_format import GENERAL
from archive.extract.xlsx_names import NAMES

# ISO/IEC 29500-1, 18.8.30; those that follow the computer's settings as Belgian Dutch has them.
_BUILT_IN = {
    0: GENERAL, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: '#,##0\\ "€"', 6: '#,##0\\ "€"',
    7: '#,##0.00\\ "€"', 8: '#,##0.00\\ "€"', 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "d/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "d/mm/yyyy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    41: "#,##0", 42: '"€"\\ #,##0', 43: "#,##0.00", 44: '"€"\\ #,##0.00', 45: "mm:ss", 46: "[h]:mm:ss",
    47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
_OFF = frozenset({"0", "false", "off"})


class CellStyle(msgspec.Struct, frozen=True):
    """How a cell is shown. format: as Excel writes number formats."""

    format: str = GENERAL
    bold: bool = False


def read_styles(root: Element | None) -> tuple[CellStyle, ...]:
    """The styles that cells name by their place."""
    if root is None:
        return ()
    formats = {
        element.get("numFmtId", ""): element.get("formatCode", GENERAL)
        for element in root.iterfind("s:numFmts/s:numFmt", NAMES)
    }
    bold = [_is_bold(font) for font in root.iterfind("s:fonts/s:font", NAMES)]
    return tuple(
        CellStyle(_format(element.get("numFmtId", "0"), formats), _at(bold, element.get("fontId", "")))
        for element in root.iterfind("s:cellXfs/s:xf", NAMES)
    )


def _format(id: str, formats: dict[str, str]) -> str:
    if id in formats:
        return formats[id]
    return _BUILT_IN.get(int(id), GENERAL) if id.isdecimal() and len(id) < 5 else GENERAL


def _at(bold: list[bool], place: str) -> bool:
    return place.isdecimal() and len(place) < 8 and int(place) < len(bold) and bold[int(place)]


def _is_bold(font: Element) -> bool:
    found = font.find("s:b", NAMES)
    return found is not None and found.get("val", "1") not in _OFF
