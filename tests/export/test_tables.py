"""Every cell of every table, one a line, with its labels and its value."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from archive.config import Settings
from archive.export.tables import COLUMNS, label_columns, record_lines, tables_chunks
from archive.model.blocks import Table
from archive.model.question import Answer
from archive.store.corpus import Corpus
from tests.records import part, question

Row = tuple[str, ...]


def made(*rows: Row, header: tuple[Row, ...] = (), caption: str | None = None) -> Table:
    return Table(caption, header, rows, "inferred")


def cells(table: Table, *names: str) -> list[Row]:
    """The values of the named columns, for each line."""
    record = question(answer=Answer("substantive", parts=(part("8", "9", blocks=(table,)),)))
    return [
        tuple(dict(zip(COLUMNS, line, strict=True))[name] for name in names) for line in record_lines(record)
    ]


def test_a_cell_says_where_it_stands() -> None:
    table = made(("Antwerpen", "562"), header=(("Provincie", "Bedrijven"),), caption="Per provincie")
    assert cells(table, *COLUMNS) == [
        (
            "2023-2024/jo-brouns/1",
            "answer",
            "8 9",
            "1",
            "Per provincie",
            "inferred",
            "1",
            "Antwerpen",
            "2",
            "Bedrijven",
            "562",
            "562",
            "",
        )
    ]


@pytest.mark.parametrize(
    ("printed", "value", "unit"),
    [
        ("2.133", "2133", ""),
        ("5,4%", "5.4", "%"),
        ("€ 9.917.768,00", "9917768.00", "€"),
        ("-1.234,5", "-1234.5", ""),
        ("<20", "", ""),
        ("", "", ""),
        ("n.v.t.", "", ""),
    ],
)
def test_the_value_stands_beside_the_printed_text(printed: str, value: str, unit: str) -> None:
    assert cells(made(("a", printed)), "printed", "value", "unit") == [(printed, value, unit)]


def test_header_rows_above_each_other_make_one_label() -> None:
    header = (("", "2023", "2023"), ("", "K1", "K2"))
    assert cells(made(("a", "1", "2"), header=header), "column_label") == [("2023 | K1",), ("2023 | K2",)]


def test_the_name_of_a_group_counts_for_its_rows() -> None:
    table = made(
        ("Antwerpen", "Werkgevers", "553"), ("", "Zelfstandigen", "25"), ("Limburg", "Werkgevers", "9")
    )
    assert cells(table, "row_label") == [
        ("Antwerpen | Werkgevers",),
        ("Antwerpen | Zelfstandigen",),
        ("Limburg | Werkgevers",),
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("Antwerpen", "562"), ("Brussel", "83")], 1),
        ([("2020", "7815"), ("2021", "7896")], 1),
        ([("Antwerpen", "Man", "5"), ("", "Vrouw", "-")], 2),
        ([("7.736", "10.379", "3.545")], 0),
        ([("Gent", "Korenmarkt 1"), ("Aalst", "Markt 2")], 1),
        ([("18-19", "<5"), ("20-24", "12")], 1),
        ([("enig",)], 0),
    ],
)
def test_the_columns_that_name_the_rows_are_told_from_their_cells(rows: list[Row], expected: int) -> None:
    assert label_columns(made(*rows)) == expected


@pytest.fixture(scope="module")
def lines(seed_corpus: Path) -> list[dict[str, str]]:
    """The export of the seeds, as the reader of the standard library finds it."""
    with Corpus.open(seed_corpus) as corpus:
        text = b"".join(tables_chunks(corpus, Settings())).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_the_provinces_of_the_seeds_add_up_to_their_total(lines: list[dict[str, str]]) -> None:
    column = [line for line in lines if line["record"] == "2023-2024/jo-brouns/322" and line["table"] == "1"]
    assert {line["column_label"] for line in column} == {"# Bedrijven"}
    values = {line["row_label"]: int(line["value"]) for line in column}
    assert values.pop("Totaal") == 2133
    assert sum(values.values()) == 2133


def test_no_cell_of_the_seeds_would_run(lines: list[dict[str, str]]) -> None:
    texts = [line[name] for line in lines for name in ("caption", "row_label", "column_label")]
    assert texts and not [text for text in texts if text.startswith(("=", "+", "-", "@"))]
