"""What the address that a document came from tells of its record."""

from __future__ import annotations

from urllib.parse import parse_qs

import msgspec

from archive.model.question import WrittenQuestion
from archive.model.record import Record
from archive.text.web_address import split_address

_PAGE = "text/html"


def with_address(record: Record, address: str, media_type: str) -> Record:
    """The record with the address as its link, unless it has one of its own."""
    field = "page" if media_type == _PAGE else "document"
    if getattr(record.links, field) is None:
        links = msgspec.structs.replace(record.links, **{field: address})
        record = msgspec.structs.replace(record, links=links)
    if isinstance(record, WrittenQuestion) and record.document_id is None and field == "document":
        record = msgspec.structs.replace(record, document_id=file_number(address))
    return record


def file_number(address: str) -> str | None:
    """The number that the parliament's file service gives a file: "pfile?id=2063933"."""
    parts = split_address(address)
    if parts.path.rpartition("/")[2] != "pfile":
        return None
    return next((number for number in parse_qs(parts.query).get("id", []) if number.isdecimal()), None)
