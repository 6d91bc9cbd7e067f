"""What follows an answer under BIJLAGE."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from archive.model.blocks import Paragraph, block_texts
from archive.model.document import Line
from archive.model.question import Attachment, Note
from archive.parse.blocks import make_blocks
from archive.parse.outline import Section, bullet_end, row_runs
from archive.text.titles import fold_blanks
from archive.text.unwrap import Shape

_HEADING = re.compile(r"(?:BIJLAGEN?|Bijlagen?)(?:\s+\d{1,2}|\s+[A-Z])?\s*[:.]?\s*(?P<rest>\([^)]*\))?")
_TITLED = re.compile(r"BIJLAGE(?:\s+\d{1,2})?\s*[:–-]\s*(?P<title>\S.*)")


class FoundAttachments(msgspec.Struct, frozen=True):
    """The attachments, and the index of the first line that belongs to them (the end where there are none)."""

    attachments: tuple[Attachment, ...]
    start: int
    notes: tuple[Note, ...] = ()


def find_attachments(lines: Sequence[Line], shape: Shape) -> FoundAttachments:
    """The attachments among the lines of an answer."""
    starts = [index for index, line in enumerate(lines) if _is_heading(lines, index, line)]
    attachments: list[Attachment] = []
    notes: list[Note] = []
    for start, end in pairwise([*starts, len(lines)]):
        read, found = _read(lines[start:end], shape)
        attachments.append(read)
        notes += found
    return FoundAttachments(tuple(attachments), starts[0] if starts else len(lines), tuple(notes))


def _is_heading(lines: Sequence[Line], index: int, line: Line) -> bool:
    text = line.text.strip()
    if _TITLED.fullmatch(text):
        return True
    if not _HEADING.fullmatch(text):
        return False
    # In mixed case the word may be the last one of a sentence.
    above = lines[index - 1].text.strip() if index else ""
    return text.isupper() or not above or above.endswith((".", ":", "?"))


def _read(lines: Sequence[Line], shape: Shape) -> tuple[Attachment, list[Note]]:
    heading = fold_blanks(lines[0].text)
    titled = _TITLED.fullmatch(heading)
    # Numbers in an attachment are its own, not labels of the question's parts.
    made = make_blocks(Section((), list(lines[1:]), row_runs(lines[1:], shape)), shape)
    blocks, notes = made.blocks, list(made.notes)
    if titled:
        return Attachment(heading, blocks), notes
    if blocks and isinstance(blocks[0], Paragraph) and not bullet_end(lines[1].text):
        title = f"{heading}: {blocks[0].text}" if any(map(str.isdigit, heading)) else blocks[0].text
        return Attachment(title, blocks[1:]), notes
    return Attachment(heading, blocks), notes


def attachment_texts(attachment: Attachment) -> list[str]:
    """Every piece of text of an attachment."""
    return [attachment.title, *(text for block in attachment.blocks for text in block_texts(block))]
