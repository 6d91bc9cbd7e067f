"""Documents that have the answer only, as older practice was."""

from __future__ import annotations

import datetime as dt

import pytest

from archive.errors import Refusal
from archive.extract.text import split_lines
from archive.model.document import Document
from archive.model.question import WrittenQuestion
from archive.model.record import Record
from archive.model.supporting import SupportingDocument
from archive.parse import parse_document
from archive.parse.merge import merge_records
from tests.records import facts

ANSWER = """\
HILDE CREVITS
VLAAMS MINISTER VAN MOBILITEIT EN OPENBARE WERKEN

ANTWOORD

op vraag nr. 88 van 12 maart 2010
van AN PEETERS

1. De bussen reden vorig jaar in 91 % van de gevallen op tijd.

2. De Lijn werkt aan een plan.

   a) Het is klaar in juni.
"""
QUESTION = """\
SCHRIFTELIJKE VRAAG
nr. 88
van AN PEETERS
datum: 12 maart 2010
aan HILDE CREVITS
VLAAMS MINISTER VAN MOBILITEIT EN OPENBARE WERKEN

Busvervoer - Stiptheid

De bussen rijden te laat.

1. Hoe vaak gebeurt dat?

2. Wat doet de minister?

   a) Tegen wanneer?
"""


def read(text: str, name: str = "antw.088.txt") -> Record:
    return parse_document(Document(split_lines(text), "text/plain"), facts(name))


def test_its_head_says_which_question_it_answers() -> None:
    record = read(ANSWER)
    assert isinstance(record, WrittenQuestion)
    assert record.id == "2009-2010/hilde-crevits/88"
    assert (record.asker.name, record.asked_on) == ("An Peeters", dt.date(2010, 3, 12))
    assert record.minister.portfolio == "VLAAMS MINISTER VAN MOBILITEIT EN OPENBARE WERKEN"


def test_its_question_is_empty_and_noted() -> None:
    record = read(ANSWER)
    assert isinstance(record, WrittenQuestion)
    assert (record.question.introduction, record.question.parts) == ((), ())
    assert record.title == "Antwoord op schriftelijke vraag nr. 88"
    assert "no_question" in [note.code for note in record.notes]


def test_its_answer_has_labels() -> None:
    record = read(ANSWER)
    assert isinstance(record, WrittenQuestion)
    assert record.answer is not None
    assert [part.labels for part in record.answer.parts] == [("1",), ("2",), ("2a",)]


def test_name_and_office_in_mixed_case_are_found() -> None:
    mixed = ANSWER.replace("HILDE CREVITS", "Hilde Crevits").replace(
        "VLAAMS MINISTER VAN MOBILITEIT EN OPENBARE WERKEN",
        "Vlaams minister van Mobiliteit\nen Openbare Werken",
    )
    record = read(mixed)
    assert record.id == "2009-2010/hilde-crevits/88"
    assert isinstance(record, WrittenQuestion)
    assert record.minister.portfolio == "Vlaams minister van Mobiliteit en Openbare Werken"


def test_with_its_question_it_makes_one_record() -> None:
    merged = merge_records(read(ANSWER), read(QUESTION, "vrg.088.txt"))
    assert isinstance(merged, WrittenQuestion)
    assert (merged.title, merged.source.name) == ("Busvervoer - Stiptheid", "vrg.088.txt")
    assert merged.answer is not None
    assert [part.labels for part in merged.question.parts] == [part.labels for part in merged.answer.parts]


@pytest.mark.parametrize(
    ("gone", "missing"),
    [
        (" van 12 maart 2010", "no date of the question"),
        ("van AN PEETERS\n", "no asker"),
        ("HILDE CREVITS\nVLAAMS MINISTER VAN MOBILITEIT EN OPENBARE WERKEN\n", "no minister"),
    ],
)
def test_head_that_does_not_tell_which_question_is_refused(gone: str, missing: str) -> None:
    with pytest.raises(Refusal, match=missing):
        read(ANSWER.replace(gone, ""))


def test_day_that_the_calendar_does_not_have_is_refused() -> None:
    with pytest.raises(Refusal, match="31 februari 2010"):
        read(ANSWER.replace("12 maart", "31 februari"))


def test_report_with_a_section_called_answer_is_no_question() -> None:
    assert isinstance(read("Verslag\n\nANTWOORD\n\nDe minister antwoordt."), SupportingDocument)


def test_report_that_quotes_an_answer_further_down_is_no_question() -> None:
    report = "Verslag\n" + "Een regel van het verslag.\n" * 30 + ANSWER
    assert isinstance(read(report), SupportingDocument)
