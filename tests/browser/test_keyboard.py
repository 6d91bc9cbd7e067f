"""Walks through the archive by keys alone, as someone takes them who has no mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.walking import LISTEN, tab_to, until, where

LONG = "vragen/2023-2024/jo-brouns/322.html"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield page
    page.close()


def test_from_the_home_page_to_a_hit_a_part_a_table_and_back(page: Page, every_site: Path) -> None:
    page.goto((every_site / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("voorschotbetalingen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken.html?q=voorschotbetalingen*")
    page.locator("#search-facets > *").first.wait_for(state="attached")
    found = page.url
    tab_to(page, ".hit-title a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/vragen/**")
    tab_to(page, ".contents a[href='#v-2']")
    page.keyboard.press("Enter")
    assert page.url.endswith("#v-2")
    tab_to(page, "#v-2 a")
    tab_to(page, ".scroll")
    page.go_back()
    page.go_back()
    page.wait_for_url(found)
    page.locator("#search-facets > *").first.wait_for(state="attached")
    assert page.locator(".hit").count() > 0


def test_the_part_that_was_gone_to_is_where_the_keys_go_on(page: Page, every_site: Path) -> None:
    page.goto((every_site / LONG).as_uri())
    tab_to(page, ".contents a[href='#v-5']")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    place = page.evaluate("document.activeElement.getBoundingClientRect().y")
    assert 0 <= place < 900
    assert page.evaluate("Boolean(document.activeElement.closest('#v-5, #v-5 ~ *, .row'))"), where(page)


def test_a_table_is_scrolled_sorted_and_copied(page: Page, every_site: Path) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto((every_site / "vragen/2023-2024/jo-brouns/953.html").as_uri())
    wide = "document.querySelector('.scroll:has(th:nth-child(9))')"
    page.evaluate(f"{wide}.id = 'wide'")
    tab_to(page, "#wide")
    page.keyboard.press("ArrowRight")
    until(page, f"{wide}.scrollLeft > 0")
    tab_to(page, "#wide button.sort")
    assert page.evaluate("document.activeElement.closest('th').ariaSort") in (None, "none")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('th').ariaSort") in ("ascending", "descending")
    tab_to(page, "button.copy-table")
    page.evaluate(LISTEN)
    page.keyboard.press("Enter")
    until(page, "announced.length > 0")
    page.wait_for_timeout(300)
    assert page.evaluate("new Set(announced).size") == 1


def test_a_facet_is_chosen_and_the_count_announced_once(page: Page, every_site: Path) -> None:
    page.goto(f"{every_site.as_uri()}/zoeken.html?q=huur")
    page.locator("#search-facets > *").first.wait_for(state="attached")
    page.locator("#search-status:not(:empty)").wait_for()
    page.evaluate(LISTEN)
    tab_to(page, "#search-facets input[type=checkbox][value='Jo Brouns']")
    page.keyboard.press("Space")
    page.locator(".chip").first.wait_for()
    expect(page.locator("#search-status")).to_contain_text("gevonden")
    page.wait_for_timeout(300)
    assert page.evaluate("document.activeElement.value") == "Jo Brouns"
    assert page.evaluate("announced.length") == 1, page.evaluate("announced")


def test_the_list_of_completions_is_walked_and_left(page: Page, every_site: Path) -> None:
    page.goto((every_site / "zoeken.html").as_uri())
    page.locator("[data-face=start]").wait_for()
    tab_to(page, "#search-query")
    page.keyboard.type("soc")
    expect(page.locator("#search-query")).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    chosen = page.evaluate("document.activeElement.getAttribute('aria-activedescendant')")
    assert page.locator(f"#{chosen}").get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    expect(page.locator("#search-query")).to_have_attribute("aria-expanded", "false")
    assert page.evaluate("document.activeElement.id") == "search-query"


@pytest.mark.parametrize("address", ["zoeken.html", LONG])
def test_what_is_folded_is_unfolded_by_a_key(page: Page, every_site: Path, address: str) -> None:
    page.goto((every_site / address).as_uri())
    tab_to(page, "main summary")
    before = page.evaluate("document.activeElement.parentElement.open")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open") is not before


def test_copying_a_citation_is_announced_once(page: Page, every_site: Path) -> None:
    page.goto((every_site / LONG).as_uri())
    tab_to(page, "#citeren button")
    page.evaluate(LISTEN)
    page.keyboard.press("Enter")
    until(page, "announced.length > 0")
    page.wait_for_timeout(300)
    assert page.evaluate("new Set(announced).size") == 1


@pytest.mark.parametrize("address", ["index.html", LONG, "ministers/index.html", "cijfers.html"])
def test_the_way_to_the_content_comes_first_and_leads_there(
    page: Page, every_site: Path, address: str
) -> None:
    page.goto((every_site / address).as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("Boolean(document.activeElement.closest('main'))"), where(page)


def test_no_page_holds_the_focus(page: Page, every_site: Path) -> None:
    """From the last place that takes the focus the keys lead out of the page and in again."""
    page.goto((every_site / LONG).as_uri())
    tab_to(page, ".site-foot a:last-of-type")
    tab_to(page, ".skip")
