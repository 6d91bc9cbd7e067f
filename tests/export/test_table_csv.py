"""A table as a file for a spreadsheet: every cell as printed, none that runs."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.export.table_csv import harmless_cell, table_csv
from archive.model.blocks import Table


def made(*rows: tuple[str, ...], header: tuple[tuple[str, ...], ...] = ()) -> Table:
    return Table("Aantallen", header, rows, "layout")


def read(content: bytes) -> list[tuple[str, ...]]:
    """The rows as a reader that is not ours finds them."""
    return [
        tuple(row) for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    ]


def test_the_file_has_a_mark_semicolons_and_line_ends_of_a_spreadsheet() -> None:
    content = table_csv(made(("Oost-Vlaanderen", "5,4%"), header=(("Provincie", "Aandeel één"),)))
    assert content == b"\xef\xbb\xbfProvincie;Aandeel \xc3\xa9\xc3\xa9n\r\nOost-Vlaanderen;5,4%\r\n"


def test_cells_with_separators_quotes_and_breaks_come_back() -> None:
    row = ('a;b "c"', "twee\nregels", "", "2.133")
    assert read(table_csv(made(row))) == [row]


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+A1",
        "-A1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "  =1",
        "\u00a0=1",
        "\x0c=1",
        "\u200b=1",
        "-1 jaar",
        "＝1",
        "-5+cmd|' /C calc'!A0",
        "+32 2 552 11 11",
    ],
)
def test_a_cell_that_would_run_gets_an_apostrophe(cell: str) -> None:
    assert harmless_cell(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell", ["-5", "-5,4%", "-1.234,50", "- 12", "+3%", "-", "--", "–5", "1-2", "a=b", "x@y.be", "", "€ -5"]
)
def test_a_cell_that_is_a_number_or_plain_text_stays_as_printed(cell: str) -> None:
    assert harmless_cell(cell) == cell


@given(st.lists(st.tuples(st.text(), st.text()), min_size=1))
def test_whatever_the_cells_the_same_come_back_and_none_runs(rows: list[tuple[str, str]]) -> None:
    # A surrogate is no character and cannot stand in a record.
    rows = [
        (one.encode("utf-8", "ignore").decode(), other.encode("utf-8", "ignore").decode())
        for one, other in rows
    ]
    back = read(table_csv(made(*rows)))
    assert [tuple(cell.removeprefix("'") for cell in row) for row in back] == [
        tuple(cell.removeprefix("'") for cell in row) for row in rows
    ]
    assert not [cell for row in back for cell in row if cell.lstrip().startswith(("=", "@", "\t"))]
