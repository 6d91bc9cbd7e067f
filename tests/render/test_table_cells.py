"""The rows of a table: which cells name their row, and which stand below a head."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from archive.model.blocks import Table
from archive.render.table_cells import body_rows

ROWS = (("Antwerpen", "Werkgever", "12"), ("", "Zelfstandige <b>", "3"), ("Limburg", "Totaal", "15"))


def names(header: tuple[tuple[str, ...], ...], rows: tuple[tuple[str, ...], ...] = ROWS) -> list[str]:
    """The cells that name their row."""
    body = BeautifulSoup(body_rows(Table(None, header, rows, "layout")), "html.parser")
    assert len(body.select("tr > *")) == sum(map(len, rows))
    return [cell.text for cell in body.select("th[scope=row]")]


def test_the_first_cell_names_its_row() -> None:
    assert names((("Provincie", "Soort", "Aantal"),)) == ["Antwerpen", "Limburg"]


@pytest.mark.parametrize("header", [(("Provincie", "", "Aantal"),), (("", "", "Aantal"),), ()])
def test_so_does_one_beside_it_that_nothing_above_names(header: tuple[tuple[str, ...], ...]) -> None:
    """A program that reads aloud would else say such a figure without what it counts."""
    assert names(header) == ["Antwerpen", "Werkgever", "Zelfstandige <b>", "Limburg", "Totaal"]


def test_a_figure_names_no_row() -> None:
    assert names((), (("2022", "12", "Bron: VDAB"), ("2023", "15", "Bron: RSZ"))) == []


def test_where_no_column_holds_figures_the_first_alone_names_the_rows() -> None:
    assert names((), (("Gent", "Open", "Ja"), ("Aalst", "Dicht", "Nee"))) == ["Gent", "Aalst"]


def test_a_table_without_rows_has_none() -> None:
    assert body_rows(Table(None, (("Jaar",),), (), "layout")) == ""
