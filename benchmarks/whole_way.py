"""Measures the whole way on 3,811 real questions: ingest, index, build, and cold queries beside Pagefind.

    python -m benchmarks.whole_way [--questions N] [--keep FOLDER]

Reads dekamer2017.jsonl.gz from the shared material (../shared or VRAAGARCHIEF_SHARED) and needs
`npm ci --prefix benchmarks` once, for Pagefind. Prints a Markdown table for benchmarks/RESULTS.md.
"""

from __future__ import annotations

import argparse
import itertools
import shutil
import sys
import tempfile
from pathlib import Path

from archive.search.client import BUNDLE
from benchmarks.browser_queries import OURS, PAGEFIND, QueryCost, ask, launched
from benchmarks.dekamer import NAME, write_records
from benchmarks.measure import Cost, folder_size, run_step
from tests.conftest import CHROMIUM_NAMES, shared_folder

HERE = Path(__file__).parent
STEPS = [sys.executable, "-m", "benchmarks.steps"]
QUERIES = ("belaging", "treinen", "veiligheid", "maatregelen voor de spoorwegen", '"federale politie"')
CLIENT = (BUNDLE,)
MEGABYTE = 1_000_000


def main() -> None:
    """Runs every step and prints what it cost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--questions", type=int, default=0, help="only the first N questions; 0 means all")
    parser.add_argument("--keep", type=Path, help="work in this folder and leave everything there")
    options = parser.parse_args()
    shared = shared_folder()
    if shared is None:
        sys.exit(
            "benchmark not run: ../shared is absent; set VRAAGARCHIEF_SHARED to the folder that holds data/"
        )
    folder = options.keep or Path(tempfile.mkdtemp(prefix="whole-way-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        measure(shared / "data" / NAME, folder, options.questions)
    finally:
        if options.keep is None:
            shutil.rmtree(folder)


def measure(source: Path, folder: Path, limit: int) -> None:
    records = folder / "questions.jsonl"
    count = write_records(source, records)
    if limit:
        with records.open("rb") as lines:
            head = list(itertools.islice(lines, limit))
        records.write_bytes(b"".join(head))
        count = len(head)
    corpus, site = folder / "corpus", folder / "public"
    print(f"{count} questions, {records.stat().st_size / MEGABYTE:.1f} MB of records\n")
    print("| step | seconds | CPU seconds | documents/s | peak memory MB |\n|---|---|---|---|---|")
    for step, words in (
        ("ingest", ["ingest", corpus, records]),
        ("index (Whoosh)", ["index", corpus]),
        ("shards", ["shards", corpus, folder / "shards"]),
        ("build (links, shards, pages; index ready)", ["build", corpus, site]),
    ):
        print_cost(step, run_step([*STEPS, *words], folder / "step.log"), count)
    pagefind = HERE / "node_modules" / ".bin" / "pagefind"
    command = [pagefind, "--site", site, "--glob", "vragen/**/*.html", "--output-subdir", "pagefind"]
    print_cost("Pagefind on the same pages", run_step(command, folder / "step.log"), count)
    print_sizes(site)
    print_queries(site)


def print_cost(step: str, cost: Cost, count: int) -> None:
    print(
        f"| {step} | {cost.seconds:.1f} | {cost.cpu_seconds:.1f} | {count / cost.seconds:.0f} "
        f"| {cost.peak_bytes / MEGABYTE:.0f} |",
        flush=True,
    )


def print_sizes(site: Path) -> None:
    print("\n| | files | MB |\n|---|---|---|")
    for name, folder in (("our shards", "search"), ("Pagefind", "pagefind"), ("question pages", "vragen")):
        files, size = folder_size(site / folder)
        print(f"| {name} | {files} | {size / MEGABYTE:.1f} |")


def print_queries(site: Path) -> None:
    executable = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if executable is None:
        sys.exit("no Chromium found; install it (Debian: apt-get install -y chromium)")
    with launched(executable) as browser:
        ours = ask(browser, site, OURS, [f"/assets/{name}" for name in CLIENT], QUERIES, runs=5)
        theirs = ask(browser, site, PAGEFIND, ["/pagefind/pagefind.js"], QUERIES, runs=5)
    print("\n| cold query | found | KB | requests | ms | Pagefind: found | KB | requests | ms |")
    print("|---|---|---|---|---|---|---|---|---|")
    for our, their in zip(ours, theirs, strict=True):
        print(f"| `{our.query}` | {query_cells(our)} | {query_cells(their)} |")


def query_cells(cost: QueryCost) -> str:
    return f"{cost.total} | {cost.sent_bytes / 1000:.0f} | {cost.requests} | {cost.milliseconds:.0f}"


if __name__ == "__main__":
    main()
