"""All safety suites, in the order of docs/promises.md."""

from __future__ import annotations

from benchmarks.safety import fixity, fuzz, hostile_files, liars, together
from benchmarks.safety.suite import Suite

SUITES: tuple[Suite, ...] = (
    together.SUITE,
    fixity.SUITE,
    hostile_files.SUITE,
    liars.SUITE,
    fuzz.SUITE,
)
