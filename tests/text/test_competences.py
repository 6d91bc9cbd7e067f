"""Portfolios as documents print them, split into competences."""

from __future__ import annotations

import pytest

from archive.text.competences import split_competences


@pytest.mark.parametrize(
    ("portfolio", "competences"),
    [
        (
            "VLAAMS MINISTER VAN ECONOMIE, INNOVATIE, WERK, SOCIALE ECONOMIE EN LANDBOUW",
            ("Economie", "Innovatie", "Werk", "Sociale Economie", "Landbouw"),
        ),
        ("Vlaams minister van Sociale economie", ("Sociale Economie",)),
        ("VLAAMS MINISTER VAN ONDERWIJS, JUSTITIE EN WERK", ("Onderwijs", "Justitie", "Werk")),
        (
            "VLAAMS MINISTER VAN BINNENLAND, STEDEN- EN PLATTELANDSBELEID, SAMENLEVEN",
            ("Binnenland", "Steden- en Plattelandsbeleid", "Samenleven"),
        ),
        (
            "MINISTER-PRESIDENT VAN DE VLAAMSE REGERING, VLAAMS MINISTER VAN INNOVATIE EN INDUSTRIE, DIGITALISERING",
            ("Innovatie", "Industrie", "Digitalisering"),
        ),
        ("Vlaams minister van Brussel en de Vlaamse Rand", ("Brussel", "Vlaamse Rand")),
        ("MINISTER-PRESIDENT VAN DE VLAAMSE REGERING", ()),
        ("", ()),
    ],
)
def test_a_portfolio_is_split(portfolio: str, competences: tuple[str, ...]) -> None:
    assert split_competences(portfolio) == competences
