"""The Whoosh schema: three fields whose postings are made beforehand, without Whoosh's analyzers.

filter       years, numbers, dates and values of facets; worth nothing in a score
word         forms with strength, zone mask and places
word_family  families with strength, zone mask and whether they stand only inside others; a family that finds no more
             than one form is left out, for its postings are those of the form

Whoosh wants the fields in the order of their names, and the postings of families are made from those of forms.
"""

from __future__ import annotations

from collections.abc import Iterator

from whoosh.fields import FieldType, Schema
from whoosh.formats import Format

from archive.search.analysis import FACETS, Card
from archive.search.postings import NUMBER, YEAR
from archive.search.query_facets import value_keys

DAY = "#d"
FACET = "#f"
FILTER, WORD, FAMILY = "filter", "word", "word_family"


class PreparedFormat(Format):
    """Values of any length that only this package reads."""

    def __init__(self) -> None:
        super().__init__()

    def supports(self, name: str) -> bool:
        return False


class PreparedField(FieldType):
    """A field whose postings Whoosh is given ready-made: see archive.search.whoosh_segment."""

    def __init__(self) -> None:
        super().__init__(PreparedFormat(), None)


def schema() -> Schema:
    """The schema of the index."""
    return Schema(**{name: PreparedField() for name in (FILTER, WORD, FAMILY)})


def filter_terms(card: Card, facets: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    """The terms of the field "filter" for a document, each once; facets: its values in the order of FACETS."""
    if card.parliamentary_year is not None:
        yield YEAR + card.parliamentary_year
    if card.number is not None:
        yield f"{NUMBER}{card.number}"
    if card.date is not None:
        yield DAY + card.date.isoformat()
    for name, values in zip(FACETS, facets, strict=True):
        for key in {key for value in values for key in value_keys(value)}:
            yield facet_term(name, key)


def facet_term(facet: str, key: str) -> str:
    """The term of the field "filter" for a key of a value of a facet."""
    return f"{FACET}{facet}={key}"
