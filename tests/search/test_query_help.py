"""The reference of the query language is whole and true."""

from __future__ import annotations

import re

import pytest

from archive.render.catalogue import load_catalogue
from archive.search.query import parse_query
from archive.search.query_fields import FIELDS
from archive.search.query_help import HELP_TEXTS, QUERY_HELP, HelpEntry, help_in
from archive.search.query_tree import All, And, Not, Or, Tree
from archive.search.query_wording import FIELD_NAMES, in_words_of

EXAMPLES = [example for entry in QUERY_HELP for example in entry.examples]


def kinds(tree: Tree) -> set[type]:
    """The kinds of nodes in a tree."""
    if isinstance(tree, And | Or):
        return {type(tree)}.union(*map(kinds, tree.of))
    return {Not} | kinds(tree.of) if isinstance(tree, Not) else {type(tree)}


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_can_be_asked(example: str) -> None:
    parse_query(example)


def test_there_is_an_example_of_every_kind_of_query() -> None:
    shown = set().union(*(kinds(parse_query(example)) for example in EXAMPLES))
    every = {*Tree.__args__} - {All}
    assert shown == every


def test_every_field_is_shown_in_one_language() -> None:
    shown = " ".join(EXAMPLES)
    for meant in set(FIELDS.values()):
        assert any(f"{name}:" in shown for name, field in FIELDS.items() if field == meant), meant


def test_there_is_enough_of_it() -> None:
    assert len(QUERY_HELP) >= 14
    assert len({entry.name for entry in QUERY_HELP}) == len(QUERY_HELP)


@pytest.mark.parametrize("entry", QUERY_HELP, ids=lambda entry: entry.name)
def test_it_is_there_in_dutch(entry: HelpEntry) -> None:
    gettext = load_catalogue("nl").gettext
    assert entry.name in HELP_TEXTS
    assert gettext(entry.meaning) != entry.meaning
    assert gettext(entry.name) != entry.name


@pytest.mark.parametrize("language", FIELD_NAMES)
@pytest.mark.parametrize("entry", QUERY_HELP, ids=lambda entry: entry.name)
def test_examples_mean_the_same_in_the_words_of_each_language(entry: HelpEntry, language: str) -> None:
    for example in entry.examples:
        assert parse_query(in_words_of(example, language)) == parse_query(example)


@pytest.mark.parametrize(("language", "other"), [("nl", "en fr"), ("en", "nl fr"), ("fr", "nl en")])
def test_reference_has_the_names_of_its_language_and_ends_with_those_of_the_others(
    language: str, other: str
) -> None:
    shown = help_in(language)
    assert [entry.words_of for entry in shown if entry.words_of] == other.split()
    own = {word for entry in shown if not entry.words_of for one in entry.examples for word in fields_in(one)}
    assert own <= {*FIELD_NAMES[language].values(), "pfile", "dossier"}


def fields_in(query: str) -> list[str]:
    return re.findall(r"([^\W\d_]+):", query)


@pytest.mark.parametrize(
    ("query", "english", "french"),
    [
        ("minister:brouns", "minister:brouns", "ministre:brouns"),
        ('vraagsteller:"Tom Ongena"', 'asker:"Tom Ongena"', 'auteur:"Tom Ongena"'),
        ("titel:premie -titel:stand", "title:premie -title:stand", "titre:premie -titre:stand"),
        ("nummer:12 minister:brouns", "number:12 minister:brouns", "numéro:12 ministre:brouns"),
        ("jaar:2023-2024", "year:2023-2024", "année:2023-2024"),
        ("a OF b NIET c", "a OR b NOT c", "a OR b NOT c"),
        ('soort:"geen gegevens"', 'kind:"no data"', 'type:"pas de chiffres"'),
        ("soort:onbeantwoord", "kind:unanswered", 'type:"sans réponse"'),
        ('van:"1 september 2023"', 'from:"1 September 2023"', 'depuis:"1 septembre 2023"'),
        ("thema:tabel", "theme:tabel", "thème:tabel"),
        ('"titel: OF wat"', '"titel: OF wat"', '"titel: OF wat"'),
        ("OFFERTE", "OFFERTE", "OFFERTE"),
        ("pfile:12", "pfile:12", "pfile:12"),
    ],
)
def test_query_in_the_words_of_a_language(query: str, english: str, french: str) -> None:
    assert [in_words_of(query, language) for language in ("nl", "en", "fr")] == [query, english, french]


def test_each_language_has_a_name_for_every_field_and_it_asks_for_that() -> None:
    for names in FIELD_NAMES.values():
        assert {name: FIELDS[name] for name in names.values()} == {
            name: field for field, name in names.items()
        }
        assert set(names) == set(FIELDS.values()) - {"meta"}
