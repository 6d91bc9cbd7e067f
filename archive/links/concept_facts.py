"""What links need of one record to know which organisations and measures it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
import numpy as np

from archive.links.abbreviated import abbreviation_key, shown_abbreviation
from archive.links.namings import Naming, introductions_in, namings_in
from archive.links.word_pairs import LONG_WORD, name_words, packed, text_pairs, word_number
from archive.links.wordings import printed_words
from archive.text.languages import Language

# So many words in capitals on end are a heading, and no abbreviations.
_HEADING: Final = 4
_IS_LONG: Final = 1 << 32
_IS_SHORT: Final = 1 << 33
_IS_SMALL: Final = 1 << 34
_NUMBER: Final = 0xFFFFFFFF
# Small words as long as an abbreviation can be.
_SMALL_LETTERS: Final = range(3, LONG_WORD)


class ConceptFacts(msgspec.Struct, frozen=True):
    """namings: what the record says of abbreviations; introductions: those that it puts behind other words.

    used: the abbreviations that stand in it, as shown. pairs: of its words; small: the numbers of its short words in
    small letters; both packed as in `word_pairs`.
    """

    namings: tuple[Naming, ...]
    introductions: tuple[Naming, ...]
    used: tuple[str, ...]
    pairs: bytes
    small: bytes


class ConceptReader:
    """Reads these facts of records in one language. Keeps what it learnt of each printed word."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._known = _Words(language)

    def read(self, texts: Sequence[str]) -> ConceptFacts:
        """The facts of a record with these texts, its title among them."""
        # An empty word ends each text.
        words = [word for text in texts for word in (*printed_words(text), "")]
        marks = np.fromiter(map(self._known.__getitem__, words), np.uint64, len(words))
        kept = marks[marks & np.uint64(_NUMBER) != 0]
        numbers = kept.astype(np.uint32)
        namings = tuple(dict.fromkeys(namings_in(texts, self._language)))
        return ConceptFacts(
            namings,
            tuple(dict.fromkeys(introductions_in(texts, namings))),
            _used(words, np.flatnonzero(marks & np.uint64(_IS_SHORT)).tolist()),
            packed(text_pairs(numbers, kept & np.uint64(_IS_LONG) != 0)),
            packed(numbers[kept & np.uint64(_IS_SMALL) != 0]),
        )


class _Words(dict[str, int]):
    """Of each printed word its number as in `word_pairs`, and above it whether it is long, abbreviated, or small."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, printed: str) -> int:
        words = name_words(printed, self._language)
        mark = 0
        if words:
            mark = word_number(words[0])
            mark |= _IS_LONG if len(words[0]) >= LONG_WORD else 0
            mark |= _IS_SHORT if abbreviation_key(printed) else 0
            mark |= _IS_SMALL if printed.islower() and len(printed) in _SMALL_LETTERS else 0
        self[printed] = mark
        return mark


def _used(words: Sequence[str], places: Iterable[int]) -> tuple[str, ...]:
    """The abbreviations at some places, each once, without those in a heading or before a number ("CRIV 54")."""
    shown = (
        shown_abbreviation(words[place])
        for place in places
        if not _is_in_heading(words, place) and not _is_before_number(words, place)
    )
    return tuple(sorted(set(shown)))


def _is_in_heading(words: Sequence[str], place: int) -> bool:
    if not words[place].isupper():
        return False
    first = last = place
    while first > 0 and place - first < _HEADING and words[first - 1].isupper():
        first -= 1
    while last + 1 < len(words) and last - place < _HEADING and words[last + 1].isupper():
        last += 1
    return last - first + 1 >= _HEADING


def _is_before_number(words: Sequence[str], place: int) -> bool:
    return words[place + 1][:1].isdigit()
