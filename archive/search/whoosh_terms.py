"""The postings of a term in the whole Whoosh index, out of its segments."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from whoosh.reading import TermNotFound

from archive.search.whoosh_codec import BlockMatcher, TermList, read_places
from archive.search.whoosh_fields import WORD


def term_list(reader: Any, field: str, term: str) -> TermList | None:
    """Where a term of a field stands, by document number in the whole index; None when no document has it."""
    found = [
        matcher.list._replace(documents=matcher.list.documents + offset)
        for matcher, offset in _matchers(reader, field, term)
    ]
    if len(found) < 2:
        return found[0] if found else None
    return TermList(*map(np.concatenate, zip(*found, strict=True)))


def term_places(reader: Any, form: str) -> Mapping[int, Sequence[int]]:
    """The places of a form in every document that has it, by document number, ascending."""
    return _Places(list(_matchers(reader, WORD, form)))


def forms_ending(reader: Any, end: str) -> set[str]:
    """The forms that end with `end`: every form is looked at, some 400,000 a second."""
    wanted = end.encode()
    # Segment by segment: together, Whoosh would put them in order first.
    segments = (segment for segment, _ in reader.leaf_readers())
    return {term.decode() for segment in segments for term in segment.lexicon(WORD) if term.endswith(wanted)}


class _Places(Mapping[int, Sequence[int]]):
    """The places of a form by document, taken out of the blocks for those documents only that are asked for."""

    def __init__(self, found: Sequence[tuple[BlockMatcher, int]]) -> None:
        self._parts = []
        self._where: dict[int, tuple[int, int, int]] = {}
        for part, (matcher, offset) in enumerate(found):
            counts, places = read_places(matcher.block)
            self._parts.append(places)
            ends = np.cumsum(counts)
            numbers = (matcher.list.documents + offset).tolist()
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


def _matchers(reader: Any, field: str, term: str) -> Iterator[tuple[BlockMatcher, int]]:
    """What each segment says of a term, with the number of the segment's first document."""
    for segment, offset in reader.leaf_readers():
        with contextlib.suppress(TermNotFound):
            yield segment.postings(field, term), offset
