"""Help texts: each command has one, each ends with an example, and each example runs on the seeds."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from archive.cli.group import COMMANDS
from archive.cli.group import archive as archive_group
from tests.cli.conftest import Command


def example_in(help_text: str) -> list[str]:
    """The words of the example at the end of a help text, without "archive" itself."""
    *_, heading, line = help_text.rstrip().splitlines()
    assert heading.strip() == "Example:"
    program, *words = shlex.split(line)
    assert program == "archive"
    return words


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "serve"])
def test_example_of_each_command_runs(name: str, built: Path, archive: Command) -> None:
    outcome = archive(*example_in(archive(name, "--help").out))
    assert outcome.code == 0, outcome.err
    assert outcome.out != ""


def test_example_of_the_command_itself_runs(built: Path, archive: Command) -> None:
    assert archive(*example_in(archive("--help").out)).code == 0


@pytest.mark.parametrize("name", COMMANDS)
def test_list_of_commands_says_what_the_command_says(name: str) -> None:
    command = archive_group.get_command(None, name)  # type: ignore[arg-type]
    assert command is not None
    assert command.get_short_help_str(limit=100) == COMMANDS[name]


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "completion"])
def test_every_command_can_answer_in_json(name: str, archive: Command) -> None:
    assert "--json" in archive(name, "--help").out


@pytest.mark.parametrize("name", ["ingest", "build", "publish", "export", "withdraw"])
def test_every_command_that_writes_can_be_tried_dry(name: str, archive: Command) -> None:
    assert "--dry-run" in archive(name, "--help").out


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from archive.cli.main import run; run(['--help']);"
        "print([name for name in ('whoosh', 'pdfminer', 'bs4', 'jinja2', 'babel') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"


def test_version_is_told(archive: Command) -> None:
    assert archive("--version").out == "archive 0.1.0\n"


def test_no_command_is_wrong_usage(archive: Command) -> None:
    outcome = archive()
    assert (outcome.code, outcome.out) == (2, "")
    assert "Commands:" in outcome.err


@pytest.mark.parametrize(
    "words",
    [("nonsense",), ("ingest",), ("ingest", "absent.pdf"), ("build", "--nonsense"), ("export", "xls")],
)
def test_wrong_usage_is_told_on_standard_error(words: tuple[str, ...], archive: Command) -> None:
    outcome = archive(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert "Error: " in outcome.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script_is_printed(shell: str, archive: Command) -> None:
    outcome = archive("completion", shell)
    assert outcome.code == 0
    assert "_ARCHIVE_COMPLETE" in outcome.out


def test_completion_knows_the_commands() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "archive"],
        env={"_ARCHIVE_COMPLETE": "bash_complete", "COMP_WORDS": "archive ve", "COMP_CWORD": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "verify" in run.stdout
