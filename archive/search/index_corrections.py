"""Corrections of a query out of the Whoosh index, for the terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from archive.search.analysis import FACETS
from archive.search.corrections import Correction, corrections
from archive.search.index import Searchable, current_index
from archive.search.results import Entry
from archive.search.suggestion_lists import word_lists
from archive.text.languages import DUTCH, Language


def corrections_in_corpus(
    corpus: Searchable, query: str, language: Language = DUTCH
) -> tuple[Correction, ...]:
    """What the reader of the terminal may have meant by `query`, the best first; () where every word is known.

    language: that of the documents. The index is brought up to date first.
    """
    with current_index(corpus, language) as (searcher, entries):
        terms = searcher.reader().iter_field("word")
        counts = {term.decode(): terminfo.doc_frequency() for term, terminfo in terms}
    lists = word_lists(sorted(counts.items()), _values(entries))
    return corrections(lists, query, lambda form: counts.get(form, 0))


def _values(entries: Iterable[Entry]) -> dict[str, list[tuple[str, int]]]:
    """The values of each facet with their numbers of documents."""
    counted: dict[str, Counter[str]] = {facet: Counter() for facet in FACETS}
    for entry in entries:
        for facet, values in zip(FACETS, entry.facets, strict=True):
            counted[facet].update(values)
    return {facet: list(counter.items()) for facet, counter in counted.items()}
