"""The choice of a language in a real browser: search in each tree from disk, the place that is kept, access."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from archive.build import build_site
from archive.build.copies import Copies
from archive.config import Settings
from archive.store.corpus import Corpus
from tests.browser import axe, rules
from tests.browser.firefox import Firefox
from tests.browser.walking import tab_to, until

QUESTION = "vragen/2023-2024/jo-brouns/322.html"
FOLDERS = {"nl": "", "en": "en/", "fr": "fr/"}
FOUND = {"nl": "5 documenten gevonden", "en": "5 documents found", "fr": "Résultat\u00a0: 5 documents"}
PAGES = ("index.html", QUESTION, "en/zoeken.html?q=premie", "fr/themas/werk.html", "fr/404.html")
PAPER = axe.State("paper", width=720, height=1000)


@pytest.fixture(scope="module")
def site(seed_corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the seeds in three languages, unpacked from its zip."""
    folder = tmp_path_factory.mktemp("languages")
    settings = Settings(languages=("nl", "en", "fr"))
    with Corpus.open(seed_corpus) as corpus:
        build_site(corpus, settings, folder / "public", copies=Copies(zip=folder / "x.zip"))
    shutil.rmtree(folder / "public")
    shutil.unpack_archive(folder / "x.zip", folder)
    return folder / "vraagarchief"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield page
    page.close()


def search(page: Page, site: Path, language: str, query: str = "maatwerk") -> None:
    """Searches from the head of a page of the tree, and waits for the first snippet."""
    page.goto((site / FOLDERS[language] / QUESTION).as_uri())
    page.fill("#find", query)
    page.press("#find", "Enter")
    page.wait_for_selector("#search-hits .snippet mark")


@pytest.mark.parametrize("language", FOLDERS)
def test_a_search_in_a_tree_finds_its_pages_and_speaks_its_language(
    language: str, page: Page, site: Path
) -> None:
    search(page, site, language)
    tree = (site / FOLDERS[language]).as_uri().rstrip("/")
    assert page.url.startswith(f"{tree}/zoeken.html?q=")
    expect(page.locator("#search-status")).to_have_text(FOUND[language])
    hits = page.eval_on_selector_all(".hit-title a", "links => links.map((link) => link.href)")
    assert len(hits) == 5
    assert all(hit.startswith((f"{tree}/vragen/", f"{tree}/documenten/")) for hit in hits)
    page.locator(".hit-title a").first.click()
    page.wait_for_selector("article.record")
    assert page.url in hits and page.evaluate("document.documentElement.lang") == language


def test_the_same_documents_are_found_in_the_same_order_in_each_tree(page: Page, site: Path) -> None:
    found = []
    for language, folder in FOLDERS.items():
        search(page, site, language, "premie begeleiding")
        tree = (site / folder).as_uri().rstrip("/")
        hits = page.eval_on_selector_all(".hit-title a", "links => links.map((link) => link.href)")
        found.append([hit.removeprefix(tree) for hit in hits])
    assert found[0] == found[1] == found[2] != []


def test_another_language_keeps_what_is_searched_for(page: Page, site: Path) -> None:
    """The query, the order and the filters; French names of fields are known in each tree."""
    page.goto(f"{(site / 'zoeken.html').as_uri()}?q=maatwerk")
    page.wait_for_selector("#search-facets > *", state="attached")
    page.fill("#search-query", "auteur:ongena")
    page.press("#search-query", "Enter")
    expect(page.locator("#search-status")).to_have_text("1 document gevonden")
    page.get_by_role("link", name="Français").click()
    expect(page.locator("#search-status")).to_have_text("Résultat\u00a0: 1 document")
    assert page.url == f"{(site / 'fr/zoeken.html').as_uri()}?q=auteur%3Aongena"


def test_another_language_keeps_the_place_in_a_document(page: Page, site: Path) -> None:
    page.goto(f"{(site / QUESTION).as_uri()}#v-2")
    page.get_by_role("link", name="English").click()
    page.wait_for_url(f"{(site / 'en' / QUESTION).as_uri()}#v-2")
    page.get_by_role("link", name="Nederlands").click()
    page.wait_for_url(f"{(site / QUESTION).as_uri()}#v-2")


def test_a_language_is_chosen_by_keys_alone(page: Page, site: Path) -> None:
    page.goto((site / QUESTION).as_uri())
    tab_to(page, ".languages a[lang=fr]", most=5)
    page.keyboard.press("Enter")
    page.wait_for_url((site / "fr" / QUESTION).as_uri())
    current = page.locator(".languages [aria-current]")
    assert current.all_inner_texts() == ["Français"]


def test_a_language_is_chosen_without_javascript(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "themas/werk.html").as_uri())
    page.get_by_role("navigation", name="Taal").get_by_role("link", name="English").click()
    page.wait_for_url((site / "en/themas/werk.html").as_uri())
    assert page.locator("main a").first.get_attribute("href")
    context.close()


def test_names_are_in_order_and_numbers_written_as_the_tree_has_it(page: Page, site: Path) -> None:
    """The scripts of the search page take both from the language of the page."""
    written = []
    for folder in FOLDERS.values():
        page.goto((site / folder / "zoeken.html").as_uri())
        written.append(page.evaluate("[ArchiveLocale.number(1234.5), ArchiveLocale.day('2024-05-01')]"))
    assert written == [["1.234,5", "1 mei 2024"], ["1,234.5", "1 May 2024"], ["1\u202f234,5", "1er mai 2024"]]


@pytest.mark.parametrize("state", [*axe.STATES, PAPER], ids=lambda state: state.name)
def test_pages_with_the_switch_keep_the_rules_of_access(
    state: axe.State, browser: Browser, site: Path
) -> None:
    page = axe.page_in(browser, state)
    found = []
    for address in PAGES:
        page.goto(f"{site.as_uri()}/{address}")
        if "?" in address:
            until(page, "document.querySelectorAll('#search-facets > *').length > 0")
        if state is PAPER:
            page.emulate_media(media="print")
            assert not page.locator(".languages").is_visible()
            continue
        verdict = axe.examined(page)
        found += [f"{address}: {one}" for one in (*verdict.violations, *axe.undecided(verdict))]
        if not state.forced_colours:
            found += [f"{address}: {one}" for one in page.evaluate(rules.FOCUS)]
    page.close()
    assert found == []


@pytest.mark.parametrize("width", [320, 360])
def test_on_a_narrow_screen_the_switch_fits_and_can_be_tapped(
    width: int, browser: Browser, site: Path
) -> None:
    """No page grows wider than the screen, and each language is a target of 24 by 24 pixels (WCAG 2.2, 2.5.8)."""
    page = browser.new_page(viewport={"width": width, "height": 740})
    for folder in FOLDERS.values():
        page.goto((site / folder / QUESTION).as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == width
        boxes = [one.bounding_box() for one in page.locator(".languages a").all()]
        assert all(box and box["height"] >= 24 and box["width"] >= 24 for box in boxes)
        assert len({box["y"] for box in boxes if box}) == 1
    page.close()


def test_firefox_searches_in_a_tree_from_disk(fox: Firefox, site: Path) -> None:
    fox.go(f"{(site / 'fr/zoeken.html').as_uri()}?q=maatwerk")
    fox.wait("return document.querySelector('.snippet mark')")
    assert fox.run("return document.querySelector('#search-status').textContent") == FOUND["fr"]
    hits = fox.run("return [...document.querySelectorAll('.hit-title a')].map((one) => one.href)")
    assert len(hits) == 5 and all("/fr/" in hit for hit in hits)
    fox.click(".languages a[lang=en]")
    fox.wait("return location.href.includes('/en/zoeken.html?q=maatwerk')")
