"""The page of a topic tells its story, in the order in which a newcomer reads it."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Browser

from archive.config import Settings
from archive.links import Links, link_records
from archive.links.authority import Authority, Entry
from archive.links.names import TopicKind, topic_key
from archive.model.blocks import Paragraph, Table
from archive.model.question import Answer, Body
from archive.model.record import Record
from archive.render.shipped import shipped_folder
from archive.render.templates import page_templates
from archive.render.topic_pages import LIST_LENGTH, topic_views
from tests.records import part, question, supporting

ADDRESS = "onderwerpen/individueel-maatwerk.html"


@pytest.fixture(scope="module")
def page(seed_site: Path) -> BeautifulSoup:
    return BeautifulSoup((seed_site / ADDRESS).read_text("utf-8"), "html.parser")


def pages(
    records: list[Record], kind: TopicKind = "subject", name: str = "Sociale huur", language: str = "nl"
) -> list[BeautifulSoup]:
    """The pages of a topic of these records."""
    return [BeautifulSoup(text, "html.parser") for text in texts(link_records(records), kind, name, language)]


def texts(links: Links, kind: TopicKind, name: str, language: str = "nl") -> list[str]:
    templates = page_templates(
        Settings(language="en" if language == "en" else "nl"), shipped_folder("templates")
    )
    topic = links.topics[topic_key(kind, name)]
    return [templates.page(view) for view in topic_views(topic, links, templates.catalogue)]


def words(tag: Tag | None) -> str:
    assert tag is not None
    return " ".join(tag.get_text().split())


# The seeds


def test_the_sections_stand_in_the_order_of_the_story(page: BeautifulSoup) -> None:
    assert [words(heading) for heading in page.select("main h2")] == [
        "Wat het is, in de woorden van de documenten",
        "In de tijd",
        "Tabellen",
        "Afkortingen",
        "Bijbehorende documenten",
        "Wie vraagt",
        "Wie antwoordt",
        "Betrokken bevoegdheden",
        "Hoe er geantwoord werd",
        "Gaat samen met",
        "Zittingsjaren",
    ]


def test_the_parts_are_reached_from_the_top(page: BeautifulSoup) -> None:
    found = [(words(link), str(link["href"])) for link in page.select(".contents a")]
    assert found == [
        ("Wat het is", "#wat"),
        ("In de tijd", "#tijd"),
        ("Tabellen", "#tabellen"),
        ("Afkortingen", "#afkortingen"),
        ("Bijbehorende documenten", "#documenten"),
        ("Wie, wat en wanneer", "#wie"),
    ]
    assert all(page.find(id=address.removeprefix("#")) for _, address in found)


def test_what_it_is_is_quoted_word_for_word_with_its_source(page: BeautifulSoup) -> None:
    quotes = page.select(".quote")
    assert words(quotes[0].blockquote) == (
        "Individueel maatwerk bestaat voor werkgevers uit een loonpremie of een loonpremie én een begeleidingspremie."
    )
    assert words(quotes[0].figcaption) == "Vraag nr. 70 (2024-2025), Tom Ongena, 25 oktober 2024"
    assert quotes[0].select("a")[0]["href"] == "../vragen/2024-2025/zuhal-demir/70.html#vraag"
    assert words(quotes[2].blockquote).startswith(
        "Sinds 1 juli 2023 trad het individueel maatwerk in werking. Daarmee wil de Vlaamse overheid werkgevers"
    )


def test_the_place_that_a_quote_leads_to_is_the_question(page: BeautifulSoup, seed_site: Path) -> None:
    target = BeautifulSoup(
        (seed_site / "vragen/2024-2025/zuhal-demir/70.html").read_text("utf-8"), "html.parser"
    )
    quoted = words(page.select(".quote blockquote")[0])
    assert quoted in words(target.find(id="vraag"))


def test_five_documents_stand_on_the_line(page: BeautifulSoup) -> None:
    (line,) = page.select("ol.line")
    assert [words(one) for one in line.select(".moment-day")] == [
        "12 oktober 2023",
        "4 maart 2024",
        "25 april 2024",
        "25 oktober 2024",
        "19 maart 2026",
    ]
    assert words(line.select(".facts")[0]) == "nr. 19 (2023-2024) · Thijs Verbeurgt →aan Jo Brouns"


def test_the_answer_that_is_none_is_told_in_words(page: BeautifulSoup) -> None:
    moment = page.select(".moment")[3]
    assert words(moment.select_one(".moment-answer")) == (
        "Niet bevoegd De minister meldt dat het onderwerp niet tot de eigen bevoegdheid behoort. "
        "Het onderwerp van deze vraag behoort niet tot de bevoegdheid van de minister van Werk."
    )


def test_the_ministers_stand_with_their_years_and_counts(page: BeautifulSoup) -> None:
    section = page.find(id="people-2")
    assert section is not None and section.parent is not None
    assert [words(one) for one in section.parent.select("li")] == [
        "Jo Brouns 2023–2024 3 documenten",
        "Zuhal Demir 2024 1 document",
    ]


def test_the_abbreviations_stand_with_their_long_forms(page: BeautifulSoup) -> None:
    found = {words(one.dt): words(one.dd) for one in page.select(".short-forms dl > div")}
    assert found["IMW"] == "Individueel maatwerk (zegt nr. 70 (2024-2025)) in 3 documenten"
    assert found["LDE"].casefold().startswith("lokale diensteneconomie (zegt nr. 19 (2023-2024))")
    assert "uit de namenlijst van dit programma, niet uit deze documenten" in found["VDAB"]
    assert found["VOP"].startswith("Vlaamse ondersteuningspremie")


def test_every_table_stands_with_what_it_answers(page: BeautifulSoup) -> None:
    entries = page.select(".story-tables li")
    assert len(entries) == 4 + 17
    assert words(entries[0]) == (
        "Provincie · # Bedrijven nr. 322 (2023-2024), 4 maart 2024, tabel 1 · CSV · Hoeveel werkgevers hebben het "
        "individueel maatwerk sinds 2023 aangevraagd? Graag een opsplitsing per provincie."
    )
    assert [link["href"] for link in entries[0].select("a")] == [
        "../vragen/2023-2024/jo-brouns/322.html#tabel-1",
        "../vragen/2023-2024/jo-brouns/322-tabel-1.csv",
    ]
    assert len(page.select(".story-tables details li")) == 15


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (360, "light")])
def test_the_page_fits_and_can_be_seen(browser: Browser, seed_site: Path, width: int, scheme: str) -> None:
    shown = browser.new_page(
        viewport={"width": width, "height": 800}, color_scheme="dark" if scheme == "dark" else "light"
    )
    shown.goto((seed_site / ADDRESS).as_uri())
    assert shown.evaluate("document.documentElement.scrollWidth") <= width
    places = [one.bounding_box() for one in shown.locator(".moment").all()]
    assert len(places) == 5
    assert all(place and place["height"] > 20 and place["x"] >= 0 for place in places)
    colours = shown.evaluate(
        "['.moment', '.moment-answer'].map(name => getComputedStyle(document.querySelector(name)).color)"
        ".concat(getComputedStyle(document.documentElement).backgroundColor)"
    )
    assert colours[0] == colours[1] != colours[2]
    shown.close()


# Made topics


def many(count: int) -> list[Record]:
    blocks = (
        Table(None, (("Jaar", "Aantal"),), (("2023", "1"),), "layout"),
        Paragraph("De VDAB en het OCMW helpen."),
    )
    return [
        question(
            number,
            title=f"Sociale huur - Wachtlijsten in de gemeenten en steden van de provincie {number}",
            asker=f"Anne-Marie Vandenbroucke {number % 60}",
            themes=("Wonen", f"Thema van de vraag {number % 30}"),
            year=f"{2010 + number % 10}-{2011 + number % 10}",
            minister="Liesbeth Vanhoutte-De Smet" if number % 3 else "Jo Brouns",
            asked_on=dt.date(2010 + number % 10, 11, 1 + number % 28),
            answer=Answer("partial", number, parts=(part("1", blocks=blocks),)),
        )
        for number in range(1, count + 1)
    ]


def test_a_large_topic_has_small_pages_that_are_soon_made() -> None:
    links = link_records(many(600))
    started = time.process_time()
    made = texts(links, "subject", "Sociale huur")
    assert time.process_time() - started < 2
    assert len(made) == 600 // LIST_LENGTH
    assert max(len(text.encode()) for text in made) < 60_000


def test_a_large_topic_shows_its_course_then_lists_the_newest() -> None:
    first, *older = pages(many(2 * LIST_LENGTH + 5))
    assert first.select(".line") == []
    assert first.select("#tijd svg.chart-picture")
    cards = first.select(".listing .group .card")
    assert len(cards) == LIST_LENGTH + 5
    assert len(older) == 1
    assert older[0].select("h2#time-title, .quotes, .aside") == []


def test_all_tables_are_counted() -> None:
    (page, *_) = pages(many(45))
    assert len(page.select(".story-tables li")) == 30
    assert words(page.select(".story-tables > p")[0]) == "en nog 15"


def test_a_question_without_an_answer_says_so() -> None:
    (page,) = pages([question(1, answer=None)])
    assert words(page.select_one(".moment-answer")) == "Geen antwoord"
    assert words(page.select("#answers-title + ul li")[0]) == "Geen antwoord 1 document"


def test_what_there_is_nothing_to_tell_of_is_left_out() -> None:
    (page,) = pages([question(1)])
    assert page.select(".quotes, .story-tables, .short-forms, .story-documents") == []


def test_words_of_a_document_are_escaped() -> None:
    text = "Sociale huur is een <b>stelsel</b> & een recht voor wie weinig verdient."
    (page,) = pages([question(1, title="Sociale huur - <i>x</i>", question=Body((Paragraph(text),)))])
    assert words(page.select_one("blockquote")) == text
    assert page.select("main i, main b") == []


def test_the_editors_words_come_first_and_are_marked() -> None:
    authority = Authority([Entry("subject", "Sociale huur", description="Huur van een sociale woning.")])
    links = link_records([question(1)], authority=authority)
    (text,) = texts(links, "subject", "Sociale huur")
    page = BeautifulSoup(text, "html.parser")
    assert "Huur van een sociale woning. (woorden van de redactie van dit archief)" in words(
        page.header and page.main
    )
    assert text.index("Huur van een sociale woning") < text.index('id="tijd"')


@pytest.mark.parametrize(
    ("kind", "name"), [("asker", "An Peeters"), ("minister", "Jo Brouns"), ("year", "2023-2024")]
)
def test_people_and_years_keep_their_lists(kind: TopicKind, name: str) -> None:
    (page,) = pages([question(1), question(2, title="Leegstand - Cijfers")], kind, name)
    assert len(page.select(".listing .group .card")) == 2
    assert page.select(".line, .quotes, .story-tables, .short-forms") == []
    assert "Gaat samen met" in [words(heading) for heading in page.select(".aside h2")]


def test_a_document_stands_on_the_line_as_one() -> None:
    (page,) = pages([question(1), supporting("Rapport sociale huur")])
    assert words(page.select(".moment-document .facts")[0]) == "Bijbehorend document"


def test_in_english_the_words_of_documents_keep_their_language() -> None:
    text = "Sociale huur is een stelsel van woningen voor wie weinig verdient."
    (page,) = pages([question(1, question=Body((Paragraph(text),)))], language="en")
    assert page.select("blockquote[lang=nl]") and words(page.find(id="time-title")) == "In time"
