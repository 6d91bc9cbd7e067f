"""References to other questions: resolved, offered as candidates, or kept."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from archive.ingest import ingest_paths
from archive.links import link_records
from archive.links.resolved import Resolved
from archive.model.blocks import Paragraph
from archive.model.question import Answer, Body, WrittenQuestion
from archive.parse.references import find_references
from archive.store.corpus import Corpus
from tests.records import question


def pointing(text: str, *, answer: str = "", **changes: object) -> WrittenQuestion:
    """A question whose text, or answer, refers to others."""
    return question(
        9,
        question=Body((Paragraph(text),)),
        answer=Answer("substantive", introduction=(Paragraph(answer),)) if answer else None,
        references=tuple(find_references([text, answer])),
        **changes,  # type: ignore[arg-type]
    )


def resolved(source: WrittenQuestion, *others: WrittenQuestion) -> Resolved:
    (found,) = link_records([source, *others]).between.references(source.id).values()
    return found


EARLIER = dt.date(2022, 9, 6)
OWN = "In mijn schriftelijke vraag nr. 1133 van 6 september 2022 vroeg ik cijfers op."


def earlier(number: int = 1133, **changes: object) -> WrittenQuestion:
    return question(number, year="2021-2022", **{"asked_on": EARLIER, **changes})  # type: ignore[arg-type]


def test_number_date_and_asker_resolve_a_reference() -> None:
    found = resolved(pointing(OWN), earlier())
    assert found.id == "2021-2022/jo-brouns/1133"
    assert found.agrees == ("number", "year", "date", "asker")


def test_a_reference_to_an_absent_question_is_kept_without_a_target() -> None:
    assert resolved(pointing(OWN)) == Resolved(0)


def test_my_question_is_none_of_another_member() -> None:
    assert resolved(pointing(OWN), earlier(asker="Wim Maes")).id is None


def test_the_one_of_two_ministers_with_the_exact_date_is_meant() -> None:
    other = earlier(minister="An Claes", asked_on=dt.date(2022, 9, 1))
    assert resolved(pointing(OWN), earlier(), other).id == "2021-2022/jo-brouns/1133"


def test_two_that_agree_alike_are_offered_and_none_is_guessed() -> None:
    found = resolved(pointing(OWN), earlier(), earlier(minister="An Claes"))
    assert found.id is None
    assert found.candidates == ("2021-2022/an-claes/1133", "2021-2022/jo-brouns/1133")
    assert found.agrees == ("number", "year", "date", "asker")


def test_number_and_year_alone_are_offered_not_taken() -> None:
    found = resolved(pointing("Zie schriftelijke vraag nr. 12 (2021-2022)."), earlier(12))
    assert (found.id, found.candidates) == (None, ("2021-2022/jo-brouns/12",))


def test_a_bare_number_says_too_little_to_offer_anything() -> None:
    assert resolved(pointing("Zie vraag nr. 12 daarover."), earlier(12)) == Resolved(0)


def test_an_asker_named_behind_the_number_resolves() -> None:
    text = "Ik verwijs naar vraag nr. 851 van mevrouw Els Robeyns."
    found = resolved(pointing(text), question(851, asker="Els Robeyns", asked_on=EARLIER, year="2021-2022"))
    assert (found.id, found.agrees) == ("2021-2022/jo-brouns/851", ("number", "asker"))


def test_another_asker_than_the_named_one_is_not_meant() -> None:
    text = "Ik verwijs naar vraag nr. 851 van mevrouw Els Robeyns."
    assert resolved(pointing(text), question(851, asked_on=EARLIER, year="2021-2022")).id is None


def test_your_question_in_an_answer_is_the_askers() -> None:
    answer = "Ik verwijs naar mijn antwoord op uw schriftelijke vraag nr. 12 van 1 maart 2022."
    found = resolved(pointing("Hoeveel?", answer=answer), earlier(12, asked_on=dt.date(2022, 3, 1)))
    assert found.agrees == ("number", "year", "date", "asker", "minister")


def test_the_minister_that_a_text_names_decides() -> None:
    text = "Zie schriftelijke vraag nr. 12 van 1 maart 2022 aan minister An Claes."
    day = {"asked_on": dt.date(2022, 3, 1)}
    found = resolved(pointing(text), earlier(12, **day), earlier(12, minister="An Claes", **day))
    assert found.id == "2021-2022/an-claes/12"


def test_the_minister_that_a_text_names_by_competence_decides() -> None:
    text = "Zie schriftelijke vraag nr. 12 van 1 maart 2022 aan de minister van Wonen."
    found = resolved(pointing(text), earlier(12, asked_on=dt.date(2022, 3, 1)))
    assert "minister" in found.agrees


def test_an_oral_question_is_known_as_one() -> None:
    text = "Zie de mondelinge vraag nr. 12 van 1 maart 2022."
    found = resolved(pointing(text), earlier(12, asked_on=dt.date(2022, 3, 1)))
    assert (found.id, found.spoken) == (None, True)


def test_no_question_refers_to_itself() -> None:
    text = "Zie schriftelijke vraag nr. 9 van 25 april 2024."
    assert resolved(pointing(text)) == Resolved(0)


def test_a_question_of_years_later_is_not_meant() -> None:
    later = question(851, asker="Els Robeyns", asked_on=dt.date(2026, 1, 5), year="2025-2026")
    assert resolved(pointing("Zie vraag nr. 851 van mevrouw Els Robeyns."), later).id is None


def test_the_question_that_is_meant_knows_who_refers_to_it() -> None:
    links = link_records([pointing(OWN), earlier()])
    assert links.between.referring("2021-2022/jo-brouns/1133") == ("2023-2024/jo-brouns/9",)


def test_a_decree_is_linked_to_the_other_questions_that_name_it() -> None:
    text = "Volgens het decreet van 8 juli 1996 over de sociale huur moet dat."
    first, second = pointing(text), pointing(text, minister="An Claes")
    links = link_records([first, second])
    (law,) = links.of_kind("law")
    assert {card.id for card in law.members} == {first.id, second.id}


@pytest.fixture
def referring_text() -> str:
    return (
        "SCHRIFTELIJKE VRAAG\nnr. 1037\nvan BRUNO TOBBACK\ndatum: 6 september 2023\naan ZUHAL DEMIR\n"
        "VLAAMS MINISTER VAN JUSTITIE EN HANDHAVING, OMGEVING, ENERGIE EN TOERISME\n"
        "Omgevingsvergunning - Adviesverlening\n"
        "In mijn schriftelijke vraag nr. 1133 van 6 september 2022 vroeg ik cijfers op over de adviezen.\n"
        "1. Hoeveel adviezen werden er sindsdien gegeven?\n2. Hoeveel daarvan waren laattijdig?\n"
    )


def test_a_reference_resolves_by_itself_when_its_question_arrives(
    tmp_path: Path, referring_text: str
) -> None:
    (tmp_path / "1037.txt").write_text(referring_text, "utf-8")
    with Corpus.open(tmp_path / "corpus", create=True) as corpus:
        ingest_paths(corpus, [str(tmp_path / "1037.txt")])
        before = link_records(corpus.records()).between.references("2022-2023/zuhal-demir/1037")
        earlier_text = referring_text.replace("nr. 1037", "nr. 1133").replace(
            "september 2023", "september 2022"
        )
        earlier_text = earlier_text.replace(
            "In mijn schriftelijke vraag nr. 1133 van 6 september 2022 vroeg", "Nu vraag"
        )
        (tmp_path / "1133.txt").write_text(earlier_text, "utf-8")
        ingest_paths(corpus, [str(tmp_path / "1133.txt")])
        after = link_records(corpus.records()).between.references("2022-2023/zuhal-demir/1037")
    assert [one.id for one in before.values()] == [None]
    assert [one.id for one in after.values()] == ["2021-2022/zuhal-demir/1133"]
