"""Texts as XML 1.0 can hold them: marks escaped, and the few characters left out that it cannot hold at all."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

# https://www.w3.org/TR/xml/#charsets: not even a character reference may name any other.
_IMPOSSIBLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """A text that stands between tags."""
    return escape(_IMPOSSIBLE.sub("", text))


def xml_attribute(text: str) -> str:
    """The value of an attribute, with its quotation marks."""
    return quoteattr(_IMPOSSIBLE.sub("", text))
