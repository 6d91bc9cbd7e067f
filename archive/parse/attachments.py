"""What follows an answer under BIJLAGE."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from archive.model.blocks import block_texts
from archive.model.document import Line
from archive.model.question import Attachment, Note
from archive.parse.blocks import make_blocks
from archive.parse.footnotes import NO_NOTES, Notes
from archive.parse.outline import Section, bullet_end, row_runs
from archive.parse.table_rows import Row, row_kind
from archive.text.titles import fold_blanks
from archive.text.unwrap import Shape, goes_on

_HEADING = re.compile(r"(?:BIJLAGEN?|Bijlagen?)(?:\s+\d{1,2}|\s+[A-Z])?\s*[:.]?\s*(?P<rest>\([^)]*\))?")
_TITLED = re.compile(r"BIJLAGE(?:\s+\d{1,2})?\s*[:–-]\s*(?P<title>\S.*)")
_LONGEST_TITLE = 250


class FoundAttachments(msgspec.Struct, frozen=True):
    """The attachments, and the index of the first line that belongs to them (the end where there are none)."""

    attachments: tuple[Attachment, ...]
    start: int
    notes: tuple[Note, ...] = ()


def find_attachments(lines: Sequence[Line], shape: Shape, footnotes: Notes = NO_NOTES) -> FoundAttachments:
    """The attachments among the lines of an answer."""
    starts = [index for index, line in enumerate(lines) if _is_heading(lines, index, line)]
    attachments: list[Attachment] = []
    notes: list[Note] = []
    for start, end in pairwise([*starts, len(lines)]):
        read, found = _read(lines[start:end], shape, footnotes)
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


def _read(lines: Sequence[Line], shape: Shape, footnotes: Notes) -> tuple[Attachment, list[Note]]:
    heading = fold_blanks(lines[0].text)
    title, rest = heading, list(lines[1:])
    if not _TITLED.fullmatch(heading):
        printed, end = _title(rest, shape)
        numbered = any(map(str.isdigit, heading))
        title = f"{heading}: {printed}" if printed and numbered else printed or heading
        rest = rest[end:]
    # Numbers in an attachment are its own, not labels of the question's parts.
    made = make_blocks(Section((), rest, row_runs(rest, shape)), shape, footnotes)
    return Attachment(title, made.blocks), list(made.notes)


def _title(lines: Sequence[Line], shape: Shape) -> tuple[str, int]:
    """The first lines under the heading, and the index after them; "" where none can be a title."""
    start = next((index for index, line in enumerate(lines) if line.text.strip() or line.table), len(lines))
    if start == len(lines) or lines[start].table or bullet_end(lines[start].text):
        return "", 0
    if row_kind(lines[start].text) is not Row.NOT:
        return "", 0
    end = start + 1
    while end < len(lines) and goes_on(lines[end - 1], lines[end], shape):
        end += 1
    title = fold_blanks(" ".join(line.text for line in lines[start:end]))
    return (title, end) if len(title) <= _LONGEST_TITLE else ("", 0)


def attachment_texts(attachment: Attachment) -> list[str]:
    """Every piece of text of an attachment."""
    return [attachment.title, *(text for block in attachment.blocks for text in block_texts(block))]
