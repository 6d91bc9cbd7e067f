"""What a text says of the other questions that it points to: whose they are, and to whom they were put.

A reference of a record holds its number, year and date. What stands around it in the text tells more: "mijn
schriftelijke vraag nr. 1133", "vraag nr. 851 van mevrouw Els Robeyns", "gesteld aan minister Crevits".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from archive.links.wordings import answered_texts, asked_texts
from archive.model.question import Reference, WrittenQuestion
from archive.text.slugs import slug

_BEFORE = 90
_AFTER = 110
_SENTENCE = re.compile(r"(?<!\bnr)[.;?!]\s")
_NAME = r"(?P<name>[A-ZÀ-Ý][\w'’-]+(?:\s(?:[Dd]e|[Vv]an|[Dd]er|[Dd]en|[A-ZÀ-Ý][\w'’-]+)){0,4})"
_ASKER = re.compile(
    rf"\bvan\s+(?:mevrouw|mevr\.|de heer|dhr\.|collega|(?:Vlaams\s+)?volksvertegenwoordiger)\s+{_NAME}"
)
_MINISTER = re.compile(rf"\bminister(?:-president)?\s+{_NAME}")
_PORTFOLIO = re.compile(rf"\bminister\s+(?:bevoegd\s+voor|van|voor)\s+{_NAME}")
_OWN_OF_ASKER = re.compile(r"\b(?:mijn|onze)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_OWN_TO_ASKER = re.compile(r"\b(?:uw|haar|zijn)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_OWN_ANSWER = re.compile(r"\bmijn\s+(?:\w+\s+){0,2}antwoord\b", re.IGNORECASE)
_HIS_ANSWER = re.compile(r"\buw\s+(?:\w+\s+){0,2}antwoord\b", re.IGNORECASE)
_SPOKEN = re.compile(r"\bmondelinge\s+(?:parlementaire\s+)?$|\bom\s+uitleg\s+$", re.IGNORECASE)


class Pointer(msgspec.Struct, frozen=True):
    """One reference to a question, by its place among the record's references, with what the text says around it.

    asker, minister and portfolio are slugs of what is printed, "" where nothing is. own_asker: the one who asked
    the question that points; own_minister: the one who answers it. spoken: an oral question, which has no page.
    """

    place: int
    reference: Reference
    asker: str = ""
    minister: str = ""
    portfolio: str = ""
    own_asker: bool = False
    own_minister: bool = False
    spoken: bool = False


def pointers_of(record: WrittenQuestion) -> tuple[Pointer, ...]:
    """The references of a record to other questions, in their order."""
    wanted = [(place, one) for place, one in enumerate(record.references) if one.kind == "written_question"]
    if not wanted:
        return ()
    asked, answered = list(asked_texts(record)), list(answered_texts(record))
    return tuple(_pointer(place, one, asked, answered) for place, one in wanted)


def _pointer(place: int, reference: Reference, asked: list[str], answered: list[str]) -> Pointer:
    for before, after in _surroundings(reference.text, asked):
        return _read(place, reference, before, after, in_answer=False)
    for before, after in _surroundings(reference.text, answered):
        return _read(place, reference, before, after, in_answer=True)
    return Pointer(place, reference)


def _surroundings(wanted: str, texts: list[str]) -> Iterator[tuple[str, str]]:
    """What stands before and after a text in its own sentence, wherever it stands."""
    for text in texts:
        start = text.find(wanted)
        if start >= 0:
            end = start + len(wanted)
            before = _SENTENCE.split(text[max(0, start - _BEFORE) : start])[-1]
            yield before, _SENTENCE.split(text[end : end + _AFTER])[0]


def _read(place: int, reference: Reference, before: str, after: str, *, in_answer: bool) -> Pointer:
    around = f"{reference.text}{after}"
    own = _OWN_TO_ASKER if in_answer else _OWN_OF_ASKER
    own_answer = _OWN_ANSWER if in_answer else _HIS_ANSWER
    return Pointer(
        place,
        reference,
        asker=_named(_ASKER, around),
        minister=_named(_MINISTER, around) or _named(_MINISTER, before),
        portfolio=_named(_PORTFOLIO, around) or _named(_PORTFOLIO, before),
        own_asker=own.search(before) is not None,
        own_minister=own_answer.search(before) is not None,
        spoken=_SPOKEN.search(before) is not None,
    )


def _named(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return slug(found["name"]) if found else ""
