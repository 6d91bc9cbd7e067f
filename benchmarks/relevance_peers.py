"""What each engine finds for the known questions: ours, MiniSearch and Whoosh with its own fields, as they come."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

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
from archive.text.languages import language
from benchmarks.relevance_queries import LISTED

MINISEARCH = Path(__file__).parent / "relevance_minisearch.js"
# By query the ids found, best first.
Found = dict[str, list[str]]

_RUNNING = (Zone.QUESTION, Zone.ANSWER, Zone.TABLE)


def found_by_ours(
    records: Sequence[WrittenQuestion], queries: Sequence[str], folder: Path, code: str
) -> Found:
    """By the index of the terminal, for documents in the language with `code`; the browser gives the same order."""
    spoken = language(code)
    write_index(iter(records), folder, "", spoken)
    found: Found = {}
    with open_index(folder) as (searcher, entries):
        for query in queries:
            best = ordered(matches(parse_query(query), searcher, spoken), entries, "relevance")
            found[query] = [entries[number].card.id for number in best[:LISTED]]
    return found


def found_by_minisearch(records: Sequence[WrittenQuestion], queries: Sequence[str], folder: Path) -> Found:
    """By MiniSearch with the defaults of its documentation."""
    folder.mkdir()
    told = {
        "documents": [
            {"id": record.id, "title": record.title, "body": text_of(record)} for record in records
        ],
        "queries": list(queries),
    }
    documents = folder / "documents.json"
    documents.write_text(json.dumps(told), "utf-8")
    answer = subprocess.run(["node", MINISEARCH, documents], check=True, capture_output=True).stdout
    found: Found = json.loads(answer)
    return found


def found_by_whoosh(
    records: Sequence[WrittenQuestion], queries: Sequence[str], folder: Path
) -> tuple[Found, Found]:
    """By Whoosh with BM25F as its documentation shows it: all words wanted, and any of them."""
    folder.mkdir()
    fields = {"title": TEXT(analyzer=StandardAnalyzer()), "body": TEXT(analyzer=StandardAnalyzer())}
    index = whoosh_index.create_in(str(folder), Schema(id=ID(stored=True), **fields))
    writer = index.writer(limitmb=256)
    for record in records:
        writer.add_document(id=record.id, title=record.title, body=text_of(record))
    writer.commit()
    parsers = [
        MultifieldParser(["title", "body"], index.schema, group=group) for group in (AndGroup, OrGroup)
    ]
    with index.searcher() as searcher:
        all_words, any_word = (
            {
                query: [hit["id"] for hit in searcher.search(parser.parse(query), limit=LISTED)]
                for query in queries
            }
            for parser in parsers
        )
    return all_words, any_word


def text_of(record: WrittenQuestion) -> str:
    """All running text of a question and its answer."""
    return "\n".join(text for zone, text in passages(record) if zone in _RUNNING)
