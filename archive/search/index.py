"""Search in the terminal: a query in, ranked hits with snippets and facets out.

result = search_corpus(corpus, "loonpremie minister:demir", limit=10)
result.total, result.hits[0].title, result.facets["theme"]
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from whoosh.index import EmptyIndexError

from archive.errors import CorpusError
from archive.model.record import Record
from archive.search.query import parse_query
from archive.search.query_tree import Tree
from archive.search.results import (
    Entry,
    Hit,
    SearchResult,
    Sort,
    chosen_values,
    facet_counts,
    filtered,
    ordered,
)
from archive.search.snippets import snippet
from archive.search.whoosh_query import matches
from archive.search.whoosh_store import is_current, open_index, write_index
from archive.store.replacing import remove_rests
from archive.text.languages import DUTCH, Language

Progress = Callable[[int], None]
"""Told how many records have been read for the index."""

# So often another process may put an index of another state of the corpus in its place while it is opened.
_ATTEMPTS = 10


class Searchable(Protocol):
    """What search needs of a corpus (archive.store.corpus.Corpus has it)."""

    @property
    def folder(self) -> Path: ...
    def signature(self) -> str: ...
    def records(self) -> Iterator[Record]: ...
    def record(self, identity: str, /) -> Record | None: ...


def update_index(corpus: Searchable, language: Language = DUTCH, *, progress: Progress | None = None) -> bool:
    """Brings the index in `corpus.folder/index` up to date; False when it was so already.

    language: that of the documents. Raises CorpusError where it cannot be written.
    """
    folder, signature = corpus.folder / "index", _signature(corpus, language)
    remove_rests(folder)
    if is_current(folder, signature):
        return False
    write_index(_counted(corpus.records(), progress), folder, signature, language)
    return True


@contextlib.contextmanager
def current_index(
    corpus: Searchable, language: Language = DUTCH, *, progress: Progress | None = None
) -> Iterator[tuple[Any, tuple[Entry, ...]]]:
    """The index of `corpus`, brought up to date first: what `open_index` gives.

    Other processes may replace it at any time; once it is open, that does it no harm. Raises CorpusError.
    """
    folder, signature = corpus.folder / "index", _signature(corpus, language)
    with contextlib.ExitStack() as opened:
        for _ in range(_ATTEMPTS):
            update_index(corpus, language, progress=progress)
            with contextlib.suppress(FileNotFoundError, EmptyIndexError):
                found = opened.enter_context(open_index(folder))
                if is_current(folder, signature):
                    break
            opened.close()
        else:
            raise CorpusError(
                str(folder), "other commands replace the index again and again", "try again later"
            )
        yield found


def _signature(corpus: Searchable, language: Language) -> str:
    return f"{corpus.signature()} {language.code}"


def _counted(records: Iterator[Record], progress: Progress | None) -> Iterator[Record]:
    for number, record in enumerate(records, 1):
        yield record
        if progress is not None:
            progress(number)


def search_corpus(
    corpus: Searchable,
    query: str,
    *,
    limit: int = 10,
    sort: Sort = "relevance",
    filters: Mapping[str, Sequence[str]] | None = None,
    language: Language = DUTCH,
    progress: Progress | None = None,
) -> SearchResult:
    """What the records of `corpus` answer to `query`, the first `limit` of them as hits.

    filters: wanted values by facet name (archive.search.analysis.FACETS); any of the values of a facet will do.
    language: that of the documents.
    The index is brought up to date first. Raises QueryError for a query that cannot be understood.
    """
    tree = parse_query(query)
    chosen = chosen_values(filters or {})
    with current_index(corpus, language, progress=progress) as (searcher, entries):
        found = matches(tree, searcher, language)
    wanted = filtered(found, entries, chosen)
    best = ordered(wanted, entries, sort)[:limit]
    return SearchResult(
        total=len(wanted),
        exact=True,
        hits=tuple(_hit(corpus, entries[number], wanted[number], tree, language) for number in best),
        facets=facet_counts(found, entries, chosen),
    )


def _hit(corpus: Searchable, entry: Entry, score: int, tree: Tree, language: Language) -> Hit:
    card = entry.card
    record = corpus.record(card.id)
    return Hit(
        id=card.id,
        kind=card.kind,
        score=score,
        title=card.title,
        url=card.url,
        number=card.number,
        parliamentary_year=card.parliamentary_year,
        asked_on=card.date,
        asker=card.asker,
        minister=card.minister,
        snippet=snippet(record, tree, language) if record is not None else "",
    )
