"""Asks thousands of queries, drawn from real documents, of every reader, and counts where they differ.

    python -m benchmarks.parity [--queries 20000] [--documents 1500] [--seed 20]

The scan of every word (tests/search/brute.py) says what is right. Whoosh is asked, and the browser: from disk and over
http, with shards of 1 KB, of 32 KB and without limit, and with shards that many additions made, documents corrected and
dropped among them. Complete answers are compared: documents, order, scores, facets and their counts, and where a
query is refused, the place. Prints Markdown: the tally of queries by kind, and the differences of every reader; ends
with 1 if there are any.

The documents are the seeds, the gold set, and from the shared folder those of the Flemish Parliament and so many of the
Belgian Chamber; where that folder is absent, the first two.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page

from archive.model.record import Record
from archive.search.shards import write_shards
from benchmarks.browser_queries import launched
from tests.conftest import CHROMIUM_NAMES, shared_folder
from tests.search.answers import browser_answers, differences, scanned_answers, whoosh_answers
from tests.search.brute import Scan
from tests.search.conftest import HandCorpus
from tests.search.real import RealQuery, real_queries
from tests.search.real_pages import ROUNDS, page_from_disk, page_over_http, write_grown_shards, write_page
from tests.search.real_records import own_records, shared_records

# Of the differences of a reader so many are shown.
_SHOWN = 5


class Way(NamedTuple):
    """A way to ask the browser: shards of so many bytes, of one build or of additions, on a page opened so."""

    name: str
    shard_bytes: int | None
    has_grown: bool
    opened: Callable[[Browser, Path], AbstractContextManager[Page]]


WAYS = (
    Way("browser, from disk, shards of 32 KB", 32768, False, page_from_disk),
    Way("browser, over http, shards of 32 KB", 32768, False, page_over_http),
    Way("browser, from disk, shards of 1 KB", 1024, False, page_from_disk),
    Way("browser, over http, shards of 1 KB", 1024, False, page_over_http),
    Way("browser, from disk, shards without limit", None, False, page_from_disk),
    Way("browser, over http, shards without limit", None, False, page_over_http),
    Way(f"browser, from disk, {ROUNDS} additions, shards of 32 KB", 32768, True, page_from_disk),
    Way(f"browser, over http, {ROUNDS} additions, shards of 1 KB", 1024, True, page_over_http),
)


def main() -> int:
    """Asks and prints; gives the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--queries", type=int, default=20_000)
    parser.add_argument("--documents", type=int, default=1_500, help="of the Belgian Chamber")
    parser.add_argument("--seed", type=int, default=20)
    options = parser.parse_args()
    records = _records(options.documents)
    queries = real_queries(records, options.queries, options.seed)
    wanted = scanned_answers(Scan(records), queries)
    _print_tally(queries, wanted, len(records))
    print("\n| reader | queries | differences | seconds |\n|---|---|---|---|")
    found = [problem for name, problems in _asked(records, queries, wanted) for problem in problems]
    for problem in found[:_SHOWN]:
        print(f"\n- {problem}")
    return 1 if found else 0


def _records(documents: int) -> list[Record]:
    shared = shared_folder()
    if shared is None:
        print("The shared folder is absent: the project's own documents are asked for alone.\n")
        return own_records()
    return [*own_records(), *shared_records(shared, documents)]


def _print_tally(queries: Sequence[RealQuery], wanted: Sequence[str], documents: int) -> None:
    print(f"{len(queries):,} queries over {documents:,} documents\n")
    print("| kind | queries | that find something |\n|---|---|---|")
    kinds: dict[str, list[bool]] = {}
    for query, answer in zip(queries, wanted, strict=True):
        kinds.setdefault(query.kind, []).append(not answer.startswith(("[true,[]", '["error')))
    for kind, outcomes in kinds.items():
        print(f"| {kind} | {len(outcomes):,} | {sum(outcomes):,} |")
    print(f"| all | {len(queries):,} | {sum(map(sum, kinds.values())):,} |", flush=True)


def _asked(
    records: Sequence[Record], queries: Sequence[RealQuery], wanted: Sequence[str]
) -> Iterator[tuple[str, list[str]]]:
    """Each reader with its differences, told as they come."""
    executable = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if executable is None:
        sys.exit("no Chromium found; install it (Debian: apt-get install -y chromium)")
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        answers = whoosh_answers(HandCorpus(records, Path(folder)), queries)
    yield "Whoosh", _told("Whoosh", queries, answers, wanted, started)
    with launched(executable) as browser:
        for way in WAYS:
            started = time.perf_counter()
            with tempfile.TemporaryDirectory() as folder:
                answers = _answers(way, browser, Path(folder), records, queries)
            yield way.name, _told(way.name, queries, answers, wanted, started)


def _answers(
    way: Way, browser: Browser, folder: Path, records: Sequence[Record], queries: Sequence[RealQuery]
) -> list[str]:
    if way.has_grown:
        reports = write_grown_shards(records, folder, way.shard_bytes)
        if any(report.full for report in reports[1:]):
            sys.exit("nothing was compared: the shards were built anew instead of added to")
    else:
        write_shards(records, folder / "search", way.shard_bytes)
    write_page(folder)
    with way.opened(browser, folder) as page:
        return browser_answers(page, queries)


def _told(
    name: str, queries: Sequence[RealQuery], answers: Sequence[str], wanted: Sequence[str], started: float
) -> list[str]:
    found = differences(queries, answers, wanted)
    seconds = time.perf_counter() - started
    print(f"| {name} | {len(queries):,} | {len(found):,} | {seconds:.0f} |", flush=True)
    return [f"{name}: {problem}" for problem in found]


if __name__ == "__main__":
    sys.exit(main())
