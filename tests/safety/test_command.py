"""The command that runs the suites says what was kept, and counts no suite whose broken variant goes unnoticed."""

from __future__ import annotations

import pickle

import pytest

from benchmarks.safety.__main__ import main
from benchmarks.safety.suite import Outcome
from benchmarks.safety.suite_trial import SuiteTrial, tried_suite

KEPT = Outcome(3, ())
BROKEN = Outcome(3, ("a file: lost",))
ABSENT = Outcome(0, (), absent="strace is not installed")


@pytest.mark.parametrize(
    ("outcome", "control", "kept"),
    [(KEPT, BROKEN, True), (KEPT, KEPT, False), (BROKEN, BROKEN, False), (ABSENT, None, True)],
)
def test_promise_counts_as_kept_only_beside_a_broken_variant_that_was_caught(
    outcome: Outcome, control: Outcome | None, kept: bool
) -> None:
    assert SuiteTrial("kill", outcome, control, 1.0).is_kept is kept


def test_unknown_suite_is_a_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["nothing-of-ours"])
    assert ended.value.code == 2
    assert "no suite is called nothing-of-ours" in capsys.readouterr().err


def test_trial_can_be_told_by_another_process() -> None:
    trial = tried_suite("private-index", 3)
    assert pickle.loads(pickle.dumps(trial)) == trial
    assert trial.is_kept
