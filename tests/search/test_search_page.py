"""The search page in a real browser, from disk: what stands in the address, on the screen and in the history."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import expect

from archive.build import build_site
from archive.config import Settings
from archive.model.blocks import Paragraph
from archive.model.question import Body
from tests.build.hand import hand_corpus
from tests.records import question
from tests.search.made import made_records

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOSTILE = '<img src=x onerror="document.title=1"> "premie" & </script><b>vet</b>'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of 60 made records and one whose texts try to be markup."""
    folder = tmp_path_factory.mktemp("search-page")
    hostile = question(999, minister="Ann <i>Onheil</i>", title=HOSTILE, question=Body((Paragraph(HOSTILE),)))
    with hand_corpus(folder / "corpus", [*made_records(60), hostile]) as corpus:
        build_site(corpus, Settings(), folder / "public")
    return folder / "public"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that takes any error of a script as the test's own."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield page
    page.close()
    assert errors == []


def open_search(page: Page, site: Path, query: str = "", more: str = "") -> None:
    page.goto(address(site, query) + more)
    expect(page.locator("#search-status")).to_contain_text("gevonden")


def address(site: Path, query: str) -> str:
    return f"{(site / 'zoeken.html').as_uri()}?q={quote(query)}"


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_the_address_alone_makes_the_result(page: Page, site: Path) -> None:
    open_search(page, site, "premie", "&sort=newest")
    assert page.input_value("#search-query") == "premie"
    assert page.input_value("#search-sort") == "newest"
    assert page.locator(".hit").count() > 0
    assert page.title().startswith("premie – ")


def test_the_count_is_announced(page: Page, site: Path) -> None:
    open_search(page, site, "titel:img")
    status = page.locator("#search-status")
    assert status.inner_text() == "1 document gevonden"
    assert (status.get_attribute("role"), status.get_attribute("aria-live")) == ("status", "polite")


def test_a_search_is_a_step_in_the_history(page: Page, site: Path) -> None:
    open_search(page, site, "premie")
    before = page.inner_text("#search-status")
    page.fill("#search-query", "minister:demir")
    page.press("#search-query", "Enter")
    expect(page.locator("#search-status")).not_to_have_text(before)
    assert asked(page)["q"] == ["minister:demir"]
    page.go_back()
    expect(page.locator("#search-status")).to_have_text(before)
    assert page.input_value("#search-query") == "premie"


def test_a_facet_narrows_the_result_and_stands_in_the_address(page: Page, site: Path) -> None:
    open_search(page, site, "premie")
    box = page.locator("#search-facets input[name=minister][value='Zuhal Demir']")
    count = int(box.locator("xpath=..").locator(".count").inner_text())
    box.check()
    expect(page.locator(".hit")).to_have_count(count)
    assert asked(page)["minister"] == ["Zuhal Demir"]
    page.reload()
    page.wait_for_selector("#search-facets input:checked")
    page.click("#search-clear")
    expect(page.locator(".hit")).not_to_have_count(count)
    assert "minister" not in asked(page)


def test_more_hits_are_added_and_the_first_new_one_has_the_focus(page: Page, site: Path) -> None:
    open_search(page, site)
    assert page.locator(".hit").count() == 20
    page.click("#search-more")
    expect(page.locator(".hit")).to_have_count(40)
    expect(page.locator(".hit a").nth(20)).to_be_focused()
    assert asked(page)["shown"] == ["40"]


def test_snippets_come_from_the_pages_themselves_with_their_words_marked(page: Page, site: Path) -> None:
    open_search(page, site, "vraag:premie")
    page.wait_for_selector("li:nth-child(4) .snippet mark")
    marks = {text.lower() for text in page.locator(".snippet mark").all_inner_texts()}
    assert all("premie" in mark for mark in marks)
    expect(page.locator("iframe")).to_have_count(0)


def test_text_of_documents_never_becomes_markup(page: Page, site: Path) -> None:
    open_search(page, site, "titel:onerror")
    page.wait_for_selector(".snippet mark, .snippet-zone")
    assert page.locator(".hit-title").inner_text() == HOSTILE
    assert page.locator("#search-hits img, #search-hits b, #search-facets i").count() == 0


def test_a_wrong_query_says_where_and_how_to_mend_it(page: Page, site: Path) -> None:
    page.goto(address(site, 'minister:demir "stand van'))
    page.wait_for_selector("#search-error:not([hidden])")
    assert page.locator("#search-error mark").inner_text() == '"'
    assert "nergens gesloten" in page.inner_text("#search-error")
    assert page.locator("#search-error").get_attribute("role") == "alert"


def test_nothing_found_says_what_to_try(page: Page, site: Path) -> None:
    open_search(page, site, "xyzzy")
    assert page.inner_text("#search-status") == "Geen documenten gevonden"
    assert "begeleid*" in page.inner_text("#search-hint")


def test_a_missing_shard_is_named_to_the_reader(browser: Browser, site: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(site, tmp_path / "copy"))
    (copy / "search" / "root.js").unlink()
    page = browser.new_page()
    page.goto(address(copy, "premie"))
    page.wait_for_selector("#search-error:not([hidden])")
    assert "search/root.js" in page.inner_text("#search-error")
    page.close()


def test_a_slash_goes_to_the_search_box(page: Page, site: Path) -> None:
    open_search(page, site, "premie")
    page.keyboard.press("Tab")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search-query"
    assert page.input_value("#search-query") == "premie"


def test_without_javascript_the_page_says_what_it_needs(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "zoeken.html").as_uri())
    assert "JavaScript" in page.inner_text("main")
    assert page.locator("main a[href='themas/index.html']").count() == 1
    context.close()


@pytest.mark.parametrize("query", ["premie", "xyzzy", "(", ""])
def test_a_small_screen_never_scrolls_sideways(query: str, browser: Browser, site: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 700})
    page.goto(address(site, query))
    page.wait_for_selector("#search-status:not(:empty), #search-error:not([hidden])", state="attached")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()
