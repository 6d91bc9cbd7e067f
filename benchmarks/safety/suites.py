"""All safety suites, in the order of docs/promises.md."""

from __future__ import annotations

from benchmarks.safety import liars
from benchmarks.safety.suite import Suite

SUITES: tuple[Suite, ...] = (liars.SUITE,)
