"""Questions made by hand that ask for the same figures year after year, with the tables of their answers."""

from __future__ import annotations

import datetime as dt
from typing import Any

from archive.model.blocks import Block, Table
from archive.model.question import Answer, WrittenQuestion
from tests.records import part, question


def table(*rows: str, header: int = 1, caption: str | None = None) -> Table:
    """A table of rows such as "Jaar | 2022 | 2023"; `header`: how many of them are its head."""
    cells = [tuple(cell.strip() for cell in row.split("|")) for row in rows]
    return Table(caption, tuple(cells[:header]), tuple(cells[header:]), "layout")


def report(
    number: int,
    day: dt.date,
    *tables: Table,
    title: str = "Individueel maatwerk - Stand van zaken",
    **changes: Any,
) -> WrittenQuestion:
    """A question of a day whose answer holds these tables."""
    blocks: tuple[Block, ...] = tables
    answer = Answer("substantive", number, day, parts=(part("1", blocks=blocks),))
    year = changes.pop("year", f"{day.year - 1}-{day.year}")
    return question(number, title=title, asked_on=day, answer=answer, year=year, **changes)


def yearly_reports() -> tuple[WrittenQuestion, ...]:
    """Three years of one question: figures of the day, figures of years with one that is revised, and a new table."""
    return (
        report(
            12,
            dt.date(2022, 3, 1),
            table("Provincie | # Bedrijven", "Antwerpen | 520", "Limburg | 301", "Totaal | 821"),
            table(
                "Jaar | Werknemers | Aandeel",
                "2019 | 1.000 | 5,5%",
                "2020 | 1.100 | 5,6%",
                "2021 | 1.250 | n.b.",
            ),
        ),
        report(
            40,
            dt.date(2023, 4, 2),
            table("Provincie | # bedrijven", "Antwerpen | 562", "Limburg | <5", "Totaal | 917"),
            table(
                "Jaar | Werknemers | Aandeel",
                "2020 | 1.100 | 5,6%",
                "2021 | 1.245 | 5,9%",
                "2022 | 1.400 | 6%",
            ),
            minister="Zuhal Demir",
        ),
        report(
            7,
            dt.date(2024, 4, 25),
            table("Provincie | # Bedrijven", "Antwerpen | 580", "Limburg | 360", "Totaal | 940"),
            table("Leeftijd | Werknemers", "18-24 | 20", "25-29 | 30"),
        ),
    )
