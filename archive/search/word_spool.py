"""The words of a corpus on disk as numbers: the first pass of building shards.

Every printed word (see archive.text.tokens) gets a number when it is first seen; a document is then the row of its
words' numbers, with the zone and length of each passage. What the words mean is worked out once for each, later.
"""

from __future__ import annotations

import itertools
import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import msgspec
import numpy as np

from archive.model.record import Record
from archive.search.analysis import Card, card_of, facet_values, newest_first
from archive.search.word_table import Ints, WordForms
from archive.search.zones import passages
from archive.text.abbreviations import Definition
from archive.text.languages import DUTCH, Language
from archive.text.tokens import forms_of, printed_tokens

_CARDS = msgspec.msgpack.Encoder()
_CARD: msgspec.msgpack.Decoder[tuple[Card, tuple[tuple[str, ...], ...]]] = msgspec.msgpack.Decoder(
    tuple[Card, tuple[tuple[str, ...], ...]]
)


class SpooledDocument(NamedTuple):
    """words: numbers of printed words, all passages after each other; zones and lengths: one for each passage."""

    card: Card
    facets: tuple[tuple[str, ...], ...]
    words: Ints
    zones: Ints
    lengths: Ints


class _Stretch(NamedTuple):
    """Where a document stands in the file: its order, its start, and the bytes of card, passages and words; and what
    it defines."""

    order: tuple[int, str]
    defined: frozenset[Definition]
    start: int
    card: int
    passages: int
    words: int


class _Numbering(dict[str, int]):
    """Numbers words as they are first asked for."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number


class WordSpool:
    """The documents of a corpus as numbers, in the order of `newest_first`, in a temporary file in `folder`.

    A context manager: the file is gone when it ends.
    """

    def __init__(self, records: Iterable[Record], folder: Path, language: Language = DUTCH) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed by __exit__
        self.language = language
        self._numbering = _Numbering()
        self._stretches: list[_Stretch] = []
        self.defined: Counter[Definition] = Counter()
        self.extend(records)

    def extend(self, records: Iterable[Record]) -> None:
        """Adds documents, wherever their place is."""
        self._file.seek(0, os.SEEK_END)
        for record in records:
            self._add(record)
        self._stretches.sort(key=lambda stretch: stretch.order)

    def definitions(self) -> Iterator[frozenset[Definition]]:
        """The abbreviations that each document defines, newest first."""
        return (stretch.defined for stretch in self._stretches)

    def __len__(self) -> int:
        return len(self._stretches)

    def words(self) -> list[WordForms]:
        """The forms of every printed word; the place of each is its number."""
        return [forms_of(word) for word in self._numbering]

    def forms(self) -> set[str]:
        """The forms of all words."""
        return {form.text for forms, _ in self.words() for form in forms}

    def frequencies(self) -> Ints:
        """How often each printed word stands in the corpus, by its number."""
        counts = np.zeros(len(self._numbering), dtype=np.int64)
        for document in self.documents():
            np.add.at(counts, document.words, 1)
        return counts

    def documents(self, first: int = 0, last: int | None = None) -> Iterator[SpooledDocument]:
        """The documents, newest first; those from number `first` to before `last` only."""
        self._file.flush()
        for stretch in self._stretches[first:last]:
            # Not moving in the file: children of this process share the place in it.
            size = stretch.card + stretch.passages + stretch.words
            written = os.pread(self._file.fileno(), size, stretch.start)
            card, facets = _CARD.decode(written[: stretch.card])
            numbers = np.frombuffer(written[stretch.card :], dtype=np.uint32)
            found = numbers[: stretch.passages // 4].reshape(2, -1)
            yield SpooledDocument(card, facets, numbers[stretch.passages // 4 :], found[0], found[1])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def _add(self, record: Record) -> None:
        number = self._numbering.__getitem__
        zones: list[int] = []
        rows: list[list[int]] = []
        defined: set[Definition] = set()
        for zone, text in passages(record):
            zones.append(zone)
            rows.append(list(map(number, printed_tokens(text))))
            if "(" in text:
                defined.update(self.language.definitions(text))
        self.defined.update(defined)
        card = card_of(record)
        parts = (
            _CARDS.encode((card, facet_values(record))),
            np.array([zones, [len(row) for row in rows]], dtype=np.uint32).tobytes(),
            np.fromiter(itertools.chain.from_iterable(rows), dtype=np.uint32).tobytes(),
        )
        start = self._file.tell()
        self._stretches.append(_Stretch(newest_first(card), frozenset(defined), start, *map(len, parts)))
        self._file.write(b"".join(parts))
