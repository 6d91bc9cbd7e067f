"""Counts the words of each record, for telling which records are about the same."""

from __future__ import annotations

from collections import Counter
from typing import Final

import numpy as np

from archive.links.common_words import COMMON_WORDS
from archive.links.vocabulary import NO_TERM, TermCounts, Vocabulary
from archive.links.wordings import body_texts
from archive.model.record import Record
from archive.text.languages import Language
from archive.text.tokens import fold, printed_tokens

# A word of the title tells as much of the subject as so many in the text.
TITLE_WEIGHT: Final = 5
_SHORTEST: Final = 3
_MOST: Final = 60_000


class TermCounter:
    """Counts the words of records by their forms in a vocabulary, which knows the term that each form belongs to.

    Numbers, words of fewer than three characters and those that stand in questions on any subject are no terms.
    """

    def __init__(self, language: Language, vocabulary: Vocabulary) -> None:
        self._family = language.family
        self._common = frozenset(map(language.family, COMMON_WORDS.get(language.code, ())))
        self._vocabulary = vocabulary
        self._of_printed: dict[str, int] = {}

    def count(self, record: Record) -> TermCounts:
        """The forms of a record, those of its title first."""
        title = printed_tokens(record.title)
        found: dict[int, int] = dict.fromkeys(map(self._form, title), 0)
        titled = len(found) - (NO_TERM in found)
        found.pop(NO_TERM, None)
        printed = Counter(printed_tokens("\n".join(body_texts(record))))
        for word in title:
            printed[word] += TITLE_WEIGHT
        for word, count in printed.items():
            form = self._form(word)
            if form != NO_TERM:
                found[form] = found.get(form, 0) + count
        counts = np.minimum(np.fromiter(found.values(), np.int64, len(found)), _MOST)
        return TermCounts(np.fromiter(found, np.int32, len(found)), counts.astype(np.uint16), titled)

    def _form(self, word: str) -> int:
        """The number of the form of a printed word, or NO_TERM."""
        form = self._of_printed.get(word)
        if form is None:
            form = self._of_printed[word] = self._numbered(fold(word))
        return form

    def _numbered(self, form: str) -> int:
        if len(form) < _SHORTEST or not form[0].isalpha():
            return NO_TERM
        key = self._family(form)
        return NO_TERM if key in self._common else self._vocabulary.form(form, key)
