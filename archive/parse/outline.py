"""Divides the lines of a question or an answer by the labels of its parts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from archive.model.document import Line
from archive.model.question import Note
from archive.parse.label_marks import LabelMark, read_mark
from archive.parse.label_order import LabelOrder
from archive.parse.places import line_place
from archive.parse.table_rows import Row, find_rows, row_kind
from archive.text.bullets import BULLET
from archive.text.ends import ends_sentence
from archive.text.unwrap import Shape, goes_on, had_room

# Words after which a number at the beginning of the next line belongs to the sentence.
_BEFORE_NUMBERS = re.compile(
    r"\b(?:art(?:ikel(?:en)?)?|nrs?|punt(?:en)?|vra(?:ag|gen)|deelvra(?:ag|gen)|bijlagen?|tabel(?:len)?|lid|leden|deel|"
    r"hoofdstuk|paragraaf|par|stap|fase|pijler|luik|categorie|groep|klasse|niveau|en|of|tot|van|op|met|de|het|een|in)\.?$",
    re.IGNORECASE,
)
_LONGEST_GLUED = 60
_GLUED_LETTER = re.compile(r"(?<=[.?!;)])(?P<mark>[a-z]\))\s?(?=[A-Z])")
_BULLET_LINE = re.compile(
    rf"\s*(?:[-–—{BULLET}*▪●○■□➢→·]|o(?=\s|$))(?:\s+|$)|\s*[{BULLET}▪●○■➢·](?=\S)|-(?=[A-Z][a-z])"
)


class Section(msgspec.Struct):
    """Lines under one label or joint labels, without the label itself; () for what stands before the first.

    rows: indexes into `lines` of the runs that are tables.
    """

    labels: tuple[str, ...]
    lines: list[Line]
    rows: list[range]


class Outline(msgspec.Struct, frozen=True):
    """The sections of a text in reading order, the first one without labels (and often empty)."""

    sections: tuple[Section, ...]
    notes: tuple[Note, ...]


def bullet_end(text: str) -> int:
    """Where the text after a bullet begins, 0 where the line has none."""
    found = _BULLET_LINE.match(text)
    return found.end() if found else 0


def divide(lines: Sequence[Line], shape: Shape, expected: Sequence[str] = ()) -> Outline:
    """The outline of a text. expected: the labels of the question, when this is its answer."""
    lines = list(lines)
    marks = [read_mark(line.text) if line.table is None else None for line in lines]
    row_allowed = [_may_be_row(line, mark) for line, mark in zip(lines, marks, strict=True)]
    rows = find_rows(lines, row_allowed, shape)
    return _Divider(lines, marks, rows, shape, expected).outline()


def row_runs(lines: Sequence[Line], shape: Shape) -> list[range]:
    """The runs of rows in a text whose numbers are no labels of parts."""
    return find_rows(lines, [_may_be_row(line, None) for line in lines], shape)


def _may_be_row(line: Line, mark: LabelMark | None) -> bool:
    if mark is not None:
        return row_kind(line.text[mark.start :]) is Row.STRONG
    end = bullet_end(line.text)
    # "- nieuw Toegekend -" is a piece of a header.
    return (
        end == 0 or line.text.rstrip().endswith("-") or row_kind(line.text[end:]) in {Row.STRONG, Row.FIGURES}
    )


class _Divider:
    def __init__(
        self,
        lines: list[Line],
        marks: list[LabelMark | None],
        rows: list[range],
        shape: Shape,
        expected: Sequence[str],
    ) -> None:
        self._lines = lines
        self._marks = marks
        self._shape = shape
        self._order = LabelOrder(expected)
        self._row_at = {index: run for run in rows for index in run}
        self._left = Counter((mark.pairs[0][0], mark.closer) for mark in marks if mark)
        self._nested: tuple[int, str] | None = None
        self._following_mark = _following(marks)
        self._sections = [Section((), [], [])]
        self._notes: list[Note] = []

    def outline(self) -> Outline:
        index = 0
        while index < len(self._lines):
            run = self._row_at.get(index)
            if run is not None:
                self._take_table(run)
                index = run.stop
                continue
            self._take_line(index)
            index += 1
        return Outline(tuple(self._sections), tuple(self._notes))

    def _take_table(self, run: range) -> None:
        section = self._sections[-1]
        begin = len(section.lines)
        section.lines += self._lines[run.start : run.stop]
        section.rows.append(range(begin, len(section.lines)))

    def _take_line(self, index: int) -> None:
        line, mark = self._lines[index], self._marks[index]
        if mark is not None:
            self._left[mark.pairs[0][0], mark.closer] -= 1
            labels = self._labels_of(index, mark)
            if labels is not None:
                rest = line.text[mark.start :]
                self._sections.append(Section(labels, [], []))
                self._add(msgspec.structs.replace(line, text=rest))
                return
        self._add(line)

    def _add(self, line: Line) -> None:
        """Adds a line to the last section; a letter glued to the sentence before it opens a new one."""
        for found in _GLUED_LETTER.finditer(line.text):
            mark = read_mark(line.text[found.start() : found.start() + _LONGEST_GLUED])
            accepted = self._order.accept(mark, begins=True) if mark and self._order.number else None
            if mark and accepted:
                self._sections[-1].lines.append(
                    msgspec.structs.replace(line, text=line.text[: found.start()], broken=False)
                )
                message = f"'{found.group('mark')}' stood glued to the sentence before it and was set apart"
                self._notes.append(Note("glued_label", message, line_place(line)))
                self._sections.append(Section(accepted.labels, [], []))
                self._add(msgspec.structs.replace(line, text=line.text[found.start() + mark.start :]))
                return
        self._sections[-1].lines.append(line)

    def _labels_of(self, index: int, mark: LabelMark) -> tuple[str, ...] | None:
        line = self._lines[index]
        begins = self._begins(index)
        if not begins and not self._may_begin(index, mark):
            return None
        if _is_enumeration(line.text[mark.start :], mark) or self._is_nested(mark):
            return None
        accepted = self._order.accept(mark, begins)
        if accepted is None:
            return None
        if accepted.skips and mark.pairs[0][0] is not None and not self._order_is_expected():
            message = f"part {accepted.labels[0]} does not follow on the part before it"
            self._notes.append(Note("label_gap", message, line_place(line)))
        self._nested = None
        return accepted.labels

    def _order_is_expected(self) -> bool:
        return self._order.follows_question

    def _begins(self, index: int) -> bool:
        """Whether a line begins anew: nothing goes on into it."""
        if index == 0 or index - 1 in self._row_at:
            return True
        above = self._lines[index - 1]
        mark = self._marks[index - 1]
        if not above.text.strip() or above.table or (mark and not above.text[mark.start :].strip()):
            return True
        if above.broken is False:
            return True
        return ends_sentence(above.text) or not goes_on(above, self._lines[index], self._shape)

    def _may_begin(self, index: int, mark: LabelMark) -> bool:
        """Whether a line into which the one before may go on can begin a part all the same."""
        above = self._lines[index - 1]
        if mark.pairs[0][0] is None:
            # A first letter is that of a list when a second one begins a line too.
            return mark.pairs[0][1] != "a" or self._next_letter_after(index) == "b"
        if _BEFORE_NUMBERS.search(above.text.rstrip()):
            return False
        rest = self._lines[index].text[mark.start : mark.start + 1]
        return rest.isupper() or not rest or had_room(above, self._lines[index], self._shape)

    def _next_letter_after(self, index: int) -> str:
        """The letter of the next mark, "" where the next mark is a number or there is none."""
        following = self._following_mark[index]
        mark = self._marks[following] if following is not None else None
        return mark.pairs[0][1] if mark and mark.pairs[0][0] is None else ""

    def _is_nested(self, mark: LabelMark) -> bool:
        """Whether a number belongs to a list within a part: one that began at 1 again, and comes once more later."""
        number, letter = mark.pairs[0]
        if number is None or letter:
            return False
        if number == 1 and self._order.number is not None:
            self._nested = (1, mark.closer)
            return True
        if self._nested == (number - 1, mark.closer) and self._left[number, mark.closer] > 0:
            self._nested = (number, mark.closer)
            return True
        return False


def _following(marks: Sequence[LabelMark | None]) -> list[int | None]:
    """For each line the index of the next one with a mark."""
    following: list[int | None] = [None] * len(marks)
    for index in range(len(marks) - 2, -1, -1):
        following[index] = index + 1 if marks[index + 1] else following[index + 1]
    return following


def _is_enumeration(rest: str, mark: LabelMark) -> bool:
    """Whether the next mark of the same kind stands in the same line: "1) maatwerk; 2) LDE"."""
    if mark.closer != ")":
        return False
    number, letter = mark.pairs[-1]
    following = chr(ord(letter) + 1) if letter else str((number or 0) + 1)
    return f" {following})" in rest
