"""On every kind of page, words of a document say that they are Dutch where the site speaks another language."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from archive.render.catalogue import load_catalogue
from archive.store.corpus import Corpus
from tests.browser.every_kind import build_every_kind, page_kinds, pages_by_kind
from tests.build.language_check import Slip, Words


@pytest.fixture(scope="module")
def french(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_every_kind(tmp_path_factory.mktemp("french"), language="fr")


@pytest.fixture(scope="module")
def words(french: Path) -> Words:
    with Corpus.open(french.parent / "corpus") as corpus:
        return Words(corpus.records(), load_catalogue("fr"), load_catalogue("nl"))


@pytest.mark.parametrize("kind", sorted(page_kinds()))
def test_all_words_of_a_page_are_in_the_language_that_it_says(kind: str, french: Path, words: Words) -> None:
    pages = pages_by_kind(french).get(kind, [])
    assert pages, f"the site has no page of the kind {kind}"
    slips = {slip for page in pages for slip in words.slips((french / page).read_text("utf-8"))}
    assert slips == set()


def test_the_hits_of_a_search_are_in_the_language_of_the_documents(
    french: Path, words: Words, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(f"{(french / 'zoeken.html').as_uri()}?q=sociale")
    page.wait_for_selector("#search-hits .snippet mark")
    assert set(words.slips(page.content())) == set()
    assert page.locator('#search-hits .card-title [lang="nl"]').count()
    page.close()


def test_every_page_says_the_language_of_the_site(french: Path) -> None:
    said = {
        str(BeautifulSoup(path.read_text("utf-8"), "html.parser").html["lang"])  # type: ignore[index]
        for path in french.rglob("*.html")
    }
    assert said == {"fr"}


def test_a_site_in_the_language_of_its_documents_marks_nothing(seed_site: Path) -> None:
    page = BeautifulSoup(
        (seed_site / "vragen/2023-2024/jo-brouns/386.html").read_text("utf-8"), "html.parser"
    )
    assert [
        str(one) for one in page.select('body [lang="nl"]:not(#citeren *):not(desc):not(svg title)')
    ] == []


@pytest.mark.parametrize(
    ("page", "slip"),
    [
        ('<html lang="fr"><body><p>Sociale huur - Van alles</p>', Slip("fr", "Sociale huur - Van alles")),
        ('<html lang="fr"><body><p lang="nl">Pas de titre</p>', Slip("nl", "Pas de titre")),
        ('<html lang="fr"><body><p lang="nl">Tableau 3</p>', Slip("nl", "Tableau 3")),
        ('<html lang="fr"><body><p lang="nl" title="Graphique">x</p>', Slip("nl", "Graphique")),
    ],
)
def test_the_check_finds_what_is_wrong(page: str, slip: Slip, words: Words) -> None:
    assert list(words.slips(page)) == [slip]
