"""Whoosh, a scan of every word, and the browser (from disk and over http) give the same answer to every query."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from archive.model.record import Record
from archive.search.index import search_corpus
from archive.search.query import parse_query
from tests.search.brute import Scan
from tests.search.conftest import HandCorpus, MakePage
from tests.search.made import made_queries

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MANY = 10_000
QUERIES = made_queries()
ASK = """queries => Promise.all(queries.map(async ([query, options]) => {
    const {total, exact, hits, facets} = await Vraagarchief.search(query, options);
    return {total, exact, hits: hits.map(({id, score}) => [id, score]), facets};
}))"""

Answer = dict[str, Any]
"""total, hits as [id, score], facets as lists of [value, count]."""


@pytest.fixture(scope="module")
def scan(records: list[Record]) -> Scan:
    return Scan(records)


@pytest.fixture(scope="module")
def scanned(scan: Scan) -> dict[str, Answer]:
    answers = {}
    for query in QUERIES:
        found = scan.search(parse_query(query))
        facets = scan.facets(number for number, _ in found)
        answers[query] = {
            "total": len(found),
            "hits": [[scan.documents[number].record.id, score] for number, score in found],
            "facets": {name: [list(pair) for pair in values] for name, values in facets.items()},
        }
    return answers


def asked_in_whoosh(corpus: HandCorpus, query: str, **options: Any) -> Answer:
    result = search_corpus(corpus, query, limit=MANY, **options)
    return {
        "total": result.total,
        "hits": [[hit.id, hit.score] for hit in result.hits],
        "facets": {
            name: [[entry.value, entry.count] for entry in values] for name, values in result.facets.items()
        },
    }


def asked_in_browser(page: Page, queries: list[tuple[str, dict[str, Any]]]) -> list[Answer]:
    answers = page.evaluate(ASK, [[query, {"limit": MANY, **options}] for query, options in queries])
    for answer in answers:
        assert answer.pop("exact") is True
        answer["facets"] = {
            name: [[entry["value"], entry["count"]] for entry in values]
            for name, values in answer["facets"].items()
        }
    return answers


def test_there_are_queries_of_every_outcome(scanned: dict[str, Answer], records: list[Record]) -> None:
    """A comparison of empty answers would prove nothing."""
    totals = [answer["total"] for answer in scanned.values()]
    assert len(QUERIES) >= 200
    assert sum(0 < total < len(records) for total in totals) >= 150
    assert totals.count(0) >= 10


def test_whoosh_agrees_with_the_scan(corpus: HandCorpus, scanned: dict[str, Answer]) -> None:
    assert [query for query in QUERIES if asked_in_whoosh(corpus, query) != scanned[query]] == []


@pytest.mark.parametrize("origin", ["page_from_disk", "page_over_http"])
def test_the_browser_agrees_with_the_scan(
    origin: str, request: pytest.FixtureRequest, scanned: dict[str, Answer]
) -> None:
    answers = asked_in_browser(request.getfixturevalue(origin), [(query, {}) for query in QUERIES])
    pairs = zip(QUERIES, answers, strict=True)
    assert [query for query, answer in pairs if answer != scanned[query]] == []


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
@pytest.mark.parametrize(
    "filters",
    [
        {},
        {"minister": ["Zuhal Demir"]},
        {"minister": ["Zuhal Demir", "Jo Brouns"], "theme": ["Werk"]},
        {"asker": ["Niemand"]},
        {"kind": ["supporting_document"], "answer_kind": []},
    ],
)
def test_sorting_and_filters_agree(
    sort: str, filters: dict[str, list[str]], corpus: HandCorpus, page_from_disk: Page
) -> None:
    queries = ["", "premie", "begeleid* OF thema:werk", "-subsidie"]
    options = {"sort": sort, "filters": filters}
    answers = asked_in_browser(page_from_disk, [(query, options) for query in queries])
    assert answers == [asked_in_whoosh(corpus, query, **options) for query in queries]


@pytest.mark.parametrize("shard_bytes", [1024, None])
def test_answers_do_not_depend_on_the_size_of_shards(
    shard_bytes: int | None,
    records: list[Record],
    make_page: MakePage,
    browser: Browser,
    scanned: dict[str, Answer],
) -> None:
    """Nor on how often the postings were written to disk while the shards were made."""
    folder: Path = make_page(records, shard_bytes, run_keys=20_000)
    page = browser.new_page()
    page.goto((folder / "page.html").as_uri())
    queries = QUERIES[:80]
    answers = asked_in_browser(page, [(query, {}) for query in queries])
    page.close()
    pairs = zip(queries, answers, strict=True)
    assert [query for query, answer in pairs if answer != scanned[query]] == []


def test_offset_and_limit_cut_the_list(page_from_disk: Page) -> None:
    whole, part = asked_in_browser(page_from_disk, [("premie", {}), ("premie", {"offset": 5, "limit": 7})])
    assert part["hits"] == whole["hits"][5:12]
