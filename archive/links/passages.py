"""The texts of blocks as passages to show beside others, each cut where words were added or dropped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from archive.links.word_changes import Change, Span
from archive.model.blocks import Block, Footnote, ListBlock, Paragraph, Preformatted, Table

PassageKind = Literal["paragraph", "entry", "line", "footnote", "heading"]


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a passage. changed: the other text does not have it."""

    text: str
    changed: bool = False


class Passage(msgspec.Struct, frozen=True):
    """A paragraph, a list entry, a line as printed, a footnote or a heading."""

    kind: PassageKind
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(piece.text for piece in self.pieces)


def passages_of(blocks: Iterable[Block]) -> tuple[Passage, ...]:
    """The texts of some blocks, nothing in them marked. Tables are no passages: they stand beside tables."""
    return tuple(Passage(kind, (Piece(text),)) for kind, text in _texts(blocks) if text)


def whole_text(passages: Iterable[Passage]) -> str:
    """The text of passages, one a line."""
    return "\n".join(passage.text for passage in passages)


def marked_passages(
    passages: Iterable[Passage], spans: Iterable[Span], change: Change
) -> tuple[Passage, ...]:
    """The passages, with what the spans say of their whole text. change: what is marked on this side."""
    pieces = _cut(
        (span for span in spans if span.change in {"kept", change}),
        [len(passage.text) for passage in passages],
    )
    return tuple(Passage(passage.kind, some) for passage, some in zip(passages, pieces, strict=True))


def wholly_changed(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """The passages of a text that has little in common with the other: all of them are marked."""
    return tuple(Passage(passage.kind, (Piece(passage.text, True),)) for passage in passages)


def _cut(spans: Iterable[Span], lengths: Iterable[int]) -> Iterator[tuple[Piece, ...]]:
    """The pieces of each passage; the line break behind each belongs to none."""
    rest = [Piece(span.text, span.change != "kept") for span in reversed(tuple(spans))]
    for length in lengths:
        yield tuple(_taken(rest, length))
        tuple(_taken(rest, 1))


def _taken(rest: list[Piece], length: int) -> Iterator[Piece]:
    """Takes pieces of so many characters from the end of `rest`."""
    while length and rest:
        piece = rest.pop()
        if len(piece.text) > length:
            rest.append(Piece(piece.text[length:], piece.changed))
            piece = Piece(piece.text[:length], piece.changed)
        length -= len(piece.text)
        yield piece


def _texts(blocks: Iterable[Block]) -> Iterator[tuple[PassageKind, str]]:
    for block in blocks:
        match block:
            case Paragraph(text):
                yield "paragraph", text
            case ListBlock(items):
                yield from (("entry", entry) for entry in items)
            case Preformatted(lines):
                yield from (("line", line) for line in lines)
            case Footnote(label, text):
                yield "footnote", f"{label} {text}"
            case Table():
                pass
