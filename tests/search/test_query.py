"""The query language: one table of queries, trees and errors, for Python and for JavaScript."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from archive.errors import QueryError
from archive.search.messages import JS_MESSAGES, QUERY_ERRORS
from archive.search.query import parse_query
from archive.search.query_tree import tree_as_json

if TYPE_CHECKING:
    from playwright.sync_api import Page

CASES = json.loads(Path(__file__).with_name("query_cases.json").read_text("utf-8"))
PARSE = """queries => queries.map((query) => {
    try {
        return {query, tree: Vraagarchief.parseQuery(query)};
    } catch (error) {
        if (!(error instanceof Vraagarchief.QueryError)) throw error;
        return {query, error: {code: error.code, position: error.position}};
    }
})"""


def parsed(query: str) -> dict[str, Any]:
    try:
        return {"query": query, "tree": json.loads(json.dumps(tree_as_json(parse_query(query))))}
    except QueryError as error:
        return {"query": query, "error": {"code": error.code, "position": error.position}}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["query"][:40] or "empty")
def test_a_query_has_this_tree_or_error(case: dict[str, Any]) -> None:
    assert parsed(case["query"]) == case


def test_the_browser_makes_the_same_trees_and_errors(page_from_disk: Page) -> None:
    assert page_from_disk.evaluate(PARSE, [case["query"] for case in CASES]) == CASES


def test_the_table_has_every_error() -> None:
    assert {case["error"]["code"] for case in CASES if "error" in case} == set(QUERY_ERRORS)


@pytest.mark.parametrize(
    "case", [case for case in CASES if "error" in case], ids=lambda case: case["query"][:40]
)
def test_an_error_says_what_is_wrong_and_how_to_mend_it(case: dict[str, Any]) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(case["query"])
    assert caught.value.cause
    assert caught.value.remedy
    assert "{" not in str(caught.value)


def test_a_field_that_is_unknown_gets_the_nearest_one() -> None:
    with pytest.raises(QueryError, match="did you mean vraagsteller:"):
        parse_query("vragsteler:ongena")


def test_every_error_has_messages_for_the_page() -> None:
    for code in QUERY_ERRORS:
        assert f"query_{code}_cause" in JS_MESSAGES
        assert f"query_{code}_remedy" in JS_MESSAGES


QUERY_TEXT = some.text(some.sampled_from("ab1 \"()*-:~&'%,.OFNIETENtitel„”é𝒳"), max_size=40)


@given(QUERY_TEXT)
def test_any_text_gives_a_tree_or_a_query_error(query: str) -> None:
    parsed(query)


def test_the_browser_agrees_on_any_text(page_from_disk: Page) -> None:
    @given(some.lists(QUERY_TEXT, min_size=20, max_size=60))
    def agrees(queries: list[str]) -> None:
        assert page_from_disk.evaluate(PARSE, queries) == [parsed(query) for query in queries]

    agrees()
