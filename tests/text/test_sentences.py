"""The sentences of a text."""

from __future__ import annotations

import time

import pytest

from archive.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een zin. Nog een zin.", ["Een zin.", "Nog een zin."]),
        ("Zie art. 5 van het decreet. Dat is nieuw.", ["Zie art. 5 van het decreet.", "Dat is nieuw."]),
        ("De cijfers o.b.v. Dimona zijn voorlopig.", ["De cijfers o.b.v. Dimona zijn voorlopig."]),
        ("Hij vroeg: “Is dat zo?” Dat is zo.", ["Hij vroeg: “Is dat zo?”", "Dat is zo."]),
        ("De app is klaar.Het testen gebeurde intern.", ["De app is klaar.", "Het testen gebeurde intern."]),
        ("Zie www.vlaanderen.Be/x voor meer.", ["Zie www.vlaanderen.Be/x voor meer."]),
        ("  zonder punt  ", ["zonder punt"]),
        ("", []),
    ],
)
def test_a_text_is_cut_where_its_sentences_end(text: str, expected: list[str]) -> None:
    assert list(sentences(text)) == expected


def test_no_word_is_lost() -> None:
    text = "Eén. Twee! Drie? “Vier.” (Vijf.) Zes"
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@pytest.mark.parametrize("text", [". " * 50_000, "A." * 50_000, ".”" * 50_000, "a.B" * 30_000])
def test_hostile_texts_take_no_long_time(text: str) -> None:
    started = time.perf_counter()
    list(sentences(text))
    assert time.perf_counter() - started < 2
