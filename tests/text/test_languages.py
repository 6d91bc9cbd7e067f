"""What search knows of the language of the documents."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from archive.config import Settings, load_settings
from archive.errors import ConfigError
from archive.text.languages import DUTCH, ENGLISH, Language, language


@pytest.mark.parametrize("known", [DUTCH, ENGLISH])
def test_a_language_is_found_by_its_code(known: Language) -> None:
    assert language(known.code) is known


def test_an_unknown_language_is_answered_with_the_known_ones() -> None:
    with pytest.raises(ConfigError, match="no language is called 'fr'; give 'nl' or 'en'"):
        language("fr")


@pytest.mark.parametrize("known", [DUTCH, ENGLISH])
def test_a_language_can_be_handed_to_another_process(known: Language) -> None:
    again = pickle.loads(pickle.dumps(known))
    assert again.family("kinderen") == known.family("kinderen")
    assert [found.short for found in again.definitions("Federal Aid Board (FAB)")] == ["fab"]


def test_the_same_form_belongs_to_other_families_in_other_languages() -> None:
    assert DUTCH.family("kinderen") == DUTCH.family("kind") != DUTCH.family("kinder")
    assert ENGLISH.family("children") == ENGLISH.family("child") != DUTCH.family("children")


def test_only_dutch_writes_its_compounds_as_one_word() -> None:
    attested = frozenset({"fireworks", "fire", "works", "loon", "premie"})
    assert DUTCH.compound_parts("loonpremie", attested, attested) == ("loon", "premie")
    assert ENGLISH.compound_parts("fireworks", attested, attested) == ()


def test_documents_may_be_in_another_language_than_the_site(tmp_path: Path) -> None:
    assert Settings().document_language == "nl"
    (tmp_path / "archive.toml").write_text('language = "nl"\ndocument_language = "en"\n')
    settings = load_settings({}, {}, tmp_path)
    assert (settings.language, settings.document_language) == ("nl", "en")


def test_every_language_that_can_be_set_is_known() -> None:
    for code in ("nl", "en"):
        assert language(Settings(document_language=code).document_language).code == code


@pytest.mark.parametrize("known", [DUTCH, ENGLISH])
@pytest.mark.parametrize("piece", ["iz", "ll", "lo", "re", "en", "plaats"])
def test_what_is_too_long_for_a_word_is_left_alone(known: Language, piece: str) -> None:
    """A document of one endless word must not hold up the building of a site."""
    endless = piece * 100_000 + "s"
    assert known.family(endless) == endless
    assert known.compound_parts(endless, frozenset({piece * 2}), frozenset()) == ()
