"""What an abbreviation in parentheses stands for."""

from __future__ import annotations

from collections import Counter

import pytest

from archive.text.abbreviations import definitions, settled, spelled_definitions
from archive.text.languages import DUTCH, ENGLISH
from tests.conftest import SEEDS, shared_folder


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
    ("text", "short", "long"),
    [
        ("volgens het ICF (International Classification of Functioning)", "icf", None),
        ("de NMBS (Nationale Maatschappij der Belgische Spoorwegen) rijdt", "nmbs", None),
        (
            "een CAO (collectieve arbeidsovereenkomst, gesloten in 2019)",
            "cao",
            "collectieve_arbeidsovereenkomst",
        ),
        ("het FAVV (het Federaal Agentschap voor de Veiligheid van de Voedselketen)", "favv", None),
    ],
)
def test_the_long_form_may_stand_inside_the_parenthesis(text: str, short: str, long: str | None) -> None:
    inside = text.partition("(")[2].partition(")")[0].removeprefix("het ")
    expected = long or "_".join(inside.lower().split())
    assert [(found.short, found.long) for found in DUTCH.definitions(text)] == [(short, expected)]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("the Care Quality Commission (CQC) said", "cqc", "care_quality_commission"),
        (
            "The Office for Budget Responsibility (OBR) and",
            "obr",
            "office_for_budget_responsibility",
        ),
        (
            "the National Institute for Health and Care Excellence (NICE).",
            "nice",
            "national_institute_for_health_and_care_excellence",
        ),
        ("His Department and the DHSC (Department of Health and Social Care)", "dhsc", None),
        ("HMPPS (HM Prison and Probation Service)", "hmpps", "hm_prison_and_probation_service"),
    ],
)
def test_english_abbreviations_pass_over_english_function_words(
    text: str, short: str, long: str | None
) -> None:
    expected = long or "_".join(text.partition("(")[2].removesuffix(")").lower().split())
    assert [(found.short, found.long) for found in ENGLISH.definitions(text)] == [(short, expected)]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("integrated care boards (ICBs)", "icbs", "integrated_care_boards"),
        ("Members of Parliament (MPs)", "mps", "members_of_parliament"),
        ("lasting powers of attorney (LPAs)", "lpas", "lasting_powers_of_attorney"),
    ],
)
def test_a_plural_has_the_letters_of_its_singular(text: str, short: str, long: str) -> None:
    (found,) = ENGLISH.definitions(text)
    assert (found.short, found.long) == (short, long)
    assert ENGLISH.family(short) == short.removesuffix("s")


def test_a_dutch_plural_has_an_apostrophe() -> None:
    (found,) = DUTCH.definitions("de openbare centra voor maatschappelijk welzijn (OCMW’s)")
    assert (found.short, found.long) == ("ocmw's", "openbare_centra_voor_maatschappelijk_welzijn")
    assert DUTCH.family("ocmw's") == "ocmw"


def test_the_seeds_define_their_abbreviations() -> None:
    texts = [" ".join(path.read_text("utf-8").split()) for path in sorted(SEEDS.glob("*.txt"))]
    assert {(found.short, found.long) for text in texts for found in DUTCH.definitions(text)} == {
        ("imw", "individueel_maatwerk"),
        ("cmw", "collectief_maatwerk"),
        ("lde", "lokale_diensteneconomie"),
        ("lde", "lokale_diensten_economie"),
        ("nec", "normaal_economisch_circuit"),
        ("vte", "voltijdsequivalent"),
        ("wzw", "werkzoekenden_zonder_werk"),
        ("rvt", "rust_en_verzorgingstehuizen"),
        ("icf", "international_classification_of_functioning"),
    }


def test_columns_of_a_real_table_define_their_abbreviations() -> None:
    shared = shared_folder()
    if shared is None:
        pytest.skip("did not run: the shared material is absent")
    text = (shared / "data" / "flemish" / "sv_1037_tobback_demir_2023-09-06.txt").read_text("utf-8")
    found = {(found.short, found.long) for found in DUTCH.definitions(" ".join(text.split()))}
    assert found == {("ea", "eerste_aanleg"), ("la", "laatste_aanleg")}


@pytest.mark.parametrize(
    "text",
    [
        "de bestrijding van de zware criminaliteit (DJSOC)",
        "De premie stijgt. (LDE)",
        "een brief aan de heer Peeters (Open VLD)",
        "de Unie en haar EU (EU)",
        "het aantal (zie tabel)",
        "de VDAB (en andere partners van de Vlaamse overheid)",
        "de RVA (een dienst van de overheid)",
        "de MIVB (Brussel)",
        "een tabel (2 delen) over LDE (lokaal)",
        "European Union Finances Statement 2024 (EUFS)",
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


def test_a_definition_keeps_both_forms_as_printed() -> None:
    (found,) = spelled_definitions("Sinds 2023: de Vlaamse Ondersteuningspremie (VOP).")
    assert (found.short, found.long) == ("VOP", "Vlaamse Ondersteuningspremie")
    (found,) = spelled_definitions("door de RVA (de Rijksdienst voor Arbeidsvoorziening, zie verder)")
    assert (found.short, found.long) == ("RVA", "Rijksdienst voor Arbeidsvoorziening")
