"""Footnotes in running text: "1 Het noodfonds werd opgericht …", where the text before says "noodfonds1".

In brackets, as in "[1] Het noodfonds …" and "noodfonds[1]", any label is believed that the text before refers to.
"""

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
_BRACKETED = re.compile(r"\[(?:\d{1,3}|[ivxlc]{1,6}|[a-z]|\*{1,3})\]")
_NOTE = re.compile(r"\s*(\d{1,2})\s+(?=[A-ZÀ-Ý\"'“‘(]|https?://|www\.)")

# Line number of a reference to the notes that it refers to.
Notes = Mapping[int, tuple[Footnote, ...]]
NO_NOTES: Notes = {}


class WithoutNotes(msgspec.Struct, frozen=True):
    """Lines without the footnotes and the figures that refer to them, and the notes by the line that refers."""

    lines: tuple[Line, ...]
    notes: Notes


def take_out_footnotes(lines: Sequence[Line], shape: Shape) -> WithoutNotes:
    """Bare numbers are believed to be footnotes only where they count from 1, each referred to before its note."""
    referred: dict[str, int] = {}
    taken: set[int] = set()
    notes: defaultdict[int, list[Footnote]] = defaultdict(list)
    texts = [line.text for line in lines]
    expected = 1
    for index, line in enumerate(lines):
        if index in taken or line.table:
            continue
        mark = _bracketed_mark(line.text, referred) or _bare_mark(lines, index, shape, expected, referred)
        if mark:
            printed, begin = mark
            end = _note_end(lines, index, shape)
            inner = [line.text[begin:], *texts[index + 1 : end]]
            place = referred.pop(printed)
            notes[lines[place].number].append(Footnote(printed.strip("[]"), join_texts(inner, shape).text))
            texts[place] = _without_reference(texts[place], printed)
            taken.update(range(index, end))
            expected += printed == str(expected)
            continue
        for found in (*_REFERENCE.finditer(line.text), *_BRACKETED.finditer(line.text)):
            referred.setdefault(found.group(), index)
    if not taken:
        return WithoutNotes(tuple(lines), NO_NOTES)
    kept = tuple(
        line if line.text == text else msgspec.structs.replace(line, text=text)
        for index, (line, text) in enumerate(zip(lines, texts, strict=True))
        if index not in taken
    )
    return WithoutNotes(kept, {number: tuple(found) for number, found in notes.items()})


def _bracketed_mark(text: str, referred: Mapping[str, int]) -> tuple[str, int] | None:
    """The mark "[1]" with which a note begins, and where its text begins."""
    found = _BRACKETED.match(text.lstrip())
    if found is None or found.group() not in referred:
        return None
    rest = text.lstrip()[found.end() :]
    return (found.group(), len(text) - len(rest.lstrip())) if rest[:1].isspace() and rest.strip() else None


def _bare_mark(
    lines: Sequence[Line], index: int, shape: Shape, expected: int, referred: Mapping[str, int]
) -> tuple[str, int] | None:
    """The number with which a note begins, and where its text begins."""
    found = _NOTE.match(lines[index].text)
    if not found or int(found.group(1)) != expected or str(expected) not in referred:
        return None
    return (str(expected), found.end()) if _begins(lines, index, shape) else None


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
        end < len(lines)
        and goes_on(lines[end - 1], lines[end], shape)
        and not _NOTE.match(lines[end].text)
        and not _BRACKETED.match(lines[end].text.lstrip())
    ):
        end += 1
    return end


def _without_reference(text: str, printed: str) -> str:
    if printed.startswith("["):
        return text.replace(printed, "", 1)
    return next(
        (
            text[: found.start()] + text[found.end() :]
            for found in _REFERENCE.finditer(text)
            if found.group() == printed
        ),
        text,
    )
