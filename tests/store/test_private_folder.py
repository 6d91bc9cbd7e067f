"""Folders that are believed only as their own program left them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.store.private_folder import guard_folder, is_guarded, replace_folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A guarded folder with a file and a folder in it."""

    def fill(new: Path) -> None:
        (new / "a").write_bytes(b"first")
        (new / "within").mkdir(mode=0o700)
        (new / "within" / "b").write_bytes(b"other")
        guard_folder(new)

    replace_folder(tmp_path / "cache", fill)
    return tmp_path / "cache"


def test_folder_as_it_was_left_is_believed(folder: Path) -> None:
    assert is_guarded(folder)


def test_nobody_but_the_owner_may_read_it(folder: Path) -> None:
    modes = {path.stat().st_mode & 0o777 for path in [folder, *folder.rglob("*")]}
    assert modes == {0o700, 0o600}


def rewritten(folder: Path) -> None:
    """The same number of bytes, with the old times put back."""
    before = (folder / "a").stat()
    (folder / "a").write_bytes(b"FIRST")
    os.utime(folder / "a", ns=(before.st_atime_ns, before.st_mtime_ns))


def replaced(folder: Path) -> None:
    (folder / "a").unlink()
    (folder / "a").write_bytes(b"first")


def copied(folder: Path) -> None:
    shutil.copytree(folder, folder.parent / "copy")
    shutil.rmtree(folder)
    (folder.parent / "copy").rename(folder)


def linked(folder: Path) -> None:
    folder.rename(folder.parent / "elsewhere")
    folder.symlink_to("elsewhere")


def added(folder: Path) -> None:
    (folder / "within" / "c").write_bytes(b"")


def removed(folder: Path) -> None:
    (folder / "a").unlink()


def second_name(folder: Path) -> None:
    os.link(folder / "a", folder.parent / "a")


def link_within(folder: Path) -> None:
    (folder / "a").rename(folder.parent / "a")
    (folder / "a").symlink_to("../a")


def open_to_others(folder: Path) -> None:
    folder.chmod(0o755)


def without_guard(folder: Path) -> None:
    (folder / "guard.json").unlink()


def odd_guard(folder: Path) -> None:
    (folder / "guard.json").write_bytes(b'[["a", "b"]]')


def pipe_as_guard(folder: Path) -> None:
    (folder / "guard.json").unlink()
    os.mkfifo(folder / "guard.json")


@pytest.mark.parametrize(
    "change",
    [
        rewritten,
        replaced,
        copied,
        linked,
        added,
        removed,
        second_name,
        link_within,
        open_to_others,
        without_guard,
        odd_guard,
        pipe_as_guard,
    ],
)
def test_folder_that_anybody_touched_is_not_believed(folder: Path, change: Callable[[Path], None]) -> None:
    change(folder)
    assert not is_guarded(folder)


def test_folder_that_cannot_be_listed_whole_is_not_believed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = os.scandir

    def scandir(path: Path | str) -> object:
        if Path(path).name == "within":
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    (folder / "within" / "c").write_bytes(b"not listed")
    monkeypatch.setattr(os, "scandir", scandir)
    assert not is_guarded(folder)
    with pytest.raises(PermissionError):
        guard_folder(folder)


def test_folder_that_is_not_there_is_not_believed(tmp_path: Path) -> None:
    assert not is_guarded(tmp_path / "none")


def test_only_named_files_are_guarded_where_the_others_have_hashes(folder: Path) -> None:
    guard_folder(folder, ["a"])
    (folder / "within" / "b").write_bytes(b"else")
    assert is_guarded(folder, ["a"])
    replaced(folder)
    assert not is_guarded(folder, ["a"])
