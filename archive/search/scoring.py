"""How well a document answers a word: whole numbers, so that every reader reckons alike.

The impact of a word in a document is BM25F (Robertson and Zaragoza, "The Probabilistic Relevance Framework",
2009) without its idf: zone-weighted frequency, saturated. The length of a document is set against a fixed
reference instead of the average, so that the impacts of a document never change when others are added.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Collection

from archive.search.analysis import ZONE_SHIFT
from archive.search.zones import LENGTH_ZONES, WEIGHTS, Zone

HIGHEST_IMPACT = 255
# Tokens of running text in a document of usual length.
REFERENCE_LENGTH = 600
_SATURATION = 1.2
_LENGTH_SHARE = 0.6
# What an occurrence inside a compound counts for, against one of the word itself.
_COMPOUND_SHARE = 0.4


# By zone number, for speed: half of the time to build an index goes into these sums.
_WEIGHT = tuple(WEIGHTS[zone] for zone in Zone)
_IS_RUNNING_TEXT = tuple(zone in LENGTH_ZONES for zone in Zone)


def impact(places: Collection[int], compound_places: Collection[int], length: int) -> int:
    """The impact, 1 to 255, of a word at `places` (and inside compounds at others) in a document.

    length: tokens of running text in the document.
    """
    if len(places) == 1 and not compound_places:
        return _impact_of_one(next(iter(places)) >> ZONE_SHIFT, length)
    stretch = 1 - _LENGTH_SHARE + _LENGTH_SHARE * length / REFERENCE_LENGTH
    frequency = _frequency(places, stretch)
    if compound_places:
        frequency += _COMPOUND_SHARE * _frequency(compound_places, stretch)
    return max(1, math.floor(HIGHEST_IMPACT * frequency / (_SATURATION + frequency) + 0.5))


@functools.lru_cache(maxsize=1 << 14)
def _impact_of_one(zone: int, length: int) -> int:
    """The impact of a word that stands once in a document: about two thirds of all postings."""
    stretch = 1 - _LENGTH_SHARE + _LENGTH_SHARE * length / REFERENCE_LENGTH
    frequency = 0.0 + _WEIGHT[zone] / (stretch if _IS_RUNNING_TEXT[zone] else 1.0)
    return max(1, math.floor(HIGHEST_IMPACT * frequency / (_SATURATION + frequency) + 0.5))


def _frequency(places: Collection[int], stretch: float) -> float:
    counts: dict[int, int] = {}
    for place in places:
        zone = place >> ZONE_SHIFT
        counts[zone] = counts.get(zone, 0) + 1
    frequency = 0.0
    for zone in sorted(counts):  # always in the same order: sums of fractions depend on it
        frequency += _WEIGHT[zone] * counts[zone] / (stretch if _IS_RUNNING_TEXT[zone] else 1.0)
    return frequency


def rarity(matches: int, documents: int) -> int:
    """What a unit of impact is worth when `matches` of all `documents` match: 1000 idf, as a whole number."""
    return math.floor(1000 * math.log(1 + (documents - matches + 0.5) / (matches + 0.5)) + 0.5)
