"""The postings of families for the Whoosh index: of their own forms and of those that stand inside others together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from archive.search.inversion import Postings
from archive.search.lexicon import Lexicon
from archive.search.scoring import LEVELS
from archive.search.whoosh_codec import TermPostings
from archive.search.word_table import Ints

# A row from its highest bit: family 26, document 24, whether the form is the family's own 1, zone mask 8, level 4.
_FAMILY_SHIFT = 37
_DOCUMENT_SHIFT = 13
_OWN_SHIFT = 12
_ZONES_SHIFT = 4
# Rows worked on at once: some 100 bytes each.
_STEP = 1 << 19
_STRENGTHS = np.array(LEVELS, dtype=np.int64)


class FamilyTable:
    """Which families the forms of a lexicon belong to, by number.

    keys: those that find more than one form, in the order of Whoosh; a family's number is its place. Of the others the
    postings are those of their only form.
    """

    def __init__(self, forms: Sequence[str], lexicon: Lexicon) -> None:
        owners = list(map(lexicon.family, forms))
        parts = list(map(lexicon.parts, forms))
        every = set(owners).union(*parts)
        self.keys = sorted(key for key in every if lexicon.is_shared(key))
        numbers = {key: number for number, key in enumerate(self.keys)}
        self.own = np.array([numbers.get(key, -1) for key in owners], dtype=np.int64)
        self.counts = np.array(list(map(len, parts)), dtype=np.int64)
        self.starts = np.cumsum(self.counts) - self.counts
        self.parts = np.array([numbers.get(key, -1) for found in parts for key in found], dtype=np.int64)


class FamilyRows:
    """Collects the postings of forms under the families that they belong to."""

    def __init__(self, table: FamilyTable) -> None:
        self._table = table
        self._rows: list[Ints] = []

    def add(self, postings: Postings) -> None:
        """Adds the postings of some forms."""
        low = postings.documents << _DOCUMENT_SHIFT | postings.zones << _ZONES_SHIFT | postings.levels
        own = self._table.own[postings.forms]
        self._add_rows(own, low | 1 << _OWN_SHIFT)
        counts = self._table.counts[postings.forms]
        row = np.repeat(np.arange(len(counts)), counts)
        nth = np.arange(len(row)) - np.repeat(np.cumsum(counts) - counts, counts)
        self._add_rows(self._table.parts[self._table.starts[postings.forms[row]] + nth], low[row])

    def postings(self) -> Iterator[tuple[Ints, TermPostings]]:
        """For some families at a time, in order: to which each posting belongs, and the postings."""
        rows = np.concatenate(self._rows) if self._rows else np.zeros(0, dtype=np.int64)
        self._rows = []
        rows.sort()
        start = 0
        while start < len(rows):
            end = min(start + _STEP, len(rows))
            last = rows[end - 1] >> _FAMILY_SHIFT
            end = int(np.searchsorted(rows, (last + 1) << _FAMILY_SHIFT))
            yield _together(rows[start:end])
            start = end

    def _add_rows(self, families: Ints, low: Ints) -> None:
        real = families >= 0
        self._rows.append(families[real] << _FAMILY_SHIFT | low[real])


def _together(rows: Ints) -> tuple[Ints, TermPostings]:
    """One posting for each family and document: see archive.search.postings.Posting for what is told of it."""
    pairs = rows >> _DOCUMENT_SHIFT
    starts = np.flatnonzero(np.append(True, pairs[1:] != pairs[:-1]))
    strengths = _STRENGTHS[rows & (1 << _ZONES_SHIFT) - 1]
    is_own = (rows >> _OWN_SHIFT & 1).astype(bool)
    own = np.add.reduceat(np.where(is_own, strengths, 0), starts)
    highest = np.maximum.reduceat(strengths, starts)
    nothing = np.zeros(len(starts), dtype=np.int64)
    return rows[starts] >> _FAMILY_SHIFT, TermPostings(
        documents=pairs[starts] & (1 << _FAMILY_SHIFT - _DOCUMENT_SHIFT) - 1,
        strengths=np.where(own > 0, own, highest),
        zones=np.bitwise_or.reduceat(rows >> _ZONES_SHIFT & 255, starts),
        inside=own == 0,
        counts=nothing,
        places=nothing[:0],
    )
