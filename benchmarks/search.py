"""Measures search: what shards cost to build and what cold queries cost in Chromium, beside Pagefind.

    python -m benchmarks.search --documents 10000 [--pagefind] [--keep FOLDER] [--index-only | --ask-only]
    python -m benchmarks.search --real [--pagefind]

Documents are made (see made_corpus.py), or the 53,261 questions of the Belgian Chamber and the House of Commons from
the shared material.
--pagefind needs `npm ci --prefix benchmarks` once. Every query gets a fresh browser context on an empty page that,
like the search page, asks for root.js beside its scripts; ten hits with titles, no snippets. Prints Markdown.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec

from archive.model.question import WrittenQuestion
from archive.model.record import encode_record
from archive.search.client import BUNDLE, write_bundle
from benchmarks import dekamer
from benchmarks import relevance_uk as uk
from benchmarks.browser_queries import launched
from benchmarks.made_corpus import write_corpus, write_page
from benchmarks.measure import Cost, folder_size, run_step
from benchmarks.search_queries import OURS, PAGEFIND, Case, Measured, ask, ask_from_disk
from tests.conftest import CHROMIUM_NAMES, ROOT, shared_folder

HERE = Path(__file__).parent
# More than the House of Commons' questions are.
_ALL = 1_000_000
# The bars at 10,000 documents: KB of a cold query, without snippets.
MADE_CASES = (
    Case("one word", "kwartelkoningin", "rare", 70),
    Case("common word", "vlaamse", "vlaamse", 70),
    Case("stop word", "de", None, 80),
    Case("three words", "begeleidingspremie loonpremie tewerkstelling", "three", 130),
    Case("rare phrase", '"beschikbare contingent voor maatwerkbedrijven"', "rare_phrase", 170),
    Case("common phrase", '"stand van zaken"', "common_phrase", 170),
    Case("common word, counts by minister", "vlaamse", "vlaamse", 77, ("minister",)),
)
REAL_CASES = (
    Case("one word", "belaging", None, 70),
    Case("common word", "veiligheid", None, 70),
    Case("stop word", "de", None, 80),
    Case("three words", "maatregelen spoorwegen veiligheid", None, 130),
    Case("phrase", '"federale politie"', None, 170),
)


@dataclasses.dataclass(frozen=True)
class Bars:
    """What the shards of 10,000 documents may cost."""

    files: int = 800
    megabytes: int = 36
    peak_megabytes: int = 1000


def main() -> None:
    """Makes the documents, builds, asks, and prints what it cost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--real", action="store_true", help="real questions instead of made ones")
    parser.add_argument("--pagefind", action="store_true", help="measure Pagefind on the same pages, too")
    parser.add_argument("--index-only", action="store_true", help="ask no queries")
    parser.add_argument("--ask-only", action="store_true", help="build nothing, ask what --keep has kept")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="work in this folder and leave everything there")
    options = parser.parse_args()
    folder = options.keep or Path(tempfile.mkdtemp(prefix="search-"))
    try:
        measure(folder, options)
    finally:
        if options.keep is None:
            shutil.rmtree(folder)


def measure(folder: Path, options: argparse.Namespace) -> None:
    records, site = folder / "records.jsonl", folder / "site"
    if not records.exists():
        write_documents(folder, options)
    with records.open("rb") as lines:
        documents = sum(1 for _ in lines)
    print(f"{documents} documents, {records.stat().st_size / 1e6:.1f} MB of records\n")
    if not options.ask_only:
        build(site, records, documents, options)
    needles = folder / "needles.json"
    true = json.loads(needles.read_bytes()) if needles.exists() else {}
    if not options.index_only:
        print_queries(site, REAL_CASES if options.real else MADE_CASES, true, options)


def build(site: Path, records: Path, documents: int, options: argparse.Namespace) -> None:
    """Builds our shards and, where asked, Pagefind's, and prints what each cost."""
    print("| step | seconds | CPU seconds | documents/s | peak memory MB | files | MB on disk |")
    print("|---|---|---|---|---|---|---|")
    folder = records.parent
    shutil.rmtree(site / "search", ignore_errors=True)
    shutil.copytree(ROOT / "site", site / "assets", dirs_exist_ok=True)
    write_bundle(site / "assets")
    words = [sys.executable, "-m", "benchmarks.search_step", records, site / "search"]
    print_step("our shards", run_step(words, folder / "step.log"), documents, site / "search")
    if options.pagefind:
        shutil.rmtree(site / "pagefind", ignore_errors=True)
        words = [HERE / "node_modules" / ".bin" / "pagefind", "--site", site, "--glob", "d/**/*.html"]
        print_step("Pagefind", run_step(words, folder / "step.log"), documents, site / "pagefind")
    bars = Bars()
    print(
        f"| bar at 10,000 | | Pagefind's | | {bars.peak_megabytes} | {bars.files} | {bars.megabytes} |",
        flush=True,
    )


def write_documents(folder: Path, options: argparse.Namespace) -> None:
    """Writes records and, for Pagefind, their pages."""
    if not options.real:
        write_corpus(options.documents, folder, pages=options.pagefind)
        return
    shared = shared_folder()
    if shared is None:
        sys.exit(
            "benchmark not run: ../shared is absent; set VRAAGARCHIEF_SHARED to the folder that holds data/"
        )
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "records.jsonl").open("wb") as records:
        for question in real_questions(shared / "data"):
            records.write(encode_record(question) + b"\n")
            if options.pagefind:
                write_page(question, folder / "site")


def real_questions(data: Path) -> Iterator[WrittenQuestion]:
    """The questions of both parliaments, with numbers of their own: a page is named by them."""
    questions = chain(dekamer.read_questions(data / dekamer.NAME), uk.read_questions(data / uk.NAME, _ALL))
    for number, question in enumerate(questions):
        yield msgspec.structs.replace(question, number=number)


def print_step(name: str, cost: Cost, documents: int, folder: Path) -> None:
    files, size = folder_size(folder)
    print(
        f"| {name} | {cost.seconds:.1f} | {cost.cpu_seconds:.1f} | {documents / cost.seconds:.0f} "
        f"| {cost.peak_bytes / 1e6:.0f} | {files} | {size / 1e6:.1f} |",
        flush=True,
    )


def print_queries(site: Path, cases: tuple[Case, ...], true: dict[str, int], options: Any) -> None:
    executable = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if executable is None:
        sys.exit("no Chromium found; install it (Debian: apt-get install -y chromium)")
    print(
        "\n| cold query | true | found | KB | bar | requests | ms quiet | ms slow | ms from disk | longest task ms |",
        end="",
    )
    print(" Pagefind: found | KB | requests | ms quiet | ms slow |" if options.pagefind else "")
    print("|---|---|---|---|---|---|---|---|---|---|" + ("---|---|---|---|---|" if options.pagefind else ""))
    with launched(executable) as browser:
        for case in cases:
            ours = ask(browser, site, OURS, f"assets/{BUNDLE}", case, options.runs)
            disk = ask_from_disk(browser, site, f"assets/{BUNDLE}", case, options.runs)
            cells = [
                case.name,
                str(true.get(case.truth or "", "")),
                str(ours.found),
                f"{ours.sent_bytes / 1000:.0f}",
            ]
            cells += [
                str(case.bar),
                str(ours.requests),
                *times(ours),
                f"{disk:.0f}",
                f"{ours.longest_task:.0f}",
            ]
            if options.pagefind:
                theirs = ask(browser, site, PAGEFIND, "pagefind/pagefind.js", case, options.runs)
                cells += [
                    str(theirs.found),
                    f"{theirs.sent_bytes / 1000:.0f}",
                    str(theirs.requests),
                    *times(theirs),
                ]
            print(f"| {' | '.join(cells)} |", flush=True)


def times(measured: Measured) -> tuple[str, str]:
    return f"{measured.quiet:.0f}", f"{measured.slow:.0f}"


if __name__ == "__main__":
    main()
