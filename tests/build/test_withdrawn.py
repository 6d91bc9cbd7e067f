"""A record that was withdrawn or got another id leaves a page that says so, and is found nowhere else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from archive.build import build_site
from archive.config import Settings
from archive.export.jsonl import jsonl_chunks
from archive.store.corpus import Corpus
from tests.build import site_check
from tests.build.hand import MOMENT, hand_corpus
from tests.build.site_check import Site
from tests.records import question

GONE, RENAMED, KEPT = (f"2023-2024/jo-brouns/{number}" for number in (1, 2, 3))
BASE = "https://archief.example/"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    folder = tmp_path_factory.mktemp("withdrawn") / "corpus"
    titles = ("Geheime titel - Een", "Oude titel - Twee", "Blijvende titel - Drie")
    records = [question(number, title=title) for number, title in enumerate(titles, start=1)]
    with hand_corpus(folder, records) as corpus:
        with corpus.writing() as writer:
            writer.withdraw(GONE, "Op vraag van <b>de indiener</b>.", now=MOMENT)
            writer.withdraw(RENAMED, "Het nummer was verkeerd gelezen.", successor=KEPT, now=MOMENT)
        yield corpus


@pytest.fixture(scope="module")
def site(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "public"
    build_site(corpus, Settings(base_url=BASE), folder)
    return folder


@pytest.fixture(scope="module")
def offline(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("offline") / "public"
    build_site(corpus, Settings(), folder)
    return folder


def page(site: Path, id: str) -> BeautifulSoup:
    return BeautifulSoup((site / f"vragen/{id}.html").read_text("utf-8"), "html.parser")


def test_the_page_of_a_withdrawn_question_tells_the_day_and_the_reason(site: Path) -> None:
    main = page(site, GONE).main
    assert main and main.h1 and main.h1.text == "Dit document is ingetrokken"
    assert "1 juni 2024" in main.text
    assert "Op vraag van <b>de indiener</b>." in main.text
    assert main.find("b") is None


def test_nothing_that_it_said_is_on_the_site(site: Path) -> None:
    pages = [path.read_text("utf-8") for path in site.rglob("*.html")]
    assert not [text for text in pages if "Geheime" in text]


def test_the_page_of_a_renamed_question_leads_to_the_other(site: Path) -> None:
    soup = page(site, RENAMED)
    assert soup.h1 and soup.h1.text == "Dit document staat op een ander adres"
    (link,) = soup.select("main .card-title")
    assert (link.text, link["href"]) == (
        "Blijvende titel - Drie",
        "../../../vragen/2023-2024/jo-brouns/3.html",
    )


def test_search_engines_are_told_not_to_keep_them(site: Path) -> None:
    assert page(site, GONE).select('meta[name="robots"][content="noindex"]')
    listed = (site / "sitemap.xml").read_text("utf-8")
    assert f"{KEPT}.html" in listed and f"{GONE}.html" not in listed and f"{RENAMED}.html" not in listed


def test_a_renamed_page_names_the_address_of_the_other_as_its_one(site: Path) -> None:
    (link,) = page(site, RENAMED).select("link[rel=canonical]")
    assert link["href"] == f"{BASE}vragen/{KEPT}.html"
    assert page(site, GONE).select("link[rel=canonical]") == []


def test_no_export_has_them(corpus: Corpus) -> None:
    text = b"".join(jsonl_chunks(corpus, Settings())).decode()
    assert KEPT in text and GONE not in text and RENAMED not in text


@pytest.mark.parametrize(
    "check", [site_check.links, site_check.loaded_files, site_check.policy, site_check.outline]
)
def test_an_offline_copy_has_no_faults(check: object, offline: Path) -> None:
    assert Site(offline).faults(check) == []  # type: ignore[arg-type]


def test_a_site_that_is_added_to_is_that_built_anew(tmp_path: Path) -> None:
    with hand_corpus(tmp_path / "corpus", [question(1), question(2), question(3)]) as corpus:
        build_site(corpus, Settings(), tmp_path / "grown")
        with corpus.writing() as writer:
            writer.withdraw(GONE, "Dubbel.", now=MOMENT)
        build_site(corpus, Settings(), tmp_path / "grown")
        build_site(corpus, Settings(), tmp_path / "anew", full=True)
    for path in sorted((tmp_path / "anew").rglob("*.html")):
        name = path.relative_to(tmp_path / "anew")
        assert path.read_bytes() == (tmp_path / "grown" / name).read_bytes(), name
