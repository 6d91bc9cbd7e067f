"""The postings of one document: for each term how strongly it stands there, in which zones and at which places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from archive.search.analysis import ZONE_SHIFT, Analysis
from archive.search.lexicon import Lexicon
from archive.search.scoring import impact, level
from archive.text.dutch import family

# The first character of a term says what it is; none of them can begin a form, and families sort first.
FAMILY = "!"
YEAR = "#y"
NUMBER = "#n"


class Posting(NamedTuple):
    """One term in one document. zones: a bit for each zone; places: () for families, years and numbers."""

    term: str
    impact: int
    zones: int
    places: tuple[int, ...]


def postings(document: Analysis, lexicon: Lexicon, *, all_families: bool = False) -> Iterator[Posting]:
    """The postings of a document, in no order.

    A family that finds one form only gives no postings of its own, unless `all_families` asks for them.
    """
    length = document.length
    levels: dict[str, list[int]] = {}
    own: dict[str, set[int]] = {}
    inside: dict[str, set[int]] = {}
    occurrences = {**document.occurrences, **lexicon.long_forms(document.occurrences)}
    for form, places in occurrences.items():
        strength = level(places, length)
        yield Posting(form, impact((strength,)), _zones(places), tuple(places))
        key = family(form)
        if all_families or lexicon.is_shared(key):
            levels.setdefault(key, []).append(strength)
            own.setdefault(key, set()).update(places)
        for part in lexicon.parts(form):
            inside.setdefault(part, set()).update(places)
    for key in own.keys() | inside.keys():
        whole = own.get(key, set())
        parts = inside[key] - whole if key in inside else frozenset()
        strength_inside = level(parts, length) if parts else None
        found = impact(levels.get(key, ()), strength_inside)
        yield Posting(FAMILY + key, found, _zones(whole) | _zones(parts), ())
    if document.card.parliamentary_year is not None:
        yield Posting(YEAR + document.card.parliamentary_year, 1, 0, ())
    if document.card.number is not None:
        yield Posting(f"{NUMBER}{document.card.number}", 1, 0, ())


def _zones(places: Iterable[int]) -> int:
    mask = 0
    for place in places:
        mask |= 1 << (place >> ZONE_SHIFT)
    return mask
