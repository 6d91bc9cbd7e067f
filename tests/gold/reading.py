"""Reads one document of the gold set into plain values."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from archive.errors import Refusal
from archive.extract import read_source
from archive.model.document import Document, Source
from archive.model.question import SourceFacts
from archive.model.record import Record, encode_record
from archive.parse import parse_document
from tests.gold.shapes import Reading, Shape


def read_case(path: Path) -> Reading:
    """The record of the one document in a file."""
    content = path.read_bytes()
    try:
        found = read_source(Source(path.name, content))
        if len(found) != 1:
            return Reading(refused=f"{len(found)} documents instead of one")
        record = _record(found[0], path.name, content)
    except Refusal as refusal:
        return Reading(refused=str(refusal))
    shape: Shape = msgspec.json.decode(encode_record(record))
    if shape["kind"] != "written_question":
        return Reading(refused=f"read as {shape['kind']}")
    return Reading(shape)


def _record(found: Document | Record, name: str, content: bytes) -> Record:
    if not isinstance(found, Document):
        return found
    facts = SourceFacts(name, hashlib.sha256(content).hexdigest(), found.media_type, len(content))
    return parse_document(found, facts)
