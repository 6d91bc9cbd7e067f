"""The shards about documents rather than words: cards, facet values and dates, by document number.

cards    blocks of a few documents, each a JSON list of [id, kind, title, number, year, asker, minister, date];
         a block's shard is named by its number (base 36) and a short hash, which card directories list
columns  one for each facet: a u32 of the length of its head, the head - JSON, {"values": all, the most frequent
         first, "single": whether no document has two} - then for each document varints: the number of its value plus
         one, or 0, where single; else how many values, and the number of each
days     [first day, documents, then days back to the next day, documents, …], newest first, as ordinals of Python
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Sequence
from itertools import chain
from typing import Any

from archive.search.analysis import FACETS, Card
from archive.search.shard_files import ShardFolder
from archive.search.shard_leaves import base36
from archive.search.shard_terms import u32

# With shards of 32 KB: 48 cards, of which a list of hits needs one here and one there.
_BYTES_A_CARD = 680
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


class FacetColumns:
    """Collects the facet values of documents and writes one shard a facet."""

    def __init__(self) -> None:
        self._values: list[list[tuple[str, ...]]] = [[] for _ in FACETS]

    def add(self, facets: Sequence[tuple[str, ...]]) -> None:
        """Adds the values of the next document, in the order of FACETS."""
        for values, column in zip(facets, self._values, strict=True):
            column.append(values)

    def counts(self) -> dict[str, list[tuple[str, int]]]:
        """Of each facet its values with how many documents have them, the most frequent first."""
        return {
            name: sorted(Counter(chain.from_iterable(column)).items(), key=lambda pair: (-pair[1], pair[0]))
            for name, column in zip(FACETS, self._values, strict=True)
        }

    def write(self, folder: ShardFolder) -> dict[str, str]:
        """The name of the shard of each facet."""
        counts = self.counts()
        return {
            name: folder.write_bytes("f", _column([value for value, _ in counts[name]], column))
            for name, column in zip(FACETS, self._values, strict=True)
        }


def _column(values: Sequence[str], column: Sequence[tuple[str, ...]]) -> bytes:
    codes = {value: code for code, value in enumerate(values)}
    single = all(len(found) < 2 for found in column)
    written = bytearray()
    for found in column:
        if single:
            append_varint(written, codes[found[0]] + 1 if found else 0)
        else:
            append_varint(written, len(found))
            for value in found:
                append_varint(written, codes[value])
    head = json.dumps({"values": values, "single": single}, ensure_ascii=False, separators=(",", ":"))
    encoded = head.encode("utf-8")
    return u32(len(encoded)) + encoded + written


def append_varint(target: bytearray, number: int) -> None:
    """Appends a whole number, seven bits a byte, the lowest first; the highest bit says that more follow."""
    while number > 127:
        target.append(number & 127 | 128)
        number >>= 7
    target.append(number)


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
