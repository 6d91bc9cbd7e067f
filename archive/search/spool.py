"""Analysed documents kept on disk between the two passes over a corpus, so that memory stays small."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from archive.model.record import Record
from archive.search.analysis import Analysis, Card, analyse, newest_first
from archive.search.lexicon import Lexicon
from archive.search.zones import passages
from archive.text.abbreviations import Definition, settled
from archive.text.languages import DUTCH, Language

_encoder = msgspec.msgpack.Encoder()
_decoder: msgspec.msgpack.Decoder[Analysis] = msgspec.msgpack.Decoder(Analysis)


class Spool:
    """The documents of a corpus, analysed and numbered from 0, newest first.

    The first pass reads the records in any order, analyses each and writes it to a temporary file in `folder`;
    then `documents` can be read as often as wanted. A context manager: the file is gone when it ends.
    """

    def __init__(self, records: Iterable[Record], folder: Path, language: Language = DUTCH) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed by __exit__
        places: list[tuple[tuple[int, str], int, int, Card]] = []
        forms: set[str] = set()
        defined: Counter[Definition] = Counter()
        for record in records:
            document = analyse(record)
            defined.update({found for _, text in passages(record) for found in language.definitions(text)})
            forms.update(document.occurrences)
            written = _encoder.encode(document)
            places.append((newest_first(document.card), self._file.tell(), len(written), document.card))
            self._file.write(written)
        places.sort(key=lambda place: place[0])
        self._places = [(start, size) for _, start, size, _ in places]
        self.cards = tuple(card for *_, card in places)
        self.lexicon = Lexicon(forms, settled(defined), language)

    def __len__(self) -> int:
        return len(self._places)

    def documents(self) -> Iterator[Analysis]:
        """The documents in the order of their numbers."""
        for start, size in self._places:
            self._file.seek(start)
            yield _decoder.decode(self._file.read(size))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
