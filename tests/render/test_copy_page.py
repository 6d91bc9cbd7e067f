"""The page and the texts that tell what a copy of the archive holds, and of what date."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from archive.config import Settings
from archive.render.catalogue import load_catalogue
from archive.render.copy_page import CopyFacts, ZipOffer, copy_view, readme_text
from archive.render.front_pages import Holdings
from archive.render.shipped import shipped_folder
from archive.render.templates import page_templates
from archive.store.corpus import Corpus

FACTS = CopyFacts(
    Holdings(1200, 1100, 3, dt.date(2019, 9, 23), dt.date(2024, 6, 8)),
    dt.date(2024, 7, 1),
    "f00d" * 16,
    2500,
    61_400_000,
)
OFFER = ZipOffer("download/vraagarchief.zip", 14_200_000, "ab" * 32)


def rendered(facts: CopyFacts, **changes: str) -> BeautifulSoup:
    templates = page_templates(Settings(**changes), shipped_folder("templates"))  # type: ignore[arg-type]
    return BeautifulSoup(templates.page(copy_view(facts, "manifest.sha256")), "html.parser")


def shown(page: BeautifulSoup) -> dict[str, str]:
    return {pair.dt.text: pair.dd.text for pair in page.select(".facts-table div") if pair.dt and pair.dd}


def test_the_page_tells_what_the_copy_holds_and_of_what_date() -> None:
    assert shown(rendered(FACTS)) == {
        "Schriftelijke vragen": "1.200",
        "Met antwoord": "1.100",
        "Bijbehorende documenten": "3",
        "Periode": "23 september 2019 – 8 juni 2024",
        "Laatste documenten kwamen op": "1 juli 2024",
        "Omvang": "ongeveer 61,4 MB in 2.500 bestanden",
    }


def test_what_is_not_known_is_not_shown() -> None:
    facts = CopyFacts(Holdings(0, 0, 0, None, None), None, "0" * 64, 10, 100)
    assert not {"Periode", "Laatste documenten kwamen op"} & shown(rendered(facts)).keys()


def test_fingerprint_is_that_of_the_corpus(seed_site: Path, seed_corpus: Path) -> None:
    with Corpus.open(seed_corpus) as corpus:
        assert corpus.signature() in (seed_site / "meenemen.html").read_text("utf-8")


def test_a_zip_that_is_offered_is_linked_with_its_size_and_sum() -> None:
    facts = CopyFacts(FACTS.holdings, FACTS.came_on, FACTS.signature, 1, 1, OFFER)
    (link,) = rendered(facts).select("a.download")
    assert (link["href"], link.text) == (
        "download/vraagarchief.zip",
        "Download het hele archief als zipbestand (14,2 MB)",
    )
    assert OFFER.sha256 in rendered(facts).text


def test_without_an_offer_the_command_is_told() -> None:
    page = rendered(FACTS)
    assert page.select("a.download") == []
    assert "archive build --zip" in page.text


def test_the_page_can_be_english() -> None:
    page = rendered(FACTS, language="en")
    assert page.h1 and page.h1.text == "Take this archive with you"


def test_size_on_the_page_is_about_that_of_the_site(seed_site: Path) -> None:
    files = [path for path in seed_site.rglob("*") if path.is_file()]
    size = shown(BeautifulSoup((seed_site / "meenemen.html").read_text("utf-8"), "html.parser"))["Omvang"]
    megabytes = sum(path.stat().st_size for path in files) / 1_000_000
    assert size in {
        f"ongeveer {round(megabytes - step / 10, 1):.1f} MB in {len(files)} bestanden".replace(".", ",")
        for step in (0, 1)
    }


@pytest.mark.parametrize("address", ["index.html", "over.html", "vragen/2023-2024/jo-brouns/386.html"])
def test_every_page_leads_to_it(seed_site: Path, address: str) -> None:
    page = BeautifulSoup((seed_site / address).read_text("utf-8"), "html.parser")
    up = "../" * address.count("/")
    assert f"{up}meenemen.html" in [link["href"] for link in page.select("footer a")]


def test_the_page_about_the_archive_leads_to_it(seed_site: Path) -> None:
    page = BeautifulSoup((seed_site / "over.html").read_text("utf-8"), "html.parser")
    assert "meenemen.html" in [link["href"] for link in page.select("main a")]


@pytest.mark.parametrize(
    ("language", "line"),
    [("nl", "Laatste documenten kwamen op: 1 juli 2024"), ("en", "Last documents came on: 1 July 2024")],
)
def test_text_beside_the_pages_tells_the_same(language: str, line: str) -> None:
    text = readme_text(FACTS, Settings(), load_catalogue(language), "manifest.sha256")
    assert line in text.split("\r\n")
    assert FACTS.signature in text
    assert "index.html" in text
    assert "\n" not in text.replace("\r\n", "")


def test_site_holds_the_text_in_both_languages(seed_site: Path) -> None:
    for name, word in (
        ("LEESMIJ.txt", "Dubbelklik"),
        ("README.txt", "double-click"),
        ("LISEZMOI.txt", "double-cliquez"),
    ):
        assert word in (seed_site / name).read_text("utf-8")
