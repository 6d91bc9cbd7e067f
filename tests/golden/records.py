"""The records of the seeds as pretty JSON: what the golden files hold."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from archive.extract import read_source
from archive.model.document import Document, Source
from archive.model.question import SourceFacts
from archive.model.record import Record, encode_record
from archive.parse import parse_document

FOLDER = Path(__file__).parent


def read_record(path: Path) -> Record:
    """The one record of a file, read as ingest does, without the time of ingest."""
    content = path.read_bytes()
    (document,) = read_source(Source(path.name, content))
    assert isinstance(document, Document)
    digest = hashlib.sha256(content).hexdigest()
    return parse_document(document, SourceFacts(path.name, digest, document.media_type, len(content)))


def golden_text(path: Path) -> str:
    """The record of a file as it stands in its golden file."""
    return msgspec.json.format(encode_record(read_record(path)), indent=2).decode() + "\n"


def golden_path(path: Path) -> Path:
    """The golden file of a seed."""
    return FOLDER / f"{path.stem}.json"
