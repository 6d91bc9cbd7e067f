"""The head of an answer: minister, portfolio, number and date of the question, asker."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

import msgspec

from archive.model.document import Line
from archive.model.question import Note
from archive.parse.capitals import is_capitals, names_office
from archive.parse.head import Head
from archive.parse.places import line_place
from archive.text.dates import find_dates
from archive.text.names import name_key, unify_apostrophes
from archive.text.titles import fold_blanks

_HEADING = re.compile(r"(?P<kind>(?:[A-ZË]+(?:OÖ|OO)?[A-ZÖË]*\s+)?)ANTWOORD\b[\s:]*(?P<rest>op\s.*)?")
_QUESTION = re.compile(r"op\s+(?:de\s+)?(?:schriftelijke\s+)?vraag\s+nr\.?\s*(\d{1,6})\b", re.IGNORECASE)
_ASKER = re.compile(r"(?:^|\s)van\s+(?P<name>[^\d]+)$", re.IGNORECASE)
_NUMBER_LINE = re.compile(r"\d{1,6}(?:\s+van\b|$)")
_HEAD_WITHIN = 8
_FIELDS_WITHIN = 4


class AnswerHead(msgspec.Struct, frozen=True):
    """What stands above an answer.

    start: index of its first line (the minister's name); end: index of the first line of the answer's text.
    heading: "ANTWOORD" as printed, with what stands before it ("GECOÖRDINEERD ANTWOORD").
    asker and minister as printed, None where the head has none. glued: what the minister's name stood glued to.
    """

    start: int
    end: int
    heading: str
    number_printed: str | None = None
    date: dt.date | None = None
    date_printed: str | None = None
    asker: str | None = None
    minister: str | None = None
    portfolio: str | None = None
    glued: Line | None = None


def parse_answer_head(lines: Sequence[Line], head: Head) -> AnswerHead | None:
    """The head of the answer to the question with `head`, None where there is no answer.

    A head whose minister is "" stands for a question that is not in the document.
    """
    for index in range(head.end, len(lines)):
        found = _HEADING.fullmatch(lines[index].text.strip())
        if found and _is_head(lines, index, found, head):
            return _read(lines, index, found, head)
    return None


def _is_head(lines: Sequence[Line], index: int, heading: re.Match[str], head: Head) -> bool:
    """Whether the word is a head: the question's number follows, or a name or office in capitals stands above."""
    if heading.group("rest") and _QUESTION.match(heading.group("rest")):
        return True
    below = [line.text.strip() for line in lines[index + 1 : index + 4] if line.text.strip()]
    if below and _QUESTION.match(below[0]):
        return True
    above = [line.text.strip() for line in lines[max(head.end, index - 4) : index] if line.text.strip()]
    return bool(above) and (is_capitals(above[-1]) or names_office(above[-1]))


def _read(lines: Sequence[Line], index: int, heading: re.Match[str], head: Head) -> AnswerHead:
    start, names, glued = _look_above(lines, index, head)
    end, number, dates, asker = _look_below(lines, index, heading.group("rest") or "")
    offices = [place for place, text in enumerate(names) if names_office(text)]
    border = offices[0] if offices else len(names)
    return AnswerHead(
        start,
        end,
        fold_blanks(heading.group("kind") + "ANTWOORD"),
        number,
        dates[0][1] if dates else None,
        dates[0][0] if dates else None,
        asker,
        fold_blanks(" ".join(names[:border])) or None,
        fold_blanks(" ".join(names[border:])) or None,
        glued,
    )


def _look_above(lines: Sequence[Line], index: int, head: Head) -> tuple[int, list[str], Line | None]:
    """The index of the first line of the head, its lines, and what the minister's name was glued to, if anything."""
    names: list[str] = []
    start = index
    mixed_case = head.portfolio is not None and not is_capitals(head.portfolio)
    for above in range(index - 1, max(head.end, index - _HEAD_WITHIN) - 1, -1):
        text = lines[above].text.strip()
        if not text or lines[above].table:
            continue
        own = is_capitals(text) or (mixed_case and names_office(text)) or _same_name(text, head.minister)
        if not own:
            kept = _without_name(lines[above], head.minister)
            if kept is None:
                break
            return above, [head.minister, *names], kept
        names.insert(0, text)
        start = above
        if _same_name(text, head.minister):
            break
    return start, names, None


def _same_name(text: str, minister: str) -> bool:
    return bool(minister) and name_key(text) == name_key(minister)


def _without_name(line: Line, minister: str) -> Line | None:
    """The line without the minister's name glued to its end, None where it does not end so."""
    text = unify_apostrophes(line.text).rstrip()
    if not minister or not text.endswith(unify_apostrophes(minister)):
        return None
    return msgspec.structs.replace(line, text=line.text[: len(text) - len(minister)], broken=False)


def _look_below(
    lines: Sequence[Line], index: int, rest: str
) -> tuple[int, str | None, list[tuple[str, dt.date | None]], str | None]:
    """The index after the head, the number, the dates and the asker that it prints."""
    taken = rest
    number: re.Match[str] | None = _QUESTION.match(rest)
    asker: re.Match[str] | None = None
    end = index + 1
    used = 0
    for below in range(index + 1, len(lines)):
        text = lines[below].text.strip()
        if not text:
            continue
        if used == _FIELDS_WITHIN or asker or not _is_field(text, bool(taken)):
            break
        taken = f"{taken} {text}".strip()
        number = _QUESTION.search(taken)
        asker = _find_asker(taken) if number else None
        used += 1
        end = below + 1
    dates = [(found.text, found.date) for found in find_dates(taken)]
    return (
        end,
        number.group(1) if number else None,
        dates,
        fold_blanks(asker.group("name")) if asker else None,
    )


def _is_field(text: str, begun: bool) -> bool:
    """Whether a line goes on with the head: "88 van 12 maart 2010" and "12 maart 2010" do, "1. De bussen" does not."""
    if _QUESTION.match(text):
        return True
    dated = next(find_dates(text), None)
    is_date = dated is not None and dated.start == 0
    return begun and (text.startswith("van ") or is_date or _NUMBER_LINE.match(text) is not None)


def _find_asker(text: str) -> re.Match[str] | None:
    dated = list(find_dates(text))
    start = dated[-1].start + len(dated[-1].text) if dated else 0
    return _ASKER.search(text, start)


def answer_head_notes(found: AnswerHead, head: Head, lines: Sequence[Line]) -> list[Note]:
    """Where the head of the answer says something else than the head of the question."""
    place = f"head of the answer, {line_place(lines[found.start])}"
    notes: list[Note] = []
    if found.number_printed is not None and int(found.number_printed) != head.number:
        message = f"the answer names question nr. {found.number_printed}, the question has nr. {head.number}"
        notes.append(Note("number_contradiction", message, place))
    elif found.number_printed is not None and found.number_printed != str(head.number):
        message = f"the answer prints the number as '{found.number_printed}', the question as '{head.number}'"
        notes.append(Note("number_form", message, place))
    if found.date_printed and found.date is None:
        message = f"'{found.date_printed}' is no date that the calendar has"
        notes.append(Note("impossible_date", message, place))
    elif found.date and head.asked_on and found.date != head.asked_on:
        message = (
            f"the answer says that the question is of {found.date}, the question itself says {head.asked_on}"
        )
        notes.append(Note("date_contradiction", message, place))
    if found.asker and name_key(found.asker) != name_key(head.asker):
        message = f"the answer names the asker '{found.asker}', the question '{head.asker}'"
        notes.append(Note("asker_contradiction", message, place))
    if found.minister and not _same_name(found.minister, head.minister):
        message = f"the answer comes from '{found.minister}', the question is put to '{head.minister}'"
        notes.append(Note("minister_contradiction", message, place))
    if found.portfolio and fold_blanks(found.portfolio) != (head.portfolio or ""):
        message = f"the answer prints the portfolio as '{found.portfolio}'"
        notes.append(Note("portfolio_form", message, place))
    if found.glued is not None:
        message = "the minister's name stood glued to the last line of the question and was set apart"
        notes.append(Note("glued_name", message, line_place(found.glued)))
    return notes
