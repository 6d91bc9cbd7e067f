"""What cells are worth: the scripts of tables and the program read them in the same way."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from archive.export.table_csv import harmless_cell
from archive.links.table_axes import marks_none
from archive.render.shipped import shipped_folder
from archive.text.numbers import parse_number
from archive.text.totals import names_total

CASES: dict[str, list[dict[str, Any]]] = json.loads(
    (Path(__file__).parent / "table_value_cases.json").read_text("utf-8")
)


@pytest.fixture(scope="module")
def scripts(browser: Browser) -> Page:
    page = browser.new_page()
    page.add_script_tag(path=shipped_folder("site") / "table-values.js")
    return page


def in_browser(page: Page, name: str, values: list[str]) -> list[Any]:
    call = f"(values) => values.map((value) => ArchiveTableValues.{name}(value))"
    result = page.evaluate(call, values)
    assert isinstance(result, list)
    return result


def test_numbers_are_the_same_in_both_languages(scripts: Page) -> None:
    cells = [case["cell"] for case in CASES["cells"]]
    numbers = [case["number"] for case in CASES["cells"]]
    parsed = [parse_number(cell) for cell in cells]
    assert [None if number is None else float(number.value) for number in parsed] == numbers
    assert in_browser(scripts, "numberOf", cells) == numbers


def test_marks_for_none_are_the_same_in_both_languages(scripts: Page) -> None:
    cells = [case["cell"] for case in CASES["cells"]]
    none = [case["none"] for case in CASES["cells"]]
    assert [marks_none(cell) for cell in cells] == none
    assert in_browser(scripts, "isNone", cells) == none


def test_totals_are_named_the_same_in_both_languages(scripts: Page) -> None:
    labels = [case["label"] for case in CASES["totals"]]
    totals = [case["total"] for case in CASES["totals"]]
    assert [names_total(label) for label in labels] == totals
    assert in_browser(scripts, "namesTotal", labels) == totals


def test_no_cell_runs_in_a_spreadsheet(scripts: Page) -> None:
    cells = [case["cell"] for case in CASES["harmless"]]
    written = [case["written"] for case in CASES["harmless"]]
    assert [harmless_cell(cell) for cell in cells] == written
    assert in_browser(scripts, "harmless", cells) == written


@pytest.mark.parametrize("case", CASES["orders"], ids=lambda case: str(case["cells"][0]))
def test_cells_are_sorted_by_what_they_are_worth(scripts: Page, case: dict[str, list[str]]) -> None:
    """Numbers by value, then words; what tells nothing is last in either direction."""
    call = "([cells, direction]) => [...cells].sort((a, b) => ArchiveTableValues.compare(a, b, direction))"
    assert scripts.evaluate(call, [case["cells"], 1]) == case["ascending"]
    assert scripts.evaluate(call, [case["cells"], -1]) == case["descending"]
