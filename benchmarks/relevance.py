"""Known-item search: a few words of a question are asked for, and the question itself should stand high.

python -m benchmarks.relevance dekamer2017.jsonl.gz [QUERIES]     (needs npm ci in benchmarks/)

Half of the queries are words of a title, half words of a question's text that its title does not have; the seed is
fixed. The same queries are put to our index (the browser gives the same order, the tests prove it), to Whoosh with
its own text fields, StandardAnalyzer and BM25F, all words wanted or any, and to MiniSearch as it comes. Printed are
the mean reciprocal rank and the share of questions among the first ten.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from whoosh import index as whoosh_index
from whoosh.analysis import StandardAnalyzer
from whoosh.fields import ID, TEXT, Schema
from whoosh.qparser import MultifieldParser, OrGroup
from whoosh.qparser.syntax import AndGroup

from archive.model.question import WrittenQuestion
from archive.search.query import parse_query
from archive.search.results import ordered
from archive.search.whoosh_query import matches
from archive.search.whoosh_store import open_index, write_index
from archive.search.zones import Zone, passages
from archive.text.tokens import words
from benchmarks.dekamer import read_questions

MINISEARCH = Path(__file__).parent / "relevance_minisearch.js"
FIRST = 10
_SEED = 2017
_TITLE_WORDS = 3
_BODY_WORDS = 4

Search = Callable[[str], Sequence[str]]


class KnownQuestion(NamedTuple):
    """Words to ask for, and the question that they were taken from; `half` is 0 or 1, to tune on one of them."""

    kind: str
    query: str
    id: str
    half: int


def known_questions(records: Sequence[WrittenQuestion], count: int) -> list[KnownQuestion]:
    """`count` queries, from titles and texts by turns; a question without enough words is passed over."""
    luck = random.Random(_SEED)
    found: list[KnownQuestion] = []
    while len(found) < count:
        record = luck.choice(records)
        in_title = set(words(record.title))
        in_body = {word for zone, text in passages(record) if zone == Zone.QUESTION for word in words(text)}
        kind = ("title", "body")[len(found) % 2]
        chosen = in_title if kind == "title" else in_body - in_title
        fitting = sorted(word for word in chosen if len(word) >= 4 and word.isalpha())
        wanted = _TITLE_WORDS if kind == "title" else _BODY_WORDS
        if len(fitting) >= wanted:
            query = " ".join(luck.sample(fitting, wanted))
            found.append(KnownQuestion(kind, query, record.id, len(found) // 2 % 2))
    return found


def text_of(record: WrittenQuestion) -> str:
    """All running text of a question and its answer."""
    running = (Zone.QUESTION, Zone.ANSWER, Zone.TABLE)
    return "\n".join(text for zone, text in passages(record) if zone in running)


def ranks(search: Search, queries: Sequence[KnownQuestion]) -> list[float]:
    """The reciprocal rank of each query's question; 0 where it is not found."""
    found = []
    for query in queries:
        hits = search(query.query)
        found.append(1 / (hits.index(query.id) + 1) if query.id in hits else 0.0)
    return found


def print_rows(name: str, search: Search, queries: Sequence[KnownQuestion]) -> None:
    """One row: mean reciprocal rank and success at ten, of titles and of texts, in the half not tuned on."""
    cells = []
    for kind in ("title", "body"):
        reciprocal = ranks(search, [one for one in queries if one.kind == kind and one.half == 1])
        cells.append(f"{sum(reciprocal) / len(reciprocal):.3f}")
        cells.append(f"{sum(rank >= 1 / FIRST for rank in reciprocal) / len(reciprocal):.1%}")
    print(f"| {name} | {' | '.join(cells)} |", flush=True)


def compare_whoosh(
    records: Sequence[WrittenQuestion], queries: Sequence[KnownQuestion], folder: Path
) -> None:
    """Whoosh as its documentation shows it."""
    folder.mkdir()
    fields = {"title": TEXT(analyzer=StandardAnalyzer()), "body": TEXT(analyzer=StandardAnalyzer())}
    index = whoosh_index.create_in(str(folder), Schema(id=ID(stored=True), **fields))
    writer = index.writer(limitmb=256)
    for record in records:
        writer.add_document(id=record.id, title=record.title, body=text_of(record))
    writer.commit()
    with index.searcher() as searcher:
        for name, group in (("all words", AndGroup), ("any word", OrGroup)):
            parser = MultifieldParser(["title", "body"], index.schema, group=group)

            def search(query: str, parser: MultifieldParser = parser) -> list[str]:
                return [hit["id"] for hit in searcher.search(parser.parse(query), limit=1000)]

            print_rows(f"Whoosh BM25F, {name}", search, queries)


def compare_minisearch(
    records: Sequence[WrittenQuestion], queries: Sequence[KnownQuestion], folder: Path
) -> None:
    """MiniSearch with the defaults of its documentation."""
    documents = folder / "documents.json"
    documents.write_text(
        json.dumps(
            {
                "documents": [
                    {"id": record.id, "title": record.title, "body": text_of(record)} for record in records
                ],
                "queries": [query.query for query in queries],
            }
        )
    )
    answer = subprocess.run(["node", MINISEARCH, documents], check=True, capture_output=True).stdout
    found: dict[str, list[str]] = json.loads(answer)
    print_rows("MiniSearch", found.__getitem__, queries)


def main() -> None:
    """Prints the table."""
    records = list(read_questions(Path(sys.argv[1])))
    queries = known_questions(records, int(sys.argv[2]) if len(sys.argv) > 2 else 300)
    print(
        f"{len(records)} documents; reported are {len(queries) // 2} of {len(queries)} queries, not tuned on\n"
    )
    print("| | title words: MRR | in first 10 | text words: MRR | in first 10 |\n|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write_index(iter(records), folder / "ours", "")
        with open_index(folder / "ours") as (searcher, entries):

            def search(query: str) -> list[str]:
                best = ordered(matches(parse_query(query), searcher), entries, "relevance")
                return [entries[number].card.id for number in best[:1000]]

            print_rows("ours", search, queries)
        compare_minisearch(records, queries, folder)
        compare_whoosh(records, queries, folder / "whoosh")


if __name__ == "__main__":
    main()
