"""The documentation names every setting, variable and key of the authority file, and no others."""

from __future__ import annotations

import ast
import functools
import re
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec
import pytest

from archive.config import Settings, load_settings
from archive.links.authority import ENTRY_KINDS, Entry
from archive.links.authority_text import parse_authority
from tests.conftest import ROOT
from tests.docs.commands import every_command, options
from tests.docs.pages import NAMES, Block, blocks, coded, rows, section

PAGE = "docs/configuration.md"
SETTINGS = {coded(row[0])[0]: row for row in rows(section(PAGE, "## Settings"))}
VARIABLES = [coded(row[0])[0] for row in rows(section(PAGE, "## Environment variables"))]
# Those that other programs give a meaning to, or that our tests and the shell use.
NOT_OURS = {"PATH"}


def test_every_setting_is_told_and_no_other() -> None:
    assert set(SETTINGS) == set(Settings.__struct_fields__)


@pytest.mark.parametrize("field", msgspec.structs.fields(Settings), ids=lambda field: field.name)
def test_default_of_a_setting_is_told(field: msgspec.structs.FieldInfo) -> None:
    told = SETTINGS[field.name][1]
    if field.default in (None, ()):
        assert told == "none"
    else:
        shown = str(field.default).lower() if isinstance(field.default, bool) else field.default
        assert told.strip("`") == shown


def choices(hint: Any) -> set[str]:
    """Every text that a Literal within a type allows."""
    inner = [choice for argument in get_args(hint) for choice in choices(argument)]
    return {argument for argument in get_args(hint) if isinstance(argument, str)} | set(inner)


@pytest.mark.parametrize("name", Settings.__struct_fields__)
def test_every_choice_of_a_setting_is_told(name: str) -> None:
    assert choices(get_type_hints(Settings)[name]) <= set(coded(SETTINGS[name][3]))


@pytest.mark.parametrize("name", Settings.__struct_fields__)
def test_flag_of_a_setting_is_told_where_there_is_one(name: str) -> None:
    flags = {flag for _, command in every_command() for option in options(command) for flag in option.opts}
    flag = f"--{name.replace('_', '-')}"
    assert coded(SETTINGS[name][2]) == ([flag] if flag in flags else [])


@functools.cache
def read_variables() -> set[str]:
    """The names that the program looks up in the environment."""
    found: set[str] = set()
    for path in (ROOT / "archive").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("environ.get"):
                found |= {str(one.value) for one in node.args[:1] if isinstance(one, ast.Constant)}
    return found


def test_every_variable_is_told_and_no_other() -> None:
    of_settings = {f"ARCHIVE_{name.upper()}" for name in Settings.__struct_fields__ if name != "saved_search"}
    assert set(VARIABLES) == of_settings | (read_variables() - NOT_OURS)
    assert read_variables() >= {"SOURCE_DATE_EPOCH", "NO_COLOR", "PATH"}


def test_kinds_and_keys_of_the_authority_file_are_told() -> None:
    told = {coded(row[0])[0] for row in rows(section(PAGE, "## The authority file"))}
    keys = set(Entry.__struct_fields__) - {"kind"}
    assert told == {f"[[{kind}]]" for kind in ENTRY_KINDS} | keys


def written(language: str) -> list[tuple[str, Block]]:
    return [(name, block) for name in NAMES for block in blocks(name) if block.language == language]


@pytest.mark.parametrize(("name", "block"), written("toml"))
def test_every_example_of_a_file_is_accepted(name: str, block: Block, tmp_path: Path) -> None:
    if re.search(r"^\[\[(?!saved_search)", block.text, re.MULTILINE):
        assert parse_authority(block.text, name).entries
        return
    (tmp_path / "archive.toml").write_text(block.text, "utf-8")
    assert load_settings({}, {}, tmp_path) != Settings()
