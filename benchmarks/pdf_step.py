"""Reads PDFs with one reader in a process of its own, so that its time and memory can be told: see pdf_readers.py.

python -m benchmarks.pdf_step READER OUTPUT PDF...
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import msgspec

from benchmarks.pdf_peers import READERS, Reading


class StepResult(msgspec.Struct, frozen=True):
    """What a reader read of each PDF, by path, with the seconds it took: by the clock and of the processor."""

    readings: dict[str, Reading]
    seconds: float
    cpu_seconds: float


def _cpu_seconds() -> float:
    """Processor seconds of this process and of those it waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def main() -> None:
    """Reads the first PDF once to load everything, then all of them on the clock."""
    name, output, *paths = sys.argv[1:]
    read = READERS[name]
    read(Path(paths[0]))
    started, cpu_started = time.perf_counter(), _cpu_seconds()
    readings = {path: read(Path(path)) for path in paths}
    result = StepResult(readings, time.perf_counter() - started, _cpu_seconds() - cpu_started)
    Path(output).write_bytes(msgspec.json.encode(result))


if __name__ == "__main__":
    main()
