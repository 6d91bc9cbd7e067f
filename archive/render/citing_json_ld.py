"""A record as linked data of schema.org, in JSON-LD that needs no other file to be understood.

A question with its answer is a `Question`, not a `QAPage`: nobody can answer it here. The text itself is not told a
second time; whoever wants it finds it on the page, at the anchors that are named.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from archive.config import Settings
from archive.model.addresses import ANSWER_ANCHOR, QUESTION_ANCHOR
from archive.model.question import WrittenQuestion
from archive.model.record import Record
from archive.text.citation import Citation
from archive.text.person_names import PersonName
from archive.text.web_address import web_address

_DATE = {"@type": "Date"}
_ADDRESS = {"@type": "@id"}
# Named here in full, so that no program has to ask another host what the words mean.
CONTEXT = {
    "@vocab": "https://schema.org/",
    "dateCreated": _DATE,
    "datePublished": _DATE,
    "license": _ADDRESS,
    "sameAs": _ADDRESS,
    "url": _ADDRESS,
}


def json_ld(citation: Citation, record: Record, settings: Settings, permalink: str | None) -> dict[str, Any]:
    """The linked data of a page. Without a permalink, addresses are relative to the page: "" is the page itself."""
    page = permalink or ""
    told = {
        "@context": CONTEXT,
        "@type": "Question" if citation.is_question else "DigitalDocument",
        "@id": f"{page}#{QUESTION_ANCHOR}" if citation.is_question else page,
        "url": page,
        "name": citation.title,
        "identifier": citation.number or citation.id,
        "inLanguage": citation.language,
        "author": _people(citation.authors),
        "dateCreated": _day(citation.issued),
        "about": list(citation.themes),
        "publisher": {"@type": "GovernmentOrganization", "name": citation.publisher},
        "isPartOf": _archive(settings),
        "license": web_address(settings.licence_url),
        "sameAs": _elsewhere(record),
    }
    if isinstance(record, WrittenQuestion):
        told |= _exchange(record, citation, page)
    return {name: value for name, value in told.items() if value not in (None, [])}


def _exchange(record: WrittenQuestion, citation: Citation, page: str) -> dict[str, Any]:
    return {
        "datePublished": _day(record.published_on),
        "audience": [{"@type": "Audience", "name": one.plain} for one in citation.recipients],
        "answerCount": 1 if record.answer else 0,
        "acceptedAnswer": _answer(record, citation, page) if record.answer else None,
    }


def _answer(record: WrittenQuestion, citation: Citation, page: str) -> dict[str, Any]:
    told = {
        "@type": "Answer",
        "@id": f"{page}#{ANSWER_ANCHOR}",
        "url": f"{page}#{ANSWER_ANCHOR}",
        "author": _people(citation.recipients),
        "dateCreated": _day(record.answered_on),
        "inLanguage": citation.language,
    }
    return {name: value for name, value in told.items() if value not in (None, [])}


def _archive(settings: Settings) -> dict[str, Any]:
    archive: dict[str, Any] = {"@type": "Collection", "name": settings.title}
    return archive | ({"url": f"{settings.base_url.rstrip('/')}/"} if settings.base_url else {})


def _people(names: Sequence[PersonName]) -> list[dict[str, str]]:
    return [
        {"@type": "Person", "name": one.plain, "familyName": one.surname}
        | ({"givenName": one.given} if one.given else {})
        for one in names
    ]


def _elsewhere(record: Record) -> list[str]:
    addresses = (record.links.page, record.links.document)
    return [address for address in map(web_address, addresses) if address]


def _day(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None
