"""The documentation names every command, option and exit code, and no others."""

from __future__ import annotations

import re
import shlex

import click
import pytest

from archive.cli.main import DAMAGED, DONE, FAILED, REFUSED, STOPPED, USAGE
from tests.docs.commands import commands_text, every_command, options
from tests.docs.pages import NAMES, blocks, coded, page_text, rows, section

COMMANDS = dict(every_command())


def test_page_of_commands_is_the_one_that_the_help_texts_make() -> None:
    assert page_text("docs/commands.md") == commands_text(), "renew it with: python -m tests.docs"


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_option_of_a_command_stands_on_the_page(words: tuple[str, ...]) -> None:
    listed = " ".join(row[0] for row in rows(section("docs/commands.md", f"## {' '.join(words)}")))
    known = {name for option in options(COMMANDS[words]) for name in option.opts}
    assert set(re.findall(r"--?[a-z][a-z-]*", listed)) == known


def test_every_exit_code_is_told() -> None:
    told = {int(row[0]) for row in rows(section("docs/commands.md", "## Exit codes"))}
    assert told == {DONE, FAILED, USAGE, REFUSED, DAMAGED, STOPPED}


def command_lines(name: str) -> list[list[str]]:
    """The words of every line on a page that begins with `archive`, in blocks and between backquotes."""
    in_blocks = [line for block in blocks(name) if block.language == "sh" for line in block.text.splitlines()]
    lines = [line for line in (*in_blocks, *coded(page_text(name))) if line.startswith("archive ")]
    return [shlex.split(line.partition(" > ")[0].replace("…", ""), comments=True) for line in lines]


def called(words: list[str]) -> tuple[tuple[str, ...], set[str]]:
    """The command that a line calls, and the options that may stand in it: its own and those before its name."""
    found: tuple[str, ...] = ("archive",)
    allowed = {"-h", "--help"}
    for word in words[1:]:
        command = COMMANDS[found]
        allowed |= {name for option in options(command) for name in option.opts}
        if isinstance(command, click.Group) and (*found, word) in COMMANDS:
            found = (*found, word)
    return found, allowed | {name for option in options(COMMANDS[found]) for name in option.opts}


@pytest.mark.parametrize("name", NAMES)
def test_no_line_names_an_option_or_command_that_is_none(name: str) -> None:
    for words in command_lines(name):
        command, allowed = called(words)
        assert len(command) > 1 or "COMMAND" in words or "--version" in words, words
        given = {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)}
        assert given <= allowed, words


def test_a_dead_option_is_seen() -> None:
    command, allowed = called(["archive", "--corpus", "x", "build", "--dead"])
    assert command == ("archive", "build")
    assert "--dead" not in allowed
