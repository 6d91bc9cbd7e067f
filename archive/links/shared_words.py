"""Counts the words of each record, for telling which records are about the same."""

from __future__ import annotations

from typing import Final

import numpy as np

from archive.links.text_words import TextWords
from archive.links.vocabulary import NO_TERM, Numbers, TermCounts

# A word of the title tells as much of the subject as so many in the text.
TITLE_WEIGHT: Final = 5
_MOST: Final = 60_000


def term_counts(words: TextWords) -> TermCounts:
    """The forms of a record of which the title and then the other texts were read, those of the title first."""
    end = words.ends[0]
    titled = _terms(words.forms[:end])
    forms, counts = _counted(np.concatenate((np.repeat(titled, TITLE_WEIGHT), _terms(words.forms[end:]))))
    is_titled = np.zeros(len(forms), np.bool_)
    is_titled[np.searchsorted(forms, titled)] = True
    order = np.argsort(~is_titled, kind="stable")
    most = np.minimum(counts[order], _MOST).astype(np.uint16)
    return TermCounts(forms[order], most, int(is_titled.sum()))


def _terms(forms: Numbers) -> Numbers:
    known: Numbers = forms[forms != NO_TERM]
    return known


def _counted(numbers: Numbers) -> tuple[Numbers, Numbers]:
    """Each number once, ascending, and how often it was there."""
    ordered = np.sort(numbers)
    firsts = np.flatnonzero(np.diff(ordered, prepend=-1))
    return ordered[firsts], np.diff(firsts, append=len(ordered)).astype(np.int32)
