"""What is made anew takes the place of the old in one step, and a killed process leaves nothing for good."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from archive.store import replacing
from archive.store.replacing import name_beside, put_in_place, remove_rests

GONE = 2**22 + 1  # above the largest number that Linux gives to a process


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def a_folder(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "a").write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(
    "name", ["x.new-{}", ".x.new-{}", ".x.new-{}.tmp", ".x.new-{}_title.idx.tmp", "x.old-{}"]
)
def test_the_rest_of_a_killed_process_goes(tmp_path: Path, name: str) -> None:
    (tmp_path / "x").touch()
    (tmp_path / name.format(GONE)).touch()
    remove_rests(tmp_path / "x")
    assert names(tmp_path) == ["x"]


def test_a_rest_that_is_a_folder_goes_with_what_is_in_it(tmp_path: Path) -> None:
    a_folder(tmp_path / f"x.new-{GONE}", "half")
    remove_rests(tmp_path / "x")
    assert names(tmp_path) == []


def test_what_a_running_process_makes_stays(tmp_path: Path) -> None:
    (tmp_path / f"x.new-{os.getppid()}").touch()
    remove_rests(tmp_path / "x")
    assert names(tmp_path) == [f"x.new-{os.getppid()}"]


def test_a_rest_with_the_number_of_this_process_goes(tmp_path: Path) -> None:
    """In a container the program has the same number each time."""
    name_beside(tmp_path / "x", "new").touch()
    remove_rests(tmp_path / "x")
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", [f"xy.new-{GONE}", "x.new-notes", f"a.x.new-{GONE}", f"x.new-{GONE}-1"])
def test_files_of_others_stay(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    remove_rests(tmp_path / "x")
    assert names(tmp_path) == [name]


def test_what_stood_there_comes_back_where_nothing_took_its_place(tmp_path: Path) -> None:
    a_folder(tmp_path / f"x.old-{GONE}", "old")
    a_folder(tmp_path / f"x.new-{GONE}", "half")
    remove_rests(tmp_path / "x")
    assert names(tmp_path) == ["x"]
    assert (tmp_path / "x" / "a").read_text("utf-8") == "old"


@pytest.mark.parametrize("exchanges", [True, False])
def test_the_old_folder_goes_to_the_name_of_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchanges: bool
) -> None:
    if not exchanges:
        monkeypatch.setattr(replacing, "exchange", lambda one, other: False)
    new = a_folder(tmp_path / "x.new-1", "new")
    put_in_place(new, a_folder(tmp_path / "x", "old"))
    assert [(tmp_path / name / "a").read_text("utf-8") for name in ("x", "x.new-1")] == ["new", "old"]


def test_a_folder_that_another_process_put_there_meanwhile_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_folder(tmp_path / "x", "other")
    monkeypatch.setattr(Path, "exists", lambda path: False)
    put_in_place(a_folder(tmp_path / "x.new-1", "new"), tmp_path / "x")
    assert (tmp_path / "x" / "a").read_text("utf-8") == "new"
