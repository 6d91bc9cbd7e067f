"""The tables of a record have numbers in reading order."""

from __future__ import annotations

from archive.model.addresses import table_address, table_anchor
from archive.model.blocks import Paragraph, Table
from archive.model.question import Answer, Attachment, Body, WrittenQuestion
from archive.model.record import encode_record
from archive.model.tables import NumberedTable, numbered_record, tables_of
from tests.records import part, question, supporting


def table(name: str) -> Table:
    return Table(name, (("Jaar", "Aantal"),), (("2023", "7"),), "layout")


WHOLE = question(
    question=Body(
        (table("a"),), (part("1", blocks=(table("b"), Paragraph("x"), table("c"))),), (table("d"),)
    ),
    answer=Answer(
        "substantive",
        introduction=(table("e"),),
        parts=(part("1", "2", blocks=(table("f"),)),),
        closing=(table("g"),),
        attachments=(Attachment("Bijlage", (table("h"),)),),
    ),
)


def test_tables_are_numbered_from_the_question_to_the_attachments() -> None:
    found = [(one.number, one.caption, one.side, one.labels) for one in tables_of(WHOLE)]
    assert found == [
        (1, "a", "question", ()),
        (2, "b", "question", ("1",)),
        (3, "c", "question", ("1",)),
        (4, "d", "question", ()),
        (5, "e", "answer", ()),
        (6, "f", "answer", ("1", "2")),
        (7, "g", "answer", ()),
        (8, "h", "attachment", ()),
    ]


def test_a_numbered_record_differs_in_its_tables_alone() -> None:
    numbered = numbered_record(WHOLE)
    assert isinstance(numbered, WrittenQuestion)
    first = numbered.question.introduction[0]
    assert isinstance(first, NumberedTable)
    assert (first.caption, first.rows, first.number) == ("a", (("2023", "7"),), 1)
    assert list(tables_of(numbered)) == list(tables_of(WHOLE))


def test_a_record_without_tables_stays_the_same() -> None:
    assert encode_record(numbered_record(question())) == encode_record(question())


def test_the_tables_of_a_supporting_document_are_numbered() -> None:
    record = supporting(blocks=(Paragraph("x"), table("a"), table("b")))
    assert [(one.number, one.side) for one in tables_of(record)] == [(1, "document"), (2, "document")]
    assert [block.number for block in numbered_record(record).blocks[1:]] == [1, 2]  # type: ignore[union-attr]


def test_a_table_has_an_anchor_and_a_file_beside_the_page() -> None:
    assert table_anchor(2) == "tabel-2"
    assert table_address(question(322), 1) == "vragen/2023-2024/jo-brouns/322-tabel-1.csv"
    assert table_address(supporting("Rapport"), 1) == "documenten/rapport-tabel-1.csv"
