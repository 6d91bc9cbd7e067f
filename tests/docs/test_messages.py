"""Messages tell a newcomer what to do: each has a remedy, and what a remedy names is there."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from archive.cli.group import COMMANDS
from archive.config import Settings, load_settings
from archive.errors import ConfigError
from tests.conftest import ROOT
from tests.docs.commands import every_command, options

ERRORS = {"ArchiveError", "ConfigError", "CorpusError", "DamageError", "LockedError", "Refusal"}


class Raised(NamedTuple):
    """A place where an error is made, with the texts of its arguments."""

    place: str
    arguments: list[ast.expr]

    @property
    def texts(self) -> str:
        pieces = (node for argument in self.arguments for node in ast.walk(argument))
        return " ".join(
            node.value for node in pieces if isinstance(node, ast.Constant) and isinstance(node.value, str)
        )


def every_error() -> list[Raised]:
    return [
        Raised(f"{path.relative_to(ROOT)}:{node.lineno}", node.args)
        for path in (ROOT / "archive").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ERRORS
    ]


EVERY = every_error()


def test_every_error_has_a_place_a_cause_and_a_remedy() -> None:
    assert len(EVERY) > 100
    assert [one.place for one in EVERY if len(one.arguments) != 3] == []


def test_every_option_and_command_that_a_message_names_is_one() -> None:
    known = {flag for _, command in every_command() for option in options(command) for flag in option.opts}
    for one in EVERY:
        assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", one.texts)) <= known, one.place
        assert set(re.findall(r"`archive ([a-z]+)", one.texts)) <= set(COMMANDS), one.place


def test_every_page_that_a_message_names_is_there() -> None:
    named = {name for one in EVERY for name in re.findall(r"[\w/-]+\.md\b", one.texts)}
    assert named == {"docs/record.md"}
    assert [name for name in named if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ('language = "de"', "choose one of nl, en"),
        ('downloads = ["xls"]', "choose some of atom, bag, bibtex"),
        ('offline_zip = "yes"', "write true or false"),
        ("title = 3", 'write a text, as in "…"'),
        ("base_url = 3", 'write a text, as in "…"'),
        ("saved_search = 3", "give each [[saved_search]] a name and a query, and nothing else"),
    ],
)
def test_wrong_setting_is_told_what_can_be_written(line: str, remedy: str, tmp_path: Path) -> None:
    (tmp_path / "archive.toml").write_text(line, "utf-8")
    with pytest.raises(ConfigError, match=re.escape(remedy)):
        load_settings({}, {}, tmp_path)


def test_right_value_is_taken(tmp_path: Path) -> None:
    (tmp_path / "archive.toml").write_text('language = "en"', "utf-8")
    assert load_settings({}, {}, tmp_path) == Settings(language="en")
