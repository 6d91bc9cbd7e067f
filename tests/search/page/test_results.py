"""The results in a real browser: what stands in the address, on the screen and in the history."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.search.page.conftest import address, asked, count_of, open_search, until

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_the_address_alone_makes_the_result(page: Page, site: Path) -> None:
    open_search(page, site, "premie", "&sort=newest")
    assert page.input_value("#search-query") == "premie"
    assert page.input_value("#search-sort") == "newest"
    assert page.locator(".hit").count() > 0
    assert page.title().startswith("premie – ")


def test_from_the_web_the_result_is_the_one_from_disk(page: Page, site: Path, site_http: str) -> None:
    shown = []
    for start in (site, site_http):
        open_search(page, start, "premie OF begeleiding", "&sort=oldest&minister=Zuhal Demir")
        shown.append((page.inner_text("#search-status"), page.locator(".hit-title").all_inner_texts()))
    assert shown[0] == shown[1]
    assert len(shown[0][1]) > 3


def test_a_search_is_a_step_in_the_history(page: Page, site: Path) -> None:
    open_search(page, site, "premie")
    before = page.inner_text("#search-status")
    page.fill("#search-query", "minister:demir")
    page.press("#search-query", "Enter")
    expect(page.locator("#search-status")).not_to_have_text(before)
    after = page.inner_text("#search-status")
    assert asked(page)["q"] == ["minister:demir"]
    page.go_back()
    expect(page.locator("#search-status")).to_have_text(before)
    assert page.input_value("#search-query") == "premie"
    page.go_forward()
    expect(page.locator("#search-status")).to_have_text(after)
    assert page.input_value("#search-query") == "minister:demir"


def test_sorting_is_a_step_in_the_history(page: Page, site: Path) -> None:
    open_search(page, site, "premie")
    page.select_option("#search-sort", "oldest")
    page.wait_for_url("**sort=oldest**")
    expect(page.locator("main")).to_have_attribute("data-face", "results")
    dates = page.locator(".hit time").evaluate_all("all => all.map(one => one.dateTime)")
    assert dates == sorted(dates)
    page.go_back()
    expect(page.locator("#search-sort")).to_have_value("relevance")


def test_hits_come_in_pages(page: Page, site: Path) -> None:
    open_search(page, site)
    total = count_of(page.inner_text("#search-status"))
    assert page.locator(".hit").count() == 20
    assert page.inner_text("#search-range") == "1 tot 20 getoond"
    first = page.inner_text(".hit-title >> nth=0")
    page.click("#search-pager a[rel=next]")
    page.wait_for_url("**page=2**")
    expect(page.locator(".hit-title").first).not_to_have_text(first)
    assert page.get_attribute("#search-hits", "start") == "21"
    assert page.inner_text("#search-pager a[aria-current]") == "2"
    last = page.locator("#search-pager a:not([rel])").last
    last.click()
    expect(page.locator(".hit")).to_have_count(total % 20 or 20)
    assert page.locator("#search-pager a[rel=next]").count() == 0


def test_another_page_of_hits_begins_at_the_top(page: Page, site: Path) -> None:
    open_search(page, site)
    page.locator("#search-pager a[rel=next]").scroll_into_view_if_needed()
    page.click("#search-pager a[rel=next]")
    page.wait_for_url("**page=2**")
    assert page.evaluate("document.activeElement.id") == "search-results"
    until(page, "document.querySelector('#search-form').getBoundingClientRect().top >= 0")


def test_a_page_beyond_the_last_leads_to_the_last(page: Page, site: Path) -> None:
    open_search(page, site, "premie", "&page=900")
    last = -(-count_of(page.inner_text("#search-status")) // 20)
    assert asked(page).get("page", ["1"]) == [str(last)]


def test_links_between_states_are_links(page: Page, site: Path) -> None:
    """They can be opened in a new tab, where they make the same result."""
    open_search(page, site)
    link = page.locator("#search-pager a[rel=next]")
    assert (link.get_attribute("href") or "").startswith("?")
    page.goto(link.evaluate("one => one.href"))
    expect(page.locator("#search-range")).to_have_text("21 tot 40 getoond")


def test_a_slash_goes_to_the_search_box(page: Page, site: Path) -> None:
    open_search(page, site, "premie")
    page.keyboard.press("Tab")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search-query"
    assert page.input_value("#search-query") == "premie"


def test_arrows_walk_through_the_hits(page: Page, site: Path) -> None:
    open_search(page, site, "premie")
    links = page.locator(".hit-title a")
    links.first.focus()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(links.first).to_be_focused()


def test_an_earlier_answer_is_not_shown_over_a_later_one(page: Page, site: Path) -> None:
    open_search(page, site, "premie")
    page.evaluate(
        """() => {
            const search = Vraagarchief.search;
            Vraagarchief.search = async (query, options) => {
                if (query === "subsidie") await new Promise(resolve => setTimeout(resolve, 400));
                return search(query, options);
            };
        }"""
    )
    page.fill("#search-query", "subsidie")
    page.press("#search-query", "Enter")
    page.fill("#search-query", "titel:dienstencheques")
    page.press("#search-query", "Enter")
    expect(page.locator("#search-status")).to_have_text("1 document gevonden")
    page.wait_for_timeout(600)
    assert page.inner_text("#search-status") == "1 document gevonden"


@pytest.mark.parametrize("number", ["0", "-1", "x", "1e9"])
def test_a_page_that_is_no_number_is_the_first(number: str, page: Page, site: Path) -> None:
    open_search(page, site, "", f"&page={number}")
    assert page.inner_text("#search-range") == "1 tot 20 getoond"


def test_a_wrong_choice_in_the_address_finds_nothing_and_says_so(page: Page, site: Path) -> None:
    page.goto(address(site, "premie", "&minister=Niemand"))
    page.wait_for_selector("main[data-face=none]")
    assert page.locator("#search-chips a").count() == 1
