"""The pairs of neighbouring words of a record, from which it is known later which names stand in it.

A name of several words stands in a text when each two neighbours of it do: "Departement Werk en Sociale Economie" is
departement-werk, werk-sociale and sociale-economie. Function words are passed over, and words of one family are one,
so that a name is found in any inflection. Each pair is a number of 32 bits made of the words alone: the pairs of a
record can be kept, and need no text to be read again. A long word stands for itself too, for names of one word.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt

from archive.links.number_sets import ascending
from archive.text.languages import Language
from archive.text.tokens import fold, printed_tokens

LONG_WORD: Final = 10
_MIXER: Final = np.uint32(0x9E3779B1)
# Keeps a long word by itself apart from a pair.
_ALONE: Final = np.uint32(0x5BD1E995)

_ALL_BITS: Final = 0xFFFFFFFF

Pairs = npt.NDArray[np.uint32]


def name_words(name: str, language: Language) -> tuple[str, ...]:
    """The keys of the families of the words of a name, without function words."""
    forms = (fold(printed) for printed in printed_tokens(name))
    return tuple(language.family(form) for form in forms if form and form not in language.function_words)


def word_number(word: str) -> int:
    """The number of a word of `name_words`, never 0."""
    return zlib.crc32(word.encode()) or 1


def pairs_of_name(words: Sequence[str]) -> tuple[int, ...]:
    """The numbers that a record has in which a name of these words stands; none where the name is too short."""
    if len(words) == 1 and len(words[0]) < LONG_WORD:
        return ()
    numbers = [word_number(word) for word in words]
    if len(words) == 1:
        return (numbers[0] ^ int(_ALONE),)
    return tuple(
        one * int(_MIXER) & _ALL_BITS ^ (after << 13 & _ALL_BITS | after >> 19)
        for one, after in pairwise(numbers)
    )


def text_pairs(numbers: Pairs, are_long: npt.NDArray[np.bool_]) -> Pairs:
    """The pairs of a text. numbers: of its words; are_long: which are long words."""
    return np.concatenate((_joined(numbers), numbers[are_long] ^ _ALONE))


def packed(numbers: Pairs) -> bytes:
    """Numbers to be kept: each once, in their order."""
    return ascending(numbers).astype("<u4").tobytes()


def unpacked(kept: bytes) -> Pairs:
    """The numbers that were kept."""
    return np.frombuffer(kept, "<u4")


def _joined(numbers: Pairs) -> Pairs:
    after = numbers[1:]
    # As `pairs_of_name` does for one name.
    pairs: Pairs = numbers[:-1] * _MIXER ^ ((after << np.uint32(13)) | (after >> np.uint32(19)))
    return pairs


class NameFinder:
    """Finds which of many names stand in records, of which the pairs are known."""

    def __init__(self, names: Iterable[Sequence[int]]) -> None:
        """names: the numbers of each, as `pairs_of_name` gives them."""
        self._by_first: dict[int, list[tuple[int, Pairs]]] = {}
        for place, numbers in enumerate(names):
            if numbers:
                rest = np.array(numbers[1:], np.uint32)
                self._by_first.setdefault(numbers[0], []).append((place, rest))
        self._firsts = np.array(sorted(self._by_first), np.uint32)

    def found_in(self, pairs: Pairs) -> list[int]:
        """The names that a record with these pairs holds, by their place among the names; in no order."""
        if not len(self._firsts) or not len(pairs):
            return []
        places = np.minimum(np.searchsorted(self._firsts, pairs), len(self._firsts) - 1)
        found = pairs[self._firsts[places] == pairs]
        return [
            place for first in found.tolist() for place, rest in self._by_first[first] if _holds(pairs, rest)
        ]

    def found_among(self, numbers: set[int]) -> list[int]:
        """The same for a few numbers, such as those of a title."""
        return [
            place
            for first in numbers
            for place, rest in self._by_first.get(first, ())
            if numbers.issuperset(rest.tolist())
        ]


def _holds(pairs: Pairs, wanted: Pairs) -> bool:
    places = np.minimum(np.searchsorted(pairs, wanted), len(pairs) - 1)
    return bool((pairs[places] == wanted).all())
