"""Which words are one family, which are not, and of what parts compounds are made."""

from __future__ import annotations

import csv

import pytest

from archive.search.lexicon import Lexicon
from archive.text.compounds import compound_parts
from archive.text.dutch import family
from archive.text.tokens import words
from tests.conftest import ROOT

JOINED = """
vlaams vlaamse
subsidie subsidies
begeleidingspremie begeleidingspremies
werkgever werkgevers
school scholen
sector sectoren
kantoor kantoren
probleem problemen
middel middelen
onderdeel onderdelen
stad steden
kind kinderen
gemeente gemeenten
gemeenteraadslid gemeenteraadsleden
huis huizen
bedrijf bedrijven
advies adviezen
proces processen
maatregel maatregelen
aanvraag aanvragen
jaar jaren
uur uren
werkdag werkdagen
mogelijkheid mogelijkheden
overheid overheden
categorie categorieen
idee ideeen
foto foto's
persoon personen
brussel brussels brusselse
sociaal sociale
groot grote
nieuw nieuwe
man mannen
procedure procedures
dossier dossiers
provincie provincies
bus bussen
zelfstandig zelfstandige zelfstandigen
werkloos werklozen
museum musea
e-mail email e-mails
n-va nva
plaats plaatsen
lid leden
werk werken
leraar leraars leraren
bureau bureaus
"""
STRANGERS = """
begeleiding beleid
minister mini
plaat plaats
man maan
bom boom
volgen volgens
huis hui
bedrag bedrog
advies advertentie
premie premier
school schol
geleden lid
besteden stad
verleden lid
reis reiziger
2023 2024
3,5 3,5%
"""


@pytest.mark.parametrize("group", JOINED.strip().splitlines())
def test_inflections_are_one_family(group: str) -> None:
    assert len({family(form) for form in group.split()}) == 1


@pytest.mark.parametrize("pair", STRANGERS.strip().splitlines())
def test_strangers_are_not_joined(pair: str) -> None:
    one, other = pair.split()
    assert family(one) != family(other)


def test_short_words_are_left_alone() -> None:
    for form in ("de", "een", "en", "nee", "ei", "as"):
        assert family(form) == form


ATTESTED = """
begeleiding premie loon werk gever gevers beroep beroeps onderwijs subsidie dossier fiets snelweg mini ster
over heid maat regel straat plaats bepaling plaat trein
""".split()  # noqa: SIM905


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        ("begeleidingspremie", {"begeleiding", "premie"}),
        ("loonpremies", {"loon", "premies"}),
        ("werkgeverspremie", {"werkgevers", "werk", "gevers", "premie"}),
        ("beroepsonderwijs", {"beroep", "onderwijs"}),
        ("subsidiedossier", {"subsidie", "dossier"}),
        ("plaatsbepaling", {"plaats", "bepaling"}),
        ("minister", set()),
        ("overheid", set()),
        ("maatregel", set()),
        ("premie", set()),
        ("treinstel", set()),
        ("co2-premie", set()),
    ],
)
def test_compounds_are_split_by_what_is_attested(form: str, parts: set[str]) -> None:
    attested = frozenset({*ATTESTED, form, "werkgevers"})
    families = frozenset(map(family, attested))
    assert set(compound_parts(form, attested, families)) == parts


def test_a_compound_belongs_to_the_families_of_its_parts() -> None:
    lexicon = Lexicon(["begeleidingspremie", "begeleiding", "premie", "beleid"])
    assert lexicon.parts("begeleidingspremie") == ("begeleiding", "premie")
    assert lexicon.is_shared("premie")
    assert not lexicon.is_shared("beleid")


def test_the_table_of_pairs_is_answered_as_well_as_it_was() -> None:
    """Of the inflections at least 94 in a hundred are joined, of the strangers at most one."""
    with (ROOT / "tests" / "search" / "dutch_pairs.csv").open(encoding="utf-8", newline="") as lines:
        rows = [(row["kind"], words(row["one"])[0], words(row["other"])[0]) for row in csv.DictReader(lines)]
    joined = [family(one) == family(other) for kind, one, other in rows if kind == "joined"]
    apart = [family(one) == family(other) for kind, one, other in rows if kind == "apart"]
    assert len(joined) >= 300
    assert len(apart) >= 200
    assert sum(joined) >= 0.94 * len(joined)
    assert sum(apart) <= 0.012 * len(apart)


def test_families_and_parts_of_real_words_stay_as_they_are() -> None:
    """Forms of the Belgian Chamber of 2017, by ending; the parts are those that the forms of the table attest.

    A rule that is meant to change an answer changes the table with it, where the difference is read.
    """
    with (ROOT / "tests" / "search" / "dutch_forms.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    forms = frozenset(row["form"] for row in rows)
    families = frozenset(map(family, forms))
    answers = [
        (form, family(form), " ".join(compound_parts(form, forms, families))) for form in sorted(forms)
    ]
    assert answers == [(row["form"], row["family"], row["parts"]) for row in rows]
