"""Runs one step in a process of its own and tells what it cost."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path


@dataclasses.dataclass(frozen=True)
class Cost:
    """Wall-clock and processor seconds, and the largest resident set of the process or a descendant (bytes)."""

    seconds: float
    cpu_seconds: float
    peak_bytes: int


def run_step(command: Sequence[str | Path], log: Path) -> Cost:
    """Runs `command` with its output in `log`. Raises RuntimeError with the end of that output if it fails."""
    with log.open("wb") as output:
        started = time.perf_counter()
        child = subprocess.Popen([str(word) for word in command], stdout=output, stderr=output)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 3):
        raise RuntimeError(f"{command[0]} failed with {child.returncode}: {log.read_text('utf-8')[-2000:]}")
    kibibyte = 1 if sys.platform == "darwin" else 1024
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * kibibyte)


def folder_size(folder: Path) -> tuple[int, int]:
    """Number of files below `folder` and the sum of their bytes."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)
