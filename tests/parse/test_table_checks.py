"""Tables are added up; what they say is never changed."""

from __future__ import annotations

from archive.model.blocks import Check, Table
from archive.parse.table_checks import check_table


def checks(header: str, *rows: str) -> tuple[Check, ...]:
    """The checks of a table whose cells are parted by "|"."""
    table = Table(None, (tuple(header.split("|")),), tuple(tuple(row.split("|")) for row in rows), "layout")
    checked = check_table(table)
    assert (checked.header, checked.rows) == (table.header, table.rows)
    return checked.checks


def test_total_that_agrees() -> None:
    assert checks("Provincie|Aantal", "Antwerpen|1.500", "Limburg|633", "Totaal|2.133") == (
        Check("column Aantal", "rows give 2.133, as printed", True),
    )


def test_total_that_does_not_add_up_is_told_with_both_figures() -> None:
    assert checks("Leeftijd|Totaal", "18-19|829", "20-24|1.000", "Totaal|1.941") == (
        Check("column Totaal", "rows give 1.829, printed 1.941", False),
    )


def test_decimals_may_be_rounded() -> None:
    (check,) = checks("Leeftijd|VTE", "18-19|2,05", "20-24|77,44", "Totaal|79,5")
    assert check.agrees


def test_row_that_differs_from_its_total_column() -> None:
    found = checks("Provincie|Werknemers|Zelfstandigen|Totaal", "Antwerpen|453|25|512", "Limburg|10|5|15")
    assert found == (Check("row Antwerpen", "columns give 478, printed 512", False),)


def test_last_group_adds_up_the_groups_above_it() -> None:
    found = checks(
        "Provincie||Nieuw",
        "Antwerpen|Werkgevers|553",
        "|Zelfstandigen|25",
        "Limburg|Werkgevers|285",
        "|Zelfstandigen|17",
        "TOTAAL|Werkgevers|838",
        "|Zelfstandigen|43",
    )
    assert [(check.place, check.agrees) for check in found] == [
        ("column Nieuw, Werkgevers", True),
        ("column Nieuw, Zelfstandigen", False),
    ]


def test_percentages_are_compared_with_the_columns_they_divide() -> None:
    found = checks("Jaar|Limburg|Totaal|%", "2020|70|688|10,17%", "2021|48|531|9,04%", "2022|38|371|10,24%")
    assert Check("column %", "agrees with Limburg / Totaal", True) in found


def test_percentage_that_is_wrong_is_named() -> None:
    rows = ["2020|70|688|10,17%", "2021|48|531|9,04%", "2022|38|371|10,24%", "2023|34|380|9,95%"]
    assert Check("column %", "not Limburg / Totaal in 2023", False) in checks("Jaar|Limburg|Totaal|%", *rows)


def test_columns_that_never_add_up_are_no_sum() -> None:
    assert checks("Jaar|Aanvragen|Waarvan goedgekeurd|Totaal", "2022|9|4|9", "2023|7|2|7") == ()


def test_table_without_totals_has_no_checks() -> None:
    assert checks("Jaar|Aantal", "2022|9", "2023|7") == ()
