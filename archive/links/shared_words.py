"""Counts the words of each record by their families, for telling which records are about the same."""

from __future__ import annotations

from collections import Counter
from typing import Final

import numpy as np
import numpy.typing as npt

from archive.links.common_words import COMMON_WORDS
from archive.links.wordings import body_texts
from archive.model.record import Record
from archive.text.languages import Language
from archive.text.tokens import fold, printed_tokens

# A word of the title tells as much of the subject as so many in the text.
TITLE_WEIGHT: Final = 5
_SHORTEST: Final = 3
_MOST: Final = 60_000
_NO_TERM: Final = -1


class TermCounts:
    """The terms of one record, by number and how often: two arrays of one length; and those of its title."""

    __slots__ = ("counts", "terms", "titled")

    def __init__(
        self, terms: npt.NDArray[np.int32], counts: npt.NDArray[np.uint16], titled: frozenset[int]
    ) -> None:
        self.terms = terms
        self.counts = counts
        self.titled = titled


class TermCounter:
    """Gives each family of words a number, in the order in which it meets them.

    Numbers, words of fewer than three characters and those that stand in questions on any subject are no terms.
    """

    def __init__(self, language: Language) -> None:
        self._family = language.family
        self._common = frozenset(map(language.family, COMMON_WORDS.get(language.code, ())))
        self._numbers: dict[str, int] = {}
        self._of_printed: dict[str, int] = {}
        self._shown: list[str] = []

    @property
    def shown(self) -> list[str]:
        """Of each term the first word in the alphabet that was met for it, folded: to show to readers."""
        return self._shown

    @property
    def names(self) -> list[str]:
        """The key of each term, by its number."""
        return list(self._numbers)

    def count(self, record: Record) -> TermCounts:
        """The terms of a record."""
        printed = Counter(printed_tokens("\n".join(body_texts(record))))
        title = printed_tokens(record.title)
        for word in title:
            printed[word] += TITLE_WEIGHT
        found: dict[int, int] = {}
        for word, count in printed.items():
            number = self._of_printed.get(word)
            if number is None:
                number = self._of_printed[word] = self._number(word)
            if number != _NO_TERM:
                found[number] = found.get(number, 0) + count
        counts = np.array(list(found.values()), np.int64)
        return TermCounts(
            np.array(list(found), np.int32),
            np.minimum(counts, _MOST).astype(np.uint16),
            frozenset(self._of_printed[word] for word in title) - {_NO_TERM},
        )

    def _number(self, word: str) -> int:
        form = fold(word)
        if len(form) < _SHORTEST or not form[0].isalpha():
            return _NO_TERM
        key = self._family(form)
        if key in self._common:
            return _NO_TERM
        number = self._numbers.setdefault(key, len(self._numbers))
        if number == len(self._shown):
            self._shown.append(form)
        elif (len(form), form) < (len(self._shown[number]), self._shown[number]):
            self._shown[number] = form
        return number
