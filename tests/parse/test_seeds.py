"""The seeds are read as a reader of the documents would, field by field."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from archive.model.question import WrittenQuestion
from archive.model.supporting import SupportingDocument
from tests.conftest import SEEDS
from tests.golden.records import read_record
from tests.parse.documents import codes, labels, read_question, shown

_BROUNS = "VLAAMS MINISTER VAN ECONOMIE, INNOVATIE, WERK, SOCIALE ECONOMIE EN LANDBOUW"


def _seed(number: str) -> Path:
    return next(SEEDS.glob(f"{number}_*"))


def _question(number: str) -> WrittenQuestion:
    return read_question(_seed(number))


@pytest.mark.parametrize(
    ("seed", "identity", "asker", "minister", "asked_on", "themes"),
    [
        (
            "000",
            "2023-2024/jo-brouns/386",
            "Thijs Verbeurgt",
            "Jo Brouns",
            dt.date(2024, 4, 25),
            ("Sociale economie", "Werk"),
        ),
        ("001", "2024-2025/zuhal-demir/70", "Tom Ongena", "Zuhal Demir", dt.date(2024, 10, 25), ("Werk",)),
        ("002", "2023-2024/jo-brouns/322", "Bart Somers", "Jo Brouns", dt.date(2024, 3, 4), ("Werk",)),
        (
            "004",
            "2023-2024/jo-brouns/19",
            "Thijs Verbeurgt",
            "Jo Brouns",
            dt.date(2023, 10, 12),
            ("Sociale economie",),
        ),
    ],
)
def test_who_asked_whom_and_when(
    seed: str, identity: str, asker: str, minister: str, asked_on: dt.date, themes: tuple[str, ...]
) -> None:
    record = _question(seed)
    assert record.id == identity
    assert (record.asker.name, record.minister.name) == (asker, minister)
    assert (record.asked_on, record.themes) == (asked_on, themes)
    assert f"{record.parliamentary_year}/{record.number}" == identity.replace("/jo-brouns", "").replace(
        "/zuhal-demir", ""
    )


@pytest.mark.parametrize(
    ("seed", "asker", "minister", "portfolio"),
    [
        ("000", "THIJS VERBEURGT", "JO BROUNS", _BROUNS),
        ("001", "TOM ONGENA", "ZUHAL DEMIR", "VLAAMS MINISTER VAN ONDERWIJS, JUSTITIE EN WERK"),
    ],
)
def test_names_and_portfolio_are_kept_as_printed(
    seed: str, asker: str, minister: str, portfolio: str
) -> None:
    record = _question(seed)
    assert (record.asker.printed, record.minister.printed, record.minister.portfolio) == (
        asker,
        minister,
        portfolio,
    )


@pytest.mark.parametrize(
    ("seed", "title", "subject", "aspect"),
    [
        ("000", "Premies individueel maatwerk - Budget", "Premies individueel maatwerk", "Budget"),
        (
            "001",
            "Individueel maatwerk (IMW) - Stand van zaken",
            "Individueel maatwerk (IMW)",
            "Stand van zaken",
        ),
        ("002", "Individueel maatwerk - Stand van zaken", "Individueel maatwerk", "Stand van zaken"),
        ("004", "Individueel maatwerk - Stand van zaken", "Individueel maatwerk", "Stand van zaken"),
    ],
)
def test_titles_have_single_blanks(seed: str, title: str, subject: str, aspect: str) -> None:
    record = _question(seed)
    assert (record.title, record.subject, record.aspect) == (title, subject, aspect)


@pytest.mark.parametrize(
    ("seed", "document_id", "dossier_id"),
    [
        ("000", "2063933", "1823751"),
        ("001", "2082929", "1836380"),
        ("002", "2051521", "1809299"),
        ("004", "2006203", "1770530"),
    ],
)
def test_links_and_ids_at_the_parliament(seed: str, document_id: str, dossier_id: str) -> None:
    record = _question(seed)
    assert (record.document_id, record.dossier_id) == (document_id, dossier_id)
    assert record.links.document == f"https://docs.vlaamsparlement.be/pfile?id={document_id}"
    assert record.links.page == (
        f"https://www.vlaamsparlement.be/parlementaire-documenten/schriftelijke-vragen/{dossier_id}"
    )


@pytest.mark.parametrize(
    ("seed", "expected"),
    [
        ("000", "1 2 3"),
        ("001", "1 1a 1b 2 2a 2b 2c 3 4 4a 4b · 5 5a 5b 5c · 6 6a 6b · 7a 7b 8a 8b ·"),
        ("002", "1 2 3 4 5 5a 5b 5c 5d · 6 7 7a 7b 7c 7d 8 9 10"),
        ("004", "1 1a 1b 2 2a 2b 3 3a 4 5 6 7 · 8 9 9a 9b 9c 10"),
    ],
)
def test_parts_of_the_question(seed: str, expected: str) -> None:
    assert labels(_question(seed).question.parts) == expected


@pytest.mark.parametrize(
    ("seed", "expected"),
    [
        ("000", "1 2 3"),
        ("001", ""),
        ("002", "1 2 3 4 5 6 7 8 9 10"),
        ("004", "1 1a+1b 2 2a+2b 3 4 5 6 7 8 9 10"),
    ],
)
def test_parts_of_the_answer(seed: str, expected: str) -> None:
    answer = _question(seed).answer
    assert answer is not None
    assert labels(answer.parts) == expected


@pytest.mark.parametrize(
    ("seed", "number", "date", "noted"),
    [
        ("000", 386, dt.date(2024, 4, 24), "date_contradiction"),
        ("001", 70, dt.date(2024, 10, 30), "date_contradiction"),
        ("002", 322, dt.date(2024, 3, 4), None),
        ("004", 19, dt.date(2023, 10, 12), "number_form"),
    ],
)
def test_what_the_answer_prints_of_its_question_is_kept_and_contradictions_are_noted(
    seed: str, number: int, date: dt.date, noted: str | None
) -> None:
    record = _question(seed)
    assert record.answer is not None
    assert (record.answer.question_number, record.answer.question_date) == (number, date)
    contradictions = [code for code in codes(record) if code in {"date_contradiction", "number_form"}]
    assert contradictions == ([noted] if noted else [])


@pytest.mark.parametrize(
    ("seed", "kind"),
    [("000", "substantive"), ("001", "not_competent"), ("002", "partial"), ("004", "partial")],
)
def test_kind_of_answer(seed: str, kind: str) -> None:
    answer = _question(seed).answer
    assert answer is not None
    assert answer.kind == kind


def test_the_sentence_that_decided_is_quoted() -> None:
    (note,) = [note for note in _question("001").notes if note.code == "answer_kind"]
    assert "behoort niet tot de bevoegdheid van de minister van Werk." in note.message


def test_mojibake_is_mended() -> None:
    record = _question("001")
    assert "een loonpremie én een begeleidingspremie." in shown(record.question.introduction)[1]
    assert "mojibake" in codes(record)


def test_floating_lines_stand_where_they_stood() -> None:
    floating = [shown(part.blocks)[0] for part in _question("001").question.parts if not part.labels]
    assert [text.split(" ")[1] for text in floating] == ["Cijfers", "Graag", "van", "Cijfers"]
    (leading,) = [shown(part.blocks) for part in _question("004").question.parts if not part.labels]
    assert leading == ["P Kan de minister de meest recente gegevens meedelen van:"]


def test_an_enumeration_inside_a_sentence_is_no_part() -> None:
    parts = {part.labels: shown(part.blocks) for part in _question("004").question.parts}
    (text,) = parts[("8",)]
    assert text.endswith(
        "ze kregen: 1) collectief maatwerk; 2) individueel maatwerk en 3) arbeidsmatige activiteiten."
    )


def test_a_list_with_decayed_bullets_is_a_list() -> None:
    answer = _question("002").answer
    assert answer is not None
    listed = [line for part in answer.parts for line in shown(part.blocks) if line.startswith("•")]
    assert [entry.split()[1] for entry in listed] == [
        "begeleidingsvoorwaarden",
        "uiterste",
        "ongeldige",
        "cumulatie",
    ]
    assert listed[1].endswith("lokale besturen en collectief maatwerk voldoet niet;")


def test_an_address_broken_over_lines_is_whole() -> None:
    answer = _question("002").answer
    assert answer is not None
    (ninth,) = [part for part in answer.parts if part.labels == ("9",)]
    assert shown(ninth.blocks)[0].endswith(
        "https://www.vlaanderen.be/departement-werk-sociale-economie/agenda/"
        "online-infosessies-individueel-maatwerk/22-11-2022"
    )


@pytest.mark.parametrize(("seed", "rows"), [("002", 138), ("004", 88)])
def test_no_row_of_a_table_is_prose(seed: str, rows: int) -> None:
    """A row that stands in a paragraph would be a line of prose that ends in two figures."""
    answer = _question(seed).answer
    assert answer is not None
    lines = [line for part in answer.parts for line in shown(part.blocks)]
    assert not [
        line
        for line in lines
        if line.startswith("P") and line.split()[-1].replace(".", "").isdigit() and line.split()[-2].isdigit()
    ]
    assert len([line for line in lines if line.startswith(("|", "T"))]) >= rows


def test_the_slide_deck_is_a_supporting_document() -> None:
    record = read_record(_seed("003"))
    assert isinstance(record, SupportingDocument)
    assert record.id == "documenten/stakeholdersforum-individueel-maatwerk"
    assert (record.title, record.dated_on) == ("Stakeholdersforum individueel maatwerk", dt.date(2026, 3, 19))
    lines = shown(record.blocks)
    assert "• Lokale Diensteneconomie" in lines
    assert "• 9.750 loonpremies, waarvan 6 bij buitenlandse werkgevers (82,3 %)" in lines
