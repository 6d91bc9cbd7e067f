"""One suite and its negative control, run in a process that may be another one's child."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from benchmarks.safety.suite import Outcome
from benchmarks.safety.suites import SUITES

BY_NAME = {suite.name: suite for suite in SUITES}


class SuiteTrial(msgspec.Struct, frozen=True):
    """What became of a suite and of its control, None where nothing could be tried, and the seconds of both."""

    name: str
    outcome: Outcome
    control: Outcome | None
    seconds: float

    @property
    def is_kept(self) -> bool:
        """Whether the promise held and the broken variant was caught."""
        return not self.outcome.broken and (self.control is None or bool(self.control.broken))


def tried_suite(name: str, points: int) -> SuiteTrial:
    """Runs one suite and, where it could be tried, its control."""
    suite = BY_NAME[name]
    began = time.monotonic()
    outcome = _apart(lambda folder: suite.run(points, folder))
    control = None if outcome.absent else _apart(suite.control)
    return SuiteTrial(name, outcome, control, time.monotonic() - began)


def _apart(run: Callable[[Path], Outcome]) -> Outcome:
    with tempfile.TemporaryDirectory(prefix="safety-") as folder:
        outcome = run(Path(folder))
    # The mapping that stands for no figures cannot go from one process to another.
    return msgspec.structs.replace(outcome, figures=dict(outcome.figures))
