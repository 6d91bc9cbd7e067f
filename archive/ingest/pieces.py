"""Long JSON Lines in pieces, so that a large export is read in bounded memory and one bad line refuses itself only."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

_LONGEST_FIRST_LINE = 64 << 20


class _Kind(msgspec.Struct, frozen=True):
    kind: str = ""


class Piece(msgspec.Struct, frozen=True):
    """Whole lines of a document, or all of it. first, last: numbers of the lines, None for all of it."""

    path: str
    content: bytes
    first: int | None = None
    last: int | None = None


def pieces_of(path: str, content: bytes, size: int) -> Iterator[Piece]:
    """The document in pieces of at most about `size` bytes when it is JSON Lines of records; else whole."""
    if not _holds_records_by_line(content):
        yield Piece(path, content)
        return
    start, line = 0, 1
    while start < len(content):
        end = content.find(b"\n", min(start + size, len(content)) - 1) + 1 or len(content)
        lines = content.count(b"\n", start, end) + (not content.endswith(b"\n", start, end))
        yield _named(path, content[start:end], line, line + lines - 1)
        start, line = end, line + lines


def halves(piece: Piece) -> tuple[Piece, ...]:
    """The piece in two; nothing when it is a single line or no JSON Lines."""
    if piece.first is None or piece.last is None or piece.first == piece.last:
        return ()
    lines = piece.content.split(b"\n")
    middle = (piece.first + piece.last + 1) // 2
    cut = middle - piece.first
    path = piece.path.rpartition(", line")[0]
    first = b"\n".join(lines[:cut]) + b"\n"
    return (
        _named(path, first, piece.first, middle - 1),
        _named(path, b"\n".join(lines[cut:]), middle, piece.last),
    )


def _named(path: str, content: bytes, first: int, last: int) -> Piece:
    lines = f"line {first}" if first == last else f"lines {first}-{last}"
    return Piece(f"{path}, {lines}", content, first, last)


def _holds_records_by_line(content: bytes) -> bool:
    end = content.find(b"\n")
    if not content.startswith(b"{") or end < 0 or end > _LONGEST_FIRST_LINE:
        return False
    try:
        # Only this key is looked for: the line is a stranger's, and is read apart from the program.
        return msgspec.json.decode(memoryview(content)[:end], type=_Kind).kind != ""
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False
