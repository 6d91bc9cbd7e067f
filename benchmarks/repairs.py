"""Shows what the repair of text changes in two large corpora that nobody's extractor broke.

    python -m benchmarks.repairs [--examples N] [--limit N]

Reads dekamer2017.jsonl.gz and uk-written-questions.jsonl.gz from the shared material (../shared or
VRAAGARCHIEF_SHARED). Prints per kind of repair how many texts it changed, with examples: each must be a repair.
"""

from __future__ import annotations

import argparse
import itertools
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

from archive.text.repair import repair_lines
from benchmarks.repair_texts import CORPORA, LAYOUTS, read_texts
from tests.conftest import shared_folder


def main() -> None:
    """Repairs every text of both corpora and prints what changed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=20, help="at most this many of each kind")
    parser.add_argument("--limit", type=int, help="only the first N texts of each corpus")
    options = parser.parse_args()
    shared = shared_folder()
    if shared is None:
        sys.exit(
            "benchmark not run: ../shared is absent; set VRAAGARCHIEF_SHARED to the folder that holds data/"
        )
    for name in CORPORA:
        for layout in LAYOUTS:
            print_repairs(shared / "data" / name, layout, options.examples, options.limit)


def print_repairs(path: Path, layout: str, most: int, limit: int | None) -> None:
    """The repairs in one corpus in one layout: a table of counts, then the notes themselves."""
    examples: defaultdict[str, list[str]] = defaultdict(list)
    counts: Counter[str] = Counter()
    texts = changed = 0
    started = time.process_time()
    for text in itertools.islice(read_texts(path, layout), limit):
        notes = repair_lines(text.lines).notes
        texts += 1
        changed += bool(notes)
        for note in notes:
            counts[note.code] += 1
            if len(examples[note.code]) < most:
                examples[note.code].append(f"{text.place}: {note.message[:300]}")
    seconds = time.process_time() - started
    print(f"## {path.name}, {layout}: {changed} of {texts} texts changed, {seconds:.1f} CPU seconds\n")
    print("| repair | texts |\n|---|---|")
    for code, count in counts.most_common():
        print(f"| {code} | {count} |")
    for code, found in examples.items():
        print(f"\n{code}")
        for example in found:
            print(f"  - {example}")
    print()


if __name__ == "__main__":
    main()
