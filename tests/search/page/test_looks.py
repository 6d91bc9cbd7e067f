"""How the page behaves on screens and paper: no jumps, no sideways scrolling, targets, focus, print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.search.page.conftest import address, open_search, until

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WATCH_SHIFTS = """
    window.shifts = [];
    new PerformanceObserver(list => list.getEntries().forEach(entry => shifts.push(
        [entry.value, entry.sources.map(source => source.node?.id || source.node?.className || source.node?.nodeName)]
    ))).observe({type: "layout-shift", buffered: true});
"""
SMALL = """() => Array.from(document.querySelectorAll("main :is(a, button, input, select, summary)"))
    .filter(one => one.checkVisibility() && !one.disabled && !one.closest("p, dd"))
    .map(one => [one.type === "checkbox" ? one.closest("label") : one, one.outerHTML.slice(0, 80)])
    .map(([one, name]) => [one.getBoundingClientRect(), name])
    .filter(([box]) => box.width < 24 || box.height < 24)
    .map(([box, name]) => `${name} ${Math.round(box.width)} x ${Math.round(box.height)}`)"""
FACES = ["premie", "premie xyzzy", "(", "", None]


def settled(page: Page) -> None:
    """Waits until every snippet is there."""
    until(
        page,
        "document.querySelectorAll('.snippet:not(:empty)').length === document.querySelectorAll('.hit').length",
    )


@pytest.mark.parametrize("width", [1280, 800, 360])
@pytest.mark.parametrize("origin", ["site", "site_http"])
def test_nothing_moves_after_the_list_is_painted(
    origin: str, width: int, browser: Browser, request: pytest.FixtureRequest
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.add_init_script(WATCH_SHIFTS)
    open_search(page, request.getfixturevalue(origin), "premie", "&minister=Zuhal Demir&minister=Jo Brouns")
    settled(page)
    page.wait_for_timeout(100)
    shifts = page.evaluate("shifts")
    page.close()
    assert shifts == []


def test_nothing_moves_while_shards_come_slowly(browser: Browser, site_http: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(WATCH_SHIFTS)
    page.route("**/search/*.js", lambda route: (page.wait_for_timeout(60), route.continue_()))
    open_search(page, site_http, "premie subsidie", "&minister=Zuhal Demir&minister=Jo Brouns")
    settled(page)
    shifts = page.evaluate("shifts")
    page.close()
    assert shifts == []


def test_the_watch_sees_a_shift(browser: Browser, site: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(WATCH_SHIFTS)
    open_search(page, site, "premie")
    settled(page)
    page.evaluate("document.querySelector('#search-hits').style.marginTop = '5rem'")
    until(page, "shifts.length > 0")
    page.close()


def test_a_new_search_leaves_the_old_list_until_the_new_one_is_there(page: Page, site: Path) -> None:
    open_search(page, site, "premie")
    page.evaluate(
        """() => {
            const search = Vraagarchief.search;
            Vraagarchief.search = async (query, options) => {
                await new Promise(resolve => setTimeout(resolve, 500));
                return search(query, options);
            };
        }"""
    )
    page.fill("#search-query", "subsidie")
    page.press("#search-query", "Enter")
    page.wait_for_selector("#search-busy:not(:empty)")
    assert page.inner_text("#search-busy") == "Bezig met zoeken…"
    assert page.locator(".hit:visible").count() == 20
    assert page.get_attribute("#search-results", "aria-busy") == "true"
    page.wait_for_selector("#search-busy:empty", state="attached")
    assert page.get_attribute("#search-results", "aria-busy") == "false"


@pytest.mark.parametrize("query", FACES)
@pytest.mark.parametrize("width", [360, 320])
def test_a_small_screen_never_scrolls_sideways(
    width: int, query: str | None, browser: Browser, site: Path
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 700})
    page.goto(address(site, query, "&minister=Zuhal Demir&theme=Mobiliteit en Openbare Werken"))
    page.wait_for_selector("main:not([data-face=blank], [data-face=searching])")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize("query", FACES)
@pytest.mark.parametrize("width", [1280, 360])
def test_whatever_can_be_pressed_is_large_enough(
    width: int, query: str | None, browser: Browser, site: Path
) -> None:
    """WCAG 2.2, 2.5.8: 24 by 24 pixels, but for links within a sentence."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address(site, query, "&kind=written_question"))
    page.wait_for_selector("main:not([data-face=blank], [data-face=searching])")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.wait_for_timeout(150)
    small = page.evaluate(SMALL)
    page.close()
    assert small == []


def test_on_a_narrow_screen_the_filters_are_folded_and_counted(browser: Browser, site: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 700})
    open_search(page, site, "premie", "&minister=Zuhal Demir&kind=written_question")
    assert page.locator("#search-facets").is_hidden()
    assert page.inner_text("#search-filters summary") == "Filters (2)"
    page.click("#search-filters summary")
    assert page.locator("#search-facets").is_visible()
    page.close()


def test_a_printed_list_has_its_query_its_date_and_its_address(page: Page, site: Path) -> None:
    open_search(page, site, "premie", "&minister=Zuhal Demir&sort=newest")
    assert page.locator("#search-print").is_hidden()
    page.emulate_media(media="print")
    head = page.inner_text("#search-print")
    assert "Gezocht naar: premie" in head
    assert "Minister: Zuhal Demir" in head
    assert "nieuwste eerst" in head
    assert page.url in head
    assert page.evaluate("String(new Date().getFullYear())") in head
    assert page.locator(".search-form:visible, #search-filters:visible, #search-tools:visible").count() == 0
    assert page.locator(".hit:visible").count() > 0


def test_everything_is_reached_with_the_keyboard_and_seen(page: Page, site: Path) -> None:
    open_search(page, site, "premie", "&minister=Zuhal Demir")
    settled(page)
    page.focus("#search-query")
    reached = []
    for _ in range(40):
        page.keyboard.press("Tab")
        where, seen = page.evaluate(
            """() => {
                const one = document.activeElement;
                const box = one.closest("[id]")?.id ?? "";
                return [box, one === document.body || getComputedStyle(one).outlineStyle !== "none"];
            }"""
        )
        assert seen, where
        reached.append(where)
    for place in (
        "search-sort",
        "search-help",
        "search-link",
        "search-csv",
        "search-ris",
        "search-chips",
        "search-facets",
    ):
        assert place in reached, place


def test_with_forced_colours_the_bars_are_still_seen(browser: Browser, site: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, forced_colors="active")
    open_search(page, site, "premie")
    colours = page.locator(".years button:not(:disabled) .year-bar").first.evaluate(
        "one => [getComputedStyle(one).backgroundColor, getComputedStyle(document.body).backgroundColor]"
    )
    page.close()
    assert colours[0] != colours[1]
