"""The page that lays a question beside the earlier one that it asks again."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup

from archive.config import Settings
from archive.links import link_records
from archive.links.joined_tables import Difference
from archive.model.blocks import Footnote, ListBlock, Paragraph, Preformatted, Table
from archive.model.question import Answer, Attachment, Body, WrittenQuestion
from archive.render.catalogue import load_catalogue
from archive.render.comparison_page import comparison_view, difference_text
from archive.render.question_page import question_view
from archive.render.shipped import shipped_folder
from archive.render.templates import page_templates
from tests.records import part, question

INTRODUCTION = "De wachtlijsten voor een sociale woning groeien in alle provincies van Vlaanderen."
COUNT = "Hoeveel kandidaat-huurders stonden er op 31 december {} ingeschreven? Graag per provincie."
WAIT = "Hoelang wachten zij gemiddeld op een toewijzing van een woning?"
CLEARED = "Hoeveel van hen werden er geschrapt, en om welke redenen?"
HOSTILE = "<script>alert(1)</script><b onclick=x>&amp;"


def figures(year: int, gent: str, share: str) -> Table:
    header = ("Gemeente", str(year), "Aandeel (%)")
    return Table(
        "Huurders per gemeente", (header,), (("Gent", gent, share), ("Genk", "950", "20,0")), "layout"
    )


def then() -> WrittenQuestion:
    return question(
        12,
        year="2022-2023",
        asked_on=dt.date(2023, 2, 1),
        question=Body((Paragraph(INTRODUCTION),), (part("1", text=COUNT.format(2022)), part("2", text=WAIT))),
        answer=Answer(
            "partial",
            parts=(part("1", blocks=(figures(2022, "1.204", "31,2"),)), part("2", text="Drie jaar.")),
        ),
    )


def now() -> WrittenQuestion:
    parts = (part("1", text=COUNT.format(2023)), part("2", text=CLEARED), part("3", text=WAIT))
    lone = Table("Redenen", (("Reden", "Aantal"),), (("Verhuisd", "7"),), "layout")
    return question(
        34,
        asked_on=dt.date(2024, 2, 5),
        question=Body((Paragraph(INTRODUCTION),), parts),
        answer=Answer(
            "substantive",
            parts=(
                part("1", blocks=(figures(2023, "1.250", "31,5"),)),
                part("2", blocks=(lone,)),
                part("3", text="Drie jaar."),
            ),
        ),
    )


def page(earlier: WrittenQuestion, later: WrittenQuestion, language: str = "nl") -> BeautifulSoup:
    templates = page_templates(Settings(language=language), shipped_folder("templates"))
    view = comparison_view(earlier, later, link_records([earlier, later]))
    return BeautifulSoup(templates.page(view), "html.parser")


@pytest.fixture(scope="module")
def soup() -> BeautifulSoup:
    return page(then(), now())


def words(soup: BeautifulSoup, selector: str) -> list[str]:
    return [" ".join(found.get_text(" ", strip=True).split()) for found in soup.select(selector)]


def test_the_address_is_made_of_both_ids() -> None:
    view = comparison_view(then(), now(), link_records([then(), now()]))
    assert view.address == "vergelijk/2023-2024/jo-brouns/34/2022-2023-jo-brouns-12.html"


def test_the_head_tells_of_both_questions(soup: BeautifulSoup) -> None:
    assert words(soup, ".record-head thead th") == ["Toen", "Nu, 1 jaar later"]
    rows = {
        cells[0].text: [cell.get_text() for cell in cells[1:]]
        for row in soup.select(".record-head tbody tr")
        if (cells := row.find_all(["th", "td"]))
    }
    assert rows["Vraag"] == ["nr. 12 (2022-2023)", "nr. 34 (2023-2024)"]
    assert rows["Ingediend"] == ["1 februari 2023", "5 februari 2024"]
    assert rows["Antwoord"] == ["Deels beantwoord", "Beantwoord"]
    assert "Titel" not in rows


def test_both_questions_are_linked(soup: BeautifulSoup) -> None:
    assert [link["href"] for link in soup.select(".record-head tbody a")] == [
        "../../../../vragen/2022-2023/jo-brouns/12.html",
        "../../../../vragen/2023-2024/jo-brouns/34.html",
    ]


def test_the_summary_is_in_words(soup: BeautifulSoup) -> None:
    assert words(soup, ".summary > li") == [
        "De vraag is gewijzigd.",
        "Deelvragen: 1 hetzelfde 1 met andere jaartallen of getallen 1 nieuw gevraagd 1 onder een ander nummer",
        "De antwoorden verschillen.",
    ]


def test_a_question_of_another_year_is_summed_up_in_one_line() -> None:
    earlier, later = (
        question(
            number, asked_on=dt.date(year, 2, 1), question=Body((), (part("1", text=COUNT.format(year)),))
        )
        for number, year in ((1, 2022), (2, 2023))
    )
    assert words(page(earlier, later), ".summary > li")[0] == "Van de vraag veranderden alleen de jaartallen."


def test_what_is_asked_anew_comes_first_and_leads_to_its_place(soup: BeautifulSoup) -> None:
    assert words(soup, ".anew li") == [f"Vraag 2 {CLEARED}"]
    (link,) = soup.select(".anew a")
    assert CLEARED in soup.select_one(str(link["href"])).text  # type: ignore[union-attr]


def test_each_answer_stands_below_its_question(soup: BeautifulSoup) -> None:
    assert [words(group, ".compared > .label") for group in soup.select(".group-pair")] == [
        ["Vraag, inleiding hetzelfde"],
        ["Vraag 1 andere jaren", "Antwoord 1 andere getallen"],
        ["Vraag 2 nieuw", "Antwoord 2 nieuw"],
        ["Vraag 3 hetzelfde was 2", "Antwoord 3 hetzelfde was 2"],
    ]


def test_an_answer_to_a_number_stands_below_its_first_letter() -> None:
    parts = (part("1a", text=COUNT), part("1b", text=WAIT), part("2", text=CLEARED))
    earlier, later = (
        question(
            number,
            asked_on=dt.date(2020 + number, 1, 1),
            question=Body((), parts),
            answer=Answer("substantive", closing=(Paragraph("Tot slot."),), parts=(part("1", text="Tien."),)),
        )
        for number in (1, 2)
    )
    assert [words(group, ".compared > .label") for group in page(earlier, later).select(".group-pair")] == [
        ["Vraag 1a hetzelfde", "Antwoord 1 hetzelfde"],
        ["Vraag 1b hetzelfde"],
        ["Vraag 2 hetzelfde", "Antwoord, slot hetzelfde"],
    ]


def test_changed_words_are_told_to_those_who_do_not_see_them(soup: BeautifulSoup) -> None:
    assert words(soup, "del") == ["[weggelaten: 2022 ]"]
    assert words(soup, "ins") == ["[toegevoegd: 2023 ]"]


def test_what_is_the_same_stands_there_once(soup: BeautifulSoup) -> None:
    assert soup.text.count(INTRODUCTION) == soup.text.count(WAIT) == 1


def test_a_new_part_says_that_it_was_not_asked(soup: BeautifulSoup) -> None:
    assert words(soup.select(".group-pair")[2], ".question .then") == ["Toen Niet gevraagd."]


def test_joined_tables_tell_the_difference(soup: BeautifulSoup) -> None:
    (table,) = soup.select(".joined table")
    assert words(table, "thead th") == ["Gemeente", "Toen", "Nu", "Verschil"]
    assert words(table, "tr") == [
        "Gemeente Toen Nu Verschil",
        "Gent",
        "2022 → 2023 1.204 1.250 +46",
        "Aandeel (%) 31,2 31,5 +0,3 procentpunt",
        "Genk",
        "2022 → 2023 950 950 0",
        "Aandeel (%) 20,0 20,0 0,0 procentpunt",
    ]
    assert words(soup, ".joined caption") == ["Huurders per gemeente"]


def test_joined_tables_link_to_both_tables(soup: BeautifulSoup) -> None:
    assert [link["href"] for link in soup.select(".joined a")] == [
        "../../../../vragen/2022-2023/jo-brouns/12.html#tabel-1",
        "../../../../vragen/2023-2024/jo-brouns/34.html#tabel-1",
    ]


def test_one_column_of_figures_is_named_in_the_heads() -> None:
    earlier, later = (
        question(
            number,
            asked_on=dt.date(year, 2, 1),
            answer=Answer(
                "substantive",
                introduction=(Table(None, (("Type", str(year)),), (("A", str(number)),), "layout"),),
            ),
        )
        for number, year in ((1, 2022), (2, 2023))
    )
    assert words(page(earlier, later), ".joined tr") == ["Type Toen : 2022 Nu : 2023 Verschil", "A 1 2 +1"]


def test_a_table_without_counterpart_stands_on_its_side(soup: BeautifulSoup) -> None:
    (tables,) = soup.select(".tables .beside")
    assert words(tables, ".then") == ["Toen stond er geen zulke tabel."]
    assert words(tables, ".now caption") == ["Redenen"]


def test_every_head_of_a_table_says_of_what(soup: BeautifulSoup) -> None:
    assert all(head.get("scope") in {"col", "row", "rowgroup"} for head in soup.select("th"))


def test_running_text_is_not_called_an_introduction() -> None:
    earlier, later = (
        question(
            number, asked_on=dt.date(2020 + number, 1, 1), question=Body((Paragraph(WAIT),)), answer=None
        )
        for number in (1, 2)
    )
    soup = page(earlier, later)
    assert words(soup, ".compared > .label") == ["Vraag hetzelfde"]
    assert words(soup, ".summary > li") == ["De vraag is woord voor woord dezelfde."]


def test_a_text_of_a_document_is_never_markup() -> None:
    def hostile(number: int) -> WrittenQuestion:
        blocks = (
            Paragraph(f"{HOSTILE} {number}"),
            ListBlock((HOSTILE,)),
            Preformatted((HOSTILE,)),
            Footnote(HOSTILE, HOSTILE),
            Table(HOSTILE, ((HOSTILE, HOSTILE),), ((HOSTILE, str(number)),), "layout"),
        )
        return question(
            number,
            title=HOSTILE,
            asker=HOSTILE,
            asked_on=dt.date(2020 + number, 1, 1),
            question=Body(blocks, (part(HOSTILE, text=f"{HOSTILE} Hoeveel {number}?"),)),
            answer=Answer(
                "substantive",
                parts=(part(HOSTILE, blocks=blocks),),
                attachments=(Attachment(HOSTILE, blocks),),
            ),
        )

    soup = page(hostile(1), hostile(2))
    assert soup.select("main script, [onclick]") == []
    assert soup.text.count("<script>alert(1)</script><b onclick=x>&amp;") > 10


def test_in_english_the_documents_stay_dutch() -> None:
    soup = page(then(), now(), "en")
    assert words(soup, ".summary > li")[0] == "The question was changed."
    (first, *_) = soup.select("ins .hidden")
    assert first["lang"] == "en" and first.find_parent(attrs={"lang": "nl"})
    assert "+0.3 percentage points" in words(soup, ".joined .difference")


@pytest.mark.parametrize(
    ("value", "unit", "dutch", "english", "french"),
    [
        ("1204", None, "+1.204", "+1,204", "+1\u202f204"),
        ("-3.50", "€", "−€ 3,50", "−€ 3.50", "−3,50\u00a0€"),
        ("0.2", "%", "+0,2 procentpunt", "+0.2 percentage points", "+0,2 points de pourcentage"),
        ("-1", "‰", "−1 ‰", "−1 ‰", "−1 ‰"),
        ("0.00", None, "0,00", "0.00", "0,00"),
    ],
)
def test_differences_are_written_out(
    value: str, unit: str | None, dutch: str, english: str, french: str
) -> None:
    difference = Difference(Decimal(value), unit)
    told = [difference_text(difference, load_catalogue(code)) for code in ("nl", "en", "fr")]
    assert told == [dutch, english, french]


def test_both_questions_lead_to_the_page() -> None:
    earlier, later = then(), now()
    links = link_records([earlier, later])
    templates = page_templates(Settings(), shipped_folder("templates"))
    for record in (earlier, later):
        soup = BeautifulSoup(templates.page(question_view(record, links)), "html.parser")
        (link,) = soup.select(".near .compare")
        assert link["href"] == "../../../vergelijk/2023-2024/jo-brouns/34/2022-2023-jo-brouns-12.html"


def test_a_question_that_is_compared_with_more_than_are_listed_leads_to_all() -> None:
    text = f"{INTRODUCTION} {WAIT} {CLEARED}"
    first = question(1, asked_on=dt.date(2020, 2, 1), question=Body((Paragraph(text),)))
    others = [
        question(
            number, asked_on=dt.date(2021, 2, 1), question=Body((Paragraph(text),)), asker=f"Lid {number}"
        )
        for number in range(2, 14)
    ]
    links = link_records([first, *others])
    templates = page_templates(Settings(), shipped_folder("templates"))
    soup = BeautifulSoup(templates.page(question_view(first, links)), "html.parser")
    assert len(soup.select(".near .compare")) == len(links.between.later(first.id)) == 12
