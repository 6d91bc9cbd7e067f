"""The lexicon shards: for every form where its postings are, and those of its family.

A lexicon shard is [lists, zones, places, entries]: the names of the shards of each kind that its entries point
to, then the entries. Places may run on over the shards that follow in `places`. `entries` is one string,
entries parted by "|", each of fields parted by blanks: the form, front-coded (one base-36 digit says how many
characters it shares with the form before), then whole numbers in base 36:

    documents, list shard, offset, length, zone shard, offset, place shard, offset
    and, where the family finds more than the form: documents, list shard, offset, length, zone shard, offset

Shards are numbered by their place among those names. Entries that begin with # (years and numbers of questions) have
only the first four. Directory shards list the first form and the name of lexicon shards; the root lists theirs.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from archive.search.shard_files import Packer, Pointer, ShardFolder

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_LONGEST_SHARED = 35


class Place(NamedTuple):
    """Where the postings of a term are. zones and places are None where it has none.

    last: the last shard that its places run on into.
    """

    documents: int
    list: Pointer
    length: int
    zones: Pointer | None
    places: Pointer | None
    last: int


class Entry(NamedTuple):
    """A form with its postings and those of its family; `family` is None where these are the same."""

    form: str
    own: Place
    family: Place | None


class Packers(NamedTuple):
    """The shards of each kind that entries point into."""

    lists: Packer
    zones: Packer
    places: Packer


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Entry)


class LexiconWriter:
    """Collects entries in the order of their forms on disk, and writes their shards once all others are named."""

    def __init__(self, folder: ShardFolder, temporary: Path, limit: int | None) -> None:
        self._folder = folder
        self._limit = limit
        self._file = tempfile.TemporaryFile(dir=temporary)  # noqa: SIM115 - closed by `write`
        self.count = 0

    def add(self, entry: Entry) -> None:
        """Adds the next entry."""
        written = _encoder.encode(entry)
        self._file.write(len(written).to_bytes(4, "big") + written)
        self.count += 1

    def write(self, packers: Packers) -> list[tuple[str, str]]:
        """Writes the lexicon and its directory; gives the first form and the name of each directory shard."""
        shards: list[tuple[str, str]] = []
        page = _Page(packers)
        for entry in self._entries():
            if page.first is not None and self._limit is not None and page.size >= self._limit:
                shards.append((page.first, self._folder.write_json("l", page.content())))
                page = _Page(packers)
            page.add(entry)
        if page.first is not None:
            shards.append((page.first, self._folder.write_json("l", page.content())))
        return _write_directory(self._folder, shards, self._limit)

    def _entries(self) -> Iterator[Entry]:
        self._file.seek(0)
        with self._file:
            while size := self._file.read(4):
                yield _decoder.decode(self._file.read(int.from_bytes(size, "big")))


class _Page:
    """One lexicon shard in the making."""

    def __init__(self, packers: Packers) -> None:
        self._kinds = tuple(_Names(packer.names) for packer in packers)
        self._entries: list[str] = []
        self._latest = ""
        self.first: str | None = None
        self.size = 0

    def add(self, entry: Entry) -> None:
        if self.first is None:
            self.first = entry.form
        shared = _shared_length(self._latest, entry.form)
        numbers = self._numbers(entry.own)
        if entry.family is not None:
            numbers += self._numbers(entry.family)
        written = " ".join((_DIGITS[shared] + entry.form[shared:], *map(base36, numbers)))
        self._entries.append(written)
        self._latest = entry.form
        self.size += len(written) + 1

    def content(self) -> list[object]:
        return [*(kind.names() for kind in self._kinds), "|".join(self._entries)]

    def _numbers(self, place: Place) -> list[int]:
        lists, zones, places = self._kinds
        numbers = [place.documents, lists.number(place.list.shard), place.list.offset, place.length]
        if place.zones is not None:
            numbers += [zones.number(place.zones.shard), place.zones.offset]
        if place.places is not None:
            numbers += [places.number(place.places.shard), place.places.offset]
            for following in range(place.places.shard + 1, place.last + 1):
                places.number(following)
        return numbers


class _Names:
    """The shards of one kind that a page points to, numbered as they come."""

    def __init__(self, names: list[str]) -> None:
        self._all = names
        self._numbers: dict[int, int] = {}

    def number(self, shard: int) -> int:
        return self._numbers.setdefault(shard, len(self._numbers))

    def names(self) -> list[str]:
        return [self._all[shard] for shard in self._numbers]


def base36(number: int) -> str:
    """A whole number in the digits 0-9 a-z."""
    digits = ""
    while number >= 36:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return _DIGITS[number] + digits


def _shared_length(one: str, other: str) -> int:
    """How many UTF-16 code units both begin with; no character outside the basic plane is divided."""
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right or length == _LONGEST_SHARED or ord(left) > 0xFFFF:
            break
        length += 1
    return length


def _write_directory(
    folder: ShardFolder, shards: list[tuple[str, str]], limit: int | None
) -> list[tuple[str, str]]:
    """Directory shards of at most `limit` characters; gives the first form and the name of each."""
    directory: list[tuple[str, str]] = []
    page: list[tuple[str, str]] = []
    size = 0
    for first, name in shards:
        length = len(first) + len(name) + 7
        if page and limit is not None and size + length > limit:
            directory.append((page[0][0], folder.write_json("d", page)))
            page, size = [], 0
        page.append((first, name))
        size += length
    if page:
        directory.append((page[0][0], folder.write_json("d", page)))
    return directory
