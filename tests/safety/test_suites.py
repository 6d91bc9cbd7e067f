"""Every promise holds in the short run, and every suite catches its deliberately broken variant."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.safety.suite import Suite
from benchmarks.safety.suites import SUITES

EVERY = pytest.mark.parametrize("suite", SUITES, ids=lambda suite: suite.name)


@pytest.mark.safety
@EVERY
def test_promise_holds(suite: Suite, tmp_path: Path) -> None:
    outcome = suite.run(suite.short, tmp_path)
    if outcome.absent:
        pytest.skip(outcome.absent)
    assert outcome.broken == ()
    assert outcome.tried >= suite.short


@pytest.mark.safety
@EVERY
def test_broken_variant_is_caught(suite: Suite, tmp_path: Path) -> None:
    outcome = suite.control(tmp_path)
    assert outcome.broken, f"the suite did not notice: {suite.variant}"
