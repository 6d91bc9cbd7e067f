"""The words of texts, read once for all that links need of them: each word is looked up a single time."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from archive.links.abbreviated import abbreviation_key
from archive.links.common_words import COMMON_WORDS
from archive.links.vocabulary import NO_TERM, Numbers, Vocabulary
from archive.links.word_pairs import LONG_WORD, name_words, word_number
from archive.text.languages import Language
from archive.text.tokens import fold, printed_tokens

Marks = npt.NDArray[np.uint64]

# A mark is the number of the word as in `word_pairs` (0 of a function word), and above it what kind of word it is.
NUMBER: Final = np.uint64(0xFFFFFFFF)
IS_LONG: Final = 1 << 32
IS_ABBREVIATION: Final = 1 << 33
IS_SMALL: Final = 1 << 34
# Small words as long as an abbreviation can be.
_SMALL_LETTERS: Final = range(3, LONG_WORD)
_SHORTEST_TERM: Final = 3


class TextWords:
    """The words of some texts in reading order, "" behind the last of each text.

    printed: as printed; forms: the number of each in the vocabulary, NO_TERM of what is no term; marks: as above;
    hashes: of each word without its case, 0 of "". ends: of each text the place behind its "".
    """

    __slots__ = ("ends", "forms", "hashes", "marks", "printed")

    def __init__(
        self, printed: list[str], ends: list[int], forms: Numbers, marks: Marks, hashes: Marks
    ) -> None:
        self.printed = printed
        self.ends = ends
        self.forms = forms
        self.marks = marks
        self.hashes = hashes


class WordReader:
    """Reads words in one language. Keeps what it learnt of each printed word.

    Numbers, words of fewer than three characters and those that stand in questions on any subject are no terms.
    """

    def __init__(self, language: Language, vocabulary: Vocabulary) -> None:
        self._table = _WordTable(language, vocabulary)

    def read(self, texts: Sequence[str]) -> TextWords:
        """The words of the texts."""
        printed: list[str] = []
        ends: list[int] = []
        for text in texts:
            printed += printed_tokens(text)
            printed.append("")
            ends.append(len(printed))
        rows = np.fromiter(map(self._table.__getitem__, printed), np.int64, len(printed))
        return TextWords(printed, ends, *self._table.columns(rows))


class _WordTable(dict[str, int]):
    """Of each printed word its row in three columns, which grow."""

    def __init__(self, language: Language, vocabulary: Vocabulary) -> None:
        super().__init__()
        self._language = language
        self._vocabulary = vocabulary
        self._common = frozenset(map(language.family, COMMON_WORDS.get(language.code, ())))
        self._forms = array("i")
        self._marks = array("Q")
        self._hashes = array("Q")

    def __missing__(self, printed: str) -> int:
        row = self[printed] = len(self._forms)
        self._forms.append(self._form(fold(printed)))
        self._marks.append(_mark(printed, self._language))
        self._hashes.append(_hash(printed.casefold()) if printed else 0)
        return row

    def columns(self, rows: npt.NDArray[np.int64]) -> tuple[Numbers, Marks, Marks]:
        """Forms, marks and hashes of some rows."""
        # Views of the columns must not outlive this call: an array that is looked at cannot grow.
        return (
            np.frombuffer(self._forms, np.int32)[rows],
            np.frombuffer(self._marks, np.uint64)[rows],
            np.frombuffer(self._hashes, np.uint64)[rows],
        )

    def _form(self, form: str) -> int:
        if len(form) < _SHORTEST_TERM or not form[0].isalpha():
            return NO_TERM
        key = self._language.family(form)
        return NO_TERM if key in self._common else self._vocabulary.form(form, key)


def _mark(printed: str, language: Language) -> int:
    words = name_words(printed, language)
    if not words:
        return 0
    mark = word_number(words[0])
    mark |= IS_LONG if len(words[0]) >= LONG_WORD else 0
    mark |= IS_ABBREVIATION if abbreviation_key(printed) else 0
    mark |= IS_SMALL if printed.islower() and len(printed) in _SMALL_LETTERS else 0
    return mark


def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "little")
