"""How well a document answers a word: whole numbers, so that every reader reckons alike.

The strength of a form in a document is its zone-weighted frequency as in BM25F (Robertson and Zaragoza, "The
Probabilistic Relevance Framework", 2009), kept as one of sixteen levels. The impact of a word is made of the levels
of the forms that it finds, saturated. The length of a document is set against a fixed reference instead of the
average, so that nothing of a document changes when others are added. Readers reckon impacts with whole numbers from
levels alone; site/scoring.js does the same.
"""

from __future__ import annotations

import functools
import itertools
import math
from bisect import bisect
from collections.abc import Collection, Iterable

from archive.search.analysis import ZONE_SHIFT
from archive.search.zones import LENGTH_ZONES, WEIGHTS, Zone

HIGHEST_IMPACT = 255
# Frequencies in sixteenths; a level is a place in this row, each half as much again as the one before.
LEVELS = (1, 2, 3, 4, 6, 8, 11, 16, 23, 32, 45, 64, 90, 128, 181, 256)
_SIXTEENTHS = 16
BOUNDS = tuple(math.sqrt(low * high) / _SIXTEENTHS for low, high in itertools.pairwise(LEVELS))
# Tokens of running text in a document of usual length.
REFERENCE_LENGTH = 600
LENGTH_SHARE = 0.6
# What an occurrence of the word itself counts for, and one inside a compound or as an abbreviation.
_OWN_WORTH = 10
_INSIDE_WORTH = 4
_SATURATION = 192

# By zone number, for speed.
WEIGHT = tuple(WEIGHTS[zone] for zone in Zone)
IS_RUNNING_TEXT = tuple(zone in LENGTH_ZONES for zone in Zone)


def level(places: Collection[int], length: int) -> int:
    """The level, 0 to 15, of what stands at `places` in a document of `length` tokens of running text."""
    if len(places) == 1:
        return _level_of_one(next(iter(places)) >> ZONE_SHIFT, length)
    counts = [0] * len(WEIGHT)
    for place in places:
        counts[place >> ZONE_SHIFT] += 1
    return bisect(BOUNDS, _frequency(counts, length))


def impact(own: Iterable[int], inside: int | None = None) -> int:
    """The impact, 1 to HIGHEST_IMPACT, of a word in a document.

    own: the levels of its forms there; inside: that of its occurrences in compounds and abbreviations, if any.
    """
    strength = _OWN_WORTH * sum(LEVELS[one] for one in own)
    if inside is not None:
        strength += _INSIDE_WORTH * LEVELS[inside]
    return max(1, HIGHEST_IMPACT * strength // (_SATURATION + strength))


@functools.lru_cache(maxsize=1 << 14)
def _level_of_one(zone: int, length: int) -> int:
    """The level of a word that stands once in a document: about two thirds of all postings."""
    counts = [0] * len(WEIGHT)
    counts[zone] = 1
    return bisect(BOUNDS, _frequency(counts, length))


def stretch(length: int) -> float:
    """How much an occurrence in running text is spread thin by the length of a document."""
    return 1 - LENGTH_SHARE + LENGTH_SHARE * length / REFERENCE_LENGTH


def _frequency(counts: Iterable[int], length: int) -> float:
    """Given by zone. Always added up in the same order: sums of fractions depend on it."""
    thin = stretch(length)
    frequency = 0.0
    for count, weight, running in zip(counts, WEIGHT, IS_RUNNING_TEXT, strict=True):
        frequency += weight * count / (thin if running else 1.0)
    return frequency


def rarity(matches: int, documents: int) -> int:
    """What a unit of impact is worth when `matches` of all `documents` match: 1000 idf, as a whole number."""
    return math.floor(1000 * math.log(1 + (documents - matches + 0.5) / (matches + 0.5)) + 0.5)
