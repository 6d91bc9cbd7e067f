"""Pages and scripts write numbers and days in the same way, and put names in the same order, in each language."""

from __future__ import annotations

import datetime as dt
import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from archive.render.catalogue import LOCALES, is_singular
from archive.render.formats import day_text, number_text
from archive.render.shipped import shipped_folder
from archive.text.collation import sort_key

ORDERS: list[list[str]] = json.loads(
    (Path(__file__).parents[1] / "text" / "collation_cases.json").read_text("utf-8")
)
NUMBERS = (0, 1, 999, 1000, 2133, 10_000, 1_234_567, 3.5)
DAYS = tuple(dt.date(2024, month, day) for month in range(1, 13) for day in (1, 2, 25))


@pytest.fixture(params=sorted(LOCALES))
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(browser: Browser, language: str) -> Iterator[Page]:
    """A page in the language, with the script."""
    page = browser.new_page()
    page.set_content(f'<html lang="{language}"></html>')
    page.add_script_tag(path=shipped_folder("site") / "locale.js")
    yield page
    page.close()


def said(page: Page, name: str, values: list[Any]) -> list[Any]:
    result = page.evaluate(f"(values) => values.map((value) => ArchiveLocale.{name}(value))", values)
    assert isinstance(result, list)
    return result


def test_numbers_are_written_alike(page: Page, language: str) -> None:
    assert said(page, "number", list(NUMBERS)) == [number_text(number, language) for number in NUMBERS]


def test_days_are_written_alike(page: Page, language: str) -> None:
    assert said(page, "day", [day.isoformat() for day in DAYS]) == [day_text(day, language) for day in DAYS]


def test_the_same_numbers_count_as_one(page: Page, language: str) -> None:
    assert said(page, "isOne", [0, 1, 2, 5, 21]) == [
        is_singular(count, language) for count in (0, 1, 2, 5, 21)
    ]


def test_names_have_one_order(page: Page) -> None:
    """Every two texts of the table, so that no order is one by chance."""
    pairs = [list(pair) for pair in itertools.permutations(itertools.chain.from_iterable(ORDERS), 2)]
    found = page.evaluate(
        "(pairs) => pairs.map(([one, other]) => Math.sign(ArchiveLocale.compare(one, other)))", pairs
    )
    wrong = [
        (one, other)
        for (one, other), sign in zip(pairs, found, strict=True)
        if sign and sign != (-1 if sort_key(one) < sort_key(other) else 1)
    ]
    assert wrong == []
