"""The shards about documents rather than words: cards, facet values and dates, by document number.

cards    blocks of a few documents, each a JSON list of [id, kind, title, number, year, asker, minister, date];
         a block's shard is named by its number (base 36) and a short hash, which card directories list
columns  per facet, for blocks of documents: a varint of how many values, then one for each value
days     [first day, documents, then days back to the next day, documents, …], newest first, as ordinals of Python
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from archive.search.analysis import FACETS, Card
from archive.search.shard_files import ShardFolder
from archive.search.shard_lexicon import base36
from archive.search.shard_runs import append_varint

# With shards of 32 KB: 20 cards, of which a list of hits needs one here and one there; 8,192 documents a column.
_BYTES_A_CARD = 1600
_BYTES_A_DOCUMENT = 4
_CARD_HASH = 5
_BLOCKS_A_DIRECTORY = 1024


class Cards:
    """Writes cards block by block."""

    def __init__(self, folder: ShardFolder, shard_bytes: int | None, documents: int) -> None:
        self._folder = folder
        self._block = max(1, shard_bytes // _BYTES_A_CARD if shard_bytes else documents)
        self._open: list[list[Any]] = []
        self._hashes: list[str] = []

    def add(self, card: Card) -> None:
        """Adds the card of the next document."""
        date = card.date.isoformat() if card.date else None
        fields = [card.id, card.kind, card.title, card.number, card.parliamentary_year]
        self._open.append([*fields, card.asker, card.minister, date])
        if len(self._open) == self._block:
            self._write()

    def finish(self) -> dict[str, Any]:
        """What the root says of the cards: documents a block, blocks a directory, directory shards."""
        if self._open:
            self._write()
        starts = range(0, len(self._hashes), _BLOCKS_A_DIRECTORY)
        parts = ("".join(self._hashes[start : start + _BLOCKS_A_DIRECTORY]) for start in starts)
        names = [self._folder.write_json("h", part) for part in parts]
        return {"block": self._block, "directory": _BLOCKS_A_DIRECTORY, "names": names}

    def _write(self) -> None:
        kind = f"c{base36(len(self._hashes))}-"
        name = self._folder.write_json(kind, self._open, hash_length=_CARD_HASH)
        self._hashes.append(name[-_CARD_HASH:])
        self._open = []


class Columns:
    """Writes the facet values of documents block by block."""

    def __init__(self, folder: ShardFolder, shard_bytes: int | None, documents: int) -> None:
        self._folder = folder
        self._block = max(1, shard_bytes // _BYTES_A_DOCUMENT if shard_bytes else documents)
        self._count = 0
        self._values: list[dict[str, int]] = [{} for _ in FACETS]
        self._open = [bytearray() for _ in FACETS]
        self._names: list[list[str]] = [[] for _ in FACETS]

    def add(self, facets: Sequence[Sequence[str]]) -> None:
        """Adds the values of the next document, in the order of FACETS."""
        for values, known, column in zip(facets, self._values, self._open, strict=True):
            append_varint(column, len(values))
            for value in values:
                append_varint(column, known.setdefault(value, len(known)))
        self._count += 1
        if self._count % self._block == 0:
            self._write()

    def finish(self) -> str:
        """The name of the shard that lists values and blocks of every facet."""
        if self._count % self._block:
            self._write()
        facets = {
            name: {"values": list(values), "names": names}
            for name, values, names in zip(FACETS, self._values, self._names, strict=True)
        }
        return self._folder.write_json("v", {"block": self._block, "facets": facets})

    def _write(self) -> None:
        for column, names in zip(self._open, self._names, strict=True):
            names.append(self._folder.write_bytes("f", bytes(column)))
            column.clear()


def day_runs(dates: Sequence[dt.date | None]) -> list[int]:
    """Dates, newest first and None last, as the shard "days" holds them."""
    runs: list[int] = []
    latest = 0
    for date in dates:
        if date is None:
            break
        day = date.toordinal()
        if runs and day == latest:
            runs[-1] += 1
        else:
            runs += [latest - day if runs else day, 1]
        latest = day
    return runs
