"""What a query asks, in words: one table for Python and JavaScript, in Dutch and English."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from archive.errors import QueryError
from archive.render.catalogue import load_catalogue
from archive.search.messages import JS_MESSAGES
from archive.search.query import parse_query
from archive.search.query_explanation import KIND_CODES, Explainer
from archive.search.query_facets import KINDS
from tests.search.test_query import CASES, QUERY_TEXT

if TYPE_CHECKING:
    from playwright.sync_api import Page

TABLE = json.loads(Path(__file__).with_name("query_explanations.json").read_text("utf-8"))
EXPLAIN = """([queries, messages]) => queries.map((query) => {
    const say = (key, values = {}) => messages[key].replace(/\\{(\\w+)\\}/g, (whole, name) => values[name]);
    try {
        return ArchiveQueryExplanation.explain(Vraagarchief.parseQuery(query), say);
    } catch (error) {
        if (!(error instanceof Vraagarchief.QueryError)) throw error;
        return null;
    }
})"""


def explained(query: str, language: str) -> str | None:
    try:
        return Explainer(load_catalogue(language).gettext).explain(parse_query(query))
    except QueryError:
        return None


def messages(language: str) -> dict[str, str]:
    return {key: load_catalogue(language).gettext(text) for key, text in JS_MESSAGES.items()}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("case", TABLE, ids=lambda case: case["query"][:40] or "empty")
def test_a_query_is_explained(case: dict[str, str], language: str) -> None:
    assert explained(case["query"], language) == case[language]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_browser_explains_the_same(language: str, page_from_disk: Page) -> None:
    queries = [case["query"] for case in TABLE]
    assert page_from_disk.evaluate(EXPLAIN, [queries, messages(language)]) == [
        case[language] for case in TABLE
    ]


def test_the_browser_explains_every_query_of_the_language_the_same(page_from_disk: Page) -> None:
    queries = [case["query"] for case in CASES]
    found = page_from_disk.evaluate(EXPLAIN, [queries, messages("nl")])
    assert found == [explained(query, "nl") for query in queries]
    assert sum(text is not None for text in found) > 100


@settings(deadline=None)
@given(QUERY_TEXT)
def test_every_query_can_be_explained(query: str) -> None:
    text = explained(query, "en")
    assert text is None or text.startswith(("Documents ", "All documents", "First "))


def test_every_kind_has_a_name() -> None:
    kinds = {facet.value for facet in KINDS.values()}
    assert {code.replace("_", "") for code in KIND_CODES} == kinds
    assert {f"value_{code}" for code in KIND_CODES} <= set(JS_MESSAGES)
