"""Four real questions, read without losing a field of their heads. They are no part of the repository."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from archive.model.question import WrittenQuestion
from tests.conftest import shared_folder
from tests.parse.documents import codes, labels, read_question


def _read(name: str) -> WrittenQuestion:
    folder = shared_folder()
    if folder is None:
        pytest.skip("did not run: the shared material is absent")
    return read_question(Path(folder / "data" / "flemish" / name))


_TEXT = "sv_1037_tobback_demir_2023-09-06.txt"
_WOOSH = "vl_pq_woosh.txt"
_LIMBURG = "vl_pq_limburg_vlaio.txt"
_PDF = "vrg_en_antw.235.pdf"


@pytest.mark.parametrize(
    ("name", "identity", "asker", "asked_on", "title"),
    [
        (
            _TEXT,
            "2022-2023/zuhal-demir/1037",
            "Bruno Tobback",
            dt.date(2023, 9, 6),
            "Omgevingsvergunning - Adviesverlening bij vergunningsaanvragen",
        ),
        (
            _WOOSH,
            "2024-2025/jo-brouns/351",
            "Sanne Van Looy",
            dt.date(2025, 1, 31),
            "Luierrecyclage - Start-up Woosh",
        ),
        (
            _LIMBURG,
            "2025-2026/matthias-diependaele/177",
            "Andy Pieters",
            dt.date(2026, 1, 19),
            "Innovatiesteun - Limburg",
        ),
        (
            _PDF,
            "2023-2024/zuhal-demir/235",
            "Suzy Wouters",
            dt.date(2024, 1, 11),
            "Wateroverlast Demerbekken - Draaiboek voor lokale besturen",
        ),
    ],
)
def test_the_head_is_read(name: str, identity: str, asker: str, asked_on: dt.date, title: str) -> None:
    record = _read(name)
    assert (record.id, record.asker.name, record.asked_on, record.title) == (identity, asker, asked_on, title)
    assert record.answer is not None
    assert (record.answer.question_number, record.answer.question_date) == (record.number, asked_on)


def test_a_portfolio_over_three_lines_is_one() -> None:
    assert _read(_LIMBURG).minister.portfolio == (
        "MINISTER-PRESIDENT VAN DE VLAAMSE REGERING, VLAAMS MINISTER VAN ECONOMIE, INNOVATIE EN INDUSTRIE, "
        "BUITENLANDSE ZAKEN, DIGITALISERING EN FACILITAIR MANAGEMENT"
    )


@pytest.mark.parametrize(
    ("name", "asked", "answered"),
    [
        (_TEXT, "1 1a 1b 1c 2 2a 2b 2c 3 3a 3b 3c 3d 4 4a 4b 4c 4d", "1+2 3+4"),
        (_WOOSH, "1 2 3 4 5 6 7 8 9", "1 2 3 3a 3b 4 5 6 7 8 9"),
        (_LIMBURG, "1 2 3 4", "1 2 3 4"),
        (_PDF, "1 2 3", "1 2 3"),
    ],
)
def test_the_labels_are_read(name: str, asked: str, answered: str) -> None:
    record = _read(name)
    assert record.answer is not None
    assert (labels(record.question.parts), labels(record.answer.parts)) == (asked, answered)


def test_a_name_and_a_label_glued_to_a_sentence_are_set_apart() -> None:
    assert {"glued_name", "glued_label"} <= set(codes(_read(_TEXT)))


def test_an_attachment_has_its_title() -> None:
    answer = _read(_TEXT).answer
    assert answer is not None
    assert [one.title for one in answer.attachments] == [
        "Adviesverlening vanuit Departement Omgeving bij dossiers in EA en LA"
    ]


def test_an_earlier_question_is_a_reference_with_its_parliamentary_year() -> None:
    (reference,) = _read(_PDF).references
    assert (reference.number, reference.parliamentary_year) == (1263, "2020-2021")
    assert reference.date == dt.date(2021, 7, 26)
