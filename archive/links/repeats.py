"""Finds questions that were asked again: texts that share most of their runs of words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

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
    """The texts that agree in each band, where there are several, in their order."""
    orders = np.array([order for order, (_, one) in enumerate(prints) if one.identity], np.int64)
    if not len(orders):
        return
    sketches = np.stack([prints[order][1].sketch for order in orders.tolist()])
    for band in range(BANDS):
        rows = sketches[:, band * ROWS : (band + 1) * ROWS]
        # Stable, so that the texts of one crowd keep their order.
        by_rows = np.lexsort(rows.T)
        ordered = rows[by_rows]
        starts = np.flatnonzero((ordered[1:] != ordered[:-1]).any(axis=1)) + 1
        bounds = np.concatenate(([0], starts, [len(ordered)]))
        for crowd in np.flatnonzero(np.diff(bounds) > 1).tolist():
            yield orders[by_rows[bounds[crowd] : bounds[crowd + 1]]].tolist()
