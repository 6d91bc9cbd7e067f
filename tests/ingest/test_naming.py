"""Which supporting documents are the same, and what id each has."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest

from archive.ingest.naming import document_id, is_namesake, is_same_document
from archive.model.question import Links
from archive.model.supporting import SupportingDocument
from tests.records import facts, supporting

ADDRESS = Links("https://docs.example.org/pfile?id=7")


def document(name: str = "rapport.pdf", sha256: str = "0" * 64, **changes: Any) -> SupportingDocument:
    source = msgspec.structs.replace(facts(name), sha256=sha256)
    return supporting(**({"dated_on": None, "source": source} | changes))


OTHER = "1" * 64
DAY, NEXT_DAY = dt.date(2024, 5, 1), dt.date(2024, 5, 2)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (document(text="a"), document(text="b"), True),
        (document(text="a", links=ADDRESS), document("x.pdf", OTHER, text="b", links=ADDRESS), True),
        (document(dated_on=DAY), document("x.pdf", OTHER, dated_on=DAY, text="b"), True),
        (document(dated_on=DAY), document("rapport.pdf", OTHER, dated_on=NEXT_DAY), False),
        (document(dated_on=DAY), document("x.pdf", OTHER), True),
        (document(text="een twee drie"), document("x.pdf", OTHER, text="vier vijf zes"), False),
        (document(text="een twee drie"), document("rapport.pdf", OTHER, text="een drie vier"), True),
        (document(text="een twee drie"), document("x.pdf", OTHER, text="een drie vier"), False),
        (document(title="Verslag, deel 1"), document("x.pdf", OTHER, title="Bijlage bij het verslag"), False),
    ],
)
def test_table_of_same_documents(one: SupportingDocument, other: SupportingDocument, same: bool) -> None:
    assert is_same_document(one, other) is same
    assert is_same_document(other, one) is same


def test_first_document_has_the_id_of_its_title() -> None:
    assert document_id(document(), []) == "documenten/rapport-sociale-huur"


def test_stranger_has_the_beginning_of_its_hash_behind_it() -> None:
    stranger = document("x.pdf", "ab12cd34" + "0" * 56, text="iets anders")
    assert document_id(stranger, [document()]) == "documenten/rapport-sociale-huur-ab12cd34"


def test_known_stranger_is_found_among_the_namesakes() -> None:
    stranger = document("x.pdf", OTHER, text="iets anders", id="documenten/rapport-sociale-huur-99999999")
    edition = document("y.pdf", "2" * 64, text="iets anders")
    assert document_id(edition, [document(), stranger]) == stranger.id


@pytest.mark.parametrize(
    ("id", "found"),
    [("a/b", True), ("a/b-12345678", True), ("a/b-1234567", False), ("a/b-rapport1", False), ("a/bc", False)],
)
def test_namesakes_have_a_suffix_of_eight_figures(id: str, found: bool) -> None:
    assert is_namesake(id, "a/b") is found


def test_documents_without_end_are_compared_by_their_beginnings() -> None:
    endless = "woord " * 3_000_000
    one = document(title="t" * 3_000_000, text=endless)
    other = document("x.pdf", OTHER, title="t" * 2_999_999 + "u", text=endless)
    assert is_same_document(one, other)
