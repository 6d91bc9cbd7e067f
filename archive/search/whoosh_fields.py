"""The Whoosh schema: three fields that take postings as they are, without Whoosh's analyzers.

word    surface forms with zone mask and places; weight = strength
family  families of forms with zone mask and whether they stand only inside others; weight = strength
filter  years, numbers, dates and values of facets; weight 1, worth nothing in a score
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

from whoosh.fields import FieldType, Schema
from whoosh.formats import Format

from archive.search.analysis import FACETS, Analysis
from archive.search.lexicon import Lexicon
from archive.search.postings import FAMILY, postings
from archive.search.query_facets import value_keys

DAY = "#d"
FACET = "#f"

# Term, impact, and what is kept with the posting.
Prepared = tuple[str, int, bytes]


class PreparedFormat(Format):
    """Values of any length that only this package reads."""

    def __init__(self) -> None:
        super().__init__()

    def supports(self, name: str) -> bool:
        return False


class PreparedField(FieldType):
    """A field whose value is a list of prepared postings."""

    def __init__(self) -> None:
        super().__init__(PreparedFormat(), None)

    def index(self, value: Iterable[Prepared], **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        for term, weight, kept in value:
            yield term.encode(), 1, float(weight), kept


def schema() -> Schema:
    """The schema of the index."""
    return Schema(word=PreparedField(), family=PreparedField(), filter=PreparedField())


def prepare(document: Analysis, lexicon: Lexicon) -> dict[str, list[Prepared]]:
    """The postings of a document for each field of the schema."""
    fields: dict[str, list[Prepared]] = {"word": [], "family": [], "filter": []}
    for posting in postings(document, lexicon):
        kept = bytes([posting.zones]) + array("I", posting.places).tobytes()
        if posting.term.startswith(FAMILY):
            fields["family"].append((posting.term[1:], posting.strength, kept + bytes([posting.only_inside])))
        else:
            name = "filter" if posting.term.startswith("#") else "word"
            fields[name].append((posting.term, posting.strength, kept))
    if document.card.date is not None:
        fields["filter"].append((DAY + document.card.date.isoformat(), 1, b"\0"))
    for name, values in zip(FACETS, document.facets, strict=True):
        keys = {key for value in values for key in value_keys(value)}
        fields["filter"].extend((facet_term(name, key), 1, b"\0") for key in keys)
    return fields


def facet_term(facet: str, key: str) -> str:
    """The term of the field "filter" for a key of a value of a facet."""
    return f"{FACET}{facet}={key}"


def zones_of(kept: bytes) -> int:
    """The zone mask in what was kept with a posting."""
    return kept[0]


def only_inside(kept: bytes) -> bool:
    """What was kept with a posting of the field "family": whether it stands inside others only."""
    return bool(kept[1])


def places_of(kept: bytes) -> list[int]:
    """The places in what was kept with a posting of the field "word"."""
    return array("I", kept[1:]).tolist()
