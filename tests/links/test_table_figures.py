"""What is drawn of a table: which series, over what, and what is left out."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.extract import read_source
from archive.links.table_axes import axes_of
from archive.links.table_figures import MOST_BARS, MOST_SERIES, TableFigure, figures_of
from archive.model.blocks import Table
from archive.model.document import Document, Source
from archive.model.tables import tables_of
from archive.store.corpus import Corpus


def table(*rows: str, header: int = 1, caption: str | None = None) -> Table:
    """A table of rows such as "Jaar | 2022 | 2023"; `header`: how many of them are its head."""
    cells = [tuple(cell.strip() for cell in row.split("|")) for row in rows]
    return Table(caption, tuple(cells[:header]), tuple(cells[header:]), "layout")


def only(drawn: Table) -> TableFigure:
    found = figures_of(drawn)
    assert found is not None
    (figure,) = found.figures
    return figure


def values(figure: TableFigure) -> dict[str, list[str | None]]:
    return {
        one.name: [None if value is None else str(value) for value in one.values] for one in figure.series
    }


def test_rows_are_bars_of_each_column() -> None:
    figure = only(table("Provincie | Aanvragen | Toegekend", "Antwerpen | 12 | 10", "Limburg | 7 | 3"))
    assert (figure.kind, figure.categories) == ("bars", ("Antwerpen", "Limburg"))
    assert values(figure) == {"Aanvragen": ["12", "7"], "Toegekend": ["10", "3"]}


def test_years_as_rows_are_a_course_of_time() -> None:
    figure = only(table("Jaar | Aanvragen", "2022 | 12", "2021 | 7", "Totaal | 19"))
    assert (figure.kind, figure.categories) == ("lines", ("2021", "2022"))
    assert values(figure) == {"Aanvragen": ["7", "12"]}


def test_quarters_as_columns_are_a_course_of_time() -> None:
    figure = only(table("| 2022 - K3 | 2022 - K4 | 2023 - K1", "Vrouwen | 1 | 2 | 3", "Mannen | 4 | 5 | 6"))
    assert (figure.kind, figure.categories) == ("lines", ("2022 - K3", "2022 - K4", "2023 - K1"))
    assert values(figure) == {"Vrouwen": ["1", "2", "3"], "Mannen": ["4", "5", "6"]}


def test_a_year_that_is_not_told_is_a_gap() -> None:
    figure = only(table("Jaar | Aanvragen", "2020 | 7", "2022 | 9"))
    assert figure.categories == ("2020", "2021", "2022")
    assert values(figure) == {"Aanvragen": ["7", None, "9"]}


def test_years_below_kinds_of_figures_are_lines_of_each() -> None:
    figure = only(
        table(
            "Provincie | Aanvragen | Aanvragen | Zaken | Zaken",
            "Provincie | 2022 | 2023 | 2022 | 2023",
            "Limburg | 1 | 2 | 3 | 4",
            header=2,
        )
    )
    assert values(figure) == {"Limburg – Aanvragen": ["1", "2"], "Limburg – Zaken": ["3", "4"]}


def test_months_without_a_year_stand_in_the_order_of_the_year() -> None:
    figure = only(table("Maand | Aantal", "mei | 5", "januari | 1", "april | 4"))
    assert (figure.kind, figure.categories) == ("lines", ("januari", "april", "mei"))


def test_a_part_of_a_year_among_years_is_no_course_of_time() -> None:
    figure = only(table("Jaar | Aantal", "2022 | 5", "2023 | 6", "2024 (t.e.m. juni) | 2"))
    assert figure.kind == "bars"


def test_totals_are_left_out_and_told() -> None:
    drawn = table("Provincie | A | Totaal", "Antwerpen | 1 | 5", "Limburg | 2 | 6", "Eindtotaal | 3 | 11")
    found = figures_of(drawn)
    assert found is not None and found.without_totals
    assert values(found.figures[0]) == {"A": ["1", "2"]}


def test_what_stands_below_the_total_is_no_part_of_it() -> None:
    figure = only(table("| A", "18-19 | 1", "20-24 | 2", "Totaal | 3", "Contingent | 900"))
    assert figure.categories == ("18-19", "20-24")


def test_a_column_that_is_all_there_is_stays_though_it_names_a_total() -> None:
    assert values(only(table("Provincie | Totaal", "Antwerpen | 1", "Limburg | 2"))) == {"Totaal": ["1", "2"]}


def test_numbers_of_two_units_are_two_drawings() -> None:
    found = figures_of(table("Jaar | Aantal | Aandeel", "2021 | 10 | 5,5%", "2022 | 20 | 6%"))
    assert found is not None
    assert [(one.unit, values(one)) for one in found.figures] == [
        (None, {"Aantal": ["10", "20"]}),
        ("%", {"Aandeel": ["5.5", "6"]}),
    ]


def test_a_unit_in_the_head_is_a_unit() -> None:
    assert only(table("Provincie | Bedrag in euro", "Antwerpen | 10", "Limburg | 20")).unit == "€"


@pytest.mark.parametrize("cell", ["-", "n.b.", "<5", "", "onbekend"])
def test_what_is_no_number_is_a_gap(cell: str) -> None:
    figure = only(table("Jaar | Aantal", "2021 | 10", f"2022 | {cell}", "2023 | 20"))
    assert values(figure) == {"Aantal": ["10", None, "20"]}


def test_a_table_of_one_row_is_turned() -> None:
    figure = only(table("Collectief | Individueel", "7.736 | 10.379"))
    assert figure.categories == ("Collectief", "Individueel")
    assert values(figure) == {"": ["7736", "10379"]}


def test_groups_with_numbers_of_their_own_are_drawn_without_what_they_consist_of() -> None:
    ages = ("18-19 | 1", "20-24 | 2")
    figure = only(table("Leeftijd | A", "Antwerpen | 3", *ages, "Limburg | 30", *ages, "Totaal | 33"))
    assert values(figure) == {"A": ["3", "30"]}
    assert figure.categories == ("Antwerpen", "Limburg")


def test_the_name_of_a_group_holds_for_the_rows_below_it() -> None:
    figure = only(table("Provincie | | A", "Antwerpen | V | 1", " | M | 2", "Limburg | V | 3", " | M | 4"))
    assert figure.categories == ("Antwerpen – V", "Antwerpen – M", "Limburg – V", "Limburg – M")


def test_a_row_without_a_number_heads_the_rows_below_it() -> None:
    figure = only(table("| A", "Antwerpen | ", "V | 1", "M | 2", "Limburg | ", "V | 3", "M | 4"))
    assert figure.categories == ("Antwerpen – V", "Antwerpen – M", "Limburg – V", "Limburg – M")


def test_at_most_eight_series_are_drawn_the_largest() -> None:
    rows = [f"Soort {place} | {place} | {place}" for place in range(1, 13)]
    figure = only(table("| 2021 | 2022", *rows))
    assert [one.name for one in figure.series] == [f"Soort {place}" for place in range(5, 13)]
    assert figure.series_left_out == 4


def test_a_long_table_is_cut_to_its_largest_rows() -> None:
    figure = only(table("Gemeente | A", *(f"G{place} | {place}" for place in range(300))))
    assert len(figure.categories) == MOST_BARS
    assert (figure.categories[0], figure.categories_left_out) == ("G228", 228)


@pytest.mark.parametrize(
    "drawn",
    [
        table("Naam | Adres", "Jan | Straat", "Piet | Laan"),
        table("Naam | A", "Jan | 1"),
        table("1 | 2", "3 | 4", header=0),
        table("Limburg | 1 | 2", "Antwerpen | 3 | 4", header=0),
        table("A | B", "1 | 2", "3 | 4"),
        table("Gemeente | Postcode", "Aalst | 9300", "Gent | 9000"),
        Table(None, (), (), "layout"),
        Table(None, (("A",),), (("1", "2"),), "layout"),
    ],
    ids=["words", "one number", "no names", "no head", "no names of rows", "codes", "empty", "uneven"],
)
def test_a_table_of_which_a_chart_says_nothing_has_none(drawn: Table) -> None:
    assert figures_of(drawn) is None


def test_the_order_of_rows_is_no_name() -> None:
    figure = only(table("Nr. | Gemeente | A", "1 | Aalst | 5", "2 | Gent | 6"))
    assert figure.categories == ("Aalst", "Gent")


def test_every_table_of_the_seeds_is_drawn(seed_corpus: Path) -> None:
    with Corpus.open(seed_corpus) as corpus:
        tables = [one for record in corpus.records() for one in tables_of(record)]
    assert tables and all(figures_of(one) for one in tables)


def test_the_flows_of_the_seeds_are_lines_of_numbers_and_of_shares(seed_corpus: Path) -> None:
    with Corpus.open(seed_corpus) as corpus:
        record = corpus.record("2023-2024/jo-brouns/19")
    assert record is not None
    found = figures_of(list(tables_of(record))[7])
    assert found is not None
    assert [(one.kind, one.unit, one.categories) for one in found.figures] == [
        ("lines", None, ("2020", "2021", "2022")),
        ("lines", "%", ("2020", "2021", "2022")),
    ]
    assert found.figures[1].series[0].values == (Decimal("5.4"), Decimal("6.7"), Decimal("7.5"))


MADE = Path(__file__).parents[1] / "extract" / "samples" / "made"


@pytest.mark.parametrize(
    "name", ["002-grid.pdf", "002-none.pdf", "004-grid.docx", "004-hlines.pdf", "004-grid.odt"]
)
def test_typeset_tables_are_drawn_as_those_of_the_seed(name: str, seed_corpus: Path) -> None:
    (document,) = read_source(Source(name, (MADE / name).read_bytes()))
    assert isinstance(document, Document)
    typeset = [figures_of(line.table) for line in document.lines if line.table]
    number = {"002": 322, "004": 19}[name[:3]]
    with Corpus.open(seed_corpus) as corpus:
        record = corpus.record(f"2023-2024/jo-brouns/{number}")
    assert record is not None
    assert typeset == [figures_of(one) for one in tables_of(record)]


CELLS = st.one_of(
    st.text(max_size=6),
    st.sampled_from(
        ["2021", "2022", "2022 K1", "mei", "Totaal", "5", "6,5%", "€ 7", "-", "", "1.000", "-3", "9" * 400]
    ),
)
GRIDS = st.integers(1, 5).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width).map(tuple), max_size=7)
)


@given(GRIDS, st.integers(0, 3))
def test_no_table_fails_and_no_value_is_made_up(grid: list[tuple[str, ...]], header: int) -> None:
    drawn = Table(None, tuple(grid[:header]), tuple(grid[header:]), "layout")
    axes, found = axes_of(drawn), figures_of(drawn)
    known = {number.value for row in axes.numbers for number in row if number} if axes else set()
    for figure in found.figures if found else ():
        assert len(figure.series) <= MOST_SERIES
        for series in figure.series:
            assert len(series.values) == len(figure.categories)
            assert {value for value in series.values if value is not None} <= known
