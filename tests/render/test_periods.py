"""The periods of people and competences, and what the authority says of names, as the pages show them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec
import pytest
from bs4 import BeautifulSoup

from archive.config import Settings
from archive.links import link_records
from archive.links.authority import Authority, Entry
from archive.links.names import TopicKey, TopicKind
from archive.model.question import Minister, Person, WrittenQuestion
from archive.render.catalogue import load_catalogue
from archive.render.index_pages import index_views
from archive.render.moved_pages import moved_views
from archive.render.question_page import question_view
from archive.render.shipped import shipped_folder
from archive.render.templates import page_templates
from archive.render.topic_pages import topic_views
from tests.records import question

PORTFOLIO = "VLAAMS MINISTER VAN ECONOMIE, WERK EN SOCIALE ECONOMIE"
COMPETENCES = ("Economie", "Werk", "Sociale Economie")


def asked(
    number: int, day: str, *, asker: str = "An Peeters", party: str | None = None, minister: str = "Jo Brouns"
) -> WrittenQuestion:
    made = question(number, asked_on=dt.date.fromisoformat(day), minister=minister)
    return msgspec.structs.replace(
        made,
        asker=Person(asker, asker.upper(), party),
        minister=Minister(minister, minister.upper(), PORTFOLIO, COMPETENCES),
    )


def page(
    kind: TopicKind,
    slug: str,
    records: Iterable[WrittenQuestion],
    authority: Authority | None = None,
    language: str = "nl",
) -> BeautifulSoup:
    links = link_records(records, authority=authority)
    view = next(topic_views(links.topics[TopicKey(kind, slug)], links, load_catalogue(language)))
    templates = page_templates(Settings(language=language), shipped_folder("templates"))  # type: ignore[arg-type]
    return BeautifulSoup(templates.page(view), "html.parser")


def rows(soup: BeautifulSoup, part: str = "tbody:not(.known)") -> list[list[str]]:
    return [
        [" ".join(cell.get_text(" ", strip=True).split()) for cell in row.select("th, td:not(.time-line)")]
        for row in soup.select(f".periods {part} tr")
    ]


def test_a_member_has_a_row_for_each_party() -> None:
    records = [asked(1, "2020-01-10", party="sp.a"), asked(2, "2020-05-10", party="Vooruit")]
    assert rows(page("asker", "an-peeters", records)) == [
        ["sp.a", "10 januari 2020", "1"],
        ["Vooruit", "10 mei 2020", "1"],
    ]


def test_what_the_table_of_names_knows_is_marked_as_not_from_the_questions() -> None:
    known = rows(page("asker", "bart-somers", [asked(1, "2024-03-04", asker="Bart Somers")]), ".known")
    assert known == [
        ["Niet uit de vragen, maar uit de namenlijst van dit programma"],
        ["Lid van het Vlaams Parlement, Open Vld", "1 januari 2021 – 8 juni 2024", ""],
        ["Minister", "10 mei 2021 – 16 mei 2022", ""],
    ]


def test_of_two_people_of_one_name_the_table_tells_only_what_fits_the_role() -> None:
    two = Authority([Entry("person", "Bart Somers", not_same_as=("Bart Somers",))])
    soup = page("asker", "bart-somers", [asked(1, "2024-03-04", asker="Bart Somers")], two)
    assert [row[0] for row in rows(soup, ".known")[1:]] == ["Lid van het Vlaams Parlement, Open Vld"]


@pytest.mark.parametrize(
    ("member_day", "of_minister", "of_member"),
    [
        ("2019-05-06", "Stelde eerder vragen als parlementslid:", "Later minister:"),
        ("2024-01-10", "Stelde ook vragen als parlementslid:", "Ook minister:"),
        ("2025-05-06", "Stelde later vragen als parlementslid:", "Eerder minister:"),
    ],
)
def test_the_pages_of_one_person_lead_to_each_other(
    member_day: str, of_minister: str, of_member: str
) -> None:
    records = [
        asked(1, member_day, asker="Jo Brouns", minister="An Claes"),
        asked(2, "2024-01-01"),
        asked(3, "2024-02-01"),
    ]
    minister, member = page("minister", "jo-brouns", records), page("asker", "jo-brouns", records)
    assert of_minister in minister.select(".periods > p")[0].text
    assert of_member in member.select(".periods > p")[0].text
    assert member.select(".periods > p a")[0]["href"] == "../ministers/jo-brouns.html"
    assert minister.select(".periods > p a")[0]["href"] == "../vraagstellers/jo-brouns.html"


def test_a_competence_tells_who_held_it_from_when_to_when() -> None:
    records = [asked(1, "2024-10-25", minister="Zuhal Demir"), asked(2, "2024-03-04"), asked(3, "2024-04-04")]
    portfolio = "Vlaams minister van Economie , Werk en Sociale Economie"
    assert rows(page("competence", "werk", records)) == [
        [f"Jo Brouns {portfolio}", "4 maart 2024 – 4 april 2024", "2"],
        [f"Zuhal Demir {portfolio}", "25 oktober 2024", "1"],
    ]


def test_the_bars_of_periods_stand_on_one_line_of_time() -> None:
    records = [
        asked(1, "2024-01-01"),
        asked(2, "2024-03-01"),
        asked(3, "2024-12-31", minister="Zuhal Demir"),
    ]
    bars = page("competence", "werk", records).select(".periods svg rect")
    assert [(bar["x"], bar["width"]) for bar in bars] == [("0.0", "16.4"), ("98.5", "1.5")]


def test_where_all_is_of_one_day_there_is_no_line() -> None:
    assert page("competence", "werk", [asked(1, "2024-01-01")]).select(".periods .time-line") == []


def test_each_competence_in_a_portfolio_leads_to_its_page() -> None:
    soup = page("minister", "jo-brouns", [asked(1, "2024-01-01")])
    assert [(link.text, link["href"]) for link in soup.select(".portfolio a")] == [
        ("Economie", "../bevoegdheden/economie.html"),
        ("Werk", "../bevoegdheden/werk.html"),
        ("Sociale Economie", "../bevoegdheden/sociale-economie.html"),
    ]


def test_the_page_of_a_question_leads_to_the_competences_of_its_minister() -> None:
    record = asked(1, "2024-01-01")
    templates = page_templates(Settings(), shipped_folder("templates"))
    soup = BeautifulSoup(templates.page(question_view(record, link_records([record]))), "html.parser")
    assert "../../../bevoegdheden/werk.html" in [link["href"] for link in soup.select(".portfolio a")]
    assert soup.select(".portfolio")[0].text == "Vlaams minister van Economie, Werk en Sociale Economie"


def test_a_competence_that_the_printed_portfolio_lacks_stands_behind_it() -> None:
    made = asked(1, "2024-01-01")
    record = msgspec.structs.replace(
        made, minister=Minister("Jo Brouns", "JO BROUNS", "MINISTER VAN WERK", ("Werk", "Innovatie"))
    )
    assert (
        page("minister", "jo-brouns", [record]).select(".portfolio")[0].text == "Minister van Werk; Innovatie"
    )


def test_what_is_in_a_name_is_shown_as_text() -> None:
    record = asked(1, "2024-01-01", party="<b>P</b>")
    assert rows(page("asker", "an-peeters", [record]))[0][0] == "<b>P</b>"


NAMES = Authority(
    [
        Entry(
            "theme",
            "Wonen",
            aliases=("Huisvesting",),
            broader=("Welzijn",),
            narrower=("Energie",),
            not_same_as=("Woningbouw",),
            description="Over <huizen>.",
        )
    ]
)


def test_a_page_of_several_names_says_which_and_who_joined_them() -> None:
    soup = page("theme", "wonen", [asked(1, "2024-01-01")], NAMES)
    told = [" ".join(one.get_text(" ", strip=True).split()) for one in soup.select(".names div")]
    assert told == [
        "Ook geschreven als Huisvesting (samengevoegd door de namenlijst van dit archief)",
        "Ruimer Welzijn",
        "Enger Energie",
        "Niet hetzelfde als Woningbouw",
    ]
    assert "Over <huizen>." in soup.select(".topic-head")[0].text


def test_a_broader_topic_with_records_is_a_link() -> None:
    other = msgspec.structs.replace(asked(2, "2024-01-02"), themes=("WELZIJN",))
    soup = page("theme", "wonen", [asked(1, "2024-01-01"), other], NAMES)
    assert [(link.text, link["href"]) for link in soup.select(".names a")] == [
        ("WELZIJN", "../themas/welzijn.html")
    ]


def test_a_topic_of_which_the_authority_says_nothing_shows_no_names() -> None:
    assert page("theme", "wonen", [asked(1, "2024-01-01")]).select(".names") == []


def test_a_name_that_became_an_alias_keeps_its_address_and_leads_on_by_a_link_alone() -> None:
    links = link_records([asked(1, "2024-01-01")], authority=NAMES)
    (view,) = moved_views(links)
    soup = BeautifulSoup(page_templates(Settings(), shipped_folder("templates")).page(view), "html.parser")
    assert view.address == "themas/huisvesting.html"
    assert soup.select("h1")[0].text == "Huisvesting"
    assert soup.select("main a")[0]["href"] == "../themas/wonen.html"
    assert soup.select('meta[http-equiv="refresh"]') == []


def test_periods_are_told_in_english_too() -> None:
    soup = page("minister", "jo-brouns", [asked(1, "2024-01-01")], language="en")
    assert soup.select("#periods-title")[0].text == "As minister"


def test_the_index_leads_from_other_names_to_the_topic() -> None:
    first, *_ = index_views("theme", link_records([asked(1, "2024-01-01")], authority=NAMES))
    soup = BeautifulSoup(page_templates(Settings(), shipped_folder("templates")).page(first), "html.parser")
    (entry,) = soup.select("section[aria-labelledby=other-names] li")
    assert (entry.text, entry.select("a")[0]["href"]) == ("Huisvesting: Wonen", "../themas/wonen.html")
