"""Every code of a note that the program can give is classified."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

from archive.model.notes import KIND_OF_CODE, NOTE_KINDS, is_listed, note_kind

PACKAGE = Path(__file__).parent.parent.parent / "archive"
# Types whose field `code` becomes the code of a note, with its place among their arguments.
CODED = {"Note": 0, "Step": 0, "Join": 0, "_Field": 1}
# Where a code is copied from one of these: `Note(step.code, …)`.
COPIED = "code"


def given_codes() -> Iterator[tuple[str, str]]:
    """File and code of every note that the program makes; "?" for one that cannot be told from the source."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CODED):
                continue
            place = CODED[node.func.id]
            if len(node.args) <= place or isinstance(node.args[place], ast.Starred):
                continue
            yield from ((path.name, code) for code in codes_of(node.args[place], path))


def codes_of(argument: ast.expr, path: Path) -> Iterator[str]:
    match argument:
        case ast.Constant(value=str(code)):
            yield code
        case ast.Name(id=name) if name.isupper():
            module = importlib.import_module(
                ".".join(("archive", *path.relative_to(PACKAGE).with_suffix("").parts))
            )
            yield getattr(module, name)
        case ast.IfExp(body=body, orelse=orelse):
            yield from codes_of(body, path)
            yield from codes_of(orelse, path)
        case ast.Attribute(attr=attr) if attr == COPIED:
            return
        case ast.Name(id=name) if name == COPIED:
            return
        case _:
            yield "?"


def test_every_code_that_the_program_gives_is_classified() -> None:
    assert [(file, code) for file, code in given_codes() if code not in KIND_OF_CODE] == []


def test_codes_are_found_where_they_are_given() -> None:
    codes = {code for _, code in given_codes()}
    assert {"mojibake", "date_contradiction", "table_guess", "merged", "no_question"} <= codes


def test_every_kind_has_codes() -> None:
    assert set(KIND_OF_CODE.values()) == set(NOTE_KINDS)


def test_a_code_of_another_program_is_a_doubt() -> None:
    assert note_kind("=cmd") == "doubt"
    assert not is_listed("=cmd")
