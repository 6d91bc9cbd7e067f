"""Work in several processes: done at the same time, and no death goes unnoticed."""

from __future__ import annotations

import errno
import functools
import os
import signal
import time
from pathlib import Path

import pytest

from archive.errors import CorpusError
from archive.search.children import do_apart, processors


def write_pid(path: Path) -> None:
    path.write_text(str(os.getpid()))


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fill_the_disk() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def fail() -> None:
    raise ValueError("a fault")


def linger(path: Path) -> None:
    write_pid(path.with_suffix(".pid"))
    time.sleep(60)
    path.write_text("too late")


def die_after(path: Path) -> None:
    """Dies when a process that lingers has written its number."""
    while not path.with_suffix(".pid").exists() or not path.with_suffix(".pid").read_text():
        time.sleep(0.01)
    die()


def test_each_piece_has_a_process_of_its_own(tmp_path: Path) -> None:
    do_apart([functools.partial(write_pid, tmp_path / name) for name in "abc"], tmp_path)
    pids = {(tmp_path / name).read_text() for name in "abc"}
    assert len(pids) == 3
    assert str(os.getpid()) not in pids


def test_one_piece_is_done_here(tmp_path: Path) -> None:
    do_apart([functools.partial(write_pid, tmp_path / "a")], tmp_path)
    assert (tmp_path / "a").read_text() == str(os.getpid())


def test_an_error_of_the_system_arrives_as_itself(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space left") as caught:
        do_apart([fill_the_disk, fill_the_disk], tmp_path)
    assert caught.value.errno == errno.ENOSPC


def test_a_killed_child_ends_the_others_at_once(tmp_path: Path) -> None:
    started = time.monotonic()
    with pytest.raises(CorpusError, match=r"killed \(signal 9\)"):
        do_apart([functools.partial(linger, tmp_path / "late"), die], tmp_path)
    assert time.monotonic() - started < 30
    assert not (tmp_path / "late").exists()


def test_a_fault_is_told_with_its_trace(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(CorpusError, match="report it to us"):
        do_apart([fail, fail], tmp_path)
    assert "ValueError: a fault" in capfd.readouterr().err


def test_no_child_is_left(tmp_path: Path) -> None:
    late = tmp_path / "late"
    with pytest.raises(CorpusError):
        do_apart([functools.partial(linger, late), functools.partial(die_after, late)], tmp_path)
    with pytest.raises(ProcessLookupError):
        os.kill(int(late.with_suffix(".pid").read_text()), 0)


def test_there_is_a_processor() -> None:
    assert processors() >= 1


def test_no_child_outlives_a_parent_that_was_killed() -> None:
    told, tell = os.pipe()

    def live() -> None:
        os.write(tell, b"%d " % os.getpid())
        time.sleep(60)

    parent = os.fork()
    if parent == 0:
        do_apart([live, live], Path("x"))
        os._exit(0)
    os.close(tell)
    heard = b""
    while heard.count(b" ") < 2:
        heard += os.read(told, 100)
    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)
    # The pipe ends when the last one that could write to it is gone.
    assert os.read(told, 100) == b""
    os.close(told)
