"""JSON Lines in pieces."""

from __future__ import annotations

import pytest

from archive.ingest.pieces import halves, pieces_of

LINES = [b'{"kind":"x","n":%d}' % number for number in range(10)]


@pytest.mark.parametrize("size", [1, 30, 70, 10_000])
@pytest.mark.parametrize("end", [b"", b"\n"])
def test_pieces_together_are_the_document(size: int, end: bytes) -> None:
    content = b"\n".join(LINES) + end
    assert b"".join(piece.content for piece in pieces_of("x", content, size)) == content


@pytest.mark.parametrize("size", [1, 30, 70])
def test_pieces_are_whole_lines_with_their_numbers(size: int) -> None:
    for piece in pieces_of("x", b"\n".join(LINES), size):
        assert piece.first is not None
        assert piece.last is not None
        assert piece.content.split() == LINES[piece.first - 1 : piece.last]


@pytest.mark.parametrize("content", [b"", b"text\n", b'{"a": 1}\n{"a": 2}\n', b'{"kind": 1}', b"{broken\n"])
def test_what_is_no_json_lines_of_records_stays_whole(content: bytes) -> None:
    (piece,) = pieces_of("x", content, 1)
    assert (piece.path, piece.content, piece.first) == ("x", content, None)


def test_halves_are_the_piece() -> None:
    (piece,) = pieces_of("x", b"\n".join(LINES), 10_000)
    first, second = halves(piece)
    assert first.content + second.content == piece.content
    assert (first.path, second.path) == ("x, lines 1-5", "x, lines 6-10")


def test_single_line_has_no_halves() -> None:
    assert halves(next(iter(pieces_of("x", b"\n".join(LINES), 1)))) == ()
