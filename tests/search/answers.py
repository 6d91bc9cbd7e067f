"""The answer to a query as one text, by every reader: the scan, the Whoosh index, and the browser.

`[exact, [[id, score], …], {facet: [[value, count], …]}]` as JSON, or `["error", code, position, end]`: complete
answers, which are the same where the texts are.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from archive.errors import QueryError
from archive.search.index import Searchable, update_index
from archive.search.query import parse_query
from archive.search.query_tree import Tree
from archive.search.results import chosen_values, facet_counts, filtered, ordered
from archive.search.whoosh_query import matches
from archive.search.whoosh_store import open_index
from archive.text.languages import DUTCH
from tests.search.brute import Scan
from tests.search.real import RealQuery

if TYPE_CHECKING:
    from playwright.sync_api import Page

# So many queries are under way in the browser at the same time.
_AT_ONCE = 50
_ASK = """queries => Promise.all(queries.map(async ([query, options]) => {
    try {
        const {total, exact, hits, facets} = await Vraagarchief.search(query, {limit: 100000, ...options});
        if (total !== hits.length) {
            throw new Error(`${total} hits are told of and ${hits.length} given: ${query}`);
        }
        const counts = Object.keys(facets).sort().map(
            (name) => [name, facets[name].map(({value, count}) => [value, count])]);
        return JSON.stringify([exact, hits.map(({id, score}) => [id, score]), Object.fromEntries(counts)]);
    } catch (error) {
        if (error.name !== "QueryError") {
            throw error;
        }
        return JSON.stringify(["error", error.code, error.position, error.end]);
    }
}))"""


def scanned_answers(scan: Scan, queries: Iterable[RealQuery]) -> list[str]:
    """What looking through every word answers."""
    return [_answer(query, lambda tree, query=query: _scanned(scan, tree, query)) for query in queries]


def whoosh_answers(corpus: Searchable, queries: Iterable[RealQuery]) -> list[str]:
    """What the terminal answers from the index of `corpus`."""
    update_index(corpus)
    with open_index(corpus.folder / "index") as (searcher, entries):
        return [
            _answer(query, lambda tree, query=query: _from_index(searcher, entries, tree, query))
            for query in queries
        ]


def browser_answers(page: Page, queries: Sequence[RealQuery]) -> list[str]:
    """What the browser answers on a page that has the scripts of search."""
    asked = [[query.text, dict(query.options)] for query in queries]
    batches = (asked[start : start + _AT_ONCE] for start in range(0, len(asked), _AT_ONCE))
    return [answer for batch in batches for answer in page.evaluate(_ASK, batch)]


def differences(queries: Sequence[RealQuery], answers: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """The queries with another answer than is wanted, with as much of both as shows where they part."""
    pairs = zip(queries, answers, wanted, strict=True)
    return [
        f"{query.text!r} {query.options}: {_parting(one, other)}"
        for query, one, other in pairs
        if one != other
    ]


def _parting(one: str, other: str) -> str:
    same = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    start = max(0, same - 40)
    return f"…{one[start : same + 60]} instead of …{other[start : same + 60]}"


def _answer(query: RealQuery, find: Any) -> str:
    try:
        found = find(parse_query(query.text))
    except QueryError as error:
        found = ["error", error.code, error.position, error.end]
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _scanned(scan: Scan, tree: Tree, query: RealQuery) -> list[Any]:
    filters = query.options.get("filters", {})
    found = scan.search(tree)
    hits = [(number, score) for number, score in found if scan.has_values(number, filters)]
    if query.options.get("sort", "relevance") != "relevance":
        # Documents are numbered newest first, undated last.
        hits.sort()
    if query.options.get("sort") == "oldest":
        hits.sort(key=lambda hit: scan.documents[hit[0]].date or dt.date.max)
    facets = scan.facets(number for number, _ in hits)
    for name in filters:
        # The values of a facet are counted as if nothing had been chosen of it.
        others = {other: wanted for other, wanted in filters.items() if other != name}
        facets[name] = scan.facets(number for number, _ in found if scan.has_values(number, others))[name]
    return [True, [[scan.documents[number].record.id, score] for number, score in hits], facets]


def _from_index(searcher: Any, entries: Any, tree: Tree, query: RealQuery) -> list[Any]:
    chosen = chosen_values(query.options.get("filters", {}))
    found = matches(tree, searcher, DUTCH)
    wanted = filtered(found, entries, chosen)
    numbers = ordered(wanted, entries, query.options.get("sort", "relevance"))
    facets = facet_counts(found, entries, chosen)
    counts = {name: [[one.value, one.count] for one in values] for name, values in facets.items()}
    return [True, [[entries[number].card.id, wanted[number]] for number in numbers], counts]
