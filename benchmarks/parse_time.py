"""Measures how the time and memory of reading grow with the length of a text, ordinary and adversarial.

    python -m benchmarks.parse_time [--sizes BYTES...] [--only TEXT] [--seconds N]

Prints processor seconds per MB for each size; "beyond" marks where the largest size takes more than three times as
many as the smallest one that takes long enough to be measured. Where a size takes too long, growth is not known.
"""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
from collections.abc import Sequence

import msgspec

from benchmarks.long_texts import MAKERS
from benchmarks.parse_step import ReadingCost

SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
MEGABYTE = 1_000_000
MOST_GROWTH = 3.0
# Seconds below which the clock tells nothing of growth.
MEASURABLE = 0.02


def main() -> None:
    """Reads every text in every size and prints a row for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="lengths in bytes")
    parser.add_argument("--only", action="append", choices=MAKERS, help="only this text; may be repeated")
    parser.add_argument(
        "--seconds", type=int, default=180, help="the most processor time that one reading may take"
    )
    options = parser.parse_args()
    print("CPU seconds per MB of text, bytes to record; memory beyond the text itself\n")
    print(
        "| text | "
        + " | ".join(map(shown_size, options.sizes))
        + " | growth | extraction s/MB | MB/MB | read as |"
    )
    print("|---|" + "---|" * (len(options.sizes) + 4))
    beyond: list[str] = []
    unknown: list[str] = []
    for name in options.only or MAKERS:
        costs = [cost for size in options.sizes if (cost := measure(name, size, options.seconds))]
        times = growth(costs) if len(costs) == len(options.sizes) else None
        if times is None:
            unknown.append(name)
        elif times > MOST_GROWTH:
            beyond.append(name)
        print(row(name, costs, len(options.sizes), times), flush=True)
    print(f"\nMore than linear: {'; '.join(beyond) or 'none'}.")
    if unknown:
        print(f"Growth not known, for a size took more than {options.seconds} s: {'; '.join(unknown)}.")


def measure(name: str, size: int, most_seconds: int) -> ReadingCost | None:
    """The cost of one reading; None where it took longer than it may."""
    command = [sys.executable, "-m", "benchmarks.parse_step", name, str(size), str(most_seconds)]
    run = subprocess.run(command, capture_output=True, check=False)
    if -run.returncode in (signal.SIGXCPU, signal.SIGKILL):
        return None
    run.check_returncode()
    return msgspec.json.decode(run.stdout, type=ReadingCost)


def seconds(cost: ReadingCost) -> float:
    return cost.extract_seconds + cost.parse_seconds


def per_megabyte(cost: ReadingCost) -> float:
    return seconds(cost) / cost.length * MEGABYTE


def growth(costs: Sequence[ReadingCost]) -> float:
    """Seconds per MB of the largest size, in those of the smallest that can be measured."""
    largest = costs[-1]
    smallest = next((cost for cost in costs if seconds(cost) >= MEASURABLE), largest)
    return per_megabyte(largest) / per_megabyte(smallest)


def row(name: str, costs: Sequence[ReadingCost], sizes: int, times: float | None) -> str:
    cells = [f"{per_megabyte(cost):.2f}" for cost in costs] + ["too long"] * (sizes - len(costs))
    if not costs:
        return f"| {name} | {' | '.join(cells)} | unknown | | | |"
    last = costs[-1]
    shown = "unknown" if times is None else f"{times:.1f}" + (" **beyond**" if times > MOST_GROWTH else "")
    extraction = last.extract_seconds / last.length * MEGABYTE
    memory = last.grown_bytes / last.length
    return f"| {name} | {' | '.join(cells)} | {shown} | {extraction:.2f} | {memory:.0f} | {last.outcome} |"


def shown_size(size: int) -> str:
    return f"{size // MEGABYTE} MB" if size >= MEGABYTE else f"{size // 1000} KB"


if __name__ == "__main__":
    main()
