"""The page of a supporting document: what it names leads to its topics and to other records."""

from __future__ import annotations

from bs4 import BeautifulSoup

from archive.config import Settings
from archive.links import link_records
from archive.model.record import Record
from archive.model.supporting import SupportingDocument
from archive.render.document_page import document_view
from archive.render.shipped import shipped_folder
from archive.render.templates import page_templates
from tests.records import question, supporting


def page(record: SupportingDocument, *others: Record) -> BeautifulSoup:
    templates = page_templates(Settings(), shipped_folder("templates"))
    return BeautifulSoup(
        templates.page(document_view(record, link_records([record, *others]))), "html.parser"
    )


def test_the_first_mention_of_a_subject_leads_to_it() -> None:
    soup = page(supporting("Rapport", text="Over sociale huur. En sociale huur."), question(1))
    (link,) = soup.select("a.mention")
    assert (link["href"], link["title"], link.text) == (
        "../onderwerpen/sociale-huur.html",
        "Onderwerp: Sociale huur",
        "sociale huur",
    )


def test_a_document_refers_to_the_record_whose_address_it_names() -> None:
    document = supporting("Rapport", text="Zie https://docs.vlaamsparlement.be/pfile?id=2063933 daarover.")
    soup = page(document, question(386, document_id="2063933"))
    assert [link["href"] for link in soup.select(".references a")] == [
        "../vragen/2023-2024/jo-brouns/386.html"
    ]


def test_a_document_refers_to_the_texts_of_law_that_it_names() -> None:
    soup = page(supporting("Rapport", text="Volgens het decreet van 12 juli 2013 mag dat."))
    assert [link["href"] for link in soup.select(".references a")] == [
        "../wetgeving/decreet-van-12-juli-2013.html"
    ]
