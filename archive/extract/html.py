"""HTML pages: paragraphs, headings, lists and tables, in the order of the page."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

import msgspec
from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from archive.errors import Refusal
from archive.extract.decoding import decode_text
from archive.extract.formats import Found
from archive.extract.html_table import read_table
from archive.model.document import Document, Line, Source
from archive.model.question import Note
from archive.text.bullets import BULLET

MEDIA_TYPE = "text/html"
_LOOKED_AT = 1 << 12
_BEGINNING = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:!doctype html|html|head|body)\b", re.I | re.S
)
_ELEMENT = re.compile(rb"<(?:p|div|table|br|h[1-6]|ul|ol)\b[^>]{0,200}>", re.I)
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.I)
_SILENT = frozenset({"script", "style", "template", "noscript", "title", "svg", "math", "object"})
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
        "th", "thead", "tr", "ul",
    }
)  # fmt: skip
_ENTRY = "li"


class HtmlFormat(msgspec.Struct, frozen=True):
    """Sure of content that begins as a page does; in doubt about text with some elements of HTML."""

    name: str = "HTML"

    def sureness(self, source: Source) -> float:
        """0.9 for a page, 0.3 for a fragment."""
        start = _plain(source.content[:_LOOKED_AT])
        if _BEGINNING.match(start):
            return 0.9
        return 0.3 if start.lstrip().startswith(b"<") and _ELEMENT.search(start) else 0.0

    def read(self, source: Source) -> Found:
        """One document; every paragraph, heading and list entry is a line that its author ended."""
        text, notes = _decode(source)
        soup = BeautifulSoup(text, "html.parser")
        lines = tuple(_Walker().lines_of(soup))
        if not any(line.text or line.table for line in lines):
            raise Refusal(source.name, "the page has no text", "leave it out", code="no_text")
        title = " ".join(soup.title.get_text(" ").split()) if soup.title else ""
        metadata = (("title", title),) if title else ()
        return (Document(lines, MEDIA_TYPE, metadata, notes),)


def _plain(start: bytes) -> bytes:
    """The beginning of a page as far as it is ASCII, however its characters are written."""
    decoded = decode_text(start) if b"\x00" in start else None
    return decoded.text.encode("ascii", "replace") if decoded else start.removeprefix(codecs.BOM_UTF8)


def _decode(source: Source) -> tuple[str, tuple[Note, ...]]:
    decoded = decode_text(source.content)
    declared = _DECLARED.search(source.content[:_LOOKED_AT])
    if declared and (decoded is None or decoded.notes):
        try:
            return source.content.decode(declared.group(1).decode("ascii")), ()
        except (UnicodeDecodeError, LookupError):
            pass
    if decoded is None:
        raise Refusal(source.name, "the page is no text", "save it as UTF-8", code="binary")
    return decoded.text, decoded.notes


class _Walker:
    """Goes through a page without recursion, however deep its elements are nested."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._prefix = ""
        self._number = 0
        # The number of the last entry of each numbered list, by the identity of its element.
        self._counted: dict[int, int] = {}
        self._outer: set[int] = set()

    def lines_of(self, soup: BeautifulSoup) -> Iterator[Line]:
        self._outer = _tables_around_tables(soup)
        stack: list[PageElement | None] = [soup]
        while stack:
            node = stack.pop()
            if node is None or (isinstance(node, Tag) and node.name == "br"):
                yield from self._flushed()
            elif isinstance(node, Tag):
                yield from self._open(node, stack)
            elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
                self._pieces.append(str(node))
        yield from self._flushed()

    def _open(self, tag: Tag, stack: list[PageElement | None]) -> Iterator[Line]:
        if tag.name in _SILENT or tag.has_attr("hidden"):
            return
        if tag.name == "table" and id(tag) not in self._outer:
            yield from self._flushed()
            table = read_table(tag)
            if table:
                self._number += 1
                yield Line("", self._number, table=table)
                return
        is_block = tag.name in _BLOCKS
        if is_block:
            yield from self._flushed()
            stack.append(None)
            if tag.name == "ol":
                self._counted[id(tag)] = _start(tag) - 1
            elif tag.name == _ENTRY:
                self._prefix = self._mark(tag)
        stack.extend(reversed(tag.contents))

    def _mark(self, entry: Tag) -> str:
        """What a browser prints before an entry: its number in a numbered list, else a bullet."""
        numbered = entry.parent
        if numbered is None or id(numbered) not in self._counted:
            return f"{BULLET} "
        self._counted[id(numbered)] += 1
        number = self._counted[id(numbered)]
        return f"{chr(ord('a') + (number - 1) % 26)}) " if numbered.get("type") == "a" else f"{number}. "

    def _flushed(self) -> Iterator[Line]:
        text = " ".join("".join(self._pieces).split())
        self._pieces = []
        if text:
            self._number += 1
            yield Line(self._prefix + text, self._number, broken=False)
            self._prefix = ""


def _tables_around_tables(soup: BeautifulSoup) -> set[int]:
    """The identities of the tables that hold others, found in one walk however deep they are nested."""
    found: set[int] = set()
    stack: list[tuple[Tag, int | None]] = [(soup, None)]
    while stack:
        tag, around = stack.pop()
        if tag.name == "table":
            if around is not None:
                found.add(around)
            around = id(tag)
        stack.extend((child, around) for child in tag.contents if isinstance(child, Tag))
    return found


def _start(numbered: Tag) -> int:
    value = str(numbered.get("start", "1"))
    return int(value) if value.isdecimal() and len(value) < 6 else 1
