"""Running text as HTML: everything escaped, bare web addresses and mentions of topics made into links."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec
from markupsafe import Markup, escape

from archive.links.names import TopicKind
from archive.render.escaping import escaped, marked
from archive.text.web_address import web_address

# One pass, no backtracking: an address ends at a blank or at a mark that no address holds bare.
_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»{}|\\^`]+", re.IGNORECASE)
_CLOSING = ".,;:!?…'’"


class Mention(msgspec.Struct, frozen=True):
    """A stretch of a text that leads to the page of a topic, which has a kind and a name."""

    start: int
    end: int
    address: str
    kind: TopicKind
    name: str


def prose(text: str) -> Markup:
    """The text, escaped, with each bare web address as a link to it."""
    if "://" not in text:
        return marked(escaped(text))
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


def linked_prose(
    text: str, mentions: Sequence[Mention], link: Callable[[str], str], label: Callable[[Mention], str]
) -> Markup:
    """The text as `prose` gives it, its mentions links too.

    mentions: in the order of the text, without overlaps, none in an address. link: makes the address of a page one
    that holds on this page; label: tells in the language of the page where a mention leads.
    """
    if not mentions:
        return prose(text)
    pieces: list[str] = []
    end = 0
    for one in mentions:
        pieces += (
            prose(text[end : one.start]),
            Markup('<a class="mention" href="{}" title="{}">{}</a>').format(
                link(one.address), label(one), text[one.start : one.end]
            ),
        )
        end = one.end
    pieces.append(prose(text[end:]))
    return Markup("".join(pieces))  # noqa: S704 - every piece is escaped above


def _without_closing(address: str) -> str:
    """An address without the marks of the sentence around it; a bracket goes only if it was not opened inside."""
    kept = address.rstrip(_CLOSING)
    while kept.endswith(")") and kept.count(")") > kept.count("("):
        kept = kept[:-1].rstrip(_CLOSING)
    return kept
