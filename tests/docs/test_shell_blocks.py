"""Every shell block of the documentation runs on the samples, or says why it is not run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SEEDS
from tests.docs.pages import NAMES, Block, blocks

WITH_BLOCKS = [name for name in NAMES if any(block.language == "sh" for block in blocks(name))]


def runnable(name: str) -> list[Block]:
    return [block for block in blocks(name) if block.language == "sh" and not block.excused]


@pytest.mark.parametrize("name", [name for name in WITH_BLOCKS if runnable(name)])
def test_blocks_of_a_page_run_one_after_the_other(name: str, tmp_path: Path) -> None:
    shutil.copytree(SEEDS, tmp_path / "seeds")
    (tmp_path / "archive.toml").write_text("", "utf-8")
    kept = {key: value for key, value in os.environ.items() if not key.startswith("ARCHIVE_")}
    commands = str(Path(sys.executable).parent)
    environment = kept | {"PATH": os.pathsep.join((commands, os.environ["PATH"]))}
    for block in runnable(name):
        run = subprocess.run(
            ["bash", "-eu", "-o", "pipefail", "-c", block.text],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, f"{block.text}\n{run.stdout}\n{run.stderr}"


def test_every_block_says_what_language_it_is_in() -> None:
    assert [(name, block.text) for name in NAMES for block in blocks(name) if not block.language] == []


def test_few_blocks_are_excused() -> None:
    every = [block for name in NAMES for block in blocks(name) if block.language == "sh"]
    assert len([block for block in every if block.excused]) < len(every) / 2
