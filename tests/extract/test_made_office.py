"""The seeds typeset anew as Word documents and OpenDocuments come out whole: every cell, every label."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archive.model.question import SourceFacts, WrittenQuestion
from archive.parse import parse_document
from tests.extract.sources import read_document

SAMPLES = Path(__file__).parent / "samples" / "made"
TRUTH = json.loads((SAMPLES / "truth.json").read_text("utf-8"))
DOCUMENTS = sorted(path.name for path in SAMPLES.iterdir() if path.suffix in {".docx", ".odt"})
LABELS = {
    "000": ("1 2 3", "1 2 3"),
    "002": ("1 2 3 4 5 5a 5b 5c 5d 6 7 7a 7b 7c 7d 8 9 10", "1 2 3 4 5 6 7 8 9 10"),
    "004": ("1 1a 1b 2 2a 2b 3 3a 4 5 6 7 8 9 9a 9b 9c 10", "1 1a 1b 2 2a 2b 3 4 5 6 7 8 9 10"),
}


def parsed(name: str) -> WrittenQuestion:
    document = read_document((SAMPLES / name).read_bytes())
    record = parse_document(document, SourceFacts(name, "", document.media_type, 0))
    assert isinstance(record, WrittenQuestion)
    return record


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_cell_stands_in_its_place(name: str) -> None:
    document = read_document((SAMPLES / name).read_bytes())
    tables = [line.table for line in document.lines if line.table]
    found = [[list(row) for row in (*table.header, *table.rows)] for table in tables]
    assert found == list(TRUTH[name[:3]]["tables"].values())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_part_has_its_label(name: str) -> None:
    record = parsed(name)
    assert record.answer is not None
    asked = " ".join(label for part in record.question.parts for label in part.labels)
    answered = " ".join(label for part in record.answer.parts for label in part.labels)
    assert (asked, answered) == LABELS[name[:3]]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_word_document_and_an_opendocument_say_the_same(name: str) -> None:
    twin = name.replace(".docx", ".odt") if name.endswith(".docx") else name.replace(".odt", ".docx")
    one, other = parsed(name), parsed(twin)
    assert (one.id, one.question, one.answer) == (other.id, other.question, other.answer)


def test_the_samples_are_of_both_kinds() -> None:
    assert [Path(name).suffix for name in DOCUMENTS].count(".odt") == len(DOCUMENTS) / 2 == 7
