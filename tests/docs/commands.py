"""The page of all commands, made from what the commands say of themselves."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from archive.cli.group import archive
from archive.cli.main import DAMAGED, DONE, FAILED, REFUSED, STOPPED, USAGE

_HEAD = """\
# Commands

What each command takes, as `archive COMMAND --help` says it too. Results go to standard output, everything else to
standard error. `--json` gives the result as JSON, `--dry-run` says what would be written and writes nothing. The
[user guide](guide.md) shows them at work. This page is made by `python -m tests.docs`.
"""
_CODES = {
    DONE: "done",
    FAILED: "failed: the message says where, why and what to do; `authority check` found contradictions",
    USAGE: "wrong usage: an option, a setting, a query or the authority file is wrong",
    REFUSED: "done, but documents were refused; `archive report` lists them with their reasons",
    DAMAGED: "damage found: something on disk is not what was written; see [Operations](operations.md#damage)",
    STOPPED: "stopped by Ctrl-C; the corpus is whole, and the same command goes on where it stopped",
}


def every_command() -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command with the words that it is called by, "archive" itself first."""
    yield from _below(("archive",), archive)


def _below(words: tuple[str, ...], command: click.Command) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield words, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _below((*words, name), below)


def options(command: click.Command) -> list[click.Option]:
    """The options of a command, without --help, which every one has."""
    return [one for one in command.params if isinstance(one, click.Option)]


def commands_text() -> str:
    """The whole page."""
    sections = [_section(words, command) for words, command in every_command()]
    return "\n".join((_HEAD, *sections, _exit_codes()))


def _section(words: tuple[str, ...], command: click.Command) -> str:
    context = click.Context(command, info_name=" ".join(words))
    usage = " ".join((*words, *command.collect_usage_pieces(context)))
    lines = [f"## {' '.join(words)}", "", "```text", usage, "```", ""]
    lines += _prose(inspect.cleandoc(command.help or ""))
    if options(command):
        lines += ["| option | default | meaning |", "|---|---|---|"]
        lines += [_row(option, context) for option in options(command)]
        lines.append("")
    *_, example = (command.epilog or "").strip().splitlines()
    return "\n".join((*lines, f"Example: `{example.strip()}`", ""))


def _prose(text: str) -> Iterator[str]:
    """The paragraphs of a help text; those that keep their lines stand in a block of their own."""
    for paragraph in text.strip().split("\n\n"):
        if paragraph.startswith("\b"):
            yield from ("```text", paragraph.removeprefix("\b").strip("\n"), "```", "")
        else:
            yield from (*paragraph.splitlines(), "")


def _row(option: click.Option, context: click.Context) -> str:
    names = ", ".join(option.opts)
    if not option.is_flag and not option.count:
        names += f" {option.metavar or option.make_metavar(context)}"
    default = (
        "" if option.is_flag or option.default is None or not option.show_default else str(option.default)
    )
    needed = "needed" if option.required else default
    return f"| `{_cell(names)}` | {needed} | {_cell(option.help or '')} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _exit_codes() -> str:
    lines = ["## Exit codes", "", "| code | meaning |", "|---|---|"]
    return "\n".join((*lines, *(f"| {code} | {meaning} |" for code, meaning in _CODES.items()), ""))
