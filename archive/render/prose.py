"""Running text as HTML: everything escaped, bare web addresses made into links."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from markupsafe import Markup, escape

# One pass, no backtracking: an address ends at a blank or at a mark that no address holds bare.
_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»{}|\\^`]+", re.IGNORECASE)
_CLOSING = ".,;:!?…'’"


def web_address(address: str | None) -> str | None:
    """The address if it is one of the web (http or https, with a host), else None."""
    if address is None:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme.lower() in {"http", "https"} and parts.netloc else None


def prose(text: str) -> Markup:
    """The text, escaped, with each bare web address as a link to it."""
    if "://" not in text:
        return escape(text)
    pieces: list[str] = []
    end = 0
    for match in _ADDRESS.finditer(text):
        address = _without_closing(match.group())
        if web_address(address) is None:
            continue
        shown = escape(address)
        pieces += (
            escape(text[end : match.start()]),
            f'<a href="{shown}" rel="external noopener">{shown}</a>',
        )
        end = match.start() + len(address)
    pieces.append(escape(text[end:]))
    return Markup("".join(pieces))  # noqa: S704 - every piece is escaped above


def _without_closing(address: str) -> str:
    """An address without the marks of the sentence around it; a bracket goes only if it was not opened inside."""
    kept = address.rstrip(_CLOSING)
    while kept.endswith(")") and kept.count(")") > kept.count("("):
        kept = kept[:-1].rstrip(_CLOSING)
    return kept
