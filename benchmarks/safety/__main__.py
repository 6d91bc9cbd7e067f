"""Tries to break every promise of docs/promises.md and prints what became of it.

    python -m benchmarks.safety [--long] [--points N] [--processes N] [SUITE …]

The short run is that of CI and takes minutes, the long one hours. After each suite its negative control runs: a
deliberately broken variant, which the suite must catch. Exit code 1 when a promise was broken or a broken variant
was not caught.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from datetime import date

from benchmarks.safety.suite_trial import BY_NAME, SuiteTrial, tried_suite

_SHOWN = 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the suites named on the command line, or all. Returns the exit code."""
    options = _options(arguments)
    print(f"{date.today().isoformat()}, {'long' if options.long else 'short'} run\n")
    print("| suite | tried | broken | negative control | other figures | seconds |")
    print("|---|---|---|---|---|---|", flush=True)
    kept = True
    # Each suite has an interpreter of its own: what one has loaded or left running is nothing to the next.
    processes = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(options.processes, mp_context=processes, max_tasks_per_child=1) as pool:
        # The last ones take longest: begun first, they leave no process idle at the end.
        names = options.suites or list(reversed(BY_NAME))
        trials = [pool.submit(tried_suite, name, _points(name, options)) for name in names]
        for ended in as_completed(trials):
            trial = ended.result()
            _print_row(trial)
            kept &= trial.is_kept
    return 0 if kept else 1


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.safety", description=__doc__)
    parser.add_argument("suites", nargs="*", metavar="SUITE", help=f"one of: {', '.join(BY_NAME)}")
    parser.add_argument("--long", action="store_true", help="try as many points as the long run does")
    parser.add_argument("--points", type=int, metavar="N", help="try N points instead")
    parser.add_argument(
        "--processes", type=int, metavar="N", default=os.cpu_count() or 1, help="suites that run at once"
    )
    options = parser.parse_args(arguments)
    unknown = [name for name in options.suites if name not in BY_NAME]
    if unknown:
        parser.error(f"no suite is called {unknown[0]}; there are {', '.join(BY_NAME)}")
    return options


def _points(name: str, options: argparse.Namespace) -> int:
    suite = BY_NAME[name]
    return options.points or (suite.long if options.long else suite.short)


def _print_row(trial: SuiteTrial) -> None:
    outcome, control = trial.outcome, trial.control
    if control is None:
        print(f"| {trial.name} | 0 | not tried: {outcome.absent} | | | |", flush=True)
        return
    caught = "caught" if control.broken else "NOT CAUGHT"
    figures = "; ".join(f"{name} {value}" for name, value in outcome.figures.items())
    print(
        f"| {trial.name} | {outcome.tried:,} | {len(outcome.broken):,} | {BY_NAME[trial.name].variant}: {caught}"
        f" ({len(control.broken):,} of {control.tried:,}) | {figures} | {trial.seconds:.0f} |",
        flush=True,
    )
    for line in outcome.broken[:_SHOWN]:
        print(f"  {trial.name}: {line}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
