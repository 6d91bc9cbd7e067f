"""An abbreviation that documents explain has a page that leads to what it stands for."""

from __future__ import annotations

from bs4 import BeautifulSoup

from archive.config import Settings
from archive.links import link_records
from archive.model.blocks import Paragraph
from archive.model.question import Body, WrittenQuestion
from archive.render.shipped import shipped_folder
from archive.render.short_pages import short_views
from archive.render.templates import page_templates
from tests.records import question


def asking(number: int, text: str) -> WrittenQuestion:
    return question(number, question=Body((Paragraph(text),)), answer=None)


def test_the_page_of_an_abbreviation_leads_to_its_meanings_the_most_named_first() -> None:
    links = link_records(
        [
            asking(1, "Het Fonds voor Sport (FVS) betaalt."),
            asking(2, "De Federatie van Scholen (FVS) vraagt."),
            asking(3, "De Federatie van Scholen (FVS) vraagt weer."),
        ]
    )
    (view,) = short_views(links)
    soup = BeautifulSoup(page_templates(Settings(), shipped_folder("templates")).page(view), "html.parser")
    assert view.address == "begrippen/fvs.html"
    assert [(link["href"], link.text) for link in soup.select("main .onward")] == [
        ("../begrippen/federatie-van-scholen.html", "Federatie van Scholen (FVS)"),
        ("../begrippen/fonds-voor-sport.html", "Fonds voor Sport (FVS)"),
    ]
    assert "een van deze" in soup.select("main .lead")[0].text
