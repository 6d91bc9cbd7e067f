from __future__ import annotations

import pytest

from archive.model.document import Line
from archive.text.unwrap import Shape, goes_on, goes_on_over_blanks, join_texts, measure_shape

SHAPE = Shape(88, hyphenates=False, words=frozenset({"werkloosheid", "loon-kost"}))
HYPHENATED = Shape(88, hyphenates=True, words=frozenset({"loon-kost"}))
FULL = "Op 1 maart 2024 waren dit de aantallen unieke werkgevers per provincie die tot nu "


def _goes_on(text: str, following: str, broken: bool | None) -> bool:
    return goes_on(Line(text, 1, broken=broken), Line(following, 2), SHAPE)


@pytest.mark.parametrize(
    ("text", "following", "broken", "expected"),
    [
        (FULL, "toe een aanvraag deden", True, True),
        (FULL.strip() + ".", "De rest", False, False),
        ("worden opgestart. ", "In 2024 is er een krediet", True, False),
        ("tot ", "31 ", True, True),
        ("Neen. ", "Ja. ", True, True),
        ("b) de gemiddelde loonpremie", "van individuele maatwerkers", False, False),
        ("Hoe is dat geëvolueerd t.o.v. ", "2024, 2023", True, True),
        (FULL.strip(), "toe een aanvraag", False, True),
        (FULL.strip(), "Toe een aanvraag", False, False),
        (FULL.strip(), "toe een aanvraag", None, True),
        ("korte regel", "nog een regel", None, False),
        ("", "tekst", True, False),
        (FULL, "", True, False),
    ],
)
def test_a_line_goes_on_where_the_page_broke_it(
    text: str, following: str, broken: bool | None, expected: bool
) -> None:
    assert _goes_on(text, following, broken) is expected


def test_a_sentence_goes_on_over_the_end_of_a_page() -> None:
    line = Line("stilgelegd moest worden indien er geen ", 1, broken=True)
    assert goes_on_over_blanks(line, Line("investering in België kwam", 3))
    assert not goes_on_over_blanks(line, Line("Nieuwe alinea", 3))
    assert not goes_on_over_blanks(Line("Een zin. ", 1, broken=True), Line("vervolg", 3))


@pytest.mark.parametrize(
    ("texts", "joined", "codes"),
    [
        (("een  gewone ", "zin"), "een gewone zin", []),
        (("IMW-", "werknemers"), "IMW-werknemers", ["broken_word"]),
        (("Oost-", "Vlaanderen"), "Oost-Vlaanderen", ["broken_word"]),
        (("werk-", "loosheid"), "werkloosheid", ["broken_word"]),
        (("loon-", "kost"), "loon-kost", ["broken_word"]),
        (("loon- ", "en begeleidingspremie"), "loon- en begeleidingspremie", []),
        (("Dender-", "en IJzerbekken"), "Dender- en IJzerbekken", []),
        (("wateroverlast en -", "schade."), "wateroverlast en -schade.", []),
        (("werk\u00ad", "loosheid"), "werkloosheid", ["broken_word"]),
        (
            ("zie https://a.be/online-", "infosessies/22 "),
            "zie https://a.be/online-infosessies/22",
            ["broken_address"],
        ),
        (("zie www.a.be ", "voor meer"), "zie www.a.be voor meer", []),
        (("een bedrag van 1.234.", "567 euro"), "een bedrag van 1.234.567 euro", ["broken_number"]),
        (("het jaar 2023.", "45 dossiers"), "het jaar 2023. 45 dossiers", []),
        (("9,14 ", "% van het totaal"), "9,14 % van het totaal", []),
        ((), "", []),
    ],
)
def test_lines_are_joined_and_what_was_broken_is_restored(
    texts: tuple[str, ...], joined: str, codes: list[str]
) -> None:
    found = join_texts(texts, SHAPE)
    assert (found.text, [join.code for join in found.joins]) == (joined, codes)


def test_a_document_that_hyphenates_loses_its_hyphens_but_not_those_of_words_it_has() -> None:
    assert join_texts(("onder-", "steuning"), HYPHENATED).text == "ondersteuning"
    assert join_texts(("loon-", "kost"), HYPHENATED).text == "loon-kost"
    assert join_texts(("Vlaams-", "Brabant"), HYPHENATED).text == "Vlaams-Brabant"


def test_the_width_of_a_page_is_that_of_its_full_lines() -> None:
    lines = [Line("x" * 84 + " ", number, broken=True) for number in range(20)]
    lines.append(Line("y" * 157, 21))
    assert measure_shape(lines).width == 84
