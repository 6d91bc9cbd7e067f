"""Counts the words of each record, for telling which records are about the same."""

from __future__ import annotations

from itertools import chain
from typing import Final

import numpy as np

from archive.links.common_words import COMMON_WORDS
from archive.links.vocabulary import NO_TERM, Numbers, TermCounts, Vocabulary
from archive.links.wordings import body_texts, printed_words
from archive.model.record import Record
from archive.text.languages import Language
from archive.text.tokens import fold

# A word of the title tells as much of the subject as so many in the text.
TITLE_WEIGHT: Final = 5
_SHORTEST: Final = 3
_MOST: Final = 60_000


class TermCounter:
    """Counts the words of records by their forms in a vocabulary, which knows the term that each form belongs to.

    Numbers, words of fewer than three characters and those that stand in questions on any subject are no terms.
    """

    def __init__(self, language: Language, vocabulary: Vocabulary) -> None:
        self._forms = _Forms(language, vocabulary)

    def count(self, record: Record) -> TermCounts:
        """The forms of a record, those of its title first."""
        titled = self._numbers(printed_words(record.title))
        body = self._numbers(tuple(chain.from_iterable(map(printed_words, body_texts(record)))))
        forms, counts = _counted(np.concatenate((np.repeat(titled, TITLE_WEIGHT), body)))
        is_titled = np.isin(forms, titled)
        order = np.argsort(~is_titled, kind="stable")
        most = np.minimum(counts[order], _MOST).astype(np.uint16)
        return TermCounts(forms[order], most, int(is_titled.sum()))

    def _numbers(self, words: tuple[str, ...]) -> Numbers:
        """The forms of the words that are terms."""
        forms: Numbers = np.fromiter(map(self._forms.__getitem__, words), np.int32, len(words))
        known: Numbers = forms[forms != NO_TERM]
        return known


class _Forms(dict[str, int]):
    """Of each printed word the number of its form, or NO_TERM."""

    def __init__(self, language: Language, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._family = language.family
        self._common = frozenset(map(language.family, COMMON_WORDS.get(language.code, ())))
        self._vocabulary = vocabulary

    def __missing__(self, printed: str) -> int:
        number = self[printed] = self._number(fold(printed))
        return number

    def _number(self, form: str) -> int:
        if len(form) < _SHORTEST or not form[0].isalpha():
            return NO_TERM
        key = self._family(form)
        return NO_TERM if key in self._common else self._vocabulary.form(form, key)


def _counted(numbers: Numbers) -> tuple[Numbers, Numbers]:
    """Each number once, ascending, and how often it was there."""
    ordered = np.sort(numbers)
    firsts = np.flatnonzero(np.diff(ordered, prepend=-1))
    return ordered[firsts], np.diff(firsts, append=len(ordered)).astype(np.int32)
