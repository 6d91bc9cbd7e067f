"""Known-item search: a few words of a question are asked for, and the question itself should stand high.

    python -m benchmarks.relevance [dekamer] [uk] [--queries 2300] [--half tuning]

dekamer: 3,811 Dutch questions; uk: 10,000 English ones. Both are read from the shared material (../shared or
VRAAGARCHIEF_SHARED). Needs `npm ci --prefix benchmarks` once, and Chromium for Pagefind. Takes about
ten minutes a collection; --queries 400 two.

A query is three words of a title, or four words of a question or of an answer that the title does not have; the seed
is fixed. Weights are chosen on one half of them, printed is the other. The same queries are put to our index (the
browser gives the same order, the tests prove it), Pagefind, MiniSearch, and Whoosh with its own text fields and
BM25F. Printed are the mean reciprocal rank and the share of questions among the first ten, then how far ours is
ahead of each, with the interval in which 95 of 100 draws of the same number of queries fall (paired bootstrap).
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from archive.model.question import WrittenQuestion
from benchmarks import dekamer, relevance_uk
from benchmarks.browser_queries import launched
from benchmarks.relevance_pagefind import PAGEFIND, found_by_pagefind
from benchmarks.relevance_peers import Found, found_by_minisearch, found_by_ours, found_by_whoosh
from benchmarks.relevance_queries import (
    KINDS,
    REPORTED,
    TUNING,
    KnownQuestion,
    known_questions,
    reciprocal_ranks,
)
from tests.conftest import CHROMIUM_NAMES, shared_folder

OURS = "ours"
FIRST = 10
UK_QUESTIONS = 10_000
_DRAWS = 1000
_SEED = 95
LANGUAGES = {"dekamer": "nl", "uk": "en"}


def main() -> None:
    """Prints the tables of the collections asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "collections", nargs="*", metavar="collection", help="dekamer, uk; all if none is named"
    )
    parser.add_argument(
        "--queries", type=int, default=2300, help="of each kind at most, half of them for tuning"
    )
    parser.add_argument("--half", choices=("tuning", "reported"), default="reported")
    options = parser.parse_args()
    shared, chromium = shared_folder(), next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if shared is None or chromium is None or not PAGEFIND.exists():
        sys.exit(
            "benchmark not run: it needs ../shared (or VRAAGARCHIEF_SHARED), Chromium "
            "(Debian: apt-get install -y chromium) and `npm ci --prefix benchmarks`"
        )
    half = TUNING if options.half == "tuning" else REPORTED
    for name in options.collections or LANGUAGES:
        if name not in LANGUAGES:
            parser.error(f"there is no collection {name!r}; choose from {', '.join(LANGUAGES)}")
        records = read_collection(name, shared / "data")
        queries = [one for one in known_questions(records, options.queries) if one.half == half]
        counts = ", ".join(f"{sum(one.kind == kind for one in queries)} of {kind} words" for kind in KINDS)
        print(
            f"\n{name}: {len(records)} documents; queries of the {options.half} half: {counts}\n", flush=True
        )
        print_tables(searched(records, queries, LANGUAGES[name], chromium), queries)


def read_collection(name: str, folder: Path) -> list[WrittenQuestion]:
    """The questions of a collection in the folder with the shared material."""
    if name == "uk":
        return relevance_uk.read_questions(folder / relevance_uk.NAME, UK_QUESTIONS)
    return list(dekamer.read_questions(folder / dekamer.NAME))


def searched(
    records: Sequence[WrittenQuestion], queries: Sequence[KnownQuestion], code: str, chromium: str
) -> dict[str, Found]:
    """By the name of each engine what it found, ours first. code: of the language of the records."""
    asked = [query.query for query in queries]
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        found = {OURS: found_by_ours(records, asked, folder / "ours", code)}
        with launched(chromium) as browser:
            found["Pagefind"] = found_by_pagefind(records, asked, folder / "pagefind", browser, code)
        found["MiniSearch"] = found_by_minisearch(records, asked, folder / "minisearch")
        all_words, any_word = found_by_whoosh(records, asked, folder / "whoosh")
    return {**found, "Whoosh BM25F, all words": all_words, "Whoosh BM25F, any word": any_word}


def print_tables(found: Mapping[str, Found], queries: Sequence[KnownQuestion]) -> None:
    """The figures of each engine, then how far ours is ahead of each other."""
    figures = {name: list(figures_of(one, queries)) for name, one in found.items()}
    titles = [title for kind in KINDS for title in (f"{kind} words: MRR", f"in first {FIRST}")]
    print_row("", *titles)
    print_row("---", *("---" for _ in titles))
    for name, columns in figures.items():
        print_row(name, *(f"{mean(column):.3f}" for column in columns))
    for name, columns in figures.items():
        if name != OURS:
            pairs = zip(figures[OURS], columns, strict=True)
            print_row(f"ours beyond {name}", *(ahead(ours, theirs) for ours, theirs in pairs))


def print_row(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |", flush=True)


def figures_of(found: Found, queries: Sequence[KnownQuestion]) -> Iterator[list[float]]:
    """Of each kind of query the reciprocal ranks, and whether (1 or 0) each question is among the first ten."""
    for kind in KINDS:
        ranks = reciprocal_ranks(found, [query for query in queries if query.kind == kind])
        yield ranks
        yield [float(rank >= 1 / FIRST) for rank in ranks]


def mean(figures: Sequence[float]) -> float:
    return sum(figures) / len(figures)


def ahead(ours: Sequence[float], theirs: Sequence[float]) -> str:
    """The mean difference of figures of the same queries, and the interval of 95 % of the draws of as many."""
    differences = [our - their for our, their in zip(ours, theirs, strict=True)]
    luck = random.Random(_SEED)
    draws = sorted(mean(luck.choices(differences, k=len(differences))) for _ in range(_DRAWS))
    low, high = draws[_DRAWS * 25 // 1000], draws[_DRAWS * 975 // 1000 - 1]
    return f"{mean(differences):+.3f} [{low:+.3f}, {high:+.3f}]"


if __name__ == "__main__":
    main()
