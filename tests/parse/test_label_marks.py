from __future__ import annotations

import pytest

from archive.parse.label_marks import Pair, read_mark


@pytest.mark.parametrize(
    ("text", "pairs", "rest"),
    [
        ("1. Hoeveel", [(1, "")], "Hoeveel"),
        ("1.Hoeveel", [(1, "")], "Hoeveel"),
        ("10.", [(10, "")], ""),
        ("  2. Hoeveel", [(2, "")], "Hoeveel"),
        ("3) Hoeveel", [(3, "")], "Hoeveel"),
        ("a) voor werknemers;", [(None, "a")], "voor werknemers;"),
        ("a)Tot", [(None, "a")], "Tot"),
        ("b. Hoeveel", [(None, "b")], "Hoeveel"),
        ("a-b) Overzicht", [(None, "a"), (None, "b")], "Overzicht"),
        ("a) en b) Neen", [(None, "a"), (None, "b")], "Neen"),
        ("7. a) Hoeveel", [(7, "a")], "Hoeveel"),
        ("7.a) Hoeveel", [(7, "a")], "Hoeveel"),
        ("7a. Hoeveel", [(7, "a")], "Hoeveel"),
        ("2. a-b) In 2024", [(2, "a"), (2, "b")], "In 2024"),
        ("5 a-d) Zie", [(5, "a"), (5, "b"), (5, "c"), (5, "d")], "Zie"),
        ("1a-c) Zie", [(1, "a"), (1, "b"), (1, "c")], "Zie"),
        ("1a en 2b. Zie", [(1, "a"), (2, "b")], "Zie"),
        ("8, 9. Zie", [(8, ""), (9, "")], "Zie"),
        ("1-2.Bij", [(1, ""), (2, "")], "Bij"),
        ("1 tot en met 3. Ja", [(1, ""), (2, ""), (3, "")], "Ja"),
        ("1 t.e.m. 3. Ja", [(1, ""), (2, ""), (3, "")], "Ja"),
        ("1., 2. en 3.", [(1, ""), (2, ""), (3, "")], ""),
        ("Vragen 1 en 2: neen", [(1, ""), (2, "")], "neen"),
        ("Vraag 3", [(3, "")], ""),
        ("2. 20 miljoen euro", [(2, "")], "20 miljoen euro"),
    ],
)
def test_a_mark_is_read_with_the_text_after_it(text: str, pairs: list[Pair], rest: str) -> None:
    mark = read_mark(text)
    assert mark is not None
    assert (list(mark.pairs), text[mark.start :]) == (pairs, rest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2.133",
        "2.133 dossiers",
        "10 - 20 VTE 3 4",
        "18-19 2,05 4,64",
        "11-20, 21-50, 51-100, 100+) en contingent.",
        "2022 K1 7.787 1.129",
        "2022. Daarna",
        "o.b.v. attesten",
        "t.o.v. 2023",
        "e.a. en anderen",
        "12 maanden",
        "7 x 24 uur",
        "A. Inleiding",
        "1.1. Onderdeel",
        "1e kwartaal",
        "- a) niet",
        "0. nul",
        "100. honderd",
        "1-50. te wijd",
    ],
)
def test_what_only_looks_like_a_mark_is_none(text: str) -> None:
    assert read_mark(text) is None
