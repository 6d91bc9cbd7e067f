"""Facets, the histogram and the chips of what is chosen."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.search.page.conftest import SURNAMES, asked, count_of, open_search

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def box_of(facet: str, value: str) -> str:
    return f"#search-facets input[name={facet}][value='{value}']"


def test_a_facet_narrows_the_result_and_stands_in_the_address(page: Page, site: Path) -> None:
    open_search(page, site, "premie")
    box = page.locator(box_of("minister", "Zuhal Demir"))
    count = int(box.locator("xpath=..").locator(".count").inner_text())
    box.check()
    expect(page.locator(".hit")).to_have_count(count)
    assert asked(page)["minister"] == ["Zuhal Demir"]
    page.reload()
    page.wait_for_selector("#search-facets input:checked")
    assert count_of(page.inner_text("#search-status")) == count


def test_several_values_of_a_facet_add_up(page: Page, site: Path) -> None:
    open_search(page, site, "premie")
    counts = []
    for minister in ("Zuhal Demir", "Jo Brouns"):
        box = page.locator(box_of("minister", minister))
        counts.append(int(box.locator("xpath=..").locator(".count").inner_text()))
        box.check()
        page.wait_for_selector(f"{box_of('minister', minister)}:checked")
        expect(page.locator("#search-status")).to_contain_text(f"{sum(counts)} document")
    assert asked(page)["minister"] == ["Zuhal Demir", "Jo Brouns"]


def test_a_facet_chosen_with_the_keyboard_keeps_the_focus(page: Page, site: Path) -> None:
    open_search(page, site, "premie")
    page.focus(box_of("minister", "Jo Brouns"))
    page.keyboard.press("Space")
    page.wait_for_url("**minister=**")
    page.wait_for_selector(f"{box_of('minister', 'Jo Brouns')}:checked:focus")


def test_party_and_tables_are_facets_with_names_of_their_own(page: Page, site: Path) -> None:
    open_search(page, site)
    legends = page.locator("#search-facets legend").all_inner_texts()
    assert "Partij van de vraagsteller" in legends
    names = page.locator("[data-facet=has_table] .facet-name").all_inner_texts()
    assert sorted(names) == ["met een tabel", "zonder tabel"]


def test_a_chip_takes_its_filter_away(page: Page, site: Path) -> None:
    open_search(page, site, "premie", "&minister=Zuhal Demir&kind=written_question")
    chips = page.locator("#search-chips .chip")
    assert chips.all_inner_texts() == ["Minister: Zuhal Demir", "Soort document: schriftelijke vraag"]
    assert chips.first.get_attribute("aria-label") == "Verwijder de filter Minister: Zuhal Demir"
    chips.first.click()
    page.wait_for_url(lambda url: "minister" not in url)
    expect(chips).to_have_count(1)
    assert "kind" in asked(page)


def test_all_filters_go_at_once(page: Page, site: Path) -> None:
    open_search(page, site, "premie", "&minister=Zuhal Demir&kind=written_question")
    page.click("#search-chips .chip-all")
    expect(page.locator("#search-chips .chip")).to_have_count(0)
    assert asked(page) == {"q": ["premie"]}


def test_a_long_facet_shows_its_first_values_and_all_on_demand(page: Page, site: Path) -> None:
    open_search(page, site)
    entries = page.locator("[data-facet=asker] .facet-values li")
    assert entries.count() == 6
    page.click("[data-facet=asker] .more-values")
    assert entries.count() > len(SURNAMES)
    assert page.get_attribute("[data-facet=asker] .more-values", "aria-expanded") == "true"
    page.click("[data-facet=asker] .more-values")
    assert entries.count() == 6


def test_a_long_facet_has_a_box_that_finds_a_name(page: Page, site: Path) -> None:
    open_search(page, site)
    page.click("[data-facet=asker] .more-values")
    page.fill("[data-facet=asker] .facet-find", "marie oo")
    assert page.locator("[data-facet=asker] .facet-name").all_inner_texts() == ["Marie Ooms"]
    page.check(box_of("asker", "Marie Ooms"))
    expect(page.locator("#search-status")).to_have_text("1 document gevonden")


def test_the_histogram_has_a_bar_for_each_year_of_the_archive(page: Page, site: Path) -> None:
    open_search(page, site)
    years = page.locator(".years button").evaluate_all("all => all.map(one => one.value)")
    assert years == sorted(years)
    assert len(years) >= 5
    told = page.locator(".years button").evaluate_all(
        "all => all.map(one => [one.querySelector('.year-name').textContent, one.title])"
    )
    bars = page.locator(".years").get_by_role("button")
    for place, (year, (name, title)) in enumerate(zip(years, told, strict=True)):
        expect(bars.nth(place)).to_have_accessible_name(re.compile(rf"{name}: \d+ document(en)?"))
        assert title.startswith(f"{year}: ")


def test_a_bar_is_as_high_as_its_share_of_the_highest(page: Page, site: Path) -> None:
    open_search(page, site, "premie")
    shown = page.locator(".years button").evaluate_all(
        "all => all.map(one => [Number(one.querySelector('.year-count').textContent || 0),"
        " one.querySelector('.year-bar').getBoundingClientRect().height])"
    )
    most, highest = max(shown)
    assert most > 2
    for count, height in shown:
        assert abs(height - highest * max(0.04, count / most)) < 1


def test_a_bar_narrows_the_result_to_its_year_and_back(page: Page, site: Path) -> None:
    open_search(page, site)
    before = page.inner_text("#search-status")
    bar = page.locator(".years button[value='2021-2022']")
    count = int(bar.locator(".year-count").inner_text())
    bar.click()
    expect(page.locator("#search-status")).to_contain_text(f"{count} document")
    assert asked(page)["parliamentary_year"] == ["2021-2022"]
    expect(bar).to_have_attribute("aria-pressed", "true")
    expect(bar).to_be_focused()
    bar.click()
    expect(page.locator("#search-status")).to_have_text(before)


def test_the_counts_follow_the_filters_of_other_facets(page: Page, site: Path) -> None:
    open_search(page, site)
    before = page.locator(".years .year-count").all_inner_texts()
    page.check(box_of("minister", "Zuhal Demir"))
    page.wait_for_url("**minister=**")
    expect(page.locator(".years .year-count").first).not_to_have_text(before[0])
    after = [int(text or 0) for text in page.locator(".years .year-count").all_inner_texts()]
    assert sum(after) == count_of(page.inner_text("#search-status"))


def test_bars_that_do_not_fit_show_the_newest_years_first(browser: Browser, site: Path) -> None:
    page = browser.new_page(viewport={"width": 200, "height": 700})
    open_search(page, site)
    page.wait_for_selector(".years-frame[data-seen]")
    inside = page.evaluate(
        """() => {
            const frame = document.querySelector(".years-frame").getBoundingClientRect();
            const last = document.querySelector(".years li:last-child").getBoundingClientRect();
            return [last.right <= frame.right + 3, frame.width < 200];
        }"""
    )
    page.close()
    assert inside == [True, True]
