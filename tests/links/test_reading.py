"""How well documents were read, in figures."""

from __future__ import annotations

import pytest

from archive.links.reading import FIELDS, Understood, figures_of, reading_of, understood_of
from archive.model.blocks import Check, Preformatted, Table
from archive.model.question import Answer, Attachment, Body, Note, Part
from tests.records import part, question, supporting


def counts(asked: tuple[Part, ...], answered: tuple[Part, ...] | None) -> tuple[int, int, int]:
    """Parts with an answer of their own, a shared one, and none."""
    answer = None if answered is None else Answer("substantive", parts=answered)
    found = understood_of(question(question=Body((), asked), answer=answer))
    assert found.parts == found.own + found.shared + found.without
    return found.own, found.shared, found.without


@pytest.mark.parametrize(
    ("asked", "answered", "expected"),
    [
        ((part("1"), part("2")), (part("1"), part("2")), (2, 0, 0)),
        ((part("1"), part("2")), (part("1"),), (1, 0, 1)),
        ((part("1"), part("2")), (part("1", "2"),), (0, 2, 0)),
        ((part("1"), part("1a"), part("1b")), (part("1"),), (1, 2, 0)),
        ((part("1"), part(), part("2")), (part("1"), part("2")), (2, 0, 0)),
        ((part("1"), part("2"), part("3")), (part("1", "3"), part("2")), (1, 2, 0)),
        ((part("1"), part("2")), (part(),), (0, 2, 0)),
        ((part("1"), part("2")), None, (0, 0, 2)),
    ],
)
def test_each_part_is_answered_alone_together_or_not_at_all(
    asked: tuple[Part, ...], answered: tuple[Part, ...] | None, expected: tuple[int, int, int]
) -> None:
    assert counts(asked, answered) == expected


def table(origin: str, *agrees: bool) -> Table:
    checks = tuple(Check("column A", "x", one) for one in agrees)
    return Table(None, (), (("a", "1"),), origin, checks)  # type: ignore[arg-type]


def test_tables_lines_and_sums_are_counted_wherever_they_stand() -> None:
    record = question(
        question=Body((table("layout", True),), (part("1", blocks=(Preformatted(("1 2",)),)),)),
        answer=Answer(
            "substantive",
            parts=(part("1", blocks=(table("inferred", True, False),)),),
            attachments=(Attachment("B", (table("layout"),)),),
        ),
    )
    found = understood_of(record)
    assert (found.tables_read, found.tables_rebuilt, found.lines_left) == (2, 1, 1)
    assert (found.checks, found.checks_failed) == (3, 1)


def test_a_field_counts_where_it_is_known() -> None:
    found = understood_of(question()).fields
    assert set(FIELDS) - set(found) == {"party", "answered_on", "published_on"}
    assert "title" not in understood_of(question(notes=(Note("no_title", "x"),))).fields


def test_a_supporting_document_has_tables_but_no_fields() -> None:
    assert understood_of(supporting(blocks=(table("layout"),))) == Understood(tables_read=1)


def test_each_note_stands_under_what_it_tells() -> None:
    codes = (
        "mojibake",
        "table_guess",
        "date_contradiction",
        "no_title",
        "page_furniture",
        "of another program",
    )
    reading = reading_of(question(notes=tuple(Note(code, "x") for code in codes)))
    found = (reading.contradicted, reading.guessed, reading.doubted, reading.repaired, reading.kept)
    assert [[note.code for note in notes] for notes in found] == [
        ["date_contradiction"],
        ["table_guess"],
        ["no_title", "of another program"],
        ["mojibake"],
        ["page_furniture"],
    ]


def test_figures_add_up_the_readings() -> None:
    mojibake = Note("mojibake", "x")
    records = (
        question(1, notes=(mojibake, mojibake, Note("no_title", "x"))),
        question(2, notes=(mojibake,), answer=None),
        supporting(),
    )
    figures = figures_of(map(reading_of, records))
    assert (figures.records, figures.questions, figures.noted) == (3, 2, 2)
    assert (figures.fields["title"], figures.fields["answer"], figures.fields["party"]) == (1, 1, 0)
    assert (figures.understood.parts, figures.understood.own, figures.understood.without) == (4, 2, 2)
    assert figures.notes == {"mojibake": 3, "no_title": 1}
    assert figures.noted_by_code == {"mojibake": 2, "no_title": 1}
    assert figures.kinds == {"contradiction": 0, "guess": 0, "doubt": 1, "repair": 3, "kept": 0}


def test_no_reading_gives_noughts() -> None:
    assert figures_of(()).understood == Understood()
