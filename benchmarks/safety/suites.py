"""All safety suites, in the order of docs/promises.md."""

from __future__ import annotations

from benchmarks.safety import (
    bombs,
    faults,
    fixity,
    full_disk,
    fuzz,
    hostile_files,
    kill_random,
    kill_suites,
    liars,
    payloads,
    power_loss,
    private_index,
    queries,
    restore,
    same_bytes,
    serve,
    together,
)
from benchmarks.safety.suite import Suite

SUITES: tuple[Suite, ...] = (
    kill_suites.KILL_INGEST,
    kill_random.SUITE,
    kill_suites.KILL_BUILD,
    kill_suites.KILL_OUTPUT,
    power_loss.SUITE,
    together.SUITE,
    faults.SUITE,
    full_disk.SUITE,
    fixity.SUITE,
    restore.SUITE,
    private_index.SUITE,
    serve.SUITE,
    queries.SUITE,
    hostile_files.SUITE,
    bombs.SUITE,
    liars.SUITE,
    fuzz.SUITE,
    payloads.SUITE,
    same_bytes.SUITE,
)
