"""Names of the elements and attributes of WordprocessingML (ISO/IEC 29500-1), and how their values are told."""

from __future__ import annotations

from xml.etree.ElementTree import Element

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
W, R, M, MC = (f"{{{NAMES[prefix]}}}" for prefix in ("w", "r", "m", "mc"))
VALUE = f"{W}val"
_OFF = frozenset({"0", "false", "off", "none"})


def value_at(element: Element | None, path: str) -> str | None:
    """The `w:val` of the element at a path ("w:pPr/w:pStyle"), None where either is missing."""
    found = element.find(path, NAMES) if element is not None else None
    return found.get(VALUE) if found is not None else None


def number_at(element: Element | None, path: str) -> int | None:
    """The whole number that stands at a path, None where there is none."""
    return whole_number(value_at(element, path))


def whole_number(text: str | None) -> int | None:
    """The number that a text of at most nine figures says, None for anything else."""
    plain = (text or "").removeprefix("-")
    return int(text) if text and plain.isascii() and plain.isdigit() and len(plain) < 10 else None


def switch_at(element: Element | None, path: str) -> bool | None:
    """Whether a property is on; None where nothing is said of it. A property without a value is on."""
    found = element.find(path, NAMES) if element is not None else None
    return None if found is None else found.get(VALUE, "1").casefold() not in _OFF
