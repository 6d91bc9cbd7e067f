"""What the suites of faults and of full disks are made of: points, scenes and small disks."""

from __future__ import annotations

import errno
import random
from itertools import islice
from pathlib import Path

import pytest

from benchmarks.safety.fault_points import Point, points_of
from benchmarks.safety.fault_scenes import MESSAGE, damage_in, left_in, rests_in
from benchmarks.safety.small_disk import SmallDisk, with_own_mounts
from benchmarks.safety.strace import Call
from benchmarks.safety.suite import Outcome

CALLS = (
    Call(1, "openat", 1, 'AT_FDCWD, "a", O_RDONLY', 3),
    Call(1, "openat", 2, 'AT_FDCWD, "b", O_WRONLY|O_CREAT', 4),
    Call(1, "write", 1, "4</b>, 5", 5),
    Call(1, "fsync", 1, "4</b>", 0),
)


def some_points(count: int) -> list[Point]:
    return list(islice(points_of(CALLS, random.Random(1)), count))


def test_every_kind_of_call_fails_in_turn() -> None:
    assert [point.call for point in some_points(4)] == ["fsync", "openat", "openat", "write"]


def test_call_fails_once_and_for_good() -> None:
    assert {point.for_good for point in some_points(60)} == {False, True}


def test_file_that_is_only_read_never_lacks_room() -> None:
    assert {point.error for point in some_points(60) if point.number == 1 and point.call == "openat"} == {
        "EMFILE",
        "EIO",
    }


def test_rule_is_as_strace_reads_it() -> None:
    assert Point("fsync", 3, "EIO", True, "").rule == "fsync:error=EIO:when=3+"


def test_failing_screen_shows_no_message() -> None:
    assert Point("write", 1, "EIO", False, "2</dev/pts/0>, 5").is_on_screen
    assert not Point("write", 1, "EIO", False, "12</b>, 5").is_on_screen


@pytest.mark.parametrize(
    ("line", "is_whole"),
    [
        ("error: corpus/lock: the corpus cannot be written (no); make room", True),
        ("refused    a.txt: the file cannot be read (no); make it readable", True),
        ("error: the system: Disk quota exceeded", False),
        ("error: it failed", False),
    ],
)
def test_message_has_place_cause_and_way_on(line: str, is_whole: bool) -> None:
    assert bool(MESSAGE.search(line)) is is_whole


def test_corpus_that_is_gone_is_damage(tmp_path: Path) -> None:
    assert damage_in(tmp_path, {"record 0": "{}"}) == ["the corpus is lost"]


def test_folder_that_was_not_finished_is_a_rest(tmp_path: Path) -> None:
    tmp_path.joinpath("public.new-12").mkdir()
    assert rests_in(tmp_path) == ["left behind: public.new-12"]


def test_exports_are_among_what_is_left(tmp_path: Path) -> None:
    tmp_path.joinpath("out").mkdir()
    tmp_path.joinpath("out", "q.jsonl").write_bytes(b"")
    assert list(left_in(tmp_path)) == ["out/q.jsonl"]


def test_small_disk_takes_no_more_than_its_size(tmp_path: Path) -> None:
    def fill() -> Outcome:
        disk = SmallDisk(tmp_path / "disk", 1 << 16)
        try:
            disk.place.joinpath("large").write_bytes(bytes(1 << 17))
        except OSError as error:
            return Outcome(error.errno or 0, ())
        return Outcome(0, ())

    outcome = with_own_mounts(fill, tmp_path)
    if outcome.absent:
        pytest.skip(outcome.absent)
    assert outcome.tried == errno.ENOSPC


def test_small_disk_is_gone_with_the_child_that_mounted_it(tmp_path: Path) -> None:
    def write() -> Outcome:
        SmallDisk(tmp_path / "disk", 1 << 16).place.joinpath("file").touch()
        return Outcome(1, ())

    outcome = with_own_mounts(write, tmp_path)
    if outcome.absent:
        pytest.skip(outcome.absent)
    assert list(tmp_path.joinpath("disk").iterdir()) == []
