"""Files that were made to hurt, from the test suites of PDF readers and extractors, come to an end with a reason."""

from __future__ import annotations

import tarfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from archive.ingest.limits import Limits
from benchmarks.safety.suite import Outcome, Suite
from benchmarks.safety.trial import Result, Trial, result_of
from tests.conftest import shared_folder

NAME = "hostile.tar.xz"
EVERY = 455
LIMITS = Limits(memory_bytes=1 << 30, cpu_seconds=20, wall_seconds=20.0, page_seconds=0.02)
# Damaged ones, at which the library for PDF gives up in ways of its own.
_DAMAGED = 12


def run(points: int, folder: Path) -> Outcome:
    """Ingests so many of the files, evenly chosen, each between two good documents."""
    shared = shared_folder()
    if shared is None:
        return _absent()
    paths = _files(shared / "data" / NAME, folder / "files")
    return _tried(
        [paths[number * len(paths) // points] for number in range(min(points, len(paths)))], folder, ""
    )


def control(folder: Path) -> Outcome:
    """Reads with a reader that takes the errors of the library for PDF for its own faults."""
    shared = shared_folder()
    if shared is None:
        return _absent()
    paths = _files(shared / "data" / NAME, folder / "files")
    damaged = [path for path in paths if path.suffix == ".pdf" and b"startxref" not in path.read_bytes()]
    return _tried(damaged[:_DAMAGED], folder, "benchmarks.safety.broken_reading:let_errors_out")


def _absent() -> Outcome:
    return Outcome(
        0, (), absent="the hostile files are in ../shared (or VRAAGARCHIEF_SHARED), which is absent"
    )


def _files(archive: Path, folder: Path) -> list[Path]:
    with tarfile.open(archive) as opened:
        opened.extractall(folder, filter="data")
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _tried(paths: list[Path], folder: Path, variant: str) -> Outcome:
    mixed: list[str] = []
    good: list[str] = []
    for number, path in enumerate(paths):
        neighbour = folder / f"good-{number}.txt"
        neighbour.write_text(f"Nota {number}\n\nDit is tekst nummer {number}.\n", "utf-8")
        good.append(str(neighbour))
        mixed += [str(neighbour), str(path)]
    result = result_of(Trial(tuple(mixed), str(folder / "corpus"), LIMITS, broken=variant))
    ends = Counter(read.code or "read" for read in result.reads)
    figures = {
        "peak of the program": f"{result.peak / 1e6:.0f} MB",
        "slowest": f"{max((read.seconds for read in result.reads), default=0):.1f} s",
        "ends": ", ".join(f"{count} {end}" for end, count in ends.most_common()),
    }
    return Outcome(len(paths), (*result.faults(good), *_faults(result, mixed)), figures)


def _faults(result: Result, paths: list[str]) -> Iterator[str]:
    told = {path for path, *_ in result.outcomes}
    for path in paths:
        if not any(one == path or one.startswith(f"{path}/") for one in told) and not result.died:
            yield f"{path} was forgotten"
    for read in result.reads:
        if read.code == "crashed":
            yield f"{read.name} made the reader fail"
    for path, _, id, _ in result.outcomes:
        if id is not None and not id.startswith("documenten/"):
            yield f"{path} became the question {id}"


SUITE = Suite(
    "hostile-files",
    short=60,
    long=EVERY,
    run=run,
    variant="a reader that does not know what the library for PDF raises",
    control=control,
)
