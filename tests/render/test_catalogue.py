"""The interface is in Dutch, whole, and in English by its ids."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from archive.render.catalogue import load_catalogue
from archive.render.wording import NOTE_WORDING
from archive.store.corpus import Corpus
from tests.render.messages import used_messages

DUTCH = load_catalogue("nl")
PLACE = re.compile(r"%\(\w+\)s|\{\w+\}")


def test_every_message_has_a_dutch_text() -> None:
    assert [message for message in used_messages() if message not in DUTCH.messages] == []


def test_the_catalogue_has_no_message_that_nothing_uses() -> None:
    assert [message for message in DUTCH.messages if message not in used_messages()] == []


def test_every_message_with_a_plural_has_two_dutch_forms() -> None:
    plurals = [message for message, plural in used_messages().items() if plural]
    assert plurals
    assert [message for message in plurals if len(DUTCH.messages[message]) != 2] == []


@pytest.mark.parametrize("message", sorted(used_messages()))
def test_the_dutch_text_fills_the_same_places(message: str) -> None:
    for text in DUTCH.messages[message]:
        assert sorted(PLACE.findall(text)) == sorted(PLACE.findall(message))


def test_english_is_what_the_ids_say() -> None:
    english = load_catalogue("en")
    assert english.gettext("Themes") == "Themes"
    assert [english.ngettext("document", "documents", count) for count in (0, 1, 2)] == [
        "documents",
        "document",
        "documents",
    ]


def test_a_message_with_a_plural_is_found_without_a_number_too() -> None:
    assert DUTCH.gettext("Theme") == "Thema"


def test_every_note_about_the_seeds_has_a_name(seed_corpus: Path) -> None:
    with Corpus.open(seed_corpus) as corpus:
        codes = {note.code for _, note in corpus.notes()}
    assert codes and codes <= NOTE_WORDING.keys()
