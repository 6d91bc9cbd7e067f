from __future__ import annotations

import pytest

from archive.text.titles import Title, parse_title


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        (
            "Premies individueel maatwerk  -  Budget",
            Title("Premies individueel maatwerk - Budget", "Premies individueel maatwerk", "Budget"),
        ),
        ("N-VA-nota", Title("N-VA-nota", "N-VA-nota", None)),
        ("Wonen – Premies - Limburg", Title("Wonen – Premies - Limburg", "Wonen", "Premies - Limburg")),
    ],
)
def test_a_title_is_folded_and_divided_at_its_first_dash(printed: str, title: Title) -> None:
    assert parse_title(printed) == title
