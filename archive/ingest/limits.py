"""How much a document may cost before it is refused."""

from __future__ import annotations

import msgspec

_MIB = 1 << 20


class Limits(msgspec.Struct, frozen=True):
    """The bounds within which documents are read.

    document_bytes: of one document, unpacked; depth: archives within archives; members: of one archive.
    unpacked_bytes: what every archive may unpack to, however small; unpacked_ratio: beyond that, how many
    times its own size it may unpack to. PDFs hardly shrink in an archive, text 3 to 20 times.
    piece_bytes: of the pieces in which JSON Lines are read.
    memory_bytes, cpu_seconds, wall_seconds: of the process that reads one document, memory beyond what it shares with
    the program it was forked from; answer_bytes: of its answer.
    page_seconds, most_seconds: of processor time for each page of a long document, and for all of them.
    """

    document_bytes: int = 192 * _MIB
    members: int = 200_000
    depth: int = 3
    unpacked_bytes: int = 512 * _MIB
    unpacked_ratio: int = 100
    piece_bytes: int = 4 * _MIB
    memory_bytes: int = 2048 * _MIB
    cpu_seconds: int = 60
    wall_seconds: float = 120.0
    page_seconds: float = 0.25
    most_seconds: float = 1800.0
    answer_bytes: int = 64 * _MIB
