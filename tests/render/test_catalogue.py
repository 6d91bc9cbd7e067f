"""The interface is in Dutch, English and French, each whole, as gettext catalogues."""

from __future__ import annotations

import gettext
import re
from pathlib import Path
from typing import get_args, get_type_hints

import pytest
from babel.messages.pofile import read_po

from archive.config import Settings
from archive.render.catalogue import LOCALES, catalogue_path, is_singular, load_catalogue
from archive.render.wording import NOTE_WORDING
from archive.store.corpus import Corpus
from tests.render.catalogues import TEMPLATE_PATH, catalogue_text, known_texts, template_text
from tests.render.messages import used_messages

CATALOGUES = {language: load_catalogue(language) for language in LOCALES}
TRANSLATED = ("nl", "fr")
HEADING = re.compile(r"<h1[^>]*>([^<]+)</h1>")
PLACE = re.compile(r"%\(\w+\)s|\{\w+\}")
EVERY_LANGUAGE = pytest.mark.parametrize("language", sorted(LOCALES))
EVERY_TRANSLATION = pytest.mark.parametrize("language", TRANSLATED)


def test_the_site_can_be_in_each_language_that_has_a_catalogue() -> None:
    assert set(get_args(get_type_hints(Settings)["language"])) == set(LOCALES)


@EVERY_LANGUAGE
def test_every_message_has_a_text(language: str) -> None:
    texts = CATALOGUES[language].messages
    assert [message for message in used_messages() if message not in texts] == []


@EVERY_LANGUAGE
def test_a_catalogue_has_no_message_that_nothing_uses(language: str) -> None:
    assert [message for message in CATALOGUES[language].messages if message not in used_messages()] == []


@EVERY_LANGUAGE
def test_every_message_with_a_plural_has_two_forms_and_no_other_has(language: str) -> None:
    texts = CATALOGUES[language].messages
    wrong = [
        message for message, plural in used_messages().items() if len(texts[message]) != (2 if plural else 1)
    ]
    assert wrong == []


@EVERY_LANGUAGE
def test_every_text_fills_the_places_of_its_message(language: str) -> None:
    wrong = [
        (message, text)
        for message, texts in CATALOGUES[language].messages.items()
        for text in texts
        if sorted(PLACE.findall(text)) != sorted(PLACE.findall(message))
    ]
    assert wrong == []


def test_a_page_whose_heading_is_a_message_has_it_in_the_language_of_the_site(seed_site: Path) -> None:
    """A heading that is in no catalogue would stand there in English."""
    wrong = [
        str(path.relative_to(seed_site))
        for path in sorted(seed_site.rglob("*.html"))
        if (found := HEADING.search(path.read_text("utf-8")))
        and CATALOGUES["nl"].messages.get(found[1], (found[1],)) != (found[1],)
    ]
    assert wrong == []
    assert "<h1>Pagina niet gevonden</h1>" in (seed_site / "404.html").read_text("utf-8")


@EVERY_TRANSLATION
def test_every_text_can_be_filled_as_the_message_can(language: str) -> None:
    """A percent sign that is no place would stop the page on which the text stands."""
    wrong = []
    for message, texts in CATALOGUES[language].messages.items():
        for text in texts:
            rest = re.sub(r"%\(\w+\)s", "", text)
            if rest.replace("%%", "").count("%") and re.search(r"%\(\w+\)s|%%", message):
                wrong.append((message, text))
    assert wrong == []


@EVERY_LANGUAGE
def test_no_text_is_a_guess_to_be_looked_at(language: str) -> None:
    with catalogue_path(language).open("rb") as file:
        catalogue = read_po(file, locale=LOCALES[language])
    assert [message.id for message in catalogue if message.fuzzy] == []
    assert not catalogue.obsolete


@EVERY_LANGUAGE
def test_a_catalogue_counts_as_the_program_does(language: str) -> None:
    """Other programs read the rule in the head of the file; this one takes that of the Unicode locale."""
    with catalogue_path(language).open("rb") as file:
        expression = read_po(file, locale=LOCALES[language]).plural_expr
    form = gettext.c2py(expression)  # type: ignore[attr-defined]
    assert [is_singular(count, language) for count in range(200)] == [not form(count) for count in range(200)]


@EVERY_LANGUAGE
def test_a_catalogue_is_as_the_command_writes_it(language: str) -> None:
    """Run scripts/messages where this fails."""
    path = catalogue_path(language)
    assert path.read_bytes() == catalogue_text(language, used_messages(), known_texts(path, language))


def test_the_list_of_messages_is_as_the_command_writes_it() -> None:
    """Run scripts/messages where this fails."""
    assert TEMPLATE_PATH.read_bytes() == template_text(used_messages())


def test_the_command_keeps_texts_and_leaves_new_ones_open() -> None:
    known = known_texts(catalogue_path("fr"), "fr")
    used = {"Theme": "Themes", "Never seen before": None}
    text = catalogue_text("fr", used, known).decode()
    assert 'msgstr[1] "Thèmes"' in text
    assert 'msgid "Never seen before"\nmsgstr ""' in text
    assert "Ministers" not in text


def test_the_command_gives_english_its_ids() -> None:
    text = catalogue_text("en", {"Never seen before": None}, known_texts(Path("none.po"), "en")).decode()
    assert 'msgid "Never seen before"\nmsgstr "Never seen before"' in text


def test_english_says_in_words_what_an_id_says_as_a_name_of_a_field() -> None:
    assert CATALOGUES["en"].gettext("asked_on") == "date of the question"
    assert [
        text for text in CATALOGUES["en"].messages.values() if re.fullmatch(r"[a-z]+_[a-z]+", text[0])
    ] == []


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("nl", ["documenten", "document", "documenten"]),
        ("en", ["documents", "document", "documents"]),
        ("fr", ["document", "document", "documents"]),
    ],
)
def test_each_language_counts_none_in_its_own_way(language: str, forms: list[str]) -> None:
    catalogue = CATALOGUES[language]
    assert [catalogue.ngettext("document", "documents", count) for count in (0, 1, 2)] == forms


def test_a_message_with_a_plural_is_found_without_a_number_too() -> None:
    assert CATALOGUES["nl"].gettext("Theme") == "Thema"
    assert CATALOGUES["fr"].gettext("Theme") == "Thème"


def test_french_sets_its_signs_apart() -> None:
    """A colon, a semicolon or a mark that could begin a line has a space before it that holds them together."""
    bare = re.compile(r"(?<=[\w)]) [:;!?»](?=\s|$)|« |(?<=\w)[;!?](?=\s|$)|'")
    texts = (text for texts in CATALOGUES["fr"].messages.values() for text in texts)
    assert [text for text in texts if bare.search(text)] == []


def test_every_note_about_the_seeds_has_a_name(seed_corpus: Path) -> None:
    with Corpus.open(seed_corpus) as corpus:
        codes = {note.code for _, note in corpus.notes()}
    assert codes and codes <= NOTE_WORDING.keys()
