"""Every field of a record, every note, every format and every reason of refusal is told, and no other."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any

import pytest

from archive.build.downloads import FORMS
from archive.extract.registry import FORMATS
from archive.model.blocks import Check, Footnote, ListBlock, Paragraph, Preformatted, Table
from archive.model.notes import KIND_OF_CODE
from archive.model.question import (
    Answer,
    Attachment,
    Body,
    Links,
    Minister,
    Note,
    Part,
    Person,
    Reference,
    SourceFacts,
    WrittenQuestion,
)
from archive.model.supporting import SupportingDocument
from tests.conftest import ROOT
from tests.docs.pages import coded, rows, section

PAGE = "docs/record.md"
PIECES = {
    "person": Person,
    "minister": Minister,
    "body": Body,
    "part": Part,
    "answer": Answer,
    "attachment": Attachment,
    "links": Links,
    "reference": Reference,
    "source": SourceFacts,
    "note": Note,
}
BLOCKS = {
    "`paragraph`": Paragraph,
    "`list`": ListBlock,
    "`table`": Table,
    "`preformatted`": Preformatted,
    "`footnote`": Footnote,
    "check": Check,
}


@pytest.mark.parametrize("kind", [WrittenQuestion, SupportingDocument])
def test_every_field_of_a_record_is_told(kind: Any) -> None:
    told = [coded(row[0])[0] for row in rows(section(PAGE, f"## {kind.__struct_config__.tag}"))]
    assert told == ["kind", *kind.__struct_fields__]


@pytest.mark.parametrize(("heading", "pieces"), [("## Pieces", PIECES), ("## Blocks", BLOCKS)])
def test_every_field_of_a_piece_is_told(heading: str, pieces: dict[str, Any]) -> None:
    told = [(row[0], coded(row[1])[0]) for row in rows(section(PAGE, heading))]
    assert told == [(name, field) for name, piece in pieces.items() for field in piece.__struct_fields__]


def test_every_note_is_told_with_its_kind() -> None:
    told = {coded(row[0])[0]: row[1] for row in rows(section(PAGE, "## Notes"))}
    assert told == KIND_OF_CODE


def test_every_format_that_is_read_is_told() -> None:
    told = [row[0] for row in rows(section("docs/formats.md", "## Read"))]
    assert [one.name for one in FORMATS if one.name not in told] == []


def test_every_form_that_is_written_is_told() -> None:
    told = {coded(row[0])[0] for row in rows(section("docs/formats.md", "## Written"))}
    assert told == set(FORMS)


def codes_of_refusals() -> Iterator[str]:
    """Every word that the program gives as the code of a refusal."""
    for path in (ROOT / "archive").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Refusal"):
                codes = (one.value for one in node.keywords if one.arg == "code")
                yield from (str(code.value) for code in codes if isinstance(code, ast.Constant))


def test_every_reason_of_a_refusal_is_told_and_no_other() -> None:
    told = section("docs/troubleshooting.md", "## A document was refused")
    assert {code for row in rows(told) for code in coded(row[0])} == set(codes_of_refusals())
