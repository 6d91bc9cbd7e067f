"""The command, run in a folder that holds the seeds and, where wanted, their corpus and site."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from archive.cli.main import run
from tests.conftest import SEEDS


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


Command = Callable[..., Outcome]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder with the seeds in it, and no settings from outside."""
    shutil.copytree(SEEDS, tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    for name in ("ARCHIVE_CORPUS", "ARCHIVE_OUTPUT", "ARCHIVE_TITLE", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def filled(place: Path, seed_corpus: Path) -> Path:
    """The working folder with the seeds' corpus."""
    shutil.copytree(seed_corpus, place / "corpus")
    return place


@pytest.fixture
def built(filled: Path, seed_site: Path) -> Path:
    """The working folder with the seeds' corpus and site."""
    shutil.copytree(seed_site, filled / "public")
    return filled


@pytest.fixture
def archive(place: Path, capfd: pytest.CaptureFixture[str]) -> Command:
    """Runs the command with these words; gives its exit code and what it wrote."""

    def command(*words: str) -> Outcome:
        capfd.readouterr()
        code = run(list(words))
        return Outcome(code, *capfd.readouterr())

    return command
