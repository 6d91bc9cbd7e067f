"""Finds documents on the web: at one address, linked from a page, or through the open-data service."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterable, Iterator

import msgspec

from archive.errors import Refusal
from archive.extract.html import HtmlFormat
from archive.fetch.answers import Answer, Validators
from archive.fetch.client import WebClient
from archive.fetch.open_data import (
    PAGE_SIZE,
    NamedFiles,
    is_search,
    named_files,
    read_search_page,
    search_page_address,
)
from archive.fetch.pages import linked_documents
from archive.ingest.found import Fetched, Found
from archive.ingest.limits import Limits
from archive.ingest.unpack import Budget, Container, documents_in
from archive.model.document import Source

_HTML = HtmlFormat()


class Remembered(msgspec.Struct, frozen=True):
    """What an earlier run fetched from an address: the bytes, what the server called them, and when it said so."""

    content: bytes
    validators: Validators
    fetched_at: dt.datetime


class Online(msgspec.Struct, frozen=True):
    """How the web is used. follow: also documents that a page links to, and attachments.

    fresh: what was fetched on the way less than this ago is not asked for again, so that a run that was stopped
    goes on where it was.
    """

    client: WebClient
    follow: bool = False
    fresh: dt.timedelta = dt.timedelta(hours=24)


class Journey(msgspec.Struct, frozen=True):
    """One address that the user gave, with all that is fetched because of it.

    remembered: what earlier runs fetched; again: asks even for what is fresh. fetched: addresses of this run.
    """

    given: str
    online: Online
    limits: Limits
    remembered: Callable[[str], Remembered | None]
    clock: Callable[[], dt.datetime]
    again: bool
    fetched: set[str]


def documents_online(journey: Journey) -> Iterator[Found]:
    """The documents at the address that was given. Raises StoppedWaiting; what cannot be had is refused."""
    if is_search(journey.given):
        yield from _search(journey)
        return
    yield from _document(journey, journey.given)


def _search(journey: Journey) -> Iterator[Found]:
    """The question behind each result, page after page."""
    page, total = 1, 1
    while (page - 1) * PAGE_SIZE < total:
        address = search_page_address(journey.given, page)
        try:
            answer = journey.online.client.fetch(address, given=journey.given)
            found = read_search_page(answer.content or b"", address)
        except Refusal as refusal:
            yield _refused(address, refusal)
            return
        for result in found.addresses:
            yield from _document(journey, result)
        page, total = page + 1, found.total if found.addresses else 0


def _document(journey: Journey, address: str, *, no_page: bool = False) -> Iterator[Found]:
    """The document at an address, and those that it names. no_page: a web page in its place is refused."""
    if address in journey.fetched:
        return
    journey.fetched.add(address)
    try:
        content, fetched, final = _content(journey, address)
        is_page = _HTML.sureness(Source(address, content)) > 0.5
        if no_page and is_page:
            cause = "the server gives a web page in the place of the document"
            raise Refusal(address, cause, "see in a browser what it says", code="page")
    except Refusal as refusal:
        yield _refused(address, refusal)
        return
    yield from _opened(content, address, fetched, journey.limits)
    # What a document on the way names in its turn is not followed: no server can lead a run on for ever.
    if not no_page:
        yield from _named(journey, content, final, is_page)


def _named(journey: Journey, content: bytes, address: str, is_page: bool) -> Iterator[Found]:
    follow = journey.online.follow
    if is_page:
        wanted: Iterable[str] = linked_documents(content, address) if follow else ()
    else:
        files = named_files(content) if content.lstrip()[:1] == b"{" else None
        named = files or NamedFiles()
        wanted = (*named.documents, *(named.attachments if follow else ()))
    for target in wanted:
        yield from _document(journey, target, no_page=True)


def _content(journey: Journey, address: str) -> tuple[bytes, Fetched, str]:
    """The bytes at an address, fetched or remembered, and where they were found. Raises Refusal."""
    known = journey.remembered(address)
    now = journey.clock()
    if (
        known
        and address != journey.given
        and not journey.again
        and now - known.fetched_at < journey.online.fresh
    ):
        return known.content, Fetched(address, known.validators, known.fetched_at), address
    answer = journey.online.client.fetch(address, known.validators if known else None, given=journey.given)
    if answer.content is not None:
        return answer.content, Fetched(address, answer.validators, now), answer.address
    if known is None:
        raise Refusal(
            address,
            "the server says that nothing changed, and was never asked before",
            "fetch it in a browser and give the file",
            code="status",
        )
    return known.content, Fetched(address, _newest(answer, known), now), answer.address


def _newest(answer: Answer, known: Remembered) -> Validators:
    given, kept = answer.validators, known.validators
    return Validators(given.etag or kept.etag, given.last_modified or kept.last_modified)


def _opened(content: bytes, address: str, fetched: Fetched, limits: Limits) -> Iterator[Found]:
    container = Container(address, address, content, 0)
    for found in documents_in(io.BytesIO(content), container, Budget(len(content), limits)):
        # What came out of an archive has no address of its own.
        whole = found.content is content
        yield msgspec.structs.replace(found, address=address, fetched=fetched) if whole else found


def _refused(address: str, refusal: Refusal) -> Found:
    return Found(address, address, None, refusal)
