"""Makes the body of a question or an answer of its lines: introduction, parts and closing."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from archive.model.blocks import Block, Paragraph
from archive.model.document import Line
from archive.model.question import Body, Note, Part
from archive.parse.blocks import Blocks, make_blocks
from archive.parse.footnotes import NO_NOTES, Notes
from archive.parse.outline import divide
from archive.text.unwrap import Shape

_CLOSING = re.compile(
    r"(?:deze|dezelfde)\s+(?:schriftelijke\s+)?vra(?:ag|gen)\s+(?:werd|werden|wordt|is)\s+(?:ook\s+|eveneens\s+)?gesteld\s+aan\b",
    re.IGNORECASE,
)


# "Graag telkens een opsplitsing per leeftijdsgroep."
_REQUEST = re.compile(
    r"(?:(?:deze|alle|die)\s+)?(?:cijfers|gegevens)?\s*(?:telkens\s+)?(?:ook\s+)?graag\b|gelieve\b",
    re.IGNORECASE,
)


class ParsedBody(msgspec.Struct, frozen=True):
    """A body, with the notes of what was repaired and guessed in it."""

    body: Body
    notes: tuple[Note, ...]

    @property
    def labels(self) -> tuple[str, ...]:
        """All labels in reading order, those without a text of their own among them."""
        return tuple(label for part in self.body.parts for label in part.labels)


def parse_question_body(lines: Sequence[Line], shape: Shape, footnotes: Notes = NO_NOTES) -> ParsedBody:
    """The body of a question. Lines after the last sub-part of a group belong to no part and float."""
    outline = divide(lines, shape)
    made = [make_blocks(section, shape, footnotes) for section in outline.sections]
    parts: list[Part] = []
    for index, (section, blocks) in enumerate(zip(outline.sections[1:], made[1:], strict=True), 1):
        following = outline.sections[index + 1].labels if index + 1 < len(outline.sections) else None
        own, floating = _split_floating(section.labels, blocks.blocks, following)
        if own or not _is_led(section.labels, following):
            parts.append(Part(section.labels, own))
        if floating:
            parts.append(Part((), floating))
    return _parsed(made[0], parts, made, outline.notes)


def parse_answer_body(
    lines: Sequence[Line], shape: Shape, question_labels: Sequence[str], footnotes: Notes = NO_NOTES
) -> ParsedBody:
    """The body of an answer to a question with these labels."""
    outline = divide(lines, shape, question_labels)
    made = [make_blocks(section, shape, footnotes) for section in outline.sections]
    parts: list[Part] = []
    for index, (section, blocks) in enumerate(zip(outline.sections[1:], made[1:], strict=True), 1):
        following = outline.sections[index + 1].labels if index + 1 < len(outline.sections) else None
        if blocks.blocks or not _is_led(section.labels, following):
            parts.append(Part(section.labels, blocks.blocks))
    return _parsed(made[0], parts, made, outline.notes)


def _parsed(first: Blocks, parts: list[Part], made: Sequence[Blocks], notes: Sequence[Note]) -> ParsedBody:
    introduction = first.blocks
    closing: tuple[Block, ...] = ()
    if parts:
        parts, closing = _take_closing(parts)
    body = Body(introduction, tuple(parts), closing)
    return ParsedBody(body, (*notes, *(note for blocks in made for note in blocks.notes)))


def _is_led(labels: tuple[str, ...], following: tuple[str, ...] | None) -> bool:
    """Whether a label without a text of its own only leads to the sub-part after it: "7." before "a)"."""
    return bool(following and len(labels) == 1 and following[0] == f"{labels[0]}a")


def _number(label: str) -> str:
    return label.rstrip("abcdefghijklmnopqrstuvwxyz")


def _split_floating(
    labels: tuple[str, ...], blocks: tuple[Block, ...], following: tuple[str, ...] | None
) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What belongs to a part, and what floats after it."""
    if len(blocks) < 2:
        return blocks, ()
    is_letter = labels[-1] != _number(labels[-1])
    if is_letter:
        in_group = following is not None and _number(following[0]) == _number(labels[-1])
        return (blocks, ()) if in_group else (blocks[:1], blocks[1:])
    last = blocks[-1]
    if isinstance(last, Paragraph) and (_asks_of_all(last.text, following) or _leads(last.text, following)):
        return blocks[:-1], blocks[-1:]
    return blocks, ()


def _asks_of_all(text: str, following: tuple[str, ...] | None) -> bool:
    """Whether a text asks how to answer more than the part before it."""
    return _REQUEST.match(text) is not None and (following is None or "telkens" in text)


def _leads(text: str, following: tuple[str, ...] | None) -> bool:
    """Whether a text between two numbers leads in to the second."""
    return text.endswith(":") and following is not None and following[0] == _number(following[0])


def _take_closing(parts: list[Part]) -> tuple[list[Part], tuple[Block, ...]]:
    """The parts without the lines at their end that name the other ministers who were asked the same."""
    *before, last = parts
    for index, block in enumerate(last.blocks):
        if isinstance(block, Paragraph) and _CLOSING.match(block.text):
            kept = Part(last.labels, last.blocks[:index])
            return [*before, *([kept] if kept.blocks or kept.labels else [])], last.blocks[index:]
    return parts, ()
