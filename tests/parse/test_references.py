"""References in running text: the shapes are those of real questions and answers."""

from __future__ import annotations

import datetime as dt

import pytest

from archive.parse.references import find_references


@pytest.mark.parametrize(
    ("text", "kind", "number", "date", "printed"),
    [
        (
            "In mijn schriftelijke vraag nr. 1133 van 6 september 2022 vroeg ik cijfers op.",
            "written_question",
            1133,
            dt.date(2022, 9, 6),
            "schriftelijke vraag nr. 1133 van 6 september 2022",
        ),
        (
            "Ik verwijs naar vraag nr. 851 van mevrouw Els Robeyns hierover.",
            "written_question",
            851,
            None,
            "vraag nr. 851 van mevrouw Els Robeyns",
        ),
        (
            "volgens het decreet van 8 juli 1996 betreffende de sport, zoals gewijzigd",
            "decree",
            None,
            dt.date(1996, 7, 8),
            "decreet van 8 juli 1996 betreffende de sport",
        ),
        (
            "In het ministerieel besluit indiceren van de doelgroep individueel maatwerk van 3 april 2023 (zie hoger)",
            "decision",
            None,
            dt.date(2023, 4, 3),
            "besluit indiceren van de doelgroep individueel maatwerk van 3 april 2023",
        ),
        (
            "sinds de inwerkingtreding van het Omgevingsvergunningsdecreet.",
            "decree",
            None,
            None,
            "Omgevingsvergunningsdecreet",
        ),
        ("Zie vraag 6.", "part", 6, None, "Zie vraag 6"),
        ("Hiervoor wordt verwezen naar het antwoord op deelvraag 3b.", "part", 3, None, None),
        (
            "Meer op https://www.vlaanderen.be/a/22-11-2022.",
            "address",
            None,
            None,
            "https://www.vlaanderen.be/a/22-11-2022",
        ),
    ],
)
def test_a_reference_is_found(
    text: str, kind: str, number: int | None, date: dt.date | None, printed: str | None
) -> None:
    (found,) = find_references([text])
    assert (found.kind, found.number, found.date) == (kind, number, date)
    if printed:
        assert found.text == printed


@pytest.mark.parametrize(
    "text",
    [
        "Ik kreeg deze vraag 6 keer.",
        "De minister besluit dat het op 3 april 2023 begint.",
        "Op 8 juli 1996 werd de school geopend.",
        "Zie vraag 12.500 hierboven.",
    ],
)
def test_what_is_no_reference(text: str) -> None:
    assert list(find_references([text])) == []


def test_each_reference_is_told_once() -> None:
    texts = ["zie vraag 6", "en nogmaals: zie vraag 6", "zie https://a.be/x", "https://a.be/x"]
    assert [found.target for found in find_references(texts)] == ["6", "https://a.be/x"]


def test_a_long_text_without_references_takes_little_time() -> None:
    assert list(find_references(["zie " * 100_000 + "van 3 april 2023 " * 20_000])) == []
