"""The memory of a process and all that it starts, together: resource usage tells that of the largest alone."""

from __future__ import annotations

import contextlib
import dataclasses
import re
import threading
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measure import Cost, run_step

_PROCESSES = Path("/proc")
_PAUSE_SECONDS = 0.1
_SHARE = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)


def run_tree(command: Sequence[str | Path], log: Path) -> Cost:
    """As run_step, but with the highest sum of what its processes hold; a page that several share counts once.

    Looked at ten times a second, on Linux; elsewhere the memory is that of the largest process.
    """
    finished = threading.Event()
    watcher = _Watcher(str(command[-1]), finished)
    watcher.start()
    try:
        cost = run_step(command, log)
    finally:
        finished.set()
        watcher.join()
    return dataclasses.replace(cost, peak_bytes=watcher.highest or cost.peak_bytes)


class _Watcher(threading.Thread):
    """Adds up, again and again, the memory of all processes whose command line ends with `mark`."""

    def __init__(self, mark: str, finished: threading.Event) -> None:
        super().__init__(daemon=True)
        self._mark = mark.encode()
        self._finished = finished
        self.highest = 0

    def run(self) -> None:
        while not self._finished.wait(_PAUSE_SECONDS):
            self.highest = max(self.highest, sum(map(_held, self._processes())))

    def _processes(self) -> list[Path]:
        found = []
        for folder in _PROCESSES.glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if (folder / "cmdline").read_bytes().rstrip(b"\0").endswith(b"\0" + self._mark):
                    found.append(folder)
        return found


def _held(folder: Path) -> int:
    """The bytes that a process holds; 0 when it has just ended."""
    with contextlib.suppress(OSError):
        found = _SHARE.search((folder / "smaps_rollup").read_text("ascii"))
        return int(found[1]) * 1024 if found else 0
    return 0
