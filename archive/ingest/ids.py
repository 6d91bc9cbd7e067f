"""Whether the id of a record is one that a page can have: records in JSON Lines bring their own."""

from __future__ import annotations

import re

from archive.errors import Refusal
from archive.model.question import WrittenQuestion
from archive.model.record import Record
from archive.text.slugs import slug

FOLDER = "documenten/"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_YEAR = re.compile(r"(\d{4})-(\d{4})")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_LONGEST_SLUG = 100


def check_id(record: Record, place: str) -> None:
    """Raises Refusal, naming `place`, where the id is not made of the record's own fields.

    The id becomes an address on the site, and the hash of the source tells documents with one title apart.
    """
    fault = _question_fault(record) if isinstance(record, WrittenQuestion) else _document_fault(record.id)
    if fault is None and not _SHA256.fullmatch(record.source.sha256):
        fault = f"source.sha256 is no SHA-256 in hex: {record.source.sha256[:80]!r}"
    if fault is not None:
        raise Refusal(place, fault, "correct the record, or ingest the document that it came from", code="id")


def _question_fault(record: WrittenQuestion) -> str | None:
    year = _YEAR.fullmatch(record.parliamentary_year)
    if year is None or int(year[2]) != int(year[1]) + 1:
        return f"parliamentary_year is no pair of years such as 2023-2024: {record.parliamentary_year[:80]!r}"
    if record.number < 1:
        return f"number is no number of a question: {record.number}"
    wanted = f"{record.parliamentary_year}/{slug(record.minister.name)}/{record.number}"
    if record.id != wanted:
        return f"the id is {record.id[:200]!r}, but the fields make it {wanted!r}"
    return None


def _document_fault(id: str) -> str | None:
    name = id.removeprefix(FOLDER)
    if id.startswith(FOLDER) and _SLUG.fullmatch(name) and len(name) <= _LONGEST_SLUG:
        return None
    return f"the id is {id[:200]!r}, but a supporting document's is 'documenten/' with a-z, 0-9 and single hyphens"
