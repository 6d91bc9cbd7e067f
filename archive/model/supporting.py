"""The record of a report, slide deck or other document kept beside the questions."""

from __future__ import annotations

import datetime as dt

import msgspec

from archive.model.blocks import Block
from archive.model.question import Links, Note, SourceFacts


class SupportingDocument(msgspec.Struct, frozen=True, tag_field="kind", tag="supporting_document"):
    """A document that is no question. id: "documenten/<name>"; dated_on: the date that it prints of itself."""

    id: str
    title: str
    themes: tuple[str, ...]
    dated_on: dt.date | None
    blocks: tuple[Block, ...]
    links: Links
    source: SourceFacts
    notes: tuple[Note, ...]
