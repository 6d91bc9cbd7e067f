"""One writer at a time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.errors import CorpusError, LockedError
from archive.store.lock import BUILD_LOCK_NAME, LOCK_NAME, held_lock

HOLD = """
import sys, time
from pathlib import Path
from archive.store.lock import held_lock
with held_lock(Path(sys.argv[1]), "archive ingest lang"):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def holding(folder: Path, seconds: float) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", HOLD, str(folder), str(seconds)]
    started = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert started.stdout is not None
    assert started.stdout.readline() == "held\n"
    return started


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    with holding(tmp_path, 60) as started:
        yield started
        started.kill()


def test_second_writer_is_told_who_holds_the_lock(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    with (
        pytest.raises(LockedError, match=rf"process {holder.pid} \(`archive ingest lang`\)"),
        held_lock(tmp_path, "b"),
    ):
        pass


def test_second_writer_waits_and_then_gets_the_lock(tmp_path: Path) -> None:
    told: list[str] = []
    with holding(tmp_path, 0.3), held_lock(tmp_path, "b", wait=20, waiting=told.append):
        pass
    assert len(told) == 1
    assert "archive ingest lang" in told[0]


def test_waiting_ends_after_the_time_given(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    started = time.monotonic()
    with pytest.raises(LockedError), held_lock(tmp_path, "b", wait=0.2):
        pass
    assert 0.2 <= time.monotonic() - started < 5


def test_lock_of_a_holder_that_was_killed_is_free(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    with held_lock(tmp_path, "b"):
        pass


def test_two_in_one_process_exclude_each_other(tmp_path: Path) -> None:
    with held_lock(tmp_path, "a"), pytest.raises(LockedError), held_lock(tmp_path, "b"):
        pass


def test_released_lock_names_nobody(tmp_path: Path) -> None:
    with held_lock(tmp_path, "a"):
        pass
    assert (tmp_path / LOCK_NAME).read_bytes() == b""


def test_folder_that_cannot_be_written_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="make the folder writable"), held_lock(tmp_path / "absent", "a"):
        pass


def test_what_a_killed_holder_wrote_is_flushed_first(
    tmp_path: Path, holder: subprocess.Popen[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[Path] = []
    monkeypatch.setattr("archive.store.lock.flush_file_system", flushed.append)
    os.kill(holder.pid, signal.SIGKILL)
    holder.wait()
    for _ in range(2):
        with held_lock(tmp_path, "b"):
            pass
    assert flushed == [tmp_path]


def test_builder_hinders_no_writer(tmp_path: Path) -> None:
    with held_lock(tmp_path, "a", name=BUILD_LOCK_NAME), held_lock(tmp_path, "b"):
        pass


def test_second_builder_is_told_that_another_builds(tmp_path: Path) -> None:
    with (
        held_lock(tmp_path, "archive build", name=BUILD_LOCK_NAME),
        pytest.raises(LockedError, match=r"\(`archive build`\) is building; wait for it"),
        held_lock(tmp_path, "b", name=BUILD_LOCK_NAME),
    ):
        pass
