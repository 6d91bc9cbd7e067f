"""The project's own records, one JSON object a line, as `archive export jsonl` writes them."""

from __future__ import annotations

import json

import msgspec

from archive.errors import Refusal
from archive.extract.formats import Found
from archive.model.document import Source
from archive.model.record import decode_record

_LOOKED_AT = 1 << 10
_KINDS = (b'"kind":"written_question"', b'"kind":"supporting_document"')


class JsonLinesFormat(msgspec.Struct, frozen=True):
    """Sure of content that begins as a record does, and half sure of any other JSON object."""

    name: str = "JSON Lines of this archive"

    def sureness(self, source: Source) -> float:
        """1.0 where the first object names the kind of record, 0.5 for other JSON."""
        start = source.content[:_LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n")
        if not start.startswith((b"{", b"[")):
            return 0.0
        if any(kind in start.replace(b" ", b"") for kind in _KINDS):
            return 1.0
        return 0.5 if _is_json(source.content) else 0.0

    def read(self, source: Source) -> Found:
        """All the records. One line that is no record refuses the whole, so that none is lost unnoticed."""
        lines = source.content.removeprefix(b"\xef\xbb\xbf").splitlines()
        if not self.sureness(source) > 0.5:
            raise Refusal(
                source.name,
                "this is JSON, but not records of this archive",
                "give what `archive export jsonl` wrote",
                code="unknown_type",
            )
        return tuple(
            decode_record(line, f"{source.name}, line {number}")
            for number, line in enumerate(lines, 1)
            if line.strip()
        )


def _is_json(content: bytes) -> bool:
    first, _, _ = content.lstrip().partition(b"\n")
    for text in (first, content):
        try:
            return isinstance(json.loads(text), (dict, list))
        except (ValueError, RecursionError):
            continue
    return False
