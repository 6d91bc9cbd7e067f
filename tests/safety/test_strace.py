"""Running a piece of the program under strace."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from benchmarks.safety.strace import ABSENT, calls_of, has_strace, traced

pytestmark = pytest.mark.skipif(not has_strace(), reason=ABSENT)


def write_twice(folder: Path) -> int:
    (folder / "a").write_bytes(b"1")
    (folder / "b").write_bytes(b"2")
    return 3


def test_what_was_called_is_told_in_order(tmp_path: Path) -> None:
    ended = traced(lambda: write_twice(tmp_path))
    changes = [(call.name, call.number) for call in ended.calls if call.is_change and call.name == "write"]
    assert (ended.code, changes) == (3, [("write", 1), ("write", 2)])


def test_a_child_is_killed_before_the_call(tmp_path: Path) -> None:
    ended = traced(lambda: write_twice(tmp_path), inject=["write:signal=KILL:when=2"])
    assert ended.is_killed
    assert [path.stat().st_size for path in sorted(tmp_path.iterdir())] == [1, 0]


def test_a_call_fails_as_wanted(tmp_path: Path) -> None:
    ended = traced(lambda: write_twice(tmp_path), inject=["write:error=ENOSPC:when=1"])
    assert "No space left on device" in ended.err


def test_what_a_child_says_is_kept_apart(tmp_path: Path) -> None:
    ended = traced(lambda: sys.stdout.write("ja\n") - 3)
    assert (ended.out, ended.err) == ("ja\n", "")


def test_a_process_that_outlives_the_child_is_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.safety.strace._LEAVE_SECONDS", 0.2)

    def leave_one() -> None:
        if os.fork() == 0:
            time.sleep(30)
            os._exit(0)

    assert traced(leave_one).survivors == 1


def test_a_child_that_hangs_is_ended() -> None:
    with pytest.raises(TimeoutError):
        traced(lambda: time.sleep(30), seconds=0.2)


def test_a_call_that_another_process_interrupts_is_one_call() -> None:
    log = '7 write(1</a>, ""..., 2 <unfinished ...>\n8 fsync(3</b>) = 0\n7 <... write resumed>) = 2\n'
    assert [(call.process, call.name, call.result) for call in calls_of(log)] == [
        (8, "fsync", 0),
        (7, "write", 2),
    ]


def test_numbers_count_the_calls_of_one_process() -> None:
    log = "7 fsync(3</b>) = 0\n8 fsync(3</b>) = 0\n7 fsync(3</b>) = -1 EIO (Input/output error) (INJECTED)\n"
    assert [(call.process, call.number, call.result) for call in calls_of(log)] == [
        (7, 1, 0),
        (8, 1, 0),
        (7, 2, -1),
    ]


def test_opening_to_read_is_no_change() -> None:
    reading, writing = calls_of(
        'openat(3</x>, "a", O_RDONLY) = 4\nopenat(3</x>, "a", O_WRONLY|O_CREAT, 0666) = 4\n'
    )
    assert (reading.is_change, writing.is_change) == (False, True)
