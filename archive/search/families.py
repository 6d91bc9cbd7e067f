"""The postings of what belongs to a family besides its own forms: compounds, abbreviations and long forms.

One list a family: the documents with any such form, their zones together, and the highest of their levels. Rows come
in the order of forms, wait on disk and are read together family by family.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import numpy as np

from archive.search.inversion import Postings
from archive.search.posting_columns import FormColumns, group_columns
from archive.search.segment_plan import Relations
from archive.search.word_table import Ints

# A row from its highest bit: family 24, document 24, zone mask 8, level 8.
_FAMILY_SHIFT = 40
_DOCUMENT_SHIFT = 16
_BUCKETS = 16


class FamilyLists:
    """Collects the postings of forms under the families that they belong to besides their own.

    keys: of all families with a record, in order; a family's number is its place. A context manager.
    """

    def __init__(self, keys: Sequence[str], forms: Sequence[str], relations: Relations, folder: Path) -> None:
        numbers = {key: number for number, key in enumerate(keys)}
        self._counts, self._starts, self._parts = _parts_table(forms, relations, numbers)
        self._width = max(1, -(-len(keys) // _BUCKETS))
        self._folder = folder
        self._buckets: list[IO[bytes]] = []

    def add(self, postings: Postings) -> None:
        """Adds the postings of some forms."""
        counts = self._counts[postings.forms]
        chosen = np.flatnonzero(counts)
        if not len(chosen):
            return
        counts = counts[chosen]
        row = np.repeat(chosen, counts)
        nth = np.arange(len(row)) - np.repeat(np.cumsum(counts) - counts, counts)
        families = self._parts[self._starts[postings.forms[row]] + nth]
        rows = (
            families << _FAMILY_SHIFT
            | postings.documents[row] << _DOCUMENT_SHIFT
            | postings.zones[row] << 8
            | postings.levels[row]
        )
        for number, bucket in enumerate(self._buckets):
            inside = families // self._width == number
            if inside.any():
                bucket.write(rows[inside].astype(np.uint64).tobytes())

    def lists(self) -> Iterator[FormColumns]:
        """The list of each family that has one, in order; `form` is the family's number."""
        for bucket in self._buckets:
            bucket.seek(0)
            rows = np.sort(np.frombuffer(bucket.read(), dtype=np.uint64))
            if not len(rows):
                continue
            pairs = rows >> np.uint64(_DOCUMENT_SHIFT)
            starts = np.flatnonzero(np.append(True, pairs[1:] != pairs[:-1]))
            lowest = rows & np.uint64(0xFFFF)
            yield from group_columns(
                (pairs[starts] >> np.uint64(_FAMILY_SHIFT - _DOCUMENT_SHIFT)).astype(np.int64),
                (pairs[starts] & np.uint64(0xFFFFFF)).astype(np.int64),
                np.bitwise_or.reduceat(lowest >> np.uint64(8), starts).astype(np.int64),
                np.maximum.reduceat(lowest & np.uint64(255), starts).astype(np.int64),
            )

    def __enter__(self) -> Self:
        for _ in range(_BUCKETS):
            self._buckets.append(tempfile.TemporaryFile(dir=self._folder))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for bucket in self._buckets:
            bucket.close()


def _parts_table(
    forms: Sequence[str], relations: Relations, numbers: Mapping[str, int]
) -> tuple[Ints, Ints, Ints]:
    """By number of a form: how many families it belongs to besides, where they begin, and all of them in a row."""
    parts = [[numbers[key] for key in relations.parts(form)] for form in forms]
    counts = np.array([len(found) for found in parts], dtype=np.int64)
    flat = np.array([number for found in parts for number in found], dtype=np.int64)
    return counts, np.cumsum(counts) - counts, flat
