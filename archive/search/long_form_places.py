"""Where the long forms of abbreviations stand, found in the sorted keys of a run of documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from archive.search.word_table import Ints


class LongForm(NamedTuple):
    """The number of a long form, and the numbers of its words, each with its place after the first."""

    form: int
    words: tuple[tuple[int, int], ...]


def long_form_keys(
    keys: Ints, long_forms: Sequence[LongForm], *, form_shift: int = 40, stop_bits: int = 4
) -> Ints:
    """The keys of the long forms in the documents of `keys`, sorted, each once however many abbreviations it has.

    A long form stands where its first word stands and every other at its distance, in the same document and zone.
    """
    found = []
    low = np.uint64((1 << form_shift) - 1)
    for long_form in long_forms:
        bounds = np.array([[word, word + 1] for word, _ in long_form.words], dtype=np.uint64)
        slices = np.searchsorted(keys, bounds << np.uint64(form_shift))
        if (slices[:, 0] == slices[:, 1]).any():
            continue
        first = keys[slices[0, 0] : slices[0, 1]] & low
        starts = first >> np.uint64(stop_bits)
        fitting = np.ones(len(starts), dtype=bool)
        for (begin, end), (_, offset) in zip(slices[1:], long_form.words[1:], strict=True):
            spots = (keys[begin:end] & low) >> np.uint64(stop_bits)
            fitting &= np.isin(starts + np.uint64(offset), spots, assume_unique=True)
        if fitting.any():
            found.append(first[fitting] | np.uint64(long_form.form << form_shift))
    return np.unique(np.concatenate(found)) if found else keys[:0]
