"""Titles and ids of documents that print none."""

from __future__ import annotations

import pytest

from archive.extract.text import split_lines
from archive.model.document import Document
from archive.model.supporting import SupportingDocument
from archive.parse import parse_document
from tests.records import facts


def read(text: str, name: str, *metadata: tuple[str, str]) -> SupportingDocument:
    record = parse_document(Document(split_lines(text), "text/plain", metadata), facts(name))
    assert isinstance(record, SupportingDocument)
    return record


@pytest.mark.parametrize("first", ["1", "12/2024", "====="])
def test_line_without_a_letter_is_no_title(first: str) -> None:
    record = read(f"{first}\n\nEen regel tekst.", "bijlagen/Jaarverslag 2023.txt")
    assert (record.title, record.id) == ("Jaarverslag 2023", "documenten/jaarverslag-2023")
    assert [note.code for note in record.notes] == ["no_title"]
    assert first in str(record.blocks)


def test_title_of_the_file_s_metadata_comes_before_its_name() -> None:
    assert read("1\n\nTekst.", "a.txt", ("title", "Jaarverslag")).title == "Jaarverslag"


def test_title_in_other_letters_stays_and_the_id_is_the_name_of_the_file() -> None:
    record = read("年次報告\n\nTekst.", "map/verslag.txt")
    assert (record.title, record.id) == ("年次報告", "documenten/verslag")
