"""How well a document answers a word: whole numbers, so that every reader reckons alike.

The strength of a form in a document is its zone-weighted frequency as in BM25F (Robertson and Zaragoza, "The
Probabilistic Relevance Framework", 2009), kept as one of sixteen levels. The impact of a word is made of the levels
of the forms that it finds, saturated. The length of a zone is set against a fixed reference instead of the average,
so that nothing of a document changes when others are added. Readers reckon impacts with whole numbers from levels
alone; site/scoring.js does the same. The constants were tuned with `python -m benchmarks.relevance`, on the half of its
queries that its table leaves out.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable

from archive.search.zones import REFERENCE_LENGTHS, WEIGHTS, Zone

HIGHEST_IMPACT = 1000
# Frequencies in sixteenths; a level is a place in this row, each half as much again as the one before.
LEVELS = (1, 2, 3, 4, 6, 8, 11, 16, 23, 32, 45, 64, 90, 128, 181, 256)
_SIXTEENTHS = 16
BOUNDS = tuple(math.sqrt(low * high) / _SIXTEENTHS for low, high in itertools.pairwise(LEVELS))
_LENGTH_SHARE = 0.8
# What an occurrence counts for: of the very form that was typed, of another of its family, and inside a compound or
# as an abbreviation, which counts only where the family itself does not stand.
_TYPED_WORTH = 100
_OWN_WORTH = 10
_INSIDE_WORTH = 4
_SATURATION = 320

# By zone number, for speed.
WEIGHT = tuple(WEIGHTS[zone] for zone in Zone)
_REFERENCE = tuple(REFERENCE_LENGTHS.get(zone) for zone in Zone)


def stretch(zone: int, length: int) -> float:
    """How thin an occurrence is spread by the length of its zone."""
    reference = _REFERENCE[zone]
    return 1.0 if reference is None else 1 - _LENGTH_SHARE + _LENGTH_SHARE * length / reference


def impact(typed: int, others: int = 0) -> int:
    """The impact, 1 to HIGHEST_IMPACT, of a word in a document.

    typed: the strength there (one of LEVELS) of the form that was typed, or 0; others: the sum of those of the other
    forms of its family.
    """
    return _saturated(_TYPED_WORTH * typed + _OWN_WORTH * others)


def inside_impact(highest: int) -> int:
    """The impact of a word that stands in a document inside compounds or as abbreviations only: by their strongest."""
    return _saturated(_INSIDE_WORTH * highest)


def together_impact(zones: Iterable[int]) -> int:
    """The impact of words that stand together, given the number of the zone of each such place."""
    found = sum(int(_SIXTEENTHS * WEIGHT[zone]) for zone in zones)
    return impact(min(found, LEVELS[-1]))


def _saturated(strength: int) -> int:
    return max(1, HIGHEST_IMPACT * strength // (_SATURATION + strength))


def rarity(matches: int, documents: int) -> int:
    """What a unit of impact is worth when `matches` of all `documents` match: 1000 idf, as a whole number."""
    return math.floor(1000 * math.log(1 + (documents - matches + 0.5) / (matches + 0.5)) + 0.5)
