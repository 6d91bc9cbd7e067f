"""Completion while typing, as the WAI-ARIA pattern of a combobox with a list has it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.search.page.conftest import address, asked

if TYPE_CHECKING:
    from playwright.sync_api import Page

COMPLETIONS = """() => {
    Vraagarchief.completions = async text => text.startsWith("pre")
        ? [{kind: "word", text: "premie", insert: "premie", count: 12},
           {kind: "minister", text: "Pré Brouns", insert: "minister:brouns", count: 3}] : [];
}"""


@pytest.fixture
def typed(page: Page, site: Path) -> Callable[[str], None]:
    """Types a text into the box of a page that knows two completions."""
    page.goto(address(site, None))
    page.evaluate(COMPLETIONS)

    def type_text(text: str) -> None:
        page.locator("#search-query").press_sequentially(text)

    return type_text


def test_the_box_is_a_combobox_with_a_list(page: Page, typed: Callable[[str], None]) -> None:
    box = page.locator("#search-query")
    assert box.get_attribute("role") == "combobox"
    assert box.get_attribute("aria-expanded") == "false"
    typed("pre")
    expect(page.locator(".completion")).to_have_count(2)
    assert box.get_attribute("aria-expanded") == "true"
    assert box.get_attribute("aria-controls") == page.get_by_role("listbox").get_attribute("id")
    assert box.get_attribute("aria-activedescendant") is None
    assert page.locator(".completion").nth(1).inner_text().split() == ["Pré", "Brouns", "minister", "3"]


def test_down_opens_the_list_and_chooses_its_first(page: Page, typed: Callable[[str], None]) -> None:
    typed("pre")
    expect(page.locator(".completion")).to_have_count(2)
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#search-query")).to_have_attribute("aria-activedescendant", "search-completion-0")


def test_the_arrows_walk_through_the_list_and_the_focus_stays(
    page: Page, typed: Callable[[str], None]
) -> None:
    typed("pre")
    options = page.locator(".completion")
    expect(options).to_have_count(2)
    active = []
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
        active.append(page.get_attribute("#search-query", "aria-activedescendant"))
    assert active == ["search-completion-0", "search-completion-1", None, "search-completion-1"]
    assert options.nth(1).get_attribute("aria-selected") == "true"
    expect(page.locator("#search-query")).to_be_focused()
    assert page.input_value("#search-query") == "pre"


def test_enter_takes_the_chosen_completion_and_searches(page: Page, typed: Callable[[str], None]) -> None:
    typed("pre")
    expect(page.locator(".completion")).to_have_count(2)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector("main[data-face=results]")
    assert asked(page)["q"] == ["minister:brouns"]
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_enter_with_nothing_chosen_searches_for_what_was_typed(
    page: Page, typed: Callable[[str], None]
) -> None:
    typed("premie")
    page.keyboard.press("Enter")
    page.wait_for_selector("main[data-face=results]")
    assert asked(page)["q"] == ["premie"]
    page.wait_for_timeout(200)
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_a_click_takes_a_completion(page: Page, typed: Callable[[str], None]) -> None:
    typed("pre")
    page.locator(".completion").nth(1).click()
    page.wait_for_selector("main[data-face=results]")
    assert asked(page)["q"] == ["minister:brouns"]


@pytest.mark.parametrize("key", ["Escape", "Tab"])
def test_a_key_closes_the_list_and_leaves_the_text(
    key: str, page: Page, typed: Callable[[str], None]
) -> None:
    typed("pre")
    expect(page.locator(".completion")).to_have_count(2)
    page.keyboard.press("ArrowDown")
    page.keyboard.press(key)
    expect(page.get_by_role("listbox")).to_be_hidden()
    assert page.get_attribute("#search-query", "aria-expanded") == "false"
    assert page.input_value("#search-query") == "pre"


def test_the_list_goes_when_nothing_completes_the_text(page: Page, typed: Callable[[str], None]) -> None:
    typed("pre")
    expect(page.locator(".completion")).to_have_count(2)
    page.fill("#search-query", "xyz")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_an_error_while_completing_disturbs_nobody(page: Page, site: Path) -> None:
    page.goto(address(site, None))
    page.evaluate("() => { Vraagarchief.completions = async () => { throw new Error('lost'); }; }")
    page.locator("#search-query").press_sequentially("pre")
    page.wait_for_timeout(250)
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_the_archive_itself_completes_words_and_names(page: Page, site: Path) -> None:
    page.goto(address(site, None))
    page.locator("#search-query").press_sequentially("subsid")
    expect(page.locator(".completion-text").first).to_contain_text("subsidie")
    page.fill("#search-query", "brou")
    minister = page.locator(".completion", has_text="Jo Brouns")
    expect(minister).to_contain_text("minister")
    minister.click()
    page.wait_for_selector("main[data-face=results]")
    assert asked(page)["q"] == ["minister:brouns"]
