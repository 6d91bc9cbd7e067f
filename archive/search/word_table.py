"""What the printed words of a corpus mean to search: their forms, numbered in the order of the lexicon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from archive.text.tokens import Form

# The forms of a printed word and its positions, as archive.text.tokens.forms_of gives them.
WordForms = tuple[tuple[Form, ...], int]


# Whole numbers of any width.
Ints = npt.NDArray[Any]


class WordTable(NamedTuple):
    """By number of a printed word: its positions, how many forms it has, and where they begin in `ranks`.

    ranks and offsets: of all words' forms, one after the other, the form's number and its place after the word's own.
    """

    spans: Ints
    counts: Ints
    starts: Ints
    ranks: Ints
    offsets: Ints

    @property
    def whole(self) -> Ints:
        """The number of the whole form of each word; of a word without forms, any."""
        return self.ranks[np.minimum(self.starts, len(self.ranks) - 1)] if len(self.ranks) else self.starts


def term_order(term: str) -> bytes:
    """The key that sorts terms as JavaScript does: by UTF-16 code units."""
    return term.encode("utf-16-be")


def word_table(words: Sequence[WordForms], numbers: Mapping[str, int]) -> WordTable:
    """The table of the words with these forms; `numbers` gives the number of every form."""
    counts = np.array([len(forms) for forms, _ in words], dtype=np.int64)
    return WordTable(
        spans=np.array([span for _, span in words], dtype=np.int64),
        counts=counts,
        starts=np.cumsum(counts) - counts,
        ranks=np.array([numbers[form.text] for forms, _ in words for form in forms], dtype=np.int64),
        offsets=np.array([form.offset for forms, _ in words for form in forms], dtype=np.int64),
    )
