"""The postings of one document: for each term how strongly it stands there, in which zones and at which places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from archive.search.analysis import ZONE_SHIFT, Analysis
from archive.search.lexicon import Lexicon
from archive.search.scoring import LEVELS, level

# The first character of a term says what it is; none of them can begin a form, and families sort first.
FAMILY = "!"
YEAR = "#y"
NUMBER = "#n"


class Posting(NamedTuple):
    """One term in one document.

    strength: one of scoring.LEVELS; of a family the sum of those of its own forms, or where it stands only inside
    others the highest of theirs. zones: a bit for each zone. places: () for families, years and numbers.
    """

    term: str
    strength: int
    zones: int
    places: tuple[int, ...]
    only_inside: bool = False


def postings(document: Analysis, lexicon: Lexicon) -> Iterator[Posting]:
    """The postings of a document, in no order."""
    own: dict[str, int] = {}
    inside: dict[str, int] = {}
    zones: dict[str, int] = {}
    occurrences = {**document.occurrences, **lexicon.long_forms(document.occurrences)}
    for form, places in occurrences.items():
        strength, mask = LEVELS[level(places, document.lengths)], _zones(places)
        yield Posting(form, strength, mask, tuple(places))
        key = lexicon.family(form)
        own[key] = own.get(key, 0) + strength
        zones[key] = zones.get(key, 0) | mask
        for part in lexicon.parts(form):
            inside[part] = max(inside.get(part, 0), strength)
            zones[part] = zones.get(part, 0) | mask
    for key, mask in zones.items():
        yield Posting(FAMILY + key, own.get(key) or inside[key], mask, (), key not in own)
    if document.card.parliamentary_year is not None:
        yield Posting(YEAR + document.card.parliamentary_year, 1, 0, ())
    if document.card.number is not None:
        yield Posting(f"{NUMBER}{document.card.number}", 1, 0, ())


def _zones(places: Iterable[int]) -> int:
    mask = 0
    for place in places:
        mask |= 1 << (place >> ZONE_SHIFT)
    return mask
