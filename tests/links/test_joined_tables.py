"""Tables of two answers: which tell the same, and by how much each figure changed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from archive.links.joined_tables import Difference, JoinedCell, JoinedTable, difference_of, join_tables
from archive.links.table_pairs import pair_tables
from archive.model.blocks import Table
from archive.model.tables import NumberedTable


def table(header: str, *rows: str, caption: str | None = None) -> Table:
    """Cells between bars."""
    return Table(
        caption,
        (tuple(header.split("|")),) if header else (),
        tuple(tuple(row.split("|")) for row in rows),
        "layout",
    )


def numbered(number: int, caption: str | None, header: str, *rows: str) -> NumberedTable:
    made = table(header, *rows, caption=caption)
    return NumberedTable(caption, made.header, made.rows, "layout", (), number, "answer")


def joined(earlier: Table, later: Table) -> JoinedTable:
    found = join_tables(earlier, later)
    assert found is not None
    return found


def cells(found: JoinedTable) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (row.label, " / ".join(cell.column), cell.then, cell.now) for row in found.rows for cell in row.cells
    ]


def test_rows_and_columns_with_one_label_are_laid_on_each_other() -> None:
    found = joined(
        table("Provincie|Aantal", "Gent|10", "Genk|7"), table("Provincie|Aantal", "Genk|9", "Gent|10")
    )
    assert found.corner == "Provincie"
    assert cells(found) == [("Genk", "Aantal", "7", "9"), ("Gent", "Aantal", "10", "10")]
    assert [row.cells[0].difference for row in found.rows] == [
        Difference(Decimal(2), None),
        Difference(Decimal(0), None),
    ]


def test_a_column_of_another_year_is_the_same_column() -> None:
    found = joined(table("Type|2022", "A|1.203"), table("Type|2023", "A|1.250"))
    assert found.rows[0].cells == (
        JoinedCell(("2022", "2023"), "1.203", "1.250", Difference(Decimal(47), None)),
    )


def test_years_that_both_tables_have_are_compared_and_the_others_stand_alone() -> None:
    found = joined(table("Type|2021|2022", "A|1|2"), table("Type|2022|2023", "A|3|4"))
    assert cells(found) == [("A", "2021", "1", None), ("A", "2022", "2", "3"), ("A", "2023", None, "4")]


def test_a_row_of_one_table_alone_stands_where_it_stood() -> None:
    found = joined(table("X|N", "a|1", "b|2", "c|3"), table("X|N", "a|1", "c|4", "d|5"))
    assert [(row.label, row.cells[0].then, row.cells[0].now) for row in found.rows] == [
        ("a", "1", "1"),
        ("b", "2", None),
        ("c", "3", "4"),
        ("d", None, "5"),
    ]


def test_a_column_without_a_head_is_compared_where_it_is_the_only_one() -> None:
    assert joined(table("", "Gent|1"), table("", "Gent|2")).rows[0].cells[0].difference == Difference(
        Decimal(1), None
    )
    assert join_tables(table("", "Gent|1|1"), table("", "Gent|2|2")) is None


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (table("X|N", "a|1", "b|2", "c|3"), table("X|N", "a|1", "d|2", "e|3")),
        (table("X|N", "a|1"), table("X|M", "a|1")),
        (table("X|N", "a|1", "a|2"), table("X|N", "a|1", "a|3")),
        (table("X|N|N", "a|1|2"), table("X|N|N", "a|1|3")),
        (table("X|N", "a|ja"), table("X|N", "a|neen")),
        (table("X|N"), table("X|N")),
        (table("X|N", *(f"r{n}|1" for n in range(700))), table("X|N", *(f"r{n}|2" for n in range(700)))),
    ],
    ids=["few rows", "no column", "row twice", "column twice", "no figures", "empty", "too long"],
)
def test_tables_that_do_not_agree_stay_two(earlier: Table, later: Table) -> None:
    assert join_tables(earlier, later) is None


@pytest.mark.parametrize(
    ("then", "now", "value", "unit"),
    [
        ("1.204", "1.250", "46", None),
        ("0,1", "0,3", "0.2", None),
        ("€ 10,50", "€ 9,25", "-1.25", "€"),
        ("31,2%", "31,5 %", "0.3", "%"),
        ("0,10000000000000000000000000000000001", "0,1", "-1E-35", None),
    ],
)
def test_differences_are_exact(then: str, now: str, value: str, unit: str | None) -> None:
    assert difference_of(then, now) == Difference(Decimal(value), unit)


@pytest.mark.parametrize(
    ("then", "now"), [("10", "10%"), ("€ 5", "5"), ("n.v.t.", "3"), ("<5", "6"), ("", "1"), ("9" * 41, "1")]
)
def test_what_is_no_figure_of_one_unit_has_no_difference(then: str, now: str) -> None:
    assert difference_of(then, now) is None


def test_the_head_of_a_column_tells_that_its_figures_are_shares() -> None:
    found = joined(table("X|Aandeel (%)", "a|31,2"), table("X|Aandeel (%)", "a|31,5"))
    assert found.rows[0].cells[0].difference == Difference(Decimal("0.3"), "%")


def test_tables_are_paired_by_what_they_tell_not_by_their_order() -> None:
    waiting = [
        numbered(n, "Wachttijd", f"Type|{year}", "App|1", "Huis|2") for n, year in ((1, 2022), (2, 2023))
    ]
    money = [numbered(n, None, "Project|Budget", "Gent|1", "Genk|2") for n in (2, 1)]
    alone = numbered(3, "Klachten", "Soort|Aantal", "Lift|4")
    assert pair_tables([waiting[0], money[0]], [money[1], waiting[1], alone]) == (
        (money[0], money[1]),
        (waiting[0], waiting[1]),
        (None, alone),
    )


def test_years_in_labels_make_no_other_table() -> None:
    one, other = (
        numbered(1, f"Stand {year}", f"Datum|{year}", f"1/1/{year}|5", f"1/7/{year}|6")
        for year in (2022, 2023)
    )
    assert pair_tables([one], [other]) == ((one, other),)


def test_a_table_that_is_gone_comes_last() -> None:
    one, other = numbered(1, "A", "X|N", "a|1"), numbered(1, "B", "Y|M", "b|1")
    assert pair_tables([one], [other]) == ((None, other), (one, None))
