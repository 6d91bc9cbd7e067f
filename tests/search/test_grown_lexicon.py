"""A lexicon that has grown says the same as one that was read anew."""

from __future__ import annotations

import csv
import random

import numpy as np
import pytest

from archive.search.grown_lexicon import Attested, GrownLexicon, forms_holding
from archive.search.known_words import known_words, word_columns
from archive.search.lexicon import Lexicon
from archive.text.abbreviations import Definition
from archive.text.languages import DUTCH
from archive.text.tokens import tokens
from tests.conftest import ROOT
from tests.search.grown import compounds

NOBODY = (np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))
SETTLED = (
    Definition("ld", (("lokale", 0), ("dienst", 1))),
    Definition("sw", (("school", 0), ("werk", 1))),
    Definition("hp", (("huispremie", 0),)),
)


def words(seed: int) -> list[str]:
    """Real words of the table of pairs and made compounds; many of them are pieces of others."""
    luck = random.Random(seed)
    with (ROOT / "tests" / "search" / "dutch_pairs.csv").open(encoding="utf-8", newline="") as lines:
        rows = [row[column] for row in csv.DictReader(lines) for column in ("one", "other")]
    real = [token.form for row in rows for token in tokens(row)]
    return sorted({*luck.sample(real, 250), *compounds(luck, 150), "ld", "sw", "hp", "lokale", "huispremie"})


@pytest.mark.parametrize("seed", range(25))
def test_a_grown_lexicon_is_that_of_all_forms(seed: int) -> None:
    """Forms come and go, and so do definitions."""
    luck = random.Random(seed)
    every = words(seed)
    one_less = [form for form in every if luck.random() < 0.9]
    formerly = luck.sample(SETTLED, luck.randint(0, 3))
    now = luck.sample(SETTLED, luck.randint(0, 3))
    base = Lexicon(one_less, tuple(formerly))
    forms = sorted(base.forms)
    # The first document has every form but some; these are gone when the second is removed.
    gone = {form for form in luck.sample(one_less, 12) if "_" not in form}
    rare = (
        np.array([number for number, form in enumerate(forms) if form in gone]),
        np.array([1 for form in forms if form in gone]),
    )
    kept = word_columns(known_words(forms, base, dict.fromkeys(forms, 1), rare))
    added = set(every) - set(one_less)
    attested = Attested(added, np.array([1]), tuple(now), tuple(formerly))
    grown = GrownLexicon(kept, attested, DUTCH)
    wanted = Lexicon((set(every) - gone) | added, tuple(now))
    assert {form: grown.parts(form) for form in wanted.forms} == {
        form: wanted.parts(form) for form in wanted.forms
    }
    keys = {wanted.family(form) for form in wanted.forms} | {family.key for family in wanted.families()}
    assert {key: grown.is_shared(key) for key in keys} == {key: wanted.is_shared(key) for key in keys}
    assert base.forms - wanted.forms == grown.gone
    assert_records_complete(base, wanted, grown)


def assert_records_complete(base: Lexicon, wanted: Lexicon, grown: GrownLexicon) -> None:
    """The record of the base and that of the additions are together what the record must be."""
    former = {family.key: family for family in base.families()}
    records = grown.records(())
    for family in wanted.families():
        own: set[str] = set()
        inside: set[str] = set()
        if family.key in former:
            own.update(former[family.key].own)
            inside.update(former[family.key].inside)
        if family.key in records:
            found = records[family.key]
            own.update(found.own)
            assert not inside & {*found.inside, *found.looked_up}
            inside.update(found.inside, found.looked_up)
            assert set(found.looked_up) <= base.forms
        elif not wanted.is_shared(family.key):
            continue  # one form, in no family of its own: its documents' segment has a record of it
        assert set(family.own) == own - grown.gone
        assert set(family.inside) <= inside
        assert inside - set(family.inside) <= grown.gone | grown.lost


@pytest.mark.parametrize("is_added", [True, False])
def test_a_part_that_is_another_form_of_a_word_is_found(is_added: bool) -> None:
    """The school that comes or goes is a part of "zonnescholen", though that does not hold it."""
    without = ["zonne", "zonnescholen"]
    forms = without if is_added else ["school", *without]
    rare = NOBODY if is_added else (np.array([0]), np.array([1]))
    kept = word_columns(known_words(forms, Lexicon(forms), dict.fromkeys(forms, 1), rare))
    grown = GrownLexicon(kept, Attested(["school"] if is_added else [], np.array([1]), (), ()), DUTCH)
    assert grown.parts("zonnescholen") == (("school", "zon") if is_added else ())
    assert grown.lost == (set() if is_added else {"zonnescholen"})


def test_forms_that_hold_a_piece_are_found() -> None:
    forms = ["werk", "maatwerk", "maatwerkbedrijf", "premie", "bewerking", "café", "coëxistentie"]
    assert forms_holding(forms, ["werk"]) == [0, 1, 2, 4]
    assert forms_holding(forms, ["werkbed", "coëx", "zzzz"]) == [2, 6]
    assert forms_holding(forms, []) == forms_holding([], ["werk"]) == []


def test_forms_that_are_no_words_do_not_divide_others() -> None:
    assert known_words([], Lexicon([]), {}, NOBODY).forms == ""
    assert word_columns(known_words([], Lexicon([]), {}, NOBODY)).forms == []
