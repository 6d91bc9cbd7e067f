"""The sentences of a running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.text.ends import ends_sentence

# Where a line break was lost, a sentence may follow the point at once ("zijn.Het").
_BORDER = re.compile(
    r"[.?!…][\"'”’»)]?(?:\s+(?=[\"'“‘«(]?[A-ZÀ-ÝĲ\d])|(?<=[a-zà-ÿ)]{3}[.?!])(?=[A-ZÀ-Ý][a-zà-ÿ]+\s))"
)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text without the blanks around them; the point of an abbreviation ends none."""
    start = 0
    for border in _BORDER.finditer(text):
        sentence = text[start : border.end()].strip()
        if ends_sentence(sentence):
            yield sentence
            start = border.end()
    rest = text[start:].strip()
    if rest:
        yield rest
