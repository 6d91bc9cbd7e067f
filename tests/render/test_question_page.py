"""The page of a question: each part beside its answer, everything escaped, every anchor once."""

from __future__ import annotations

import datetime as dt
import json

import msgspec
import pytest
from bs4 import BeautifulSoup, Tag

from archive.config import Settings
from archive.links import link_records
from archive.model.blocks import Check, Footnote, ListBlock, Paragraph, Preformatted, Table
from archive.model.question import (
    Answer,
    Attachment,
    Body,
    Links,
    Note,
    Person,
    Reference,
    SourceFacts,
    WrittenQuestion,
)
from archive.render.question_page import question_rows, question_view
from archive.render.shipped import shipped_folder
from archive.render.templates import page_templates
from tests.records import part, question

TEMPLATES = page_templates(Settings(), shipped_folder("templates"))


def page(record: WrittenQuestion, *others: WrittenQuestion) -> BeautifulSoup:
    links = link_records([record, *others])
    return BeautifulSoup(TEMPLATES.page(question_view(record, links)), "html.parser")


def answered(*labels: str) -> Answer:
    return Answer("substantive", parts=tuple(part(label) for label in labels))


def rows(soup: BeautifulSoup) -> list[tuple[list[str], list[str]]]:
    """The ids of the labels on both sides of each row."""
    return [
        (
            [str(label["id"]) for label in row.select(".asked .label[id]")],
            [str(label["id"]) for label in row.select(".answered .label[id]")],
        )
        for row in soup.select(".row:not(.sides)")
    ]


def one(soup: BeautifulSoup, selector: str) -> Tag:
    (found,) = soup.select(selector)
    return found


def test_each_part_stands_beside_its_own_answer() -> None:
    assert rows(page(question(question=Body((), (part("1"), part("2"))), answer=answered("1", "2")))) == [
        (["v-1"], ["a-1"]),
        (["v-2"], ["a-2"]),
    ]


def test_a_joint_answer_spans_its_parts_and_has_an_anchor_for_each() -> None:
    record = question(
        question=Body((), (part("1"), part("2"))), answer=Answer("substantive", parts=(part("1", "2"),))
    )
    soup = page(record)
    assert rows(soup) == [(["v-1", "v-2"], ["a-1"])]
    assert soup.find(id="a-2") is not None


def test_the_introductions_stand_side_by_side_before_the_parts() -> None:
    record = question(answer=Answer("substantive", introduction=(Paragraph("Vooraf."),), parts=(part("1"),)))
    first = question_rows(record)[0]
    assert [view.blocks for view in (*first.question, *first.answer)] == [
        (Paragraph("De wachtlijsten groeien."),),
        (Paragraph("Vooraf."),),
    ]


def test_an_introduction_without_counterpart_takes_the_width() -> None:
    assert "wide" in page(question()).select(".row:not(.sides)")[0]["class"]


def test_a_part_without_an_answer_says_so() -> None:
    soup = page(question(answer=answered("1")))
    assert one(soup, ".no-answer").text == "geen afzonderlijk antwoord"


def test_a_part_answered_from_afar_leads_to_the_answer() -> None:
    record = question(
        question=Body((), (part("1"), part("2"), part("3"))),
        answer=Answer("substantive", parts=(part("1", "3"), part("2"))),
    )
    assert one(page(record), ".no-answer a")["href"] == "#a-1"


def test_an_answer_without_numbers_stands_beside_the_whole_question() -> None:
    record = question(answer=Answer("not_competent", introduction=(Paragraph("Niet bevoegd."),)))
    assert rows(page(record)) == [(["v-1", "v-2"], [])]


def test_the_kind_of_an_answer_that_is_not_plain_is_shown_in_dutch() -> None:
    record = question(answer=Answer("not_competent", introduction=(Paragraph("Nee."),)))
    assert one(page(record), ".verdict .tag").text == "Niet bevoegd"


def test_a_question_without_an_answer_says_so() -> None:
    soup = page(question(answer=None))
    assert "Geen antwoord" in one(soup, ".verdict").text
    assert rows(soup) == [(["v-1", "v-2"], [])]


def test_a_repeated_label_gets_no_second_anchor() -> None:
    soup = page(question(question=Body((), (part("1"), part("1"))), answer=answered("1", "1")))
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_floating_lines_stay_where_they_stood() -> None:
    record = question(
        question=Body((), (part("1"), part(text="Graag per provincie."), part("2"))),
        answer=answered("1", "2"),
    )
    texts = [row.get_text(" ", strip=True) for row in page(record).select(".asked")]
    assert "Graag per provincie." in texts[0] and "Graag per provincie." not in texts[1]


def test_the_contents_list_the_main_numbers_of_long_questions() -> None:
    labels = ("1", "1a", "2", "3a", "3b", "4")
    record = question(question=Body((), tuple(part(label) for label in labels)), answer=None)
    assert [(link.text, link["href"]) for link in page(record).select(".contents a")] == [
        ("1", "#v-1"),
        ("2", "#v-2"),
        ("3", "#v-3a"),
        ("4", "#v-4"),
    ]


def test_tables_lists_rows_and_footnotes_keep_their_shape() -> None:
    blocks = (
        Table("Per provincie", (("Provincie", "Aantal"),), (("Limburg", "1.355"), ("", "2")), "layout"),
        ListBlock(("een", "twee")),
        Preformatted(("Totaal   12", "  rest <b>")),
        Footnote("1", "Bron: VDAB"),
    )
    answer = one(
        page(question(answer=Answer("substantive", parts=(part("1", blocks=blocks),)))), ".answered:has(#a-1)"
    )
    assert [cell.text for cell in answer.select("th[scope=col]")] == ["Provincie", "Aantal"]
    assert [cell.text for cell in answer.select("th[scope=row]")] == ["Limburg"]
    assert [cell.text for cell in answer.select("td.figure")] == ["1.355", "2"]
    assert answer.caption and answer.caption.text == "Per provincie"
    assert [entry.text for entry in answer.select("li")] == ["een", "twee"]
    assert answer.pre and answer.pre.text == "Totaal   12\n  rest <b>"
    assert answer.select(".footnote")[0].get_text(" ", strip=True) == "1 Bron: VDAB"


def test_text_is_marked_with_its_zone_for_the_search_page() -> None:
    soup = page(
        question(answer=Answer("substantive", parts=(part("1", blocks=(Preformatted(("1 2",)),)), part("2"))))
    )
    zones = [tag["data-zone"] for tag in soup.select("[data-search-text] [data-zone]")]
    assert zones == ["title", "question", "question", "table", "question", "answer"]


def test_attachments_and_references_are_shown() -> None:
    target = question(2)
    record = question(
        answer=Answer(
            "substantive",
            attachments=(
                Attachment("Bijlage 1", (Paragraph("Cijfers."),), "https://x.be/1.pdf"),
                Attachment("Bijlage 2", (), "javascript:alert(1)"),
            ),
        ),
        references=(
            Reference("written_question", 2, None, None, target.id, "vraag nr. 2"),
            Reference("written_question", 9, None, None, None, "vraag nr. 9"),
        ),
    )
    soup = page(record, target)
    assert [link["href"] for link in soup.select(".attachment a")] == ["https://x.be/1.pdf"]
    assert "javascript:alert(1)" in one(soup, ".attachments").text
    assert [link.text for link in soup.select(".references a")] == ["vraag nr. 2"]
    assert "vraag nr. 9" in one(soup, ".references").text


def test_the_head_names_people_dates_and_the_original() -> None:
    record = question(
        answered_on=dt.date(2024, 5, 20),
        links=Links("https://docs.x.be/1", "https://x.be/2"),
        notes=(Note("mojibake", "é was mended", "line 3"),),
    )
    soup = page(record)
    facts = [entry.get_text(" ", strip=True) for entry in soup.select(".record-head dl > div")]
    assert facts == [
        "Vraagsteller An Peeters",
        "Ingediend 25 april 2024",
        "Onderwerp Sociale huur",
        "Thema Wonen",
        "Minister Jo Brouns Vlaams minister van Wonen en Werk",
        "Beantwoord 20 mei 2024",
        "Uiterste datum 29 mei 2024 op tijd beantwoord binnen 13 werkdagen",
        "Bij het parlement Origineel document Pagina erover",
    ]
    assert "é was mended" in one(soup, ".notes").text
    assert record.source.sha256 in one(soup, ".source").text


def test_a_table_says_where_it_comes_from_and_hands_itself_out() -> None:
    checks = (
        Check("column Aantal", "rows give 12, as printed", True),
        Check("row Limburg", "columns give 7, printed 8", False),
        Check("x", "of no known form", False),
    )
    rebuilt = Table(None, (("Provincie", "Aantal"),), (("Limburg", "8"),), "inferred", checks)
    guess = Note(
        "table_guess", "of a table rebuilt from lines it was guessed where the cells of the header meet"
    )
    record = question(answer=Answer("substantive", parts=(part("1", blocks=(rebuilt,)),)), notes=(guess,))
    table = one(page(record), "#tabel-1")
    assert one(table, ".table-facts").get_text(" ", strip=True) == (
        "Tabel 1 · herbouwd uit tekst · Download als CSV · Kopiëren Tabel 1"
    )
    assert one(table, "a.download")["href"] == "../../../vragen/2023-2024/jo-brouns/1-tabel-1.csv"
    assert one(table, ".guess").text.startswith("Van een tabel die uit regels is herbouwd")
    assert one(table, ".agrees").text == "1 som is nagerekend en klopt."
    assert [doubt.text for doubt in table.select(".doubt")] == [
        "Rij Limburg: de kolommen geven 7, gedrukt staat 8.",
        "x: of no known form",
    ]
    assert [span.text for span in table.select("[lang=en]")] == ["x: of no known form"]


def test_tables_keep_their_numbers_wherever_they_stand_on_the_page() -> None:
    made = Table("a", (), (("1",),), "layout")
    record = question(
        question=Body((made,), (part("1", blocks=(made,)), part("2", blocks=(made,)))),
        answer=Answer("substantive", parts=(part("1", blocks=(made,)), part("2", blocks=(made,)))),
    )
    found = [str(table["id"]) for table in page(record).select("figure.table")]
    assert found == ["tabel-1", "tabel-2", "tabel-4", "tabel-3", "tabel-5"]


def test_a_note_is_told_in_dutch_and_leads_to_the_report() -> None:
    notes = (Note("no_title", "the document prints no title", "line 3"), Note("mojibake", "of no known form"))
    reading = one(page(question(notes=notes)), "#gelezen")
    assert [entry.get_text(" ", strip=True) for entry in reading.select("li")] == [
        "Geen titel. Het document heeft geen titel. (regel 3)",
        "Kapotte letters hersteld. of no known form",
    ]
    assert [span.text for span in reading.select("[lang=en]")] == ["of no known form"]
    assert reading.select_one("a[href='../../../leesverslag.html']") is not None


HOSTILE = '"\'><script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }} https://x.be/"onclick="a()'


@pytest.fixture(scope="module")
def hostile_page() -> BeautifulSoup:
    blocks = (
        Paragraph(HOSTILE),
        ListBlock((HOSTILE,)),
        Table(HOSTILE, ((HOSTILE,),), ((HOSTILE,),), "layout"),
        Preformatted((HOSTILE,)),
        Footnote(HOSTILE, HOSTILE),
    )
    record = question(
        title=HOSTILE,
        asker=HOSTILE,
        year=HOSTILE,
        themes=(HOSTILE,),
        question=Body(blocks, (part(HOSTILE, blocks=blocks),), blocks),
        answer=Answer(
            "partial",
            parts=(part(HOSTILE, blocks=blocks),),
            attachments=(Attachment(HOSTILE, blocks, HOSTILE),),
        ),
        links=Links("javascript:alert(1)", HOSTILE),
        notes=(Note(HOSTILE, HOSTILE, HOSTILE),),
        references=(Reference("x", None, None, None, None, HOSTILE),),
        source=SourceFacts(HOSTILE, HOSTILE, HOSTILE, 1),
    )
    return page(record, question(2, title=HOSTILE, year=HOSTILE))


def test_no_document_brings_markup_into_a_page(hostile_page: BeautifulSoup) -> None:
    told, *scripts = hostile_page.find_all("script")
    assert told["type"] == "application/ld+json" and isinstance(json.loads(told.text), dict)
    assert [str(script["src"]).rpartition("/")[2] for script in scripts] == [
        "page-bundle.js",
        "record-bundle.js",
        "table-bundle.js",
    ]
    assert {script.text for script in scripts} == {""}
    assert hostile_page.find_all("img") == []
    assert hostile_page.find_all(lambda tag: any(name.startswith("on") for name in tag.attrs)) == []


def test_no_document_brings_a_link_that_runs(hostile_page: BeautifulSoup) -> None:
    links = [str(link["href"]) for link in hostile_page.find_all(href=True)]
    assert [link for link in links if link.lower().startswith(("javascript:", "data:"))] == []


def test_no_template_is_read_from_a_document(hostile_page: BeautifulSoup) -> None:
    assert "{{ 7*7 }}" in hostile_page.text and "49" not in one(hostile_page, "h1").text


def test_the_party_of_the_asker_is_shown_where_known() -> None:
    record = msgspec.structs.replace(question(), asker=Person("Jos D’Haese", "JOS D’HAESE", "PVDA"))
    assert "Jos D’Haese (PVDA)" in one(page(record), ".record-head").get_text(" ", strip=True)


def test_a_record_that_names_almost_nothing_still_has_a_page() -> None:
    record = question(title="", year="", asker="", minister="", themes=(), asked_on=None, answer=None)
    soup = page(msgspec.structs.replace(record, question=Body(), links=Links()))
    assert one(soup, "h1").text == ""


def test_a_long_question_with_one_answer_leads_to_it_from_its_top() -> None:
    long = Paragraph("Hoe lang zijn de wachtlijsten? " * 40)
    answer = Answer("not_competent", introduction=(Paragraph("Niet bevoegd."),))
    soup = page(question(question=Body((long,), (part("1"),)), answer=answer))
    assert one(soup, ".verdict .to-answer")["href"] == "#antwoord"
    assert soup.find(id="antwoord") is not None


def test_no_link_to_an_answer_that_stands_beside_its_part() -> None:
    record = question(
        question=Body((), (part("1"), part("2"))), answer=Answer("partial", parts=(part("1"), part("2")))
    )
    assert page(record).select(".to-answer") == []


def test_a_page_without_tables_brings_no_script_for_them() -> None:
    scripts = [str(script.get("src")) for script in page(question()).find_all("script")]
    assert not any("table" in script for script in scripts)


def test_what_search_engines_quote_tells_who_asked_whom_about_what() -> None:
    told = page(question(title='Sociale huur - "Wachtlijsten"')).select_one('meta[name="description"]')
    assert told is not None
    assert told["content"] == (
        'Schriftelijke vraag nr. 1 (2023-2024): Sociale huur - "Wachtlijsten". Vraag van An Peeters. '
        "Antwoord van Jo Brouns."
    )
