"""Names of the elements and attributes of OpenDocument 1.2 and 1.3 (ISO/IEC 26300)."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from archive.extract.word_names import whole_number

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = {
    "office": f"{_OASIS}:office:1.0",
    "text": f"{_OASIS}:text:1.0",
    "table": f"{_OASIS}:table:1.0",
    "style": f"{_OASIS}:style:1.0",
    "draw": f"{_OASIS}:drawing:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "dc": "http://purl.org/dc/elements/1.1/",
}
OFFICE, TEXT, TABLE, STYLE, DRAW, FO, LOEXT, XLINK, XML = (
    f"{{{NAMES[prefix]}}}"
    for prefix in ("office", "text", "table", "style", "draw", "fo", "loext", "xlink", "xml")
)
PARAGRAPHS = frozenset({f"{TEXT}p", f"{TEXT}h"})


def count_of(element: Element, name: str, most: int) -> int:
    """How often an element stands for itself, or how far it reaches: at least 1."""
    return min(max(whole_number(element.get(name)) or 1, 1), most)
