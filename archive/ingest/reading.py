"""Bytes to records: extraction and parsing, as every document is read by default."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from archive.extract import read_source
from archive.model.document import Document, Source
from archive.model.question import SourceFacts
from archive.model.record import Record
from archive.parse import parse_document

RECORDS_TYPE = "application/jsonl"


class Reading(msgspec.Struct, frozen=True):
    """What a stream of bytes gave: what it is, and its records in order."""

    media_type: str
    records: tuple[Record, ...]


Reader = Callable[[Source, SourceFacts], Reading]


def read_and_parse(source: Source, facts: SourceFacts) -> Reading:
    """The records of `source`. Raises Refusal.

    source.name is the place that refusals name. facts go into the records of documents and into those made of
    these very bytes (metadata), with the media type that was found; exported records keep their own.
    """
    media_type = RECORDS_TYPE
    records: list[Record] = []
    for found in read_source(source):
        if isinstance(found, Document):
            media_type = found.media_type
            records.append(parse_document(found, msgspec.structs.replace(facts, media_type=media_type)))
        elif found.source.sha256 == facts.sha256:
            media_type = found.source.media_type
            own = msgspec.structs.replace(facts, media_type=media_type)
            records.append(msgspec.structs.replace(found, source=own))
        else:
            records.append(found)
    return Reading(media_type, tuple(records))
