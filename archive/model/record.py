"""Either kind of record, its blocks, and its JSON form.

The JSON is canonical: the fields stand in the order of the types, text is UTF-8 and unescaped, there is
no white space, dates are ISO 8601. The same record always gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import msgspec

from archive.errors import Refusal
from archive.model.blocks import Block
from archive.model.question import WrittenQuestion
from archive.model.supporting import SupportingDocument

Record = WrittenQuestion | SupportingDocument

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)


def encode_record(record: Record) -> bytes:
    """The canonical JSON of a record, UTF-8, without a line break."""
    return _encoder.encode(record)


def decode_record(content: bytes | memoryview, place: str) -> Record:
    """The record in `content` (one JSON object). Raises Refusal, naming `place` and the field, if it is none."""
    try:
        return _decoder.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refusal(
            place,
            f"this is no record: {error}",
            "see the fields of a record in docs/record.md",
            code="record",
        ) from error


def record_blocks(record: Record) -> Iterator[Block]:
    """Every block of a record in reading order: question, answer, attachments."""
    if not isinstance(record, WrittenQuestion):
        yield from record.blocks
        return
    for body in (record.question, record.answer):
        if body is not None:
            yield from body.introduction
            yield from chain.from_iterable(part.blocks for part in body.parts)
            yield from body.closing
    if record.answer:
        yield from chain.from_iterable(one.blocks for one in record.answer.attachments)
