"""A reference as a sentence to paste."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from archive.text.citation import Citation
from archive.text.citation_words import (
    CONSULTED_WORDS,
    KIND_WORDS,
    NUMBER_WORDS,
    QUOTES,
    TO_WORDS,
    written_date,
)


def citation_sentence(citation: Citation, language: str, consulted: dt.date | None = None) -> str:
    """The reference in words of "nl" or "en"; `consulted`: the day on which its address was read."""
    return f"{', '.join(_pieces(citation, language, consulted))}."


def _pieces(citation: Citation, language: str, consulted: dt.date | None) -> Iterator[str]:
    yield from (one.plain for one in citation.authors)
    opening, closing = QUOTES[language]
    yield f"{opening}{citation.title}{closing}"
    yield _what(citation, language)
    yield citation.publisher
    if citation.issued:
        yield written_date(citation.issued, language)
    if citation.address:
        yield citation.address
        if consulted:
            yield f"{CONSULTED_WORDS[language]} {written_date(consulted, language)}"


def _what(citation: Citation, language: str) -> str:
    words = [KIND_WORDS[language][citation.is_question]]
    if citation.number:
        words += [NUMBER_WORDS[language], citation.number]
    if citation.recipients:
        words += [TO_WORDS[language], ", ".join(one.plain for one in citation.recipients)]
    return " ".join(words)
