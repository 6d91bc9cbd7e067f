"""A reference as a sentence to paste."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from archive.text.citation import Citation
from archive.text.citation_words import (
    CONSULTED_WORDS,
    KIND_WORDS,
    NUMBER_WORDS,
    QUOTES,
    TO_WORDS,
    written_date,
)


class SentencePieces(msgspec.Struct, frozen=True):
    """A reference in words, in pieces to be joined by commas.

    what: who asked what of whom, behind which the part that is meant may stand. source: publisher and date.
    consulted: the words that go before the day on which the address was read.
    """

    what: str
    source: str
    address: str | None
    consulted: str


def citation_sentence(citation: Citation, language: str, consulted: dt.date | None = None) -> str:
    """The reference in words of "nl", "en" or "fr"; `consulted`: the day on which its address was read."""
    pieces = sentence_pieces(citation, language)
    told = [pieces.what, pieces.source]
    if pieces.address:
        told.append(pieces.address)
        if consulted:
            told.append(f"{pieces.consulted} {written_date(consulted, language)}")
    return f"{', '.join(told)}."


def sentence_pieces(citation: Citation, language: str) -> SentencePieces:
    """The pieces of the reference in words of "nl", "en" or "fr"."""
    return SentencePieces(
        what=", ".join(_what(citation, language)),
        source=", ".join(_source(citation, language)),
        address=citation.address,
        consulted=CONSULTED_WORDS[language],
    )


def _what(citation: Citation, language: str) -> Iterator[str]:
    yield from (one.plain for one in citation.authors)
    opening, closing = QUOTES[language]
    yield f"{opening}{citation.title}{closing}"
    words = [KIND_WORDS[language][citation.is_question]]
    if citation.number:
        words += [NUMBER_WORDS[language], citation.number]
    if citation.recipients:
        words += [TO_WORDS[language], ", ".join(one.plain for one in citation.recipients)]
    yield " ".join(words)


def _source(citation: Citation, language: str) -> Iterator[str]:
    yield citation.publisher
    if citation.issued:
        yield written_date(citation.issued, language)
