"""The reference of the query language is whole and true."""

from __future__ import annotations

import pytest

from archive.render.catalogue import load_catalogue
from archive.search.query import parse_query
from archive.search.query_fields import FIELDS
from archive.search.query_help import HELP_TEXTS, QUERY_HELP, HelpEntry
from archive.search.query_tree import All, And, Not, Or, Tree

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
