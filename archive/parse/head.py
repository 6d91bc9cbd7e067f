"""The head of a question: number, asker, date, minister, portfolio and title."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

import msgspec

from archive.errors import Refusal
from archive.model.document import Line
from archive.parse.capitals import is_capitals, names_office
from archive.parse.places import source_place
from archive.text.dates import parse_date
from archive.text.titles import fold_blanks
from archive.text.unwrap import Shape, goes_on

_HEADING = re.compile(r"SCHRIFTELIJKE\s+VRAAG\b[\s:]*(.*)")
# Other parliaments have numbers in two halves, "nr. 7-312": half of one would be another question.
_NUMBER = re.compile(r"nr\.?\s*:?\s*(\d{1,6})\b(?!\s?[-/.]\d)\s*(.*)", re.IGNORECASE)
_ASKER = re.compile(r"van\s+(.+)", re.IGNORECASE)
_DATE = re.compile(r"datum\s*:?\s*(.*)", re.IGNORECASE)
_ADDRESSEE = re.compile(r"aan\s+(.+)", re.IGNORECASE)
# Where several fields stand on one line, each begins so.
_FIELD = re.compile(r"\s+(?=(?:datum\s*:|(?:van|aan)\s+[A-ZÀ-Ý][A-ZÀ-Ý'’-]+\b))")
_FIELDS_WITHIN = 12
_LONGEST_PORTFOLIO = 4
_LABEL = re.compile(r"\s*(?:\d{1,2}|[a-z])[.)](?:\s|$)")


class Head(msgspec.Struct, frozen=True):
    """The fields as printed, names in their printed case; `end` is the index of the first line of the text."""

    number: int
    asker: str
    minister: str
    portfolio: str | None
    asked_on: dt.date | None
    title: str | None
    end: int


def find_heading(lines: Sequence[Line], start: int = 0) -> int | None:
    """The index of the line that begins a question, None where there is none."""
    for index in range(start, len(lines)):
        found = _HEADING.fullmatch(lines[index].text.strip())
        if found and (not found.group(1) or _NUMBER.match(found.group(1))):
            return index
    return None


def parse_head(lines: Sequence[Line], heading: int, shape: Shape, name: str) -> Head:
    """The head that begins at `heading`.

    Raises Refusal with the code "half_header" when the number, the asker or the minister is missing, and
    "impossible_date". A missing date is None.
    """
    fields = _Fields(name)
    rest = _HEADING.fullmatch(lines[heading].text.strip())
    fields.take(rest.group(1) if rest else "", lines[heading])
    index = heading + 1
    last = min(index + _FIELDS_WITHIN, len(lines))
    while index < last and fields.minister is None:
        text = lines[index].text.strip()
        if text and not fields.take(text, lines[index]):
            break
        index += 1
    number, asker, minister = fields.complete(lines[heading])
    portfolio, index = _parse_portfolio(lines, index)
    title, index = _parse_title(lines, index, shape)
    return Head(number, asker, minister, portfolio, fields.asked_on, title, index)


class _Fields:
    """The fields found so far."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.number: int | None = None
        self.asker: str | None = None
        self.minister: str | None = None
        self.asked_on: dt.date | None = None

    def take(self, text: str, line: Line) -> bool:
        """Takes the fields on a line; False when it holds none."""
        number = _NUMBER.match(text)
        if number and self.number is None:
            self.number = int(number.group(1))
            text = number.group(2)
            if not text:
                return True
        taken = [self._take_one(piece, line) for piece in _FIELD.split(text) if piece]
        return all(taken)

    def _take_one(self, text: str, line: Line) -> bool:
        if (found := _DATE.match(text)) and self.asked_on is None:
            self.asked_on = self._parse_date(found.group(1), line)
        elif (found := _ADDRESSEE.match(text)) and self.minister is None:
            name = fold_blanks(found.group(1))
            if name.startswith(("de ", "het ")):  # an office, not a name
                return False
            self.minister = name
        elif (found := _ASKER.match(text)) and self.asker is None:
            self.asker = fold_blanks(found.group(1))
        else:
            return False
        return True

    def _parse_date(self, text: str, line: Line) -> dt.date:
        try:
            return parse_date(text)
        except ValueError as error:
            raise Refusal(
                source_place(self._name, line),
                str(error),
                "correct the date in the document",
                code="impossible_date",
            ) from error

    def complete(self, heading: Line) -> tuple[int, str, str]:
        """Number, asker and minister. Raises Refusal when one is missing."""
        wanted = {"number": self.number, "asker": self.asker, "minister": self.minister}
        missing = [field for field, value in wanted.items() if value is None]
        if self.number is None or self.asker is None or self.minister is None:
            raise Refusal(
                source_place(self._name, heading),
                f"a question begins here, but its head has no {' and no '.join(missing)}",
                "complete the head: 'nr. N', 'van NAME', 'datum: D', 'aan NAME' on lines of their own",
                code="half_header",
            )
        return self.number, self.asker, self.minister


def _parse_portfolio(lines: Sequence[Line], index: int) -> tuple[str | None, int]:
    taken: list[str] = []
    in_capitals = False
    while index < len(lines) and len(taken) < _LONGEST_PORTFOLIO:
        text = lines[index].text.strip()
        if not text and not taken:
            index += 1
            continue
        begins = not taken and names_office(text)
        continues = bool(taken) and (
            (in_capitals and is_capitals(text)) or (not in_capitals and taken[-1].endswith((",", " en")))
        )
        if not (begins or continues):
            break
        in_capitals = is_capitals(text) if begins else in_capitals
        taken.append(text)
        index += 1
    return (fold_blanks(" ".join(taken)) or None), index


def _parse_title(lines: Sequence[Line], index: int, shape: Shape) -> tuple[str | None, int]:
    while index < len(lines) and not lines[index].text.strip() and lines[index].table is None:
        index += 1
    if index >= len(lines) or lines[index].table or _LABEL.match(lines[index].text):
        return None, index
    taken = [lines[index]]
    index += 1
    while index < len(lines) and _title_goes_on(taken[-1], lines[index], shape):
        taken.append(lines[index])
        index += 1
    return fold_blanks(" ".join(line.text for line in taken)), index


def _title_goes_on(line: Line, following: Line, shape: Shape) -> bool:
    """Whether a title goes on in the next line: where the source does not tell, only with a small letter."""
    if line.broken is None and not following.text.strip()[:1].islower():
        return False
    return line.broken is not False and goes_on(line, following, shape)
