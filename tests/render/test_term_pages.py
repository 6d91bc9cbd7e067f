"""How soon ministers answer: at the head of a question, in the overview, and in the file beside it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from archive.build import build_site
from archive.config import Settings
from archive.links import link_records
from archive.model.question import Note
from archive.render.question_page import question_view
from archive.render.shipped import shipped_folder
from archive.render.templates import page_templates
from tests.build import site_check
from tests.build.hand import hand_corpus
from tests.build.site_check import Site
from tests.records import question

DUE = dt.date(2024, 5, 29)
RECORDS = (
    question(1, answered_on=dt.date(2024, 5, 3)),
    question(2, answered_on=dt.date(2024, 5, 2)),
    question(3, answered_on=dt.date(2024, 6, 3)),
    question(4),
    question(5, minister="Zuhal Demir", answer=None),
    question(6, year="2024-2025", asked_on=dt.date(2024, 10, 25), answered_on=dt.date(2024, 10, 28)),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("terms")
    with hand_corpus(folder / "corpus", RECORDS) as corpus:
        build_site(corpus, Settings(), folder / "public")
    return Site(folder / "public")


def term(settings: Settings | None = None, **changes: Any) -> str | None:
    """The fact about the term on the page of a question."""
    record = question(**changes)
    settings = settings or Settings()
    view = question_view(record, link_records([record]), deadlines=settings.deadlines != "none")
    page = page_templates(settings, shipped_folder("templates")).page(view)
    found = BeautifulSoup(page, "html.parser").select_one(".term")
    return found.get_text(" ", strip=True) if found else None


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"answered_on": DUE}, "29 mei 2024 op tijd beantwoord binnen 20 werkdagen"),
        ({"answered_on": dt.date(2024, 4, 26)}, "29 mei 2024 op tijd beantwoord in de week van de vraag"),
        ({"answered_on": dt.date(2024, 5, 30)}, "29 mei 2024 1 werkdag te laat"),
        (
            {},
            "29 mei 2024 Onbekend of het op tijd was: het document geeft geen datum van het antwoord.",
        ),
        ({"answer": None}, "29 mei 2024 Dit archief kent geen antwoord."),
        ({"asked_on": None}, "Onbekend Onbekend of het op tijd was: de datum van de vraag is niet bekend."),
        (
            {"answered_on": DUE, "notes": (Note("in_time", "the service says that the answer came late"),)},
            "29 mei 2024 te laat Dat zegt het parlement. Geteld vanaf de data zou het anders zijn.",
        ),
    ],
)
def test_the_head_of_a_question_tells_the_term_in_words(changes: dict[str, Any], told: str) -> None:
    assert term(**changes) == f"Uiterste datum {told}"


def test_no_term_is_shown_where_no_rule_is_to_be_applied() -> None:
    assert term(Settings(deadlines="none"), answered_on=DUE) is None


def test_the_overview_counts_by_minister_and_by_year(site: Site) -> None:
    page = site.page(site.folder / "termijnen.html")
    tables = {
        section.h2.text: [
            [cell.text for cell in row.find_all(["th", "td"])] for row in section.select("tbody tr")
        ]
        for section in page.select("main section")
        if section.h2
    }
    assert tables == {
        "Alle jaren": [
            ["Jo Brouns", "5", "3", "1", "0", "1", "3,5"],
            ["Zuhal Demir", "1", "0", "0", "1", "0", "–"],
            ["Alle ministers", "6", "3", "1", "1", "1", "3,5"],
        ],
        "2024-2025": [["Jo Brouns", "1", "1", "0", "0", "0", "1"]],
        "2023-2024": [
            ["Jo Brouns", "4", "2", "1", "0", "1", "4"],
            ["Zuhal Demir", "1", "0", "0", "1", "0", "–"],
            ["Alle ministers", "5", "2", "1", "1", "1", "4"],
        ],
    }


def test_the_file_beside_the_overview_holds_its_numbers(site: Site) -> None:
    lines = (site.folder / "termijnen.csv").read_text("utf-8-sig").splitlines()
    assert lines == [
        "Zittingsjaar;Minister;Vragen;Op tijd;Te laat;Geen antwoord bekend;Onbekend;Mediaan in werkdagen",
        "2024-2025;Jo Brouns;1;1;0;0;0;1",
        "2023-2024;Jo Brouns;4;2;1;0;1;4",
        "2023-2024;Zuhal Demir;1;0;0;1;0;",
    ]


@pytest.mark.parametrize(
    ("name", "address"),
    [("te-laat", "2023-2024/jo-brouns/3.html"), ("open", "2023-2024/zuhal-demir/5.html")],
)
def test_late_and_open_questions_are_listed(site: Site, name: str, address: str) -> None:
    page = site.page(site.folder / f"termijnen/{name}.html")
    assert [link["href"] for link in page.select(".card-title")] == [f"../vragen/{address}"]


def test_the_pages_have_no_fault(site: Site) -> None:
    checks = (site_check.links, site_check.loaded_files, site_check.policy, site_check.outline)
    assert site.faults(*checks) == []


def test_a_site_without_a_rule_has_no_page_of_terms(tmp_path: Path) -> None:
    with hand_corpus(tmp_path / "corpus", RECORDS[:1]) as corpus:
        build_site(corpus, Settings(deadlines="none"), tmp_path / "public")
    site = Site(tmp_path / "public")
    assert not list(site.folder.glob("termijnen*"))
    assert site.faults(site_check.links) == []
