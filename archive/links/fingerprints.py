"""What is kept of the text of a question to find it again: its identity, and the runs of words that it is made of.

Two questions of one identity have the same words in the same order, whatever their case, marks and line breaks.
Runs of words ("shingles") and their smallest hashes ("MinHash", Broder 1997) tell how much two texts share.
"""

from __future__ import annotations

import functools
import hashlib
from typing import Final

import numpy as np
import numpy.typing as npt

from archive.links.number_sets import ascending

RUN_LENGTH: Final = 3
BANDS: Final = 20
ROWS: Final = 3
# A shorter text ("Zie de bijlage") says too little to be recognised by.
SHORTEST: Final = 12

Hashes = npt.NDArray[np.uint32]
_MIX: Final = np.uint64(0x9E3779B97F4A7C15)


class Fingerprint:
    """The identity of a text, the hashes of its runs of words (ascending, each once) and their smallest ones.

    identity is b"" for a text of fewer than SHORTEST words, whose runs are empty too.
    """

    __slots__ = ("identity", "runs", "sketch")

    def __init__(self, identity: bytes, runs: Hashes, sketch: Hashes) -> None:
        self.identity = identity
        self.runs = runs
        self.sketch = sketch


def fingerprint(hashes: npt.NDArray[np.uint64]) -> Fingerprint:
    """The fingerprint of a text. hashes: of its words in reading order (`text_words`)."""
    if len(hashes) < SHORTEST:
        return Fingerprint(b"", np.empty(0, np.uint32), np.empty(0, np.uint32))
    identity = hashlib.blake2b(hashes.astype("<u8").tobytes(), digest_size=16).digest()
    mixed = hashes[: len(hashes) - RUN_LENGTH + 1].copy()
    for place in range(1, RUN_LENGTH):
        mixed = _scrambled(mixed) + hashes[place : len(hashes) - RUN_LENGTH + 1 + place]
    runs = ascending((_scrambled(mixed) >> np.uint64(32)).astype(np.uint32))
    return Fingerprint(identity, runs, _sketch(runs))


def shared_runs(one: Hashes, other: Hashes) -> float:
    """The runs that two texts share as a share of all that they have together: 0 to 1 (Jaccard)."""
    common = len(np.intersect1d(one, other, assume_unique=True))
    together = len(one) + len(other) - common
    return common / together if together else 0.0


def _scrambled(values: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint64]:
    """A multiplicative mix (after SplitMix64), so that the order of the words counts."""
    values = (values ^ (values >> np.uint64(30))) * _MIX
    return values ^ (values >> np.uint64(27))


@functools.cache
def _factors() -> tuple[npt.NDArray[np.uint64], npt.NDArray[np.uint64]]:
    """The fixed functions whose smallest values make the sketch: the same on every machine."""
    steps = np.arange(1, 2 * BANDS * ROWS + 1, dtype=np.uint64) * _MIX
    chosen = _scrambled(_scrambled(steps)).reshape(2, BANDS * ROWS, 1)
    return chosen[0] | np.uint64(1), chosen[1]


def _sketch(runs: Hashes) -> Hashes:
    factors, offsets = _factors()
    values = runs.astype(np.uint64) * factors + offsets
    smallest: Hashes = (values.min(axis=1) >> np.uint64(32)).astype(np.uint32)
    return smallest
