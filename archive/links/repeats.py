"""Finds questions that were asked again: texts that share most of their runs of words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from archive.links.fingerprints import BANDS, ROWS, Fingerprint, shared_runs

# Texts that share at least so many of their runs of words are one question asked again.
REPEATED: Final = 0.5
# In a crowd of texts that begin to look alike each is compared with so many that follow it.
_COMPARED: Final = 12


def gather_repeats(prints: Sequence[tuple[int, Fingerprint]]) -> dict[int, dict[int, float]]:
    """Of each text those that repeat it, with the share of runs in common: both ways.

    prints: the place of each text with its fingerprint, in the order of time, so that in a long series each is
    compared with those nearest to it.
    """
    found: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for one, other in sorted(_likely_pairs(prints)):
        (first, first_print), (second, second_print) = prints[one], prints[other]
        share = shared_runs(first_print.runs, second_print.runs)
        if share >= REPEATED:
            found[first][second] = found[second][first] = share
    return dict(found)


def _likely_pairs(prints: Sequence[tuple[int, Fingerprint]]) -> set[tuple[int, int]]:
    """Pairs of texts, by their order, that agree in a whole band of their sketches."""
    pairs: set[tuple[int, int]] = set()
    for crowd in _crowds(prints):
        for order, one in enumerate(crowd):
            pairs.update((one, other) for other in crowd[order + 1 : order + 1 + _COMPARED])
    return pairs


def _crowds(prints: Sequence[tuple[int, Fingerprint]]) -> Iterator[list[int]]:
    for band in range(BANDS):
        buckets: defaultdict[bytes, list[int]] = defaultdict(list)
        for order, (_, one) in enumerate(prints):
            if one.identity:
                buckets[one.sketch[band * ROWS : (band + 1) * ROWS].tobytes()].append(order)
        yield from (crowd for crowd in buckets.values() if len(crowd) > 1)
