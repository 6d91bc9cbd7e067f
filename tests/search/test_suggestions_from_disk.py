"""Suggestions from real shards, by the client's own loader, on a page opened from disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archive.model.record import Record
from tests.conftest import ROOT
from tests.search.conftest import SCRIPTS, MakePage

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

OPEN = "new ArchiveShards.Shards(new URL('search/', location).href)"
CORRECT = (
    f"query => ArchiveSuggest.corrections({OPEN}, query).then((found) => found.map(({{query}}) => query))"
)
COMPLETE = (
    f"text => ArchiveSuggest.completions({OPEN}, text, text.length).then((all) => all.map((o) => o.insert))"
)


@pytest.fixture
def folder(records: list[Record], make_page: MakePage) -> Path:
    return make_page(records)


@pytest.fixture
def page(folder: Path, browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.goto((folder / "page.html").as_uri())
    for name in ("spelling", "complete", "suggest"):
        if name not in SCRIPTS:
            page.add_script_tag(path=ROOT / "site" / f"{name}.js")
    yield page
    page.close()


def test_a_misspelt_query_is_corrected(page: Page) -> None:
    found = page.evaluate(CORRECT, "begeleidngspremie minister:demri")
    assert found[0] == "begeleidingspremie minister:demir"


def test_a_name_is_completed(page: Page) -> None:
    assert page.evaluate(COMPLETE, "premie minister:dem") == ["premie minister:demir"]


def test_a_missing_shard_is_named(folder: Path, page: Page) -> None:
    for path in (folder / "search").glob("s*.js"):
        path.unlink()
    failure = page.evaluate(
        f"() => ArchiveSuggest.corrections({OPEN}, 'x{'y' * 5}').catch(({{shard}}) => shard)"
    )
    assert failure.startswith("s")
    assert page.evaluate(COMPLETE, "premie minister:dem") == ["premie minister:demir"]
