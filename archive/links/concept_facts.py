"""What links need of one record to know which organisations and measures it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import msgspec
import numpy as np

from archive.links.abbreviated import shown_abbreviation
from archive.links.namings import Naming, introductions_in, namings_in
from archive.links.text_words import IS_ABBREVIATION, IS_LONG, IS_SMALL, NUMBER, TextWords
from archive.links.word_pairs import packed, text_pairs
from archive.text.languages import Language

# So many words in capitals on end are a heading, and no abbreviations.
_HEADING: Final = 4


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


def concept_facts_of(texts: Sequence[str], words: TextWords, language: Language) -> ConceptFacts:
    """The facts of a record with these texts, its title among them. words: those of the texts."""
    kept = words.marks[words.marks & NUMBER != 0]
    numbers = kept.astype(np.uint32)
    namings = tuple(dict.fromkeys(namings_in(texts, language)))
    abbreviations = np.flatnonzero(words.marks & np.uint64(IS_ABBREVIATION))
    return ConceptFacts(
        namings,
        tuple(dict.fromkeys(introductions_in(texts, namings))),
        _used(words.printed, abbreviations.tolist()),
        packed(text_pairs(numbers, kept & np.uint64(IS_LONG) != 0)),
        packed(numbers[kept & np.uint64(IS_SMALL) != 0]),
    )


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
