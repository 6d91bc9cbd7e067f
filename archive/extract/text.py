"""Plain text, as an extractor or an author left it."""

from __future__ import annotations

import re
from itertools import pairwise

import msgspec

from archive.errors import Refusal
from archive.extract.decoding import decode_text, first_lines
from archive.extract.formats import Found
from archive.extract.signatures import name_of_content
from archive.model.document import Document, Line, Source
from archive.text.ends import ends_sentence

MEDIA_TYPE = "text/plain"
_LONG = 60
_SMALL_WORD = re.compile(r"[a-zà-ÿ]{2}")
_PAGE_BREAK = "\x0c"


class TextFormat(msgspec.Struct, frozen=True):
    """Bids low, so that every format that knows its own content comes first."""

    name: str = "plain text"

    def sureness(self, source: Source) -> float:
        """0.1 for what decodes as text and does not begin as another kind of file."""
        start = first_lines(source.content)
        return 0.1 if name_of_content(start) is None and decode_text(start) else 0.0

    def read(self, source: Source) -> Found:
        """One document."""
        decoded = decode_text(source.content)
        if decoded is None:
            raise Refusal(source.name, "the content is no text", "save it as UTF-8", code="binary")
        return (Document(split_lines(decoded.text), MEDIA_TYPE, notes=decoded.notes),)


def split_lines(text: str) -> tuple[Line, ...]:
    """The lines of a text. `broken` is told by trailing blanks, where the text has them at all."""
    texts = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if texts and not texts[-1]:
        texts.pop()
    tells = _blanks_tell(texts)
    lines: list[Line] = []
    page = 1
    paged = _PAGE_BREAK in text
    for number, line in enumerate(texts, 1):
        page += line.count(_PAGE_BREAK)
        plain = line.replace(_PAGE_BREAK, "")
        broken = plain.endswith(" ") if tells and plain.strip() else None
        lines.append(Line(plain, number, page if paged else None, broken))
    return tuple(lines)


def _blanks_tell(texts: list[str]) -> bool:
    """Whether the extractor left a trailing blank where the page broke a line.

    The witnesses are long lines that surely go on: the next one begins with a word in small letters.
    """
    witnesses = [
        text
        for text, following in pairwise(texts)
        if len(text.rstrip()) >= _LONG and not ends_sentence(text) and _SMALL_WORD.match(following)
    ]
    if not witnesses:
        return any(text.endswith(" ") for text in texts)
    return sum(1 for text in witnesses if text.endswith(" ")) * 2 >= len(witnesses)
