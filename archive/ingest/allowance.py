"""How much reading one document may cost: more for a long one than for a short one."""

from __future__ import annotations

import math
import re

import msgspec

from archive.ingest.limits import Limits

# The pages of a PDF that does not hide them in compressed objects.
_PAGE = re.compile(rb"/Type\s{0,4}/Page(?![A-Za-z])")
# Of pages that are hidden, and of what has none: text on a page takes 2 to 5 KB in a PDF, more with fonts.
_BYTES_OF_A_PAGE = 8 << 10
# What an answer may take that does not follow from the size: tables are longer as JSON than in the document.
_LEAST_ANSWER = 32 << 20
_ANSWER_RATIO = 8


class Allowance(msgspec.Struct, frozen=True):
    """The bounds of the process that reads one document. answer_bytes: how long its answer may be."""

    memory_bytes: int
    cpu_seconds: int
    wall_seconds: float
    answer_bytes: int


def allowance_for(content: bytes, limits: Limits) -> Allowance:
    """What reading these bytes may cost within `limits`.

    A page takes pdfminer.six a twenty-fourth of a second (measured); six times that is allowed for each, at least
    the time that any document has, at most `limits.most_seconds`. Wall time is stretched as processor time is.
    """
    pages = max(sum(1 for _ in _PAGE.finditer(content)), len(content) // _BYTES_OF_A_PAGE)
    seconds = math.ceil(min(pages * limits.page_seconds, limits.most_seconds))
    cpu_seconds = max(limits.cpu_seconds, seconds)
    return Allowance(
        limits.memory_bytes,
        cpu_seconds,
        limits.wall_seconds * cpu_seconds / limits.cpu_seconds,
        min(limits.answer_bytes, _LEAST_ANSWER + _ANSWER_RATIO * len(content)),
    )
