"""The model of a disk that loses its power."""

from __future__ import annotations

import pytest

from benchmarks.safety.disk_model import Disk
from benchmarks.safety.strace import calls_of

WRITTEN = """\
openat(AT_FDCWD</w>, "/d/.new-1", O_WRONLY|O_CREAT|O_TRUNC|O_CLOEXEC, 0666) = 5
write(5</d/.new-1>, ""..., 3) = 3
"""
FLUSHED = "fsync(5</d/.new-1>) = 0\n"
RENAMED = 'rename("/d/.new-1", "/d/a") = 0\n'
FOLDER = "fsync(6</d>) = 0\n"


def lost(log: str, path: str = "/d/a", present: tuple[str, ...] = ("/d",)) -> list[str]:
    disk = Disk(present, "/w")
    for call in calls_of(log):
        disk.take(call)
    return disk.lacks(path)


def test_what_was_flushed_with_its_folder_is_kept() -> None:
    assert lost(WRITTEN + FLUSHED + RENAMED + FOLDER) == []


@pytest.mark.parametrize(
    ("log", "missing"),
    [
        (WRITTEN + RENAMED + FOLDER, ["bytes of /d/a"]),
        (WRITTEN + FLUSHED + RENAMED, ["name /d/a"]),
        (FOLDER + WRITTEN + FLUSHED + RENAMED, ["name /d/a"]),
        (WRITTEN + RENAMED, ["bytes of /d/a", "name /d/a"]),
    ],
)
def test_what_was_not_flushed_is_lost(log: str, missing: list[str]) -> None:
    assert lost(log) == missing


def test_a_flush_that_failed_flushes_nothing() -> None:
    failed = FLUSHED.replace("= 0", "= -1 EIO (Input/output error)")
    assert lost(WRITTEN + failed + RENAMED + FOLDER) == ["bytes of /d/a"]


def test_a_folder_above_may_be_lost_with_all_in_it() -> None:
    log = 'mkdir("/d", 0777) = 0\n' + WRITTEN + FLUSHED + RENAMED + FOLDER
    assert lost(log, present=()) == ["name /d"]
    assert lost(log + "fsync(7</>) = 0\n", present=()) == []


def test_a_file_that_was_there_keeps_its_name() -> None:
    log = 'openat(AT_FDCWD</w>, "a", O_RDWR|O_CREAT, 0644) = 5\npwrite64(5</w/a>, ""..., 1, 0) = 1\n'
    assert lost(log, "/w/a", ("/w/a",)) == ["bytes of /w/a"]
    assert lost(log, "/w/a", ()) == ["bytes of /w/a", "name /w/a"]


def test_exchanged_folders_take_their_files_along() -> None:
    log = (
        WRITTEN.replace("/d/.new-1", "/s.new-1/x")
        + 'renameat2(AT_FDCWD</w>, "/s.new-1", AT_FDCWD</w>, "/s", RENAME_EXCHANGE) = 0\n'
    )
    assert lost(log, "/s", ("/s", "/s.new-1")) == ["bytes of /s/x", "name /s", "name /s/x"]


def test_a_file_that_is_gone_is_not_lost() -> None:
    assert lost(WRITTEN + 'unlinkat(4</d>, ".new-1", 0) = 0\n', "/d") == []


def test_all_is_flushed_at_once() -> None:
    assert lost(WRITTEN + RENAMED + "syncfs(4</d>) = 0\n") == []


def test_a_file_without_a_name_is_none_of_ours() -> None:
    log = 'openat(AT_FDCWD</w>, "/d", O_RDWR|O_TMPFILE, 0600) = 5\nwrite(5</d/#12>(deleted), ""..., 9) = 9\n'
    assert lost(log, "/d") == []


def test_a_second_name_shares_the_bytes() -> None:
    assert lost(WRITTEN + 'link("/d/.new-1", "/d/a") = 0\n' + FOLDER) == ["bytes of /d/a"]


def test_a_new_file_without_bytes_has_nothing_to_lose() -> None:
    log = 'openat(AT_FDCWD</w>, "a", O_RDWR|O_CREAT, 0644) = 5\n'
    assert lost(log, "/w/a", ("/w",)) == []
    assert lost(log + 'pwrite64(5</w/a>, ""..., 1, 0) = 1\n', "/w/a", ("/w",)) == [
        "bytes of /w/a",
        "name /w/a",
    ]
