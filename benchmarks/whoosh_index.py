"""Measures the index of the terminal, made by one process and by several, beside the shards of the same records.

    python -m benchmarks.whoosh_index RECORDS [--documents N] [--processes N]

RECORDS is a file of JSON lines, such as `python -m benchmarks.search --keep FOLDER` leaves. Memory is that of all
processes together, shared pages counted once (Linux; elsewhere that of the largest). Prints Markdown.
"""

from __future__ import annotations

import argparse
import itertools
import statistics
import sys
import tempfile
import time
from pathlib import Path

from archive.search.children import processors
from archive.search.query import parse_query
from archive.search.shards import write_shards
from archive.search.whoosh_query import matches
from archive.search.whoosh_store import open_index, write_index
from archive.text.languages import DUTCH
from benchmarks.measure import Cost, folder_size
from benchmarks.process_memory import run_tree
from benchmarks.search_step import read_records

QUERIES = (
    ("one word", "begeleidingspremie"),
    ("common word", "vlaamse"),
    ("stop word", "de"),
    ("three words", "begeleidingspremie loonpremie tewerkstelling"),
    ("phrase", '"stand van zaken"'),
    ("phrase of stop words", '"van de"'),
    ("near", '"stand zaken"~5'),
    ("prefix", "be*"),
    ("ending", "*ing"),
    ("field", "titel:premie"),
    ("facet and word", "minister:demir vlaamse"),
    ("dates", "van:2021 tot:2022"),
    ("everything but", "-premie"),
)
_RUNS = 3


def main() -> None:
    """Makes each index, asks the queries, prints what both cost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("records", type=Path)
    parser.add_argument("--documents", type=int, help="so many of the records only")
    parser.add_argument("--processes", type=int, default=processors(), help="how many are several")
    parser.add_argument("--step", nargs=2, metavar=("KIND", "FOLDER"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.step:
        write(options.records, options.documents, options.step[0], Path(options.step[1]))
        return
    with tempfile.TemporaryDirectory(prefix="whoosh-") as folder:
        measure(options, Path(folder))


def measure(options: argparse.Namespace, folder: Path) -> None:
    documents = sum(1 for _ in itertools.islice(options.records.open("rb"), options.documents))
    print(f"{documents} documents, {processors()} processors\n")
    print("| step | seconds | CPU seconds | documents/s | documents/CPU s | peak memory MB | MB on disk |")
    print("|---|---|---|---|---|---|---|")
    steps = {f"Whoosh, processes: {number}": str(number) for number in sorted({1, options.processes})}
    for name, kind in {**steps, "our shards": "shards"}.items():
        words = [sys.executable, "-m", "benchmarks.whoosh_index", options.records]
        words += ["--documents", documents, "--step", kind, folder / kind]
        print_step(name, run_tree(list(map(str, words)), folder / "step.log"), documents, folder / kind)
    print("\n| query | found |" + "".join(f" ms, {name} |" for name in steps))
    print("|---|---|" + "---|" * len(steps))
    asked = [milliseconds(folder / kind) for kind in steps.values()]
    for row in zip(("open", *(name for name, _ in QUERIES)), *asked, strict=True):
        name, *found = row
        print(f"| {name} | {found[0][0]} |" + "".join(f" {spent:.1f} |" for _, spent in found), flush=True)


def write(records: Path, documents: int | None, kind: str, folder: Path) -> None:
    """What each measured process does."""
    chosen = itertools.islice(read_records(records), documents)
    if kind == "shards":
        write_shards(chosen, folder)
    else:
        write_index(chosen, folder, "", processes=int(kind))


def print_step(name: str, cost: Cost, documents: int, folder: Path) -> None:
    _, size = folder_size(folder)
    print(
        f"| {name} | {cost.seconds:.1f} | {cost.cpu_seconds:.1f} | {documents / cost.seconds:.0f} "
        f"| {documents / cost.cpu_seconds:.0f} | {cost.peak_bytes / 1e6:.0f} | {size / 1e6:.1f} |",
        flush=True,
    )


def milliseconds(folder: Path) -> list[tuple[int, float]]:
    """Documents and CPU milliseconds: of opening, then of every query, the median of some runs."""
    started = time.process_time()
    with open_index(folder) as (searcher, entries):
        rows = [(len(entries), 1000 * (time.process_time() - started))]
        for _, query in QUERIES:
            tree = parse_query(query)
            spent = []
            for _ in range(_RUNS):
                started = time.process_time()
                found = len(matches(tree, searcher, DUTCH))
                spent.append(1000 * (time.process_time() - started))
            rows.append((found, statistics.median(spent)))
    return rows


if __name__ == "__main__":
    main()
