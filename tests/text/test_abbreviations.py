"""What an abbreviation in parentheses stands for."""

from __future__ import annotations

from collections import Counter

import pytest

from archive.text.abbreviations import definitions, settled


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("steun voor de lokale diensteneconomie (LDE) in 2024", "lde", "lokale_diensteneconomie"),
        ("De Rijksdienst voor Arbeidsvoorziening (RVA)", "rva", "rijksdienst_voor_arbeidsvoorziening"),
        (
            "van het Federaal Agentschap voor de Veiligheid van de Voedselketen (FAVV).",
            "favv",
            "federaal_agentschap_voor_de_veiligheid_van_de_voedselketen",
        ),
        (
            "het Rijksinstituut voor ziekte- en invaliditeitsverzekering (RIZIV)",
            "riziv",
            "rijksinstituut_voor_ziekte_en_invaliditeitsverzekering",
        ),
    ],
)
def test_the_long_form_stands_before_the_parenthesis(text: str, short: str, long: str) -> None:
    assert [(found.short, found.long) for found in definitions(text)] == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "de bestrijding van de zware criminaliteit (DJSOC)",
        "De premie stijgt. (LDE)",
        "een brief aan de heer Peeters (Open VLD)",
        "de Unie en haar EU (EU)",
        "het aantal (zie tabel)",
    ],
)
def test_letters_that_do_not_fit_define_nothing(text: str) -> None:
    assert list(definitions(text)) == []


def test_a_rare_meaning_gives_way_to_a_frequent_one() -> None:
    (often,) = definitions("de lokale diensteneconomie (LDE)")
    (seldom,) = definitions("de laatste dag eerst (LDE)")
    assert settled(Counter({often: 9, seldom: 1})) == (often,)


def test_a_single_word_needs_two_documents() -> None:
    (found,) = definitions("de Wereldgezondheidsorganisatie (WHO)")
    assert settled(Counter({found: 1})) == ()
    assert settled(Counter({found: 2})) == (found,)
