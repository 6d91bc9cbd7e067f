"""A record as text for the terminal."""

from __future__ import annotations

import datetime as dt

from archive.cli.readable import readable_lines
from archive.model.blocks import Footnote, ListBlock, Paragraph, Preformatted, Table
from archive.model.question import (
    Answer,
    Attachment,
    Body,
    Links,
    Minister,
    Note,
    Part,
    Person,
    SourceFacts,
    WrittenQuestion,
)

TABLE = Table("Aantallen", (("Jaar", "Aantal"),), (("2023", "7"), ("2024", "12")), "layout")


def part(label: str, text: str) -> Part:
    return Part((label,) if label else (), (Paragraph(text),))


def question(body: Body, answer: Answer | None) -> WrittenQuestion:
    return WrittenQuestion(
        id="2023-2024/an-bee/1",
        number=1,
        parliamentary_year="2023-2024",
        title="Titel",
        subject="Titel",
        aspect=None,
        themes=("Werk", "Sport"),
        asker=Person("Cé Dee", "CÉ DEE", "XYZ"),
        minister=Minister("An Bee", "AN BEE", "Vlaams minister van Werk"),
        asked_on=dt.date(2024, 4, 25),
        answered_on=None,
        published_on=None,
        question=body,
        answer=answer,
        links=Links(),
        document_id=None,
        dossier_id=None,
        references=(),
        source=SourceFacts("a.txt", "00", "text/plain", 7, None),
        notes=(Note("date", "twee datums", "antwoord"),),
    )


def lines_of(body: Body, answer: Answer | None = None) -> list[str]:
    return list(readable_lines(question(body, answer)))


def test_facts_that_the_source_does_not_give_are_left_out() -> None:
    assert not any(line.startswith(("Beantwoord", "Document")) for line in lines_of(Body()))


def test_party_portfolio_and_themes_are_told() -> None:
    lines = lines_of(Body())
    assert "Vraagsteller:        Cé Dee (XYZ)" in lines
    assert "Minister:            An Bee, Vlaams minister van Werk" in lines
    assert "Thema:               Werk, Sport" in lines


def test_question_without_answer_says_so() -> None:
    assert "Antwoord:            nog geen" in lines_of(Body())


def test_part_without_an_answer_of_its_own_says_so() -> None:
    body = Body(parts=(part("1", "Een?"), part("2", "Twee?")))
    lines = lines_of(body, Answer("substantive", parts=(part("1", "Ja."),)))
    assert "  ANTWOORD: geen afzonderlijk antwoord" in lines


def test_answer_without_parts_follows_all_questions() -> None:
    body = Body(parts=(part("1", "Een?"), part("2", "Twee?")))
    lines = lines_of(body, Answer("not_competent", introduction=(Paragraph("Niet bevoegd."),)))
    assert lines.index("VRAAG 2") < lines.index("ANTWOORD") < lines.index("Niet bevoegd.")


def test_every_kind_of_block_is_shown() -> None:
    blocks = (
        Paragraph("Lopende tekst"),
        ListBlock(("eerste", "tweede")),
        TABLE,
        Preformatted(("2022 K1 7.787",)),
        Footnote("1", "Zie bijlage"),
    )
    lines = lines_of(Body(introduction=blocks))
    assert [line for line in lines if line in {"Lopende tekst", "- eerste", "- tweede", "2022 K1 7.787"}] == [
        "Lopende tekst",
        "- eerste",
        "- tweede",
        "2022 K1 7.787",
    ]
    assert "[1] Zie bijlage" in lines


def test_columns_of_a_table_stand_under_each_other() -> None:
    lines = lines_of(Body(introduction=(TABLE,)))
    start = lines.index("Aantallen")
    assert lines[start + 1 : start + 5] == ["Jaar | Aantal", "-----+-------", "2023 | 7", "2024 | 12"]


def test_attachments_source_and_notes_come_last() -> None:
    answer = Answer("substantive", attachments=(Attachment("Tabel", (Paragraph("in bijlage"),)),))
    lines = lines_of(Body(), answer)
    assert lines.index("BIJLAGE: Tabel") < lines.index("Bron: a.txt (text/plain, 7 bytes)")
    assert lines[-1] == "Noot: date: twee datums [antwoord]"


def test_running_text_is_wrapped() -> None:
    assert max(map(len, lines_of(Body(introduction=(Paragraph("woord " * 100),))))) <= 88
