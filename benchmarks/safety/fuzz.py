"""Documents made wrong at random end in a record or a reason, and in the same one each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from archive.ingest.limits import Limits
from benchmarks.safety.fuzz_mutations import Kinds, mutated
from benchmarks.safety.fuzz_seeds import seeds_of_packages, seeds_of_pdf, seeds_of_text
from benchmarks.safety.suite import Outcome, Suite
from benchmarks.safety.trial import Result, Trial, result_of

LIMITS = Limits(memory_bytes=1 << 30, cpu_seconds=20, wall_seconds=40.0)
# One in so many is read twice.
TWICE = 10
_BATCH = 500
# Enough for some of them to be damaged.
_CONTROL = 60


def run(points: int, folder: Path) -> Outcome:
    """Ingests so many mutations of the project's own documents."""
    return _tried(range(points), folder, "")


def control(folder: Path) -> Outcome:
    """Reads with a reader that does not foresee damage."""
    return _tried(range(_CONTROL), folder, "benchmarks.safety.broken_reading:let_refusals_out")


def _tried(numbers: range, folder: Path, variant: str) -> Outcome:
    kinds = Kinds(tuple(seeds_of_text()), tuple(seeds_of_packages()), tuple(seeds_of_pdf()))
    broken: list[str] = []
    ends: Counter[str] = Counter()
    peak, slowest = 0, 0.0
    for start in range(0, len(numbers), _BATCH):
        room = folder / str(start)
        room.mkdir()
        for number in numbers[start : start + _BATCH]:
            (room / f"{number:05}").write_bytes(mutated(number, kinds))
        trial = Trial((str(room),), str(room) + "-corpus", LIMITS, broken=variant, twice=TWICE)
        result = result_of(trial, seconds=3600.0)
        broken += [*result.faults(()), *result.untold(room), *_differing(result)]
        ends.update(read.code or "read" for read in result.reads)
        peak = max(peak, result.peak)
        slowest = max([slowest, *(read.seconds for read in result.reads)])
    figures = {
        "ends": ", ".join(f"{count:,} {end}" for end, count in ends.most_common()),
        "slowest": f"{slowest:.1f} s",
        "peak of the program": f"{peak / 1e6:.0f} MB",
    }
    return Outcome(len(numbers), tuple(broken), figures)


def _differing(result: Result) -> Iterator[str]:
    for read in result.reads:
        if not read.same:
            yield f"{read.name}, read twice, came to two ends"


SUITE = Suite(
    "fuzz",
    short=500,
    long=10_000,
    run=run,
    variant="a reader that meets what it cannot read with an error of its own",
    control=control,
)
