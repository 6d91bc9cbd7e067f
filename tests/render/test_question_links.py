"""The links that the page of a question shows, each with its reason."""

from __future__ import annotations

import datetime as dt

import pytest
from bs4 import BeautifulSoup

from archive.config import Settings
from archive.links import link_records
from archive.model.blocks import Footnote, Paragraph
from archive.model.question import Answer, Body, WrittenQuestion
from archive.parse.references import find_references
from archive.render.question_links import span
from archive.render.question_page import question_view
from archive.render.shipped import shipped_folder
from archive.render.templates import page_templates
from tests.records import question

TEXT = "Hoeveel dienstvoertuigen telt uw administratie, en hoeveel daarvan rijden er vandaag al elektrisch?"


def page(record: WrittenQuestion, *others: WrittenQuestion, language: str = "nl") -> BeautifulSoup:
    templates = page_templates(Settings(language=language), shipped_folder("templates"))
    view = question_view(record, link_records([record, *others]))
    return BeautifulSoup(templates.page(view), "html.parser")


def words(soup: BeautifulSoup, selector: str) -> str:
    (found,) = soup.select(selector)
    return " ".join(found.get_text(" ", strip=True).split())


def asked(number: int, minister: str = "Jo Brouns", **changes: object) -> WrittenQuestion:
    return question(number, minister=minister, **{"question": Body((Paragraph(TEXT),)), **changes})  # type: ignore[arg-type]


def pointing(text: str, **changes: object) -> WrittenQuestion:
    body = Body((Paragraph(text),))
    return asked(9, question=body, references=tuple(find_references([text])), **changes)


def test_the_other_ministers_are_shown_with_how_that_is_known() -> None:
    soup = page(asked(1), asked(2, "An Claes"))
    assert [link["href"] for link in soup.select(".family .card-title")] == [
        "../../../vragen/2023-2024/an-claes/2.html"
    ]
    assert "dezelfde tekst van dezelfde vraagsteller" in words(soup, ".family > p")


def test_a_referring_answer_leads_to_the_coordinated_one() -> None:
    soup = page(asked(1, answer=Answer("referral")), asked(2, "An Claes", answer=Answer("coordinated")))
    (link,) = soup.select(".verdict a")
    assert (link["href"], link.text) == ("../../../vragen/2023-2024/an-claes/2.html", "An Claes, nr. 2")


def test_the_coordinated_answer_leads_to_those_that_refer_to_it() -> None:
    soup = page(asked(2, "An Claes", answer=Answer("coordinated")), asked(1, answer=Answer("referral")))
    assert "Verwijst" in words(soup, ".family .card")


def test_a_minister_of_the_printed_list_without_a_question_here_is_named() -> None:
    listed = Footnote("*", "Deze vraag werd gesteld aan de ministers Jan Jambon (142) en Jo Brouns (1).")
    soup = page(asked(1, question=Body((Paragraph(TEXT),), closing=(listed,))))
    assert words(soup, ".family .card") == "Jan Jambon, nr. 142 (niet in dit archief)"


OWN = "In mijn schriftelijke vraag nr. 1133 van 6 september 2022 vroeg ik cijfers op."


def test_a_resolved_reference_is_a_link_that_tells_in_what_it_agrees() -> None:
    meant = asked(1133, year="2021-2022", asked_on=dt.date(2022, 9, 6))
    soup = page(pointing(OWN), meant)
    (link,) = soup.select(".references a")
    assert link["href"] == "../../../vragen/2021-2022/jo-brouns/1133.html"
    assert "komt overeen in: nummer, zittingsjaar, datum, vraagsteller" in words(soup, ".references")


def test_the_question_that_is_meant_shows_who_refers_to_it() -> None:
    soup = page(asked(1133, year="2021-2022", asked_on=dt.date(2022, 9, 6)), pointing(OWN))
    assert [link["href"] for link in soup.select(".referring .card-title")] == [
        "../../../vragen/2023-2024/jo-brouns/9.html"
    ]


def test_a_doubtful_reference_shows_what_it_can_mean_and_is_no_link_itself() -> None:
    soup = page(
        pointing("Zie schriftelijke vraag nr. 12 (2021-2022)."),
        asked(12, year="2021-2022", asked_on=dt.date(2022, 3, 1)),
    )
    assert words(soup, ".references > li").startswith("schriftelijke vraag nr. 12 (niet zeker;")
    assert len(soup.select(".references li li a")) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (OWN, "niet in dit archief"),
        ("Zie de mondelinge vraag nr. 12 van 1 maart 2022.", "een mondelinge vraag"),
    ],
)
def test_a_reference_that_leads_nowhere_says_why(text: str, told: str) -> None:
    assert told in words(page(pointing(text)), ".references")


def test_a_decree_shows_the_other_questions_that_name_it() -> None:
    text = "Volgens het decreet van 8 juli 1996 moet dat."
    body = Body((Paragraph(text),))
    other = asked(10, "An Claes", question=body, references=tuple(find_references([text])))
    assert words(page(pointing(text), other), ".references summary") == "Genoemd in 1 ander document"


def test_a_text_of_law_leads_to_its_page() -> None:
    text = "Volgens het decreet van 8 juli 1996 moet dat."
    soup = page(pointing(text))
    assert [link["href"] for link in soup.select(".references a")] == [
        "../../../wetgeving/decreet-van-8-juli-1996.html"
    ]


def test_an_address_of_a_record_leads_to_its_page() -> None:
    address = "https://docs.vlaamsparlement.be/pfile?id=2063933"
    soup = page(pointing(f"Zie {address} voor meer."), asked(10, "An Claes", document_id="2063933"))
    assert [link["href"] for link in soup.select(".references a")] == [
        "../../../vragen/2023-2024/an-claes/10.html"
    ]


def test_a_repeat_tells_its_reasons_in_words() -> None:
    soup = page(asked(1), asked(7, year="2024-2025", asked_on=dt.date(2025, 4, 28)))
    assert words(soup, ".near .why") == (
        "Opnieuw gesteld dezelfde tekst, dezelfde vraagsteller, dezelfde titel, 1 jaar later"
        " Vergelijk met nr. 7 (2024-2025)"
    )


def test_reasons_are_told_in_english_too() -> None:
    soup = page(asked(1), asked(7, year="2024-2025", asked_on=dt.date(2025, 4, 28)), language="en")
    assert words(soup, ".near .why") == (
        "Asked again the same text, the same asker, the same title, 1 year later Compare with no. 7 (2024-2025)"
    )


def test_what_is_listed_as_near_is_not_listed_again() -> None:
    others = [asked(number, asked_on=dt.date(2023, 1, number)) for number in range(2, 20)]
    soup = page(asked(1), *others)
    shown = [str(link["href"]) for link in soup.select(".near .card-title, .others .card-title")]
    assert len(shown) == len(set(shown)) == 15
    assert words(soup, ".others .onward") == "nog 3 documenten"


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (1, (1, "day")),
        (13, (13, "day")),
        (14, (2, "week")),
        (61, (2, "month")),
        (319, (10, "month")),
        (320, (1, "year")),
    ],
)
def test_days_are_told_in_the_largest_fitting_unit(days: int, told: tuple[int, str]) -> None:
    assert span(days) == told
