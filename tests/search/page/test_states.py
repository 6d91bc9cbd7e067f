"""Each face of the page: start, results, none, wrong query, missing or damaged shard, old browser, no JavaScript."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.search.page.conftest import address, asked, count_of, open_search, until

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture
def broken(site: Path, tmp_path: Path) -> Path:
    """A copy of the site to break."""
    return Path(shutil.copytree(site, tmp_path / "copy"))


def test_without_a_query_the_page_helps_to_begin(page: Page, site: Path) -> None:
    page.goto(address(site, None))
    page.wait_for_selector("main[data-face=start]")
    assert page.locator("#search-help").get_attribute("open") is not None
    assert page.locator(".try a").count() >= 6
    assert page.locator(".search-browse a").count() == 6
    assert page.locator("#search-hits:visible, .search-tools:visible").count() == 0


def test_every_example_finds_something(page: Page, site: Path) -> None:
    page.goto(address(site, None))
    links = page.locator(".try a").evaluate_all("all => all.map(one => one.href)")
    for link in links:
        page.goto(link)
        page.wait_for_selector("main[data-face=results]", timeout=5000)


def test_an_example_is_followed_without_leaving_the_page(page: Page, site: Path) -> None:
    page.goto(address(site, None))
    page.evaluate("window.stayed = true")
    page.click(".try a >> nth=0")
    page.wait_for_selector("main[data-face=results]")
    assert page.evaluate("window.stayed")
    assert page.locator("#search-help").get_attribute("open") is None
    page.go_back()
    page.wait_for_selector("main[data-face=start]")
    assert page.locator("#search-help").get_attribute("open") is not None


def test_all_documents_can_be_had(page: Page, site: Path) -> None:
    page.goto(address(site, None))
    page.click(".all-documents")
    page.wait_for_selector("main[data-face=results]")
    assert count_of(page.inner_text("#search-status")) == 79


def test_the_count_is_announced_and_nothing_else(page: Page, site: Path) -> None:
    """The live regions change once after a search; words like "searching" stay outside them."""
    open_search(page, site, "premie")
    page.evaluate(
        """() => {
            window.heard = [];
            for (const region of document.querySelectorAll("[aria-live], [role=status], [role=alert]")) {
                const watch = new MutationObserver(() => heard.push(region.textContent));
                watch.observe(region, {childList: true, subtree: true, characterData: true});
            }
        }"""
    )
    page.locator("#search-query").press_sequentially(" subsidie")
    assert page.evaluate("heard") == []
    page.fill("#search-query", "titel:dienstencheques")
    page.press("#search-query", "Enter")
    page.wait_for_url("**dienstencheques")
    page.wait_for_selector(".snippet-zone")
    assert page.evaluate("heard") == ["1 document gevonden"]


def test_the_same_count_is_announced_again(page: Page, site: Path) -> None:
    open_search(page, site, "titel:dienstencheques")
    before = page.text_content("#search-status")
    page.fill("#search-query", "nummer:997")
    page.press("#search-query", "Enter")
    page.wait_for_url("**997")
    expect(page.locator("#search-status")).to_have_text("1 document gevonden")
    until(page, f"document.querySelector('#search-status').textContent !== {json.dumps(before)}")


def test_nothing_found_tells_which_word_is_nowhere(page: Page, site: Path) -> None:
    open_search(page, site, "premie xyzzy")
    assert page.inner_text("#search-status") == "Geen documenten gevonden"
    page.wait_for_selector(".ways-on")
    ways = page.inner_text("#search-ways")
    assert "“xyzzy” in geen enkel document" in " ".join(ways.split())
    page.click("#search-ways a:has-text('zonder “xyzzy”')")
    page.wait_for_selector("main[data-face=results]")
    assert asked(page)["q"] == ["premie"]


def test_of_several_unknown_words_all_are_left_out_at_once(page: Page, site: Path) -> None:
    open_search(page, site, "qqxyz premie xyzzy", "&minister=Jo Brouns")
    page.click("#search-ways a:has-text('alleen “premie”')")
    page.wait_for_selector("main[data-face=results]")
    assert asked(page) == {"q": ["premie"], "minister": ["Jo Brouns"]}


def test_nothing_found_under_filters_offers_fewer_of_them(page: Page, site: Path) -> None:
    open_search(page, site, "titel:dienstencheques", "&minister=Zuhal Demir&kind=written_question")
    page.wait_for_selector(".ways-on")
    link = page.locator("#search-ways a", has_text="zonder Minister: Zuhal Demir")
    assert "1 document" in link.locator("xpath=..").inner_text()
    link.click()
    expect(page.locator("#search-status")).to_have_text("1 document gevonden")
    assert "minister" not in asked(page)
    assert asked(page)["kind"] == ["written_question"]


def test_nothing_found_for_one_word_still_has_a_word_of_advice(page: Page, site: Path) -> None:
    open_search(page, site, "qqqxyzzy")
    expect(page.locator("#search-ways")).to_contain_text("begeleid*")


def test_a_corrected_query_is_offered_with_what_it_finds(page: Page, site: Path) -> None:
    open_search(page, site, "begeleidng premie")
    link = page.locator("#search-ways a", has_text="“begeleiding premie”")
    expect(link.locator("xpath=..")).to_contain_text("documenten")
    link.click()
    page.wait_for_selector("main[data-face=results]")
    assert asked(page)["q"] == ["begeleiding premie"]


def test_corrections_that_cannot_be_had_leave_the_other_ways(page: Page, site: Path) -> None:
    page.goto(address(site, None))
    page.evaluate("() => { Vraagarchief.corrections = async () => { throw new Error('lost'); }; }")
    page.fill("#search-query", "begeleidng premie")
    page.press("#search-query", "Enter")
    expect(page.locator("#search-ways")).to_contain_text("in geen enkel document")


def test_a_wrong_query_says_where_and_how_to_mend_it(page: Page, site: Path) -> None:
    page.goto(address(site, 'minister:demir "stand van'))
    page.wait_for_selector("main[data-face=wrong]")
    assert page.locator("#search-error mark").inner_text().startswith('"')
    assert "nergens gesloten" in page.inner_text("#search-error")
    assert page.locator("#search-error").get_attribute("role") == "alert"
    assert page.locator("#search-hits:visible").count() == 0


def test_a_wrong_query_has_a_link_to_the_mended_one(page: Page, site: Path) -> None:
    page.goto(address(site, "minster:demir"))
    page.click("#search-error a")
    page.wait_for_selector("main[data-face=results]")
    assert asked(page)["q"] == ["minister:demir"]


def test_a_missing_shard_is_named_to_the_reader(browser: Browser, broken: Path) -> None:
    (broken / "search" / "root.js").unlink()
    page = browser.new_page()
    page.goto(address(broken, "premie"))
    page.wait_for_selector("main[data-face=broken]")
    assert "search/root.js" in page.inner_text("#search-error")
    page.close()


def test_after_a_missing_shard_is_back_the_search_can_be_tried_again(browser: Browser, broken: Path) -> None:
    shard = broken / "search" / "root.js"
    content = shard.read_bytes()
    shard.unlink()
    page = browser.new_page()
    page.goto(address(broken, "premie"))
    page.wait_for_selector("main[data-face=broken]")
    shard.write_bytes(content)
    page.click("#search-error button")
    page.wait_for_selector("main[data-face=results]")
    page.close()


@pytest.mark.parametrize("harm", ["missing", "damaged"])
def test_hits_whose_cards_are_lost_are_named_and_the_others_shown(harm: str, page: Page, site: Path) -> None:
    page.goto(address(site, None))
    page.evaluate(
        """damaged => {
            const search = Vraagarchief.search;
            Vraagarchief.search = async (query, options) => {
                const {limit, offset} = options;
                if (limit && offset <= 3 && offset + limit > 3) throw new Vraagarchief.ShardError("cabc", damaged);
                return search(query, options);
            };
        }""",
        harm == "damaged",
    )
    page.fill("#search-query", "premie")
    page.press("#search-query", "Enter")
    page.wait_for_selector("main[data-face=broken]")
    assert "search/cabc.js" in page.inner_text("#search-error")
    assert ("beschadigd" in page.inner_text("#search-error")) is (harm == "damaged")
    assert page.locator(".hit").count() == 20
    assert page.locator(".hit.lost").count() == 1
    assert "search/cabc.js" in page.locator(".hit").nth(3).inner_text()


def test_without_the_columns_there_are_hits_and_a_word_about_the_filters(page: Page, site: Path) -> None:
    page.goto(address(site, None))
    page.evaluate(
        """() => {
            const search = Vraagarchief.search;
            Vraagarchief.search = async (query, options) => {
                const counts = options.facets === undefined || (options.facets || []).includes?.("theme");
                if (counts) throw new Vraagarchief.ShardError("fabc", false);
                return search(query, options);
            };
        }"""
    )
    page.fill("#search-query", "premie")
    page.press("#search-query", "Enter")
    page.wait_for_selector("[data-facet=minister]")
    assert "search/fabc.js" in page.inner_text("#search-facets")
    assert page.locator("[data-facet=theme]").count() == 0
    assert page.locator(".hit").count() == 20


def test_a_browser_that_cannot_unpack_says_so(page: Page, site: Path) -> None:
    page.add_init_script("delete window.DecompressionStream")
    page.goto(address(site, "premie"))
    page.wait_for_selector("main[data-face=broken]")
    assert "Firefox" in page.inner_text("#search-error")


def test_without_javascript_the_page_says_what_it_needs(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "zoeken.html").as_uri())
    assert "JavaScript" in page.inner_text("main")
    assert page.locator("main a[href='themas/index.html']:visible").count() == 1
    assert page.locator("#search-tools:visible, #search-help:visible").count() == 0
    context.close()
