"""What a reference to a record says, whatever the form in which it is written down."""

from __future__ import annotations

import datetime as dt
import re

import msgspec

from archive.config import Settings
from archive.model.addresses import page_address
from archive.model.question import WrittenQuestion
from archive.model.record import Record
from archive.text.person_names import PersonName, split_name
from archive.text.web_address import web_address

_OUTSIDE_KEY = re.compile(r"[^A-Za-z0-9:.-]")


class Citation(msgspec.Struct, frozen=True):
    """The facts of a reference. A fact that the record does not hold is None or empty, never guessed.

    key: "2023-2024:jo-brouns:386", unique in the archive. number: "386 (2023-2024)". address: the page in this
    archive where it has an address on the web, else the page or document at the parliament. document: the
    parliament's own file. publisher: the parliament; archive: the name of this archive.
    """

    key: str
    id: str
    title: str
    authors: tuple[PersonName, ...]
    recipients: tuple[PersonName, ...]
    number: str | None
    publisher: str
    archive: str
    issued: dt.date | None
    address: str | None
    document: str | None
    themes: tuple[str, ...]
    language: str
    is_question: bool


def citation_of(record: Record, settings: Settings) -> Citation:
    """The reference to a record. Text is on one line: what reference lists can hold."""
    found = Citation(
        key=citation_key(record.id),
        id=record.id,
        title=one_line(record.title),
        authors=(),
        recipients=(),
        number=None,
        publisher=settings.publisher,
        archive=settings.title,
        issued=None,
        address=_address(record, settings.base_url),
        document=_harmless_address(record.links.document),
        themes=tuple(filter(None, map(one_line, record.themes))),
        language=settings.document_language,
        is_question=isinstance(record, WrittenQuestion),
    )
    if not isinstance(record, WrittenQuestion):
        return msgspec.structs.replace(found, issued=record.dated_on)
    return msgspec.structs.replace(
        found,
        authors=_people(record.asker.name),
        recipients=_people(record.minister.name),
        number=f"{record.number} ({one_line(record.parliamentary_year)})",
        issued=record.asked_on,
    )


def citation_key(id: str) -> str:
    """The key of a reference: the id with colons, since a slash or a blank ends a key for some programs."""
    return _OUTSIDE_KEY.sub(lambda found: f"_{ord(found[0]):x}_", id.replace("/", ":"))


def one_line(text: str) -> str:
    """The text without control characters, and with one blank wherever there was any white space."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _people(name: str) -> tuple[PersonName, ...]:
    name = one_line(name)
    return (split_name(name),) if name else ()


def _address(record: Record, base_url: str | None) -> str | None:
    if base_url:
        return f"{base_url.rstrip('/')}/{page_address(record)}"
    return _harmless_address(record.links.page) or _harmless_address(record.links.document)


def _harmless_address(address: str | None) -> str | None:
    """The address on one line, if it is one of the web: a reference manager opens whatever it is given."""
    return web_address("%20".join(one_line(address).split())) if address else None
