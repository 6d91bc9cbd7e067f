"""The postings of a term in the whole Whoosh index, out of its segments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from archive.search.whoosh_codec import TermList, read_list, read_places
from archive.search.whoosh_fields import WORD


def term_list(reader: Any, field: str, term: str) -> TermList | None:
    """Where a term of a field stands, by document number in the whole index; None when no document has it."""
    found = [
        listed._replace(documents=listed.documents + offset)
        for block, offset in _blocks(reader, field, term)
        for listed in (read_list(block),)
    ]
    if len(found) < 2:
        return found[0] if found else None
    return TermList(*map(np.concatenate, zip(*found, strict=True)))


def term_places(reader: Any, form: str) -> Mapping[int, Sequence[int]]:
    """The places of a form in every document that has it, by document number, ascending."""
    return _Places([(block, offset) for block, offset in _blocks(reader, WORD, form)])


class _Places(Mapping[int, Sequence[int]]):
    """The places of a form by document, taken out of the blocks for those documents only that are asked for."""

    def __init__(self, found: Sequence[tuple[bytes, int]]) -> None:
        self._parts = []
        self._where: dict[int, tuple[int, int, int]] = {}
        for part, (block, offset) in enumerate(found):
            counts, places = read_places(block)
            self._parts.append(places)
            ends = np.cumsum(counts)
            numbers = (read_list(block).documents + offset).tolist()
            bounds = zip(numbers, (ends - counts).tolist(), ends.tolist(), strict=True)
            self._where.update((number, (part, start, end)) for number, start, end in bounds)

    def __getitem__(self, number: int) -> Sequence[int]:
        part, start, end = self._where[number]
        places: list[int] = self._parts[part][start:end].tolist()
        return places

    def __iter__(self) -> Iterator[int]:
        return iter(self._where)

    def __len__(self) -> int:
        return len(self._where)


def _blocks(reader: Any, field: str, term: str) -> Iterator[tuple[bytes, int]]:
    """The blocks of a term, each with the number of its segment's first document."""
    for segment, offset in reader.leaf_readers():
        if (field, term) in segment:
            yield segment.postings(field, term).block, offset
