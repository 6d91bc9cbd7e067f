"""All safety suites, in the order of docs/promises.md."""

from __future__ import annotations

from benchmarks.safety import (
    bombs,
    faults,
    fixity,
    full_disk,
    fuzz,
    hostile_files,
    liars,
    payloads,
    private_index,
    restore,
    serve,
    together,
)
from benchmarks.safety.suite import Suite

SUITES: tuple[Suite, ...] = (
    together.SUITE,
    faults.SUITE,
    full_disk.SUITE,
    fixity.SUITE,
    restore.SUITE,
    private_index.SUITE,
    serve.SUITE,
    hostile_files.SUITE,
    bombs.SUITE,
    liars.SUITE,
    fuzz.SUITE,
    payloads.SUITE,
)
