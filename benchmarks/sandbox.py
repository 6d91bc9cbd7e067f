"""What it costs to read each document in a process of its own: the same ingest apart and in the program itself.

    python -m benchmarks.sandbox [--rounds N] [PDF …]

Ingests ordinary PDFs (the made set of the shared material, or the samples of the tests, or those named) into corpora
that are thrown away. Every round ingests them twice, once in the program itself and once apart, in turn the one and
the other first, everything loaded; told are the medians of the rounds' ratios. Processor time is that of the program
and of all its readers. What the server within bubblewrap takes to start stands apart: it is started once for a run.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from archive.ingest import ingest_paths
from archive.ingest.bubblewrap import walls
from archive.ingest.isolation import Apart
from archive.ingest.limits import Limits
from archive.ingest.reading import Reading, read_and_parse
from archive.model.document import Source
from archive.model.question import SourceFacts
from archive.store.corpus import Corpus
from tests.conftest import ROOT, shared_folder

MOST_RATIO = 1.15


class Cost(msgspec.Struct, frozen=True):
    """Seconds of one ingest: by the clock, and of the processor."""

    wall: float
    processor: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures and prints the ratios. Exit code 1 where the processor's is beyond the bar."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("pdfs", nargs="*", metavar="PDF")
    options = parser.parse_args(arguments)
    paths = options.pdfs or ordinary_pdfs()
    pairs = list(compared(paths, options.rounds))
    wall = statistics.median(apart.wall / within.wall for within, apart in pairs)
    processor = statistics.median(apart.processor / within.processor for within, apart in pairs)
    each = statistics.median((apart.processor - within.processor) / len(paths) for within, apart in pairs)
    print(f"{len(paths)} PDFs, {len(pairs)} rounds, everything loaded")
    print(f"in the program itself: {statistics.median(one.wall for one, _ in pairs):.2f} s")
    print(
        f"apart: processor time x {processor:.3f}, by the clock x {wall:.3f}; {each * 1000:.1f} ms a document"
    )
    if walls():
        print(f"the server within bubblewrap starts in {statistics.median(_starts(3)):.2f} s, once for a run")
    else:
        print("the server within bubblewrap was not tried: it is not installed, or not allowed")
    return 0 if processor <= MOST_RATIO else 1


def ordinary_pdfs() -> list[str]:
    """The PDFs of the made set, or where that is absent the samples of the tests."""
    shared = shared_folder()
    folder = shared / "data" / "made" / "pdf" if shared else ROOT / "tests" / "extract" / "samples" / "made"
    return [str(path) for path in sorted(folder.glob("*.pdf"))]


def compared(paths: Sequence[str], rounds: int) -> Iterator[tuple[Cost, Cost]]:
    """The costs within the program and apart, for each round. The first of all is not told: it loads."""
    _cost(paths, apart=False)
    for number in range(rounds):
        if number % 2:
            within, apart = _cost(paths, apart=False), _cost(paths, apart=True)
        else:
            apart, within = _cost(paths, apart=True), _cost(paths, apart=False)
        yield within, apart


def _cost(paths: Sequence[str], *, apart: bool) -> Cost:
    with tempfile.TemporaryDirectory(prefix="sandbox-") as folder, _reading(apart=apart):
        before, began = os.times(), time.monotonic()
        with Corpus.open(Path(folder) / "corpus", create=True) as corpus:
            report = ingest_paths(corpus, paths)
        after, ended = os.times(), time.monotonic()
    assert report.refused == 0, report.documents
    return Cost(ended - began, sum(after[:4]) - sum(before[:4]))


@contextlib.contextmanager
def _reading(*, apart: bool) -> Iterator[None]:
    """Documents are read apart, or in the program itself."""
    plain = Apart.read

    def within(self: Apart, source: Source, facts: SourceFacts) -> Reading:
        return read_and_parse(source, facts)

    if not apart:
        Apart.read = within  # type: ignore[method-assign]
    try:
        yield
    finally:
        Apart.read = plain  # type: ignore[method-assign]


def _starts(rounds: int) -> Iterator[float]:
    source = Source("a.txt", b"Titel\n\nTekst.")
    facts = SourceFacts("a.txt", "00" * 32, "", len(source.content))
    for _ in range(rounds):
        began = time.monotonic()
        with Apart(read_and_parse, Limits(), walled=True) as apart:
            apart.read(source, facts)
        yield time.monotonic() - began


if __name__ == "__main__":
    sys.exit(main())
