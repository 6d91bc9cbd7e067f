"""Tries to break every promise of docs/promises.md and prints what became of it.

    python -m benchmarks.safety [--long] [--points N] [SUITE …]

The short run is that of CI and takes minutes, the long one hours. After each suite its negative control runs: a
deliberately broken variant, which the suite must catch. Exit code 1 when a promise was broken or a broken variant
was not caught.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from benchmarks.safety.suite import Outcome, Suite
from benchmarks.safety.suites import SUITES

_SHOWN = 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the suites named on the command line, or all. Returns the exit code."""
    known = {suite.name: suite for suite in SUITES}
    parser = argparse.ArgumentParser(prog="python -m benchmarks.safety", description=__doc__)
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=f"one of: {', '.join(known)}")
    parser.add_argument("--long", action="store_true", help="try as many points as the long run does")
    parser.add_argument("--points", type=int, metavar="N", help="try N points instead")
    options = parser.parse_args(arguments)
    unknown = [name for name in options.suites if name not in known]
    if unknown:
        parser.error(f"no suite is called {unknown[0]}; there are {', '.join(known)}")
    print(f"{date.today().isoformat()}, {'long' if options.long else 'short'} run\n")
    print("| suite | tried | broken | negative control | other figures | seconds |")
    print("|---|---|---|---|---|---|")
    kept = True
    for suite in [known[name] for name in options.suites] or SUITES:
        points = options.points or (suite.long if options.long else suite.short)
        kept &= _tried(suite, points)
    return 0 if kept else 1


def _tried(suite: Suite, points: int) -> bool:
    """Runs one suite and its control and prints the row. Whether the promise held and the control was caught."""
    began = time.monotonic()
    outcome = _apart(lambda folder: suite.run(points, folder))
    if outcome.absent:
        print(f"| {suite.name} | 0 | not tried: {outcome.absent} | | | |", flush=True)
        return True
    control = _apart(suite.control)
    caught = "caught" if control.broken else "NOT CAUGHT"
    figures = "; ".join(f"{name} {value}" for name, value in outcome.figures.items())
    print(
        f"| {suite.name} | {outcome.tried:,} | {len(outcome.broken):,} | {suite.variant}: {caught}"
        f" ({len(control.broken):,} of {control.tried:,}) | {figures} | {time.monotonic() - began:.0f} |",
        flush=True,
    )
    for line in outcome.broken[:_SHOWN]:
        print(f"  {suite.name}: {line}", file=sys.stderr)
    return not outcome.broken and bool(control.broken)


def _apart(run: Callable[[Path], Outcome]) -> Outcome:
    with tempfile.TemporaryDirectory(prefix="safety-") as folder:
        return run(Path(folder))


if __name__ == "__main__":
    sys.exit(main())
