"""A query tree as a Whoosh query, and all that it matches."""

from __future__ import annotations

from typing import Any

from whoosh.query import And as WhooshAnd
from whoosh.query import NullQuery
from whoosh.query import Or as WhooshOr
from whoosh.searching import SearchContext

from archive.search.postings import NUMBER, YEAR
from archive.search.query_long_forms import with_long_forms
from archive.search.query_tree import (
    All,
    And,
    Dates,
    Ending,
    Facet,
    Leaf,
    Near,
    Not,
    Number,
    Or,
    Phrase,
    Prefix,
    Tree,
    Word,
    Year,
)
from archive.search.whoosh_fields import facet_term
from archive.search.whoosh_leaves import (
    Complement,
    dates_leaf,
    ending_leaf,
    everything,
    filter_leaf,
    near_leaf,
    phrase_leaf,
    prefix_leaf,
    word_leaf,
)
from archive.search.zones import Zone
from archive.text.languages import Language


def matches(tree: Tree, searcher: Any, language: Language) -> dict[int, int]:
    """The score of every document that the tree matches, by document number in ascending order.

    language: that of the documents, as the index was made.
    """
    context = SearchContext(needs_current=True)
    reader = searcher.reader()
    whole = with_long_forms(tree, lambda form: ("word", form) in reader)
    matcher = _compiled(whole, searcher, language).matcher(searcher, context)
    found: dict[int, int] = {}
    while matcher.is_active():
        found[matcher.id()] = int(matcher.score())
        matcher.next()
    return found


def _compiled(tree: Tree, searcher: Any, language: Language) -> Any:
    match tree:
        case And(of):
            return WhooshAnd([_compiled(branch, searcher, language) for branch in of])
        case Or(of):
            either = WhooshOr([_compiled(branch, searcher, language) for branch in of])
            # The other matchers of Whoosh pass over documents that score 0, such as all that a filter finds.
            either.matcher_type = WhooshOr.DEFAULT_MATCHER
            return either
        case Not(of):
            return Complement(_compiled(of, searcher, language))
        case _:
            return _compiled_leaf(tree, searcher, language)


def _compiled_leaf(leaf: Leaf, searcher: Any, language: Language) -> Any:
    found: Any
    match leaf:
        case All():
            found = everything()
        case Word(form, zone):
            found = _word(form, zone, searcher, language)
        case Prefix(form, zone):
            found = prefix_leaf(form, _zone(zone))
        case Ending(form, zone):
            found = ending_leaf(form, _zone(zone))
        case Phrase(_, zone):
            found = phrase_leaf(leaf, _zone(zone))
        case Near(_, _, zone):
            found = near_leaf(leaf, _zone(zone))
        case Year(year):
            found = filter_leaf(YEAR + year)
        case Number(number):
            found = filter_leaf(f"{NUMBER}{number}")
        case Dates(first, last):
            found = dates_leaf(first, last)
        case Facet(facet, value):
            found = filter_leaf(facet_term(facet, value))
    return found


def _word(form: str, zone: str | None, searcher: Any, language: Language) -> Any:
    """A form that no document has finds nothing, though its family may have others: the browser knows no more."""
    if ("word", form) not in searcher.reader():
        return NullQuery
    return word_leaf(form, language.family(form), _zone(zone))


def _zone(name: str | None) -> Zone | None:
    return None if name is None else Zone[name.upper()]
