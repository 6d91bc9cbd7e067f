from __future__ import annotations

import pytest

from tests.parse.documents import ANSWER_HEAD, HEAD, QUESTION, parse_question, parse_text


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("1. Er zijn 100 plaatsen.\n2. Er wachten 5 kinderen.\n", "substantive"),
        ("Dit behoort niet tot mijn bevoegdheid.\n", "not_competent"),
        ("Ik ben hiervoor niet bevoegd.\n", "not_competent"),
        ("Ik verwijs naar het antwoord van minister Weyts op vraag nr. 12 van 3 mei 2023.\n", "referral"),
        ("Voor het gecoördineerde antwoord verwijs ik naar mijn collega Jambon.\n", "referral"),
        ("Ik verwijs hiervoor naar de bijlage.\n", "substantive"),
        ("Het definitieve antwoord volgt zodra de cijfers binnen zijn.\n", "holding"),
        (
            "1. Deze gegevens zijn niet beschikbaar.\n2. Hierover worden geen cijfers bijgehouden.\n",
            "no_data",
        ),
        ("1. Er zijn 100 plaatsen.\n2. Deze gegevens zijn niet beschikbaar.\n", "partial"),
        (
            "1. Er zijn nog geen definitieve cijfers beschikbaar; voorlopig zijn het er 100.\n2. Vijf.\n",
            "substantive",
        ),
    ],
)
def test_the_kind_is_told_by_the_sentences(answer: str, kind: str) -> None:
    record = parse_question(answer=answer)
    assert record.answer is not None
    assert record.answer.kind == kind


def test_a_coordinated_answer_says_so_in_its_head() -> None:
    head = ANSWER_HEAD.replace("ANTWOORD", "GECOÖRDINEERD ANTWOORD")
    record = parse_text(HEAD + QUESTION + head + "1. Er zijn 100 plaatsen.\n2. Vijf.\n")
    assert "read as coordinated" in " ".join(note.message for note in record.notes)


def test_the_sentence_that_decided_is_quoted_and_the_others_are_not() -> None:
    record = parse_question(answer="Dank u. Dit behoort niet tot mijn bevoegdheid. Tot ziens.\n")
    (note,) = [note for note in record.notes if note.code == "answer_kind"]
    assert note.message == "read as not_competent: 'Dit behoort niet tot mijn bevoegdheid.'"


def test_a_long_answer_is_no_referral_for_one_sentence() -> None:
    long = "Er zijn honderd plaatsen en vijf kinderen wachten. " * 20
    record = parse_question(answer=f"{long}Ik verwijs ook naar het antwoord van minister Weyts.\n")
    assert record.answer is not None
    assert record.answer.kind == "substantive"
