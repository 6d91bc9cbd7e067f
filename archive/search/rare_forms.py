"""Which documents have the rare forms: enough to know which forms are gone when a few documents go."""

from __future__ import annotations

import numpy as np

from archive.search.inversion import Postings
from archive.search.word_table import Ints

# A form in more documents than this cannot be gone while no more than this have gone.
MOST_DOCUMENTS = 64


class RareForms:
    """Collects the postings of forms that stand in at most MOST_DOCUMENTS documents."""

    def __init__(self) -> None:
        self._forms: list[Ints] = []
        self._documents: list[Ints] = []

    def add(self, postings: Postings) -> None:
        """Adds the postings of some forms, all of each."""
        if not len(postings.forms):
            return
        first = int(postings.forms[0])
        rare = np.bincount(postings.forms - first)[postings.forms - first] <= MOST_DOCUMENTS
        self._forms.append(postings.forms[rare].astype(np.int32))
        self._documents.append(postings.documents[rare].astype(np.int32))

    def columns(self) -> tuple[Ints, Ints]:
        """The numbers of forms and documents, a pair for each posting."""
        if not self._forms:
            nothing = np.zeros(0, dtype=np.int32)
            return nothing, nothing
        return np.concatenate(self._forms), np.concatenate(self._documents)
