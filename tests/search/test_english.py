"""Which English words are one family and which are not."""

from __future__ import annotations

import csv

import pytest

from archive.text.english import family
from archive.text.english_spelling import one_spelling
from archive.text.tokens import words
from tests.conftest import ROOT

JOINED = """
child children child's children's
person people people's
man men
policeman policemen
policy policies
analysis analyses
crisis crises
virus viruses
lens lenses
church churches
niche niches
process processes processing processed
increase increases increasing
hope hopes hoped hoping
hop hops hopped hopping
plan plans planned planning
control controls controlled controlling
refer refers referred referring
charge charges charged charging
handle handles handled handling
cause causes caused causing
value values valued valuing
create creates created creating
apply applies applied applying
die dies died dying
agree agrees agreed agreeing
add adds added adding
call calls called calling
take takes took taken taking
go goes went going
person's persons
co-operation cooperation
e-mail email emails
"""
ONE_SPELLING = """
organise organize organized organising
organisation organizations
labour labor
neighbourhood neighborhoods
centre center centred centering
kilometre kilometers
defence defense
licence license licensing
travelled traveled travelling
traveller traveler
enrolment enrollment
programme program programmed
dialogue dialogs
paediatric pediatric
leukaemia leukemia
manoeuvre maneuver
judgement judgment
jewellery jewelry
focused focussed focusing
"""
STRANGERS = """
news new
universal university
police policy
organ organisation
custom customs
general generate
even evening
unit united
unite unit
human humane
moral morale
ear earring
hundred hundr
not note
hop hope
car care
plan plane
hour hor
our or
four for
pour por
size sise
acre acer
politics politic
economic economics
minister ministry
2023 2024
"""


@pytest.mark.parametrize("group", JOINED.strip().splitlines())
def test_inflections_are_one_family(group: str) -> None:
    assert len({family(form) for form in group.split()}) == 1


@pytest.mark.parametrize("group", ONE_SPELLING.strip().splitlines())
def test_british_and_american_spellings_are_one_family(group: str) -> None:
    assert len({family(form) for form in group.split()}) == 1


@pytest.mark.parametrize("pair", STRANGERS.strip().splitlines())
def test_strangers_are_not_joined(pair: str) -> None:
    one, other = pair.split()
    assert family(one) != family(other)


def test_short_words_are_left_alone() -> None:
    for form in ("a", "is", "us", "gas", "red", "ing"):
        assert family(form) == form


def test_words_that_only_look_american_keep_their_spelling() -> None:
    for form in (
        "citizen",
        "horizon",
        "size",
        "prize",
        "seize",
        "four",
        "contour",
        "acre",
        "genre",
        "advice",
    ):
        assert one_spelling(form) == form


def test_the_table_of_pairs_is_answered_as_well_as_it_was() -> None:
    """Of the inflections at least 97 in a hundred are joined, of the strangers at most one."""
    with (ROOT / "tests" / "search" / "english_pairs.csv").open(encoding="utf-8", newline="") as lines:
        rows = [(row["kind"], words(row["one"])[0], words(row["other"])[0]) for row in csv.DictReader(lines)]
    joined = [family(one) == family(other) for kind, one, other in rows if kind == "joined"]
    apart = [family(one) == family(other) for kind, one, other in rows if kind == "apart"]
    assert len(joined) >= 300
    assert len(apart) >= 200
    assert sum(joined) >= 0.97 * len(joined)
    assert sum(apart) <= 0.01 * len(apart)
