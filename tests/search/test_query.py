"""The query language: one table of queries, trees and errors, for Python and for JavaScript."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from archive.errors import QueryError
from archive.search.messages import JS_MESSAGES, QUERY_ERRORS
from archive.search.query import parse_query
from archive.search.query_tree import Word, tree_as_json

if TYPE_CHECKING:
    from playwright.sync_api import Page

CASES = json.loads(Path(__file__).with_name("query_cases.json").read_text("utf-8"))
PARSE = """queries => queries.map((query) => {
    try {
        return {query, tree: Vraagarchief.parseQuery(query)};
    } catch (error) {
        if (!(error instanceof Vraagarchief.QueryError)) throw error;
        const {code, position, end, mended} = error;
        return {query, error: {code, position, end, mended}};
    }
})"""


def parsed(query: str) -> dict[str, Any]:
    try:
        return {"query": query, "tree": json.loads(json.dumps(tree_as_json(parse_query(query))))}
    except QueryError as error:
        names = ("code", "position", "end", "mended")
        return {"query": query, "error": {name: getattr(error, name) for name in names}}


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


QUERY_TEXT = some.lists(
    some.one_of(
        some.sampled_from("ab1 \"()*-:~&'%,.OFé𝒳"),
        some.sampled_from(
            ["OF ", "NIET ", "titel:", "jaar:", "van:", "datum:", "nummer:", "soort:", "heeft:"]
        ),
        some.sampled_from(["partij:", "nr. ", "386 ", "2023-2024", "..", "~5", "tabl", "vragsteler:", "\t"]),
        some.sampled_from(
            ["„", "”", " ", "3 mei 2024", "31/02/2024", "12-31-2023", "vragsteler:", "tabl", "\t"]
        ),
    ),
    max_size=20,
).map("".join)


@settings(deadline=None)
@given(QUERY_TEXT)
def test_any_text_gives_a_tree_or_a_query_error(query: str) -> None:
    parsed(query)


HOSTILE = [
    "x" * 10_000,
    "woord " * 1_000,
    "(" * 5_000 + "a" + ")" * 5_000,
    "(" * 400 + "a" + ")" * 400,
    "-" * 900 + "a",
    "NIET " * 190 + "a",
    '"' * 999,
    "a:" * 490,
    "titel:" * 160 + "a",
    "* " * 490,
    "nr 1 " * 190,
    "386 " * 240,
    "1 januari 2024 " * 60,
    "datum:" + "." * 900,
    "jaar:0001-0002..9998-9999",
    "a OF " * 190 + "a",
    "((a OF b) " * 90,
    "𝒳" * 1_001,
    "é*" * 400,
]


@pytest.mark.parametrize("query", HOSTILE, ids=lambda query: query[:12])
def test_a_hostile_query_takes_no_time(query: str) -> None:
    start = time.process_time()
    parsed(query)
    assert time.process_time() - start < 1


def test_the_browser_agrees_on_hostile_queries(page_from_disk: Page) -> None:
    start = time.monotonic()
    assert page_from_disk.evaluate(PARSE, HOSTILE) == [parsed(query) for query in HOSTILE]
    assert time.monotonic() - start < 10


@pytest.mark.parametrize("query", ["x" * 1_001, "woord " * 1_000, "𝒳" * 1_001])
def test_a_query_of_more_than_a_thousand_characters_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="at most 1,000 characters") as caught:
        parse_query(query)
    assert caught.value.code == "too_long"


def test_a_query_of_a_thousand_characters_is_taken() -> None:
    assert parse_query("𝒳" * 1_000) == Word("x" * 1_000)


@settings(deadline=None)
@given(QUERY_TEXT)
def test_a_mended_query_can_be_asked(query: str) -> None:
    try:
        parse_query(query)
    except QueryError as error:
        assert error.mended != query
        if error.mended:
            parse_query(error.mended)


@settings(deadline=None)
@given(QUERY_TEXT)
def test_an_error_lies_inside_the_query(query: str) -> None:
    try:
        parse_query(query)
    except QueryError as error:
        assert 0 <= error.position <= error.end <= len(query)


def test_the_browser_agrees_on_any_text(page_from_disk: Page) -> None:
    @settings(deadline=None)
    @given(some.lists(QUERY_TEXT, min_size=20, max_size=60))
    def agrees(queries: list[str]) -> None:
        assert page_from_disk.evaluate(PARSE, queries) == [parsed(query) for query in queries]

    agrees()
