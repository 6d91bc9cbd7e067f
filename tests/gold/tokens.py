"""Counts the words of texts, so that what was read can be held against what is true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

_OUTER = " \t.,;:!?()[]{}\"'‘’“”„«»–—-•·\uf0b7…"
_ALIKE = str.maketrans({"’": "'", "‘": "'", "\u00ad": None})

Words = Counter[str]
Spoiled = tuple[tuple[str, ...], tuple[str, ...]]


def words_of(texts: Iterable[str]) -> Words:
    """The words between blanks (thin ones too), without the punctuation around them and with its case."""
    return Counter(
        word for text in texts for raw in text.translate(_ALIKE).split() if (word := raw.strip(_OUTER))
    )


def mended(read: Words, true: Words, spoiled: Iterable[Spoiled]) -> Words:
    """The words read, with what the layout itself spoiled replaced by what it truly is.

    Only words that the truth does not know are replaced: a reader who mended them loses nothing.
    """
    result = Counter(read)
    pairs = [
        (words_of(printed), words_of(right))
        for printed, right in sorted(spoiled, key=lambda pair: len(pair[0]))
    ]
    changed = True
    while changed:
        changed = False
        for printed, right in pairs:
            while printed and printed <= result - true:
                result = result - printed + right
                changed = True
                if printed <= right:
                    return result
    return result
