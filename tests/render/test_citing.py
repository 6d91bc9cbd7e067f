"""How a page is cited: what Zotero takes, what linked data says, and the sentences and files that are offered."""

from __future__ import annotations

import datetime as dt
import io
import json
from typing import Any

import bibtexparser
import msgspec
import pytest
import rispy
from bs4 import BeautifulSoup
from pyld import jsonld

from archive.config import InterfaceLanguage, Settings
from archive.links import link_records
from archive.model.blocks import Footnote
from archive.model.question import Answer, Links
from archive.model.record import Record
from archive.model.supporting import SupportingDocument
from archive.render.citing_tags import pdf_address
from archive.render.document_page import document_view
from archive.render.question_page import question_view
from archive.render.shipped import shipped_folder
from archive.render.templates import page_templates
from tests.records import facts, part, question, supporting
from tests.render.zotero_reading import people, taken

WEB = Settings(base_url="https://archief.example/vragen-site/")
PERMALINK = "https://archief.example/vragen-site/vragen/2023-2024/jo-brouns/386.html"
SCHEMA = "https://schema.org/"


def page(record: Record, settings: Settings | None = None) -> BeautifulSoup:
    templates = page_templates(settings or Settings(), shipped_folder("templates"))
    links = link_records([record])
    view = (
        document_view(record, links)
        if isinstance(record, SupportingDocument)
        else question_view(record, links)
    )
    return BeautifulSoup(templates.page(view), "html.parser")


def no_loading(url: str, options: dict[str, Any]) -> dict[str, Any]:
    raise AssertionError(f"asked the web for {url}")


def linked(record: Record, settings: Settings | None = None) -> dict[str, Any]:
    """What a processor of JSON-LD understands, without a request to anybody."""
    script = page(record, settings).select_one('script[type="application/ld+json"]')
    assert script and script.string
    (node,) = jsonld.expand(
        json.loads(script.string), {"base": "https://here.example/page.html", "documentLoader": no_loading}
    )
    return node


def values(node: dict[str, Any], name: str) -> list[str]:
    return [one.get("@value", one.get("@id")) for one in node.get(SCHEMA + name, [])]


def sentence(soup: BeautifulSoup, language: str) -> str:
    found = soup.select_one(f"[data-sentence={language}]")
    assert found
    return found.get_text()


def file_text(soup: BeautifulSoup, suffix: str) -> str:
    (text,) = [
        one.pre.text for one in soup.select("details[data-file]") if str(one["data-file"]).endswith(suffix)
    ]
    return text


def test_zotero_takes_a_question_for_a_report_of_the_parliament() -> None:
    entry = taken(page(question(386, published_on=dt.date(2024, 6, 1)), WEB))
    assert entry.type == "report"
    assert entry.creators == [("Peeters", "An")]
    assert entry.fields == {
        "title": "Sociale huur - Wachtlijsten",
        "date": "2024/04/25",
        "institution": "Vlaams Parlement",
        "number": "386 (2023-2024)",
        "language": "nl",
        "url": PERMALINK,
    }


def test_zotero_takes_a_supporting_document_for_a_report_too() -> None:
    entry = taken(page(supporting()))
    assert (entry.type, entry.creators, entry.fields["date"]) == ("report", [], "2024/05/01")
    assert "number" not in entry.fields


@pytest.mark.parametrize(
    ("asker", "surname", "given"),
    [
        ("Freya Van den Bossche", "Van den Bossche", "Freya"),
        ("Anne Marie Van den Bossche", "Van den Bossche", "Anne Marie"),
        ("Maurits Vande Reyde", "Vande Reyde", "Maurits"),
        ("Mieke Schauvliege", "Schauvliege", "Mieke"),
    ],
)
def test_a_name_of_several_words_stays_one_person(asker: str, surname: str, given: str) -> None:
    assert taken(page(question(asker=asker))).creators == [(surname, given)]


def test_without_care_the_rules_would_make_two_people_of_one() -> None:
    assert people("Van den Bossche, Anne Marie") == [("Bossche", "Van den"), ("Marie", "Anne")]


def test_what_is_not_known_has_no_tag() -> None:
    soup = page(question(asked_on=None, links=Links(), themes=()))
    names = {str(meta["name"]) for meta in soup.select("meta[name]")}
    assert not names & {"citation_date", "citation_publication_date", "DC.date", "citation_pdf_url"}
    assert not names & {"citation_public_url", "citation_keywords"}


@pytest.mark.parametrize(
    ("address", "media_type", "known"),
    [
        ("https://x.be/a.PDF", "text/plain", True),
        ("https://x.be/a", "application/pdf", True),
        ("https://docs.vlaamsparlement.be/pfile?id=1", "text/plain", True),
        ("https://docs.vlaamsparlement.be/pfile?id=1", "application/json", False),
        ("https://x.be/a.docx", "text/plain", False),
        ("javascript:a.pdf", "application/pdf", False),
        (None, "application/pdf", False),
    ],
)
def test_a_pdf_is_offered_only_where_it_is_known_to_be_one(
    address: str | None, media_type: str, known: bool
) -> None:
    source = msgspec.structs.replace(facts(), media_type=media_type)
    record = question(links=Links(address), source=source)
    assert pdf_address(record) == (address if known else None)


def test_dublin_core_tells_the_same() -> None:
    soup = page(question(386, published_on=dt.date(2024, 6, 1)), WEB)
    told = {str(meta["name"]): str(meta["content"]) for meta in soup.select("meta[name]")}
    assert {name: text for name, text in told.items() if name.startswith("DC")} == {
        "DC.title": "Sociale huur - Wachtlijsten",
        "DC.creator": "Peeters, An",
        "DC.contributor": "Brouns, Jo",
        "DC.publisher": "Vlaams Parlement",
        "DC.date": "2024-04-25",
        "DCTERMS.issued": "2024-06-01",
        "DC.type": "Text",
        "DC.language": "nl",
        "DC.identifier": PERMALINK,
        "DCTERMS.bibliographicCitation": "386 (2023-2024)",
        "DC.subject": "Wonen",
        "DCTERMS.isPartOf": "Vraagarchief",
    }


def test_linked_data_is_a_question_with_an_answer_and_no_page_to_answer_on() -> None:
    node = linked(question(386), WEB)
    assert node["@type"] == [SCHEMA + "Question"]
    assert node["@id"] == f"{PERMALINK}#vraag"
    assert values(node, "dateCreated") == ["2024-04-25"]
    assert node[SCHEMA + "dateCreated"][0]["@type"] == SCHEMA + "Date"
    assert values(node, "about") == ["Wonen"]
    assert values(node[SCHEMA + "author"][0], "name") == ["An Peeters"]
    assert values(node[SCHEMA + "isPartOf"][0], "name") == ["Vraagarchief"]
    (answer,) = node[SCHEMA + "acceptedAnswer"]
    assert answer["@type"] == [SCHEMA + "Answer"]
    assert answer["@id"] == f"{PERMALINK}#antwoord"
    assert values(answer[SCHEMA + "author"][0], "name") == ["Jo Brouns"]


def test_linked_data_without_an_address_on_the_web_is_about_the_page_wherever_it_stands() -> None:
    node = linked(question(386))
    assert node["@id"] == "https://here.example/page.html#vraag"
    assert values(node, "url") == ["https://here.example/page.html"]


def test_a_question_without_an_answer_counts_none() -> None:
    node = linked(question(answer=None))
    assert values(node, "answerCount") == [0]
    assert SCHEMA + "acceptedAnswer" not in node


def test_a_supporting_document_is_no_question() -> None:
    assert linked(supporting())["@type"] == [SCHEMA + "DigitalDocument"]


def test_no_text_of_a_document_ends_the_linked_data() -> None:
    title = "</script><script>alert(1)</script> & <b>"
    assert values(linked(question(title=title)), "name") == [title]


def test_the_sentence_has_the_permalink_and_a_blank_for_the_day() -> None:
    soup = page(question(386), WEB)
    assert sentence(soup, "nl") == (
        "An Peeters, ‘Sociale huur - Wachtlijsten’, schriftelijke vraag nr. 386 (2023-2024) aan Jo Brouns, "
        f"Vlaams Parlement, 25 april 2024, {PERMALINK}, geraadpleegd op [datum]."
    )
    assert sentence(soup, "en").endswith(f"25 April 2024, {PERMALINK}, accessed [date].")


def test_without_an_address_on_the_web_the_sentence_names_the_archive_and_the_page_at_the_parliament() -> (
    None
):
    assert "25 april 2024, https://docs.vlaamsparlement.be/pfile?id=1, Vraagarchief, " in (
        told := sentence(page(question(386)), "nl")
    )
    assert "vragen/2023-2024/jo-brouns/386.html, geraadpleegd op [datum]." in told


@pytest.mark.parametrize(
    ("language", "expected"), [("nl", ["nl", "en"]), ("en", ["en", "nl"]), ("fr", ["fr", "nl", "en"])]
)
def test_the_language_of_the_site_comes_first(language: InterfaceLanguage, expected: list[str]) -> None:
    """The Dutch sentence and the English one stand on every page."""
    soup = page(question(), Settings(language=language))
    assert [one["data-sentence"] for one in soup.select("[data-sentence]")] == expected
    names = {"nl": "Nederlands", "en": "English", "fr": "Français"}
    assert [one.text for one in soup.select(".cite-language")] == [names[one] for one in expected]


def test_the_files_are_read_by_the_programs_that_they_are_for() -> None:
    soup = page(question(386, title="Loon & <werk>"), WEB)
    (entry,) = bibtexparser.loads(file_text(soup, ".bib")).entries
    assert (entry["ENTRYTYPE"], entry["number"]) == ("techreport", "386 (2023-2024)")
    (reference,) = rispy.load(io.StringIO(file_text(soup, ".ris")))
    assert (reference["type_of_reference"], reference["title"]) == ("GOVDOC", "Loon & <werk>")
    (csl,) = json.loads(file_text(soup, ".csl.json"))
    assert (csl["type"], csl["URL"], csl["recipient"]) == (
        "document",
        PERMALINK,
        [{"family": "Brouns", "given": "Jo"}],
    )


def test_the_canonical_link_is_there_only_where_the_site_has_an_address() -> None:
    assert [one["href"] for one in page(question(386), WEB).select("link[rel=canonical]")] == [PERMALINK]
    assert page(question(386)).select("link[rel=canonical]") == []


def test_each_footnote_has_an_anchor_unless_it_cannot_be_told_from_another() -> None:
    notes = (
        Footnote("1", "Bron: VDAB"),
        Footnote("1", "Raming"),
        Footnote("2", "Idem"),
        Footnote("2", "Idem"),
    )
    soup = page(question(answer=Answer("substantive", parts=(part("1", blocks=notes),))))
    assert [one.get("id") for one in soup.select(".footnote")] == ["voetnoot-1", "voetnoot-2", None, None]
