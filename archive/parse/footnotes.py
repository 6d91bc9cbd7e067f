"""Footnotes in running text: "1 Het noodfonds werd opgericht …", where the text before says "noodfonds1"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from archive.model.blocks import Footnote
from archive.model.document import Line
from archive.parse.table_rows import Row, row_kind
from archive.text.ends import ends_sentence
from archive.text.unwrap import Shape, goes_on, join_texts

# A unit of measure has its own figure: "m2", "km2".
_REFERENCE = re.compile(r"(?<=[^\W\d_])(?<!\bm)(?<!\b[cdkh]m)(?<!\bCO)(\d{1,2})(?=[\s.,;:!?)]|$)")
_NOTE = re.compile(r"\s*(\d{1,2})\s+(?=[A-ZÀ-Ý\"'“‘(]|https?://|www\.)")

# Line number of a reference to the notes that it refers to.
Notes = Mapping[int, tuple[Footnote, ...]]
NO_NOTES: Notes = {}


class WithoutNotes(msgspec.Struct, frozen=True):
    """Lines without the footnotes and the figures that refer to them, and the notes by the line that refers."""

    lines: tuple[Line, ...]
    notes: Notes


def take_out_footnotes(lines: Sequence[Line], shape: Shape) -> WithoutNotes:
    """Only numbers that count from 1, each referred to before its note, are believed to be footnotes."""
    referred: dict[int, int] = {}
    taken: set[int] = set()
    notes: defaultdict[int, list[Footnote]] = defaultdict(list)
    texts = [line.text for line in lines]
    expected = 1
    for index, line in enumerate(lines):
        if index in taken or line.table:
            continue
        mark = _NOTE.match(line.text)
        if mark and int(mark.group(1)) == expected and expected in referred and _begins(lines, index, shape):
            end = _note_end(lines, index, shape)
            inner = [line.text[mark.end() :], *texts[index + 1 : end]]
            place = referred[expected]
            notes[lines[place].number].append(Footnote(str(expected), join_texts(inner, shape).text))
            texts[place] = _without_reference(texts[place], expected)
            taken.update(range(index, end))
            expected += 1
            continue
        for found in _REFERENCE.finditer(line.text):
            referred.setdefault(int(found.group(1)), index)
    if not taken:
        return WithoutNotes(tuple(lines), NO_NOTES)
    kept = tuple(
        line if line.text == text else msgspec.structs.replace(line, text=text)
        for index, (line, text) in enumerate(zip(lines, texts, strict=True))
        if index not in taken
    )
    return WithoutNotes(kept, {number: tuple(found) for number, found in notes.items()})


def _begins(lines: Sequence[Line], index: int, shape: Shape) -> bool:
    """Whether a line is no row of a table, and stands after the end of another or at the foot of a page."""
    text = lines[index].text
    if row_kind(text) is not Row.NOT and not ends_sentence(text):
        return False
    above = lines[index - 1] if index else None
    return above is None or ends_sentence(above.text) or not goes_on(above, lines[index], shape)


def _note_end(lines: Sequence[Line], start: int, shape: Shape) -> int:
    end = start + 1
    while (
        end < len(lines) and goes_on(lines[end - 1], lines[end], shape) and not _NOTE.match(lines[end].text)
    ):
        end += 1
    return end


def _without_reference(text: str, number: int) -> str:
    return next(
        (
            text[: found.start()] + text[found.end() :]
            for found in _REFERENCE.finditer(text)
            if int(found.group(1)) == number
        ),
        text,
    )
