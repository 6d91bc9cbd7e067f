"""What a query means, as a small tree that the terminal and the browser both work from.

As JSON (`tree_as_json`) it is what site/query.js makes of the same text; "op" names the kind of node. Zones are
named in lower case ("title"); null means anywhere.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec


class All(msgspec.Struct, frozen=True, tag_field="op", tag="all"):
    """Every document."""


class Word(msgspec.Struct, frozen=True, tag_field="op", tag="word"):
    """A word, its inflections, and the compounds that it is part of."""

    form: str
    zone: str | None = None


class Prefix(msgspec.Struct, frozen=True, tag_field="op", tag="prefix"):
    """Every form that begins with `form`."""

    form: str
    zone: str | None = None


class Ending(msgspec.Struct, frozen=True, tag_field="op", tag="ending"):
    """Every form that ends with `form`, compounds above all."""

    form: str
    zone: str | None = None


class Phrase(msgspec.Struct, frozen=True, tag_field="op", tag="phrase"):
    """These very forms, each at its distance from the first."""

    words: tuple[tuple[str, int], ...]
    zone: str | None = None


class Near(msgspec.Struct, frozen=True, tag_field="op", tag="near"):
    """These very forms in any order, the outermost at most `distance` positions apart."""

    words: tuple[str, ...]
    distance: int
    zone: str | None = None


class Year(msgspec.Struct, frozen=True, tag_field="op", tag="year"):
    """A parliamentary year, as "2023-2024"."""

    year: str


class Number(msgspec.Struct, frozen=True, tag_field="op", tag="number"):
    """The number of a question."""

    number: int


class Dates(msgspec.Struct, frozen=True, tag_field="op", tag="dates"):
    """Dated between these days, both included; None leaves that end open. Undated documents never match."""

    first: dt.date | None
    last: dt.date | None


class Facet(msgspec.Struct, frozen=True, tag_field="op", tag="facet"):
    """A value of a facet (archive.search.analysis.FACETS).

    value: a key as archive.search.query_facets.value_key makes it; a document has it when its value as a whole, or
    a word of it, has that key.
    """

    facet: str
    value: str


class Not(msgspec.Struct, frozen=True, tag_field="op", tag="not"):
    """Every document that `of` does not match."""

    of: Tree


class And(msgspec.Struct, frozen=True, tag_field="op", tag="and"):
    """What all of `of` match; two or more."""

    of: tuple[Tree, ...]


class Or(msgspec.Struct, frozen=True, tag_field="op", tag="or", omit_defaults=True):
    """What any of `of` matches; two or more.

    pointer: whether the first of them is what was typed, word for word, and the others what it points at.
    """

    of: tuple[Tree, ...]
    pointer: bool = False


Leaf = All | Word | Prefix | Ending | Phrase | Near | Year | Number | Dates | Facet
Tree = Leaf | Not | And | Or


def tree_as_json(tree: Tree) -> dict[str, Any]:
    """The tree as what `json.dumps` takes; dates are ISO 8601."""
    found: dict[str, Any] = msgspec.to_builtins(tree)
    return found


def leaves(tree: Tree) -> tuple[Leaf, ...]:
    """The leaves that a matching document must or may match, in order: those under a NOT are left out."""
    if isinstance(tree, And | Or):
        return tuple(leaf for branch in tree.of for leaf in leaves(branch))
    return () if isinstance(tree, Not) else (tree,)
