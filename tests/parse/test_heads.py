from __future__ import annotations

import datetime as dt

import pytest

from archive.errors import Refusal
from archive.model.question import WrittenQuestion
from archive.model.supporting import SupportingDocument
from tests.parse.documents import ANSWER_HEAD, HEAD, QUESTION, codes, parse_question, parse_text, shown


def _refusal(text: str) -> Refusal:
    with pytest.raises(Refusal) as caught:
        parse_text(text)
    return caught.value


def _without(line: str) -> str:
    assert line in HEAD
    return HEAD.replace(line, "") + QUESTION


@pytest.mark.parametrize(
    "line", ["nr. 17\n", "van AN PEETERS\n", "aan HILDE CREVITS\n", "datum: 8 januari 2024\n"]
)
def test_half_a_head_is_refused(line: str) -> None:
    refusal = _refusal(_without(line))
    assert (refusal.code, refusal.place) == ("half_header", "vraag.txt, line 1")
    assert refusal.cause
    assert refusal.remedy


def test_an_impossible_date_is_refused_with_its_line() -> None:
    refusal = _refusal(HEAD.replace("8 januari", "31 februari") + QUESTION)
    assert (refusal.code, refusal.place) == ("impossible_date", "vraag.txt, line 4")
    assert "31 februari 2024" in refusal.cause


def test_a_missing_date_is_null_where_the_answer_tells_the_year() -> None:
    record = parse_text(HEAD.replace("datum: 8 januari 2024\n", "") + QUESTION + ANSWER_HEAD + "Neen.\n")
    assert isinstance(record, WrittenQuestion)
    assert (record.asked_on, record.parliamentary_year) == (None, "2023-2024")
    assert "no_date" in codes(record)


@pytest.mark.parametrize(
    ("portfolio", "expected"),
    [
        ("VLAAMS MINISTER VAN WERK", "VLAAMS MINISTER VAN WERK"),
        (
            "MINISTER-PRESIDENT, VLAAMS MINISTER VAN\nWERK, WONEN\nEN SPORT",
            "MINISTER-PRESIDENT, VLAAMS MINISTER VAN WERK, WONEN EN SPORT",
        ),
        ("Vlaams minister van Werk,\nWonen en Sport", "Vlaams minister van Werk, Wonen en Sport"),
    ],
)
def test_a_portfolio_stands_on_one_line_or_more(portfolio: str, expected: str) -> None:
    record = parse_question(
        head=HEAD.replace("VLAAMS MINISTER VAN WELZIJN, VOLKSGEZONDHEID EN GEZIN", portfolio)
    )
    assert (record.minister.portfolio, record.title) == (expected, "Kinderopvang - Plaatsen")


def test_fields_may_stand_on_one_line_with_blank_lines_between() -> None:
    head = (
        "SCHRIFTELIJKE VRAAG nr. 17 van AN PEETERS datum: 8 januari 2024\n\naan HILDE CREVITS\n\n"
        "VLAAMS MINISTER VAN WELZIJN\n\nTitel\n"
    )
    record = parse_question(head=head)
    assert (record.number, record.asker.printed, record.minister.printed) == (
        17,
        "AN PEETERS",
        "HILDE CREVITS",
    )
    assert (record.asked_on, record.title, record.aspect) == (dt.date(2024, 1, 8), "Titel", None)


@pytest.mark.parametrize(
    "glue", ["2. Hoeveel kinderen wachten?HILDE CREVITS \n", "2. Hoeveel kinderen wachten? HILDE CREVITS\n"]
)
def test_the_name_of_the_minister_may_be_glued_to_the_last_line(glue: str) -> None:
    answer_head = ANSWER_HEAD.replace("HILDE CREVITS\n", "", 1)
    record = parse_text(HEAD + "1. Een?\n" + glue + answer_head + "1. Ja.\n")
    assert isinstance(record, WrittenQuestion)
    assert record.answer is not None
    assert shown(record.question.parts[1].blocks) == ["P Hoeveel kinderen wachten?"]
    assert "glued_name" in codes(record)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("nr. 17", "nr. 18", "number_contradiction"),
        ("nr. 17", "nr. 017", "number_form"),
        ("8 januari 2024", "9 januari 2024", "date_contradiction"),
        ("8 januari 2024", "31 juni 2024", "impossible_date"),
        ("van AN PEETERS", "van AN PEETERMANS", "asker_contradiction"),
        ("HILDE CREVITS", "BEN WEYTS", "minister_contradiction"),
        ("VLAAMS MINISTER", "MINISTER", "portfolio_form"),
        ("ANTWOORD", "ANTWOORD ", None),
        ("ANTWOORD\nop", "ANTWOORD op", None),
        ("2024\nvan", "2024 van", None),
    ],
)
def test_what_the_head_of_the_answer_says_otherwise_is_noted(old: str, new: str, code: str | None) -> None:
    head = ANSWER_HEAD.replace(old, new)
    record = parse_text(HEAD + QUESTION + head + "1. Ja.\n")
    assert isinstance(record, WrittenQuestion)
    assert record.answer is not None
    assert shown(record.answer.parts[0].blocks) == ["P Ja."]
    expected = {
        "number_contradiction",
        "number_form",
        "date_contradiction",
        "impossible_date",
        "asker_contradiction",
        "minister_contradiction",
        "portfolio_form",
    }
    assert [found for found in codes(record) if found in expected] == ([code] if code else [])


def test_one_name_with_two_apostrophes_is_one_name() -> None:
    text = (
        (HEAD + QUESTION + ANSWER_HEAD)
        .replace("AN PEETERS", "ELS D'HAESE", 1)
        .replace("AN PEETERS", "ELS D’HAESE")
    )
    record = parse_text(text + "1. Ja.\n")
    assert isinstance(record, WrittenQuestion)
    assert record.asker.name == "Els D'Haese"
    assert "asker_contradiction" not in codes(record)


def test_a_question_without_an_answer_has_none() -> None:
    assert parse_question().answer is None


def test_the_word_answer_in_a_question_is_no_head() -> None:
    record = parse_question("Wij wachten nog steeds op een\nANTWOORD\nvan de minister.\n1. Wanneer?\n")
    assert record.answer is None


def test_the_block_before_a_document_gives_title_themes_and_links() -> None:
    block = (
        "title: Kinderopvang - \nPlaatsen\nthema: Welzijn\nGezin\npdf link: https://docs.example/pfile?id=5\n"
        "thema link: https://www.example/vragen/9\n"
    )
    record = parse_text(block + HEAD + QUESTION)
    assert isinstance(record, WrittenQuestion)
    assert (record.title, record.themes) == ("Kinderopvang - Plaatsen", ("Welzijn", "Gezin"))
    assert (record.document_id, record.dossier_id) == ("5", "9")
    assert codes(record) == ["unknown_name"]


def test_an_address_that_is_none_is_no_link() -> None:
    record = parse_text("title: x\nthema: y\npdf link: javascript:alert(1)\n" + HEAD + QUESTION)
    assert record.links.document is None


def test_a_title_that_differs_from_the_block_is_noted() -> None:
    record = parse_text("title: Anders\nthema: x\npdf link: https://a.example/?id=1\n" + HEAD + QUESTION)
    assert record.title == "Anders"
    assert any(
        "Kinderopvang - Plaatsen" in note.message
        for note in record.notes
        if note.code == "title_contradiction"
    )


def test_text_before_a_question_is_kept_as_a_note() -> None:
    record = parse_text("Vlaams Parlement\n" + HEAD + QUESTION)
    assert any("Vlaams Parlement" in note.message for note in record.notes)


def test_what_is_no_question_is_a_supporting_document() -> None:
    record = parse_text("Jaarverslag 2023\n\nBrussel, 3 mei 2024\n\nEen tekst.\n")
    assert isinstance(record, SupportingDocument)
    assert (record.id, record.title) == ("documenten/jaarverslag-2023", "Jaarverslag 2023")
    assert record.dated_on == dt.date(2024, 5, 3)


_FEDERAL = """Belgische Kamer
Vraag nr. 12 van de heer Janssens d.d. 3 mei 2024 (N.) aan de minister van Justitie:
Waarom?
"""
_DUTCH = """Tweede Kamer der Staten-Generaal
2024Z01234
Vragen van het lid De Vries aan de minister
1
Hebt u dit gezien?
"""


@pytest.mark.parametrize("text", [_FEDERAL, _DUTCH])
def test_foreign_layouts_give_no_invented_fields(text: str) -> None:
    assert isinstance(parse_text(text), SupportingDocument)
