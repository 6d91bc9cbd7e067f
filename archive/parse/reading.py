"""Reads a document: repairs its lines, and tells a question, or an answer alone, from another document."""

from __future__ import annotations

import msgspec

from archive.model.document import Document
from archive.model.question import SourceFacts
from archive.model.record import Record
from archive.parse.head import find_heading
from archive.parse.header_block import parse_header_block
from archive.parse.lone_answer import find_lone_answer, parse_lone_answer
from archive.parse.question import parse_question
from archive.parse.supporting import parse_supporting
from archive.text.repair import repair_lines
from archive.text.unwrap import measure_shape


def parse_document(document: Document, source: SourceFacts) -> Record:
    """The record of a document."""
    repaired = repair_lines(document.lines)
    lines = repaired.lines
    shape = measure_shape(lines)
    header = parse_header_block(lines)
    heading = find_heading(lines, header.end)
    record: Record
    if heading is not None:
        record = parse_question(lines, heading, header, shape, source)
    elif (answer := find_lone_answer(lines, header)) is not None:
        record = parse_lone_answer(lines, answer, header, shape, source)
    else:
        record = parse_supporting(document, lines, header, shape, source)
    return msgspec.structs.replace(record, notes=(*document.notes, *repaired.notes, *record.notes))
