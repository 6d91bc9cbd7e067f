"""A query costs no more than its bounds allow, and ends with hits or with a message that says what to leave out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

from archive.build import build_site
from archive.config import Settings
from archive.errors import QueryError
from archive.ingest import ingest_paths
from archive.search import whoosh_terms
from archive.search.index import current_index, search_corpus
from archive.store.corpus import Corpus
from benchmarks.safety.fixity_scene import SEEDS
from benchmarks.safety.hard_queries import Answered, hard_query
from benchmarks.safety.query_browser import answers_in_browser
from benchmarks.safety.suite import Outcome, Suite

# Twenty pieces of a query may look at every form there is; each word alone, at its form and its family.
_DEMANDING, _WORDS = 20, 2_000
_CONTROL_QUERIES = (0, 13, 23)


def run(points: int, folder: Path) -> Outcome:
    """Asks so many hard queries in the terminal and in a browser."""
    queries = [hard_query(number) for number in range(points)]
    with Corpus.open(folder / "corpus", create=True) as corpus:
        ingest_paths(corpus, [str(SEEDS)])
        build_site(corpus, Settings(), folder / "public")
        answers, broken, most = _in_terminal(corpus, queries)
    shown = answers_in_browser(folder / "public", queries)
    for query, one, other in zip(queries, answers, shown or answers, strict=True):
        if one != other:
            broken.append(f"{query[:80]!r} is {one} in the terminal and {other} in the browser")
    figures = {
        "answered": str(sum(one.total is not None for one in answers)),
        "ended with a message": str(sum(one.code is not None for one in answers)),
        "most lists read": f"{most:,}",
        "in a browser": "no, none is installed" if shown is None else "yes",
    }
    return Outcome(points * (1 if shown is None else 2), tuple(broken), figures)


def _in_terminal(corpus: Corpus, queries: Sequence[str]) -> tuple[list[Answered], list[str], int]:
    """What each query came to, what is wrong with that, and the most lists that one of them read."""
    answers: list[Answered] = []
    broken: list[str] = []
    most = 0
    bound = _DEMANDING * _forms(corpus) + _WORDS
    for query in queries:
        answer, lists = _asked(corpus, query)
        answers.append(answer)
        most = max(most, lists)
        if answer.other or lists > bound:
            broken.append(f"{query[:80]!r}: {answer.other or f'{lists:,} lists read, {bound:,} at most'}")
    return answers, broken, most


def _forms(corpus: Corpus) -> int:
    with current_index(corpus) as (searcher, _):
        return sum(1 for _ in searcher.reader().lexicon("word"))


def _asked(corpus: Corpus, query: str) -> tuple[Answered, int]:
    """What the query came to, and how many lists of postings were read for it."""
    lists = 0
    matchers = whoosh_terms._matchers

    def counted(reader: Any, field: str, term: str) -> Iterator[Any]:
        nonlocal lists
        lists += 1
        yield from matchers(reader, field, term)

    with patch.object(whoosh_terms, "_matchers", counted):
        try:
            return Answered(total=search_corpus(corpus, query, limit=1).total), lists
        except QueryError as error:
            return Answered(code=error.code), lists
        except (RecursionError, MemoryError) as error:
            return Answered(other=repr(error)), lists


def control(folder: Path) -> Outcome:
    """The parser without its bounds, in the terminal."""
    with (
        Corpus.open(folder / "corpus", create=True) as corpus,
        patch.multiple(
            "archive.search.query",
            LONGEST_QUERY=10**9,
            MOST_DEMANDING=10**9,
            _DEEPEST=10**9,
            LONGEST_PHRASE=10**9,
        ),
    ):
        ingest_paths(corpus, [str(SEEDS)])
        _, broken, _ = _in_terminal(corpus, [hard_query(number) for number in _CONTROL_QUERIES])
    return Outcome(len(_CONTROL_QUERIES), tuple(broken))


SUITE = Suite(
    name="queries",
    short=60,
    long=2_000,
    run=run,
    variant="a parser without bounds",
    control=control,
)
