"""The tags in the head of a page by which reference managers and search engines know what it is about.

Those that begin with "citation_" were made up by HighWire Press and are read by Google Scholar (its guide for
webmasters) and Zotero, which takes what names a technical report's institution for a report. The others are Dublin
Core, written as the recommendation DC-HTML (2008) has it, without the attribute `scheme`, which HTML has given up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlsplit

import msgspec

from archive.model.question import WrittenQuestion
from archive.model.record import Record
from archive.text.citation import Citation
from archive.text.person_names import PersonName
from archive.text.web_address import web_address

_PDF = "application/pdf"
_TEXT = "text/plain"


class Tag(msgspec.Struct, frozen=True):
    """A meta element."""

    name: str
    content: str


def citation_tags(citation: Citation, record: Record, permalink: str | None) -> tuple[Tag, ...]:
    """The tags of the page of a record. permalink: the page's whole address, where the site has one."""
    return (*_highwire(citation, record, permalink), *_dublin_core(citation, record, permalink))


def pdf_address(record: Record) -> str | None:
    """Where the parliament has the document as a PDF, if that is known to be one.

    Texts tell the address of their PDF in a line that says so, and it is the parliament's file service, whose
    addresses do not show what they lead to.
    """
    address = web_address(record.links.document)
    if address is None:
        return None
    path = urlsplit(address).path.lower()
    kind = record.source.media_type
    known = path.endswith(".pdf") or kind == _PDF or (kind == _TEXT and path.endswith("/pfile"))
    return address if known else None


def _highwire(citation: Citation, record: Record, permalink: str | None) -> Iterator[Tag]:
    yield Tag("citation_title", citation.title)
    for author in citation.authors:
        yield Tag("citation_author", _author(author))
    if citation.issued:
        yield Tag("citation_date", _slashed(citation.issued))
    if isinstance(record, WrittenQuestion) and record.published_on:
        yield Tag("citation_publication_date", _slashed(record.published_on))
    yield Tag("citation_technical_report_institution", citation.publisher)
    if citation.number:
        yield Tag("citation_technical_report_number", citation.number)
    yield Tag("citation_language", citation.language)
    for theme in citation.themes:
        yield Tag("citation_keywords", theme)
    pdf = pdf_address(record)
    if pdf:
        yield Tag("citation_pdf_url", pdf)
    if permalink:
        yield Tag("citation_public_url", permalink)


def _dublin_core(citation: Citation, record: Record, permalink: str | None) -> Iterator[Tag]:
    yield Tag("DC.title", citation.title)
    for author in citation.authors:
        yield Tag("DC.creator", author.inverted)
    for recipient in citation.recipients:
        yield Tag("DC.contributor", recipient.inverted)
    yield Tag("DC.publisher", citation.publisher)
    if citation.issued:
        yield Tag("DC.date", citation.issued.isoformat())
    if isinstance(record, WrittenQuestion) and record.published_on:
        yield Tag("DCTERMS.issued", record.published_on.isoformat())
    yield Tag("DC.type", "Text")
    yield Tag("DC.language", citation.language)
    yield Tag("DC.identifier", permalink or citation.id)
    if citation.number:
        yield Tag("DCTERMS.bibliographicCitation", citation.number)
    for theme in citation.themes:
        yield Tag("DC.subject", theme)
    yield Tag("DCTERMS.isPartOf", citation.archive)


def _author(name: PersonName) -> str:
    """The name with the surname first, which needs no guess.

    Zotero takes two words, a comma and two words for two people, unless there is a semicolon, which parts people.
    """
    mistaken = " " in name.surname and " " in name.given
    return f"{name.inverted};" if mistaken else name.inverted


def _slashed(date: dt.date) -> str:
    return f"{date.year:04}/{date.month:02}/{date.day:02}"
