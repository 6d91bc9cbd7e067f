"""Tables in the reader's hands, in a real browser: sorted, copied, scrolled; and the key that leads to search."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

LONG = "vragen/2023-2024/jo-brouns/19.html"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, seed_site: Path) -> Page:
    page = context.new_page()
    page.goto((seed_site / LONG).as_uri())
    return page


def column(page: Page, number: int, place: int) -> list[str]:
    """The cells of a column of a table, from 1, as they stand."""
    cells = page.locator(f"#tabel-{number} tbody tr > :nth-child({place})")
    return [text.strip() for text in cells.all_inner_texts()]


def head(page: Page, number: int, name: str) -> Locator:
    return page.locator(f"#tabel-{number} thead").get_by_role("button", name=name, exact=True)


def test_a_column_of_figures_is_sorted_by_value_the_largest_first(page: Page) -> None:
    """Totals stay at the foot, whatever they add up to."""
    head(page, 1, "2022 - K1").click()
    assert column(page, 1, 2)[:3] == ["2.152,54", "292,94", "211,46"]
    assert column(page, 1, 1)[-1] == "Totaal"
    assert page.locator("#tabel-1 th[aria-sort]").get_attribute("aria-sort") == "descending"


def test_the_second_time_turns_the_order_and_the_third_gives_back_the_printed_one(page: Page) -> None:
    printed = column(page, 1, 1)
    button = head(page, 1, "2022 - K1")
    button.click()
    button.click()
    assert column(page, 1, 2)[:2] == ["2,05", "6,98"]
    button.click()
    assert column(page, 1, 1) == printed
    assert page.locator("#tabel-1 th[aria-sort]").count() == 0


def test_only_one_column_is_said_to_be_sorted(page: Page) -> None:
    head(page, 1, "2022 - K1").click()
    head(page, 1, "2022 - K2").click()
    assert page.locator("#tabel-1 th[aria-sort]").all_inner_texts() == ["2022 - K2"]


def test_the_order_is_announced(page: Page) -> None:
    head(page, 1, "2022 - K1").press("Enter")
    expect(page.locator("#table-status")).to_have_text("Gesorteerd op 2022 - K1, van hoog naar laag")


def test_every_head_can_be_reached_and_pressed_by_keyboard(page: Page) -> None:
    head(page, 1, "2022 - K1").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator("#tabel-1 th[aria-sort]").all_inner_texts() == ["2022 - K2"]


def test_a_table_is_copied_as_it_stands(context: BrowserContext, page: Page) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    head(page, 1, "2022 - K1").click()
    page.locator("#tabel-1 .copy-table[type=button]").click()
    status = page.locator("#table-status")
    expect(status).to_have_text("Gekopieerd: 14 rijen, met de koppen. Plak ze in een rekenblad.")
    expect(status).to_be_visible()
    lines = str(page.evaluate("navigator.clipboard.readText()")).split("\n")
    assert lines[0].split("\t") == ["", "2022 - K1", "2022 - K2", "2022 - K3", "2022 - K4", "2023 - K1"]
    assert lines[1].split("\t")[:2] == ["Contingent", "2.152,54"]
    assert len(lines) == 14


def test_without_javascript_a_table_is_whole_and_offers_nothing_that_does_not_work(
    browser: Browser, seed_site: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((seed_site / LONG).as_uri())
    assert page.locator("#tabel-1 tbody tr").count() == 13
    assert page.locator("thead button").count() == 0
    assert not page.locator("#tabel-1 button.copy-table").is_visible()
    assert page.locator("#tabel-1 a.download").is_visible()
    context.close()


def test_the_head_of_a_long_table_stays_in_sight(browser: Browser, seed_site: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 300})
    page.goto((seed_site / LONG).as_uri())
    frame = page.locator("#tabel-1 .scroll")
    frame.evaluate("frame => frame.scrollTo(0, frame.scrollHeight)")
    head_box, frame_box = page.locator("#tabel-1 thead th").first.bounding_box(), frame.bounding_box()
    assert frame.evaluate("frame => frame.scrollTop") > 0
    assert head_box and frame_box and abs(head_box["y"] - frame_box["y"]) < 3
    page.close()


def test_the_names_of_rows_stay_in_sight_beside_what_scrolls(browser: Browser, seed_site: Path) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto((seed_site / LONG).as_uri())
    frame = page.locator("#tabel-1 .scroll")
    frame.evaluate("frame => frame.scrollTo(frame.scrollWidth, 0)")
    name, frame_box = page.locator("#tabel-1 tbody th").first.bounding_box(), frame.bounding_box()
    assert frame.evaluate("frame => frame.scrollLeft") > 0
    assert name and frame_box and abs(name["x"] - frame_box["x"]) < 3
    page.close()


def test_nothing_moves_when_the_scripts_come(browser: Browser, seed_site: Path) -> None:
    """Cumulative layout shift, as the browser itself counts it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => list.getEntries().forEach((entry) => "
        "{ window.shift += entry.value; })).observe({ type: 'layout-shift', buffered: true });"
    )
    page = context.new_page()
    for address in (LONG, "index.html", "cijfers.html", "over.html", "patronen.html"):
        page.goto((seed_site / address).as_uri())
        page.wait_for_load_state("load")
        page.wait_for_timeout(200)
        assert page.evaluate("window.shift") == 0, address
    context.close()


@pytest.mark.parametrize("address", ["index.html", LONG, "zoeken.html"])
def test_the_slash_leads_to_the_search_field(page: Page, seed_site: Path, address: str) -> None:
    page.goto((seed_site / address).as_uri())
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("en/of")
    assert page.evaluate("document.activeElement.value") == "en/of"


def test_nobody_is_put_into_the_search_field_who_did_not_ask(page: Page, seed_site: Path) -> None:
    page.goto((seed_site / "index.html").as_uri())
    assert page.evaluate("document.activeElement === document.body")


def test_the_key_can_be_switched_off_and_stays_off(page: Page, seed_site: Path) -> None:
    """WCAG 2.2, 2.1.4: who types by speech must not land somewhere by a single character."""
    page.goto((seed_site / "over.html").as_uri())
    page.get_by_label("De toets / leidt naar het zoekveld.").uncheck()
    page.goto((seed_site / LONG).as_uri())
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement === document.body")


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("address", ["index.html", LONG, "cijfers.html", "patronen.html"])
def test_no_page_is_wider_than_the_screen(
    browser: Browser, seed_site: Path, address: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740})
    page.goto((seed_site / address).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_the_numbers_of_a_long_question_go_along_and_hide_nothing(page: Page) -> None:
    """What is jumped to stands below them."""
    page.locator(".contents").get_by_role("link", name="5", exact=True).click()
    pinned, label = page.locator(".contents").bounding_box(), page.locator("#v-5").bounding_box()
    assert pinned and label and abs(pinned["y"]) < 2
    assert pinned["y"] + pinned["height"] <= label["y"] < 200


def test_an_answer_to_all_parts_stays_beside_a_long_question(page: Page, seed_site: Path) -> None:
    page.goto((seed_site / "vragen/2024-2025/zuhal-demir/70.html").as_uri())
    page.evaluate("window.scrollTo(0, document.querySelector('#v-6').getBoundingClientRect().top - 100)")
    answer = page.locator("#antwoord").bounding_box()
    assert answer and 0 <= answer["y"] < 200


def test_buttons_can_be_read_in_the_readers_own_colours(browser: Browser, seed_site: Path) -> None:
    """The browser would lay its own ground under the words, which have the colour of that ground."""
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto((seed_site / "patronen.html").as_uri())
    for selector in ("button[type=submit]", ".letters [aria-current]", ".page[aria-current]"):
        adjust = "element => getComputedStyle(element).forcedColorAdjust"
        assert page.locator(selector).first.evaluate(adjust) == "none", selector
    context.close()
