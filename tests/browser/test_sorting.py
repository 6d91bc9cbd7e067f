"""Tables of figures that the site makes itself are sorted as those of documents are, and it is told aloud."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.walking import LISTEN, until

SERIES = "reeksen/individueel-maatwerk.html"
TERMS = "termijnen.html"
NAMES = "(table) => [...table.tBodies[0].rows].map((row) => row.cells[0].textContent)"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(reduced_motion="reduce")
    yield page
    page.close()


def pressed(page: Page, column: int, times: int) -> list[str]:
    """Presses a head of the first table so many times, and gives the names of its rows from the top."""
    for _ in range(times):
        page.locator(f"table >> nth=0 >> thead >> th:nth-child({column}) button.sort").click()
    return list(page.locator("table").first.evaluate(NAMES))


def test_a_series_is_sorted_by_its_numbers_without_their_marks(page: Page, every_site: Path) -> None:
    page.goto((every_site / SERIES).as_uri())
    printed = page.locator("table").first.evaluate(NAMES)
    assert printed == ["Antwerpen", "Limburg", "Totaal"]
    assert pressed(page, 2, times=2) == ["Limburg", "Antwerpen", "Totaal"]
    assert pressed(page, 2, times=1) == printed


def test_what_no_answer_tells_comes_last_in_either_direction(page: Page, every_site: Path) -> None:
    """Of April 2023 no answer tells the number of Limburg."""
    page.goto((every_site / SERIES).as_uri())
    assert pressed(page, 3, times=1) == ["Antwerpen", "Limburg", "Totaal"]
    assert pressed(page, 3, times=1) == ["Antwerpen", "Limburg", "Totaal"]


def test_in_the_table_of_terms_all_ministers_together_stay_below(page: Page, every_site: Path) -> None:
    page.goto((every_site / TERMS).as_uri())
    assert pressed(page, 2, times=2) == ["Zuhal Demir", "Jo Brouns", "Alle ministers"]
    assert pressed(page, 1, times=2) == ["Zuhal Demir", "Jo Brouns", "Alle ministers"]


def test_a_table_of_two_rows_is_left_as_it_is(page: Page, every_site: Path) -> None:
    page.goto((every_site / TERMS).as_uri())
    assert page.locator("table >> nth=1 >> button.sort").count() == 0


@pytest.mark.parametrize("address", [SERIES, TERMS, "cijfers.html", "leesverslag.html"])
def test_the_order_is_said_to_those_who_do_not_see_it(page: Page, every_site: Path, address: str) -> None:
    page.goto((every_site / address).as_uri())
    page.evaluate(LISTEN)
    page.locator("main button.sort").first.click()
    until(page, "announced.length > 0")
    assert page.evaluate("announced[0]").startswith("Gesorteerd op ")
