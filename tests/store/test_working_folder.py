"""Files that are wanted for a while only are not left behind."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from archive.store.working_folder import working_folder

GONE = 2**22 + 1  # above the largest number that Linux gives to a process


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder for temporary files, for this test alone."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_it_is_for_the_owner_alone_and_goes(place: Path) -> None:
    with working_folder() as folder:
        assert folder.stat().st_mode & 0o777 == 0o700
        (folder / "a").touch()
    assert list(place.iterdir()) == []


def test_what_a_killed_process_left_goes(place: Path) -> None:
    left = place / f"vraagarchief-{GONE}-abc"
    left.mkdir()
    (left / "a").touch()
    with working_folder():
        assert not left.exists()


def test_that_of_a_running_process_stays(place: Path) -> None:
    (place / f"vraagarchief-{os.getppid()}-abc").mkdir()
    with working_folder() as one, working_folder() as other:
        assert len(list(place.iterdir())) == 3
        assert one != other


def test_a_link_of_such_a_name_is_not_followed(place: Path) -> None:
    (place / "mine").mkdir()
    (place / "mine" / "a").touch()
    (place / f"vraagarchief-{GONE}-abc").symlink_to(place / "mine")
    with working_folder():
        assert (place / "mine" / "a").exists()
