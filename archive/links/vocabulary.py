"""The vocabulary of an archive: every form of a word, and the term that it belongs to, by number.

Numbers are given in the order of meeting and mean nothing: what is to be the same for the same records goes by the
marks, which are made of the words alone.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterable
from typing import Final

import numpy as np
import numpy.typing as npt

NO_TERM: Final = -1

Numbers = npt.NDArray[np.int32]


class TermCounts:
    """The forms of one record, by number and how often each stands there; the first `titled` stand in its title."""

    __slots__ = ("counts", "forms", "titled")

    def __init__(self, forms: Numbers, counts: npt.NDArray[np.uint16], titled: int) -> None:
        self.forms = forms
        self.counts = counts
        self.titled = titled


class Vocabulary:
    """Numbers words: the forms that stand in texts and the keys of their families, which are their terms.

    It only grows: what a number means stays.
    """

    def __init__(self, texts: Iterable[str] = (), terms: bytes = b"", marks: bytes = b"") -> None:
        """texts: every word by its number; the others as in those of another vocabulary, as bytes."""
        self.texts = list(texts)
        self._terms = array("i", terms)
        self._marks = array("Q", marks)
        self._numbers = {text: number for number, text in enumerate(self.texts)}

    def __len__(self) -> int:
        return len(self.texts)

    def form(self, form: str, key: str) -> int:
        """The number of a form of the family with a key."""
        number = self._number(form)
        if self._terms[number] == NO_TERM:
            self._terms[number] = self._number(key)
        return number

    @property
    def terms(self) -> Numbers:
        """Of each number that of its term, NO_TERM of a word that is a key alone."""
        return np.array(self._terms, np.int32)

    @property
    def marks(self) -> npt.NDArray[np.uint64]:
        """Of each number a mark made of its word, to put words in an order that is the same in every archive."""
        return np.array(self._marks, np.uint64)

    @property
    def lengths(self) -> npt.NDArray[np.int32]:
        """Of each number the characters of its word."""
        return np.fromiter(map(len, self.texts), np.int32, len(self.texts))

    def _number(self, text: str) -> int:
        number = self._numbers.get(text)
        if number is None:
            number = self._numbers[text] = len(self.texts)
            self.texts.append(text)
            self._terms.append(NO_TERM)
            self._marks.append(_mark(text))
        return number


def _mark(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little")
