"""Reads XML that a stranger wrote: nothing is fetched, no entity is expanded, and size is bounded."""

from __future__ import annotations

import io
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, XMLParser, fromstring, iterparse

from archive.errors import Refusal

# A declaration of the document type is where entities are declared. No office document needs one.
_DECLARATIONS = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
# An element takes some 200 bytes in memory, however few it has in the file.
_MOST_TAGS = 6_000_000
# "Strict" documents of Office use other names for the same elements (ISO/IEC 29500-1 and -4).
_STRICT = tuple(
    (f"http://purl.oclc.org/ooxml/{name}".encode(), f"http://schemas.openxmlformats.org/{usual}".encode())
    for name, usual in (
        ("wordprocessingml/main", "wordprocessingml/2006/main"),
        ("spreadsheetml/main", "spreadsheetml/2006/main"),
        ("officeDocument/relationships", "officeDocument/2006/relationships"),
        ("officeDocument/math", "officeDocument/2006/math"),
    )
)
_STRICT_MARK = b"http://purl.oclc.org/ooxml/"


def parse_xml(content: bytes, place: str) -> Element:
    """The tree of an XML document. Raises Refusal: "damaged", "unsafe" or "too_large"."""
    content = _checked(content, place)
    try:
        return fromstring(content, XMLParser())  # noqa: S314 - see _checked
    except (ParseError, ValueError, LookupError) as error:
        raise _damaged(place, error) from error


def walk_xml(content: bytes, tags: frozenset[str], place: str) -> Iterator[Element]:
    """The elements with one of `tags` once they are complete, in order; what was passed is forgotten.

    An element with one of `tags` within another is given before that, and stays in it. Raises Refusal.
    """
    content = _checked(content, place)
    above: list[Element] = []
    wanted = 0
    try:
        for event, element in iterparse(io.BytesIO(content), ("start", "end")):  # noqa: S314 - see _checked
            if event == "start":
                above.append(element)
                wanted += element.tag in tags
                continue
            above.pop()
            if element.tag in tags:
                yield element
                wanted -= 1
            if above and not wanted:
                above[-1].remove(element)
    except (ParseError, ValueError, LookupError) as error:
        raise _damaged(place, error) from error


def _checked(content: bytes, place: str) -> bytes:
    """The content, within bounds and with the usual names. No entity comes in that could grow or lead away."""
    if any(mark in content for mark in _DECLARATIONS):
        raise Refusal(
            place, "it declares a document type, as no such document does", "save it anew", code="unsafe"
        )
    if content.count(b"<") > _MOST_TAGS:
        cause = f"it has more than {_MOST_TAGS} tags"
        raise Refusal(place, cause, "split the document", code="too_large")
    if _STRICT_MARK in content:
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
    return content


def _damaged(place: str, error: Exception) -> Refusal:
    cause = f"the XML cannot be read ({error})"
    return Refusal(place, cause, "see whether it opens elsewhere, or fetch it again", code="damaged")
