"""The suites that kill the program while it reads documents, makes a site, or writes what else it gives."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.safety.broken_writes import (
    build_in_place,
    export_in_place,
    write_originals_in_place,
    write_rows_first,
)
from benchmarks.safety.kill import try_scenes
from benchmarks.safety.kill_scenes import BUILDS, EXPORTS, INGESTS, OUTPUTS
from benchmarks.safety.scenes import Scene
from benchmarks.safety.suite import Outcome, Suite


def all_caught(outcomes: dict[str, Outcome]) -> Outcome:
    """The outcomes of several broken variants as one, which names nothing broken where one of them went unnoticed."""
    broken = [f"{name}: {line}" for name, outcome in outcomes.items() for line in outcome.broken]
    unnoticed = not all(outcome.broken for outcome in outcomes.values())
    return Outcome(
        sum(outcome.tried for outcome in outcomes.values()),
        () if unnoticed else tuple(broken),
        absent=next((outcome.absent for outcome in outcomes.values()), ""),
    )


def _control(scene: Scene, points: int, *variants: Callable[[], None]) -> Callable[[Path], Outcome]:
    def control(folder: Path) -> Outcome:
        return all_caught(
            {
                variant.__name__: try_scenes([scene], points, folder / variant.__name__, variant)
                for variant in variants
            }
        )

    return control


KILL_INGEST = Suite(
    name="kill-ingest",
    short=120,
    long=600,
    run=lambda points, folder: try_scenes(INGESTS, points, folder),
    variant="originals written in place, rows committed before their originals",
    control=_control(INGESTS[0], 9, write_originals_in_place, write_rows_first),
)
KILL_BUILD = Suite(
    name="kill-build",
    short=15,
    long=1300,
    run=lambda points, folder: try_scenes(BUILDS, points, folder),
    variant="the site made in place",
    control=_control(BUILDS[0], 9, build_in_place),
)
KILL_OUTPUT = Suite(
    name="kill-output",
    short=15,
    long=600,
    run=lambda points, folder: try_scenes(OUTPUTS, points, folder),
    variant="exports written in place",
    control=_control(EXPORTS, 15, export_in_place),
)
