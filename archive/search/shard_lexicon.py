"""The lexicon shards: for every form where its postings are, and those of its family.

A lexicon shard is [lists, places, entries]: the names of the shards of each kind that its entries point to, then
the entries. Places may run on over the shards that follow in `places`. `entries` is one string, entries parted by
"|", each of fields parted by blanks: the form, front-coded (one base-36 digit says how many characters it shares
with the form before), then whole numbers in base 36:

    documents, length of its list, length of its places
    and, where the family finds more than the form: documents, list shard, offset, length

Lists and places of the forms follow each other in their shards; where one does not begin where the one before ended,
"@shard@offset" follows its length. Shards are numbered by their place among those names. Entries that begin with #
(years and numbers of questions) have no places. Directory shards list the first form and the name of lexicon shards;
the root lists those of the directory, or of the lexicon itself while that is short.
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


# A lexicon shard holds less than others, for a query needs but a line or two of it; the root's list less still.
_LEXICON_SHARE = 2
_ROOT_SHARE = 4


class Place(NamedTuple):
    """Where the postings of a term are: its list and, unless None, its places, with their lengths in bytes.

    last: the last shard that its places run on into.
    """

    documents: int
    list: Pointer
    length: int
    places: Pointer | None
    places_length: int
    last: int


class Entry(NamedTuple):
    """A form with its postings and those of its family; `family` is None where these are the same."""

    form: str
    own: Place
    family: Place | None


class Packers(NamedTuple):
    """The shards of each kind that entries point into."""

    lists: Packer
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
        """Writes the lexicon and its directory; gives the first form and the name of each shard that the root lists."""
        shards: list[tuple[str, str]] = []
        page = _Page(packers)
        for entry in self._entries():
            if page.first is not None and self._limit and page.size >= self._limit // _LEXICON_SHARE:
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
        self._lists, self._places = (_Names(packer.names) for packer in packers)
        self._next_list = self._next_place = (0, 0)
        self._entries: list[str] = []
        self._latest = ""
        self.first: str | None = None
        self.size = 0

    def add(self, entry: Entry) -> None:
        if self.first is None:
            self.first = entry.form
        shared = _shared_length(self._latest, entry.form)
        fields = [_DIGITS[shared] + entry.form[shared:], *self._own(entry.own)]
        if entry.family is not None:
            family = entry.family
            numbers = (
                family.documents,
                self._lists.number(family.list.shard),
                family.list.offset,
                family.length,
            )
            fields += map(base36, numbers)
        written = " ".join(fields)
        self._entries.append(written)
        self._latest = entry.form
        self.size += len(written) + 1

    def content(self) -> list[object]:
        return [self._lists.names(), self._places.names(), "|".join(self._entries)]

    def _own(self, place: Place) -> list[str]:
        at = (self._lists.number(place.list.shard), place.list.offset)
        fields = [base36(place.documents), _length(place.length, at, self._next_list)]
        self._next_list = (at[0], at[1] + place.length)
        if place.places is not None:
            at = (self._places.number(place.places.shard), place.places.offset)
            fields.append(_length(place.places_length, at, self._next_place))
            self._next_place = (at[0], at[1] + place.places_length)
            for following in range(place.places.shard + 1, place.last + 1):
                self._places.number(following)
        return fields


def _length(length: int, at: tuple[int, int], expected: tuple[int, int]) -> str:
    """A length and, unless it is where it is expected, the place of what is so long."""
    return "@".join(map(base36, (length, *(() if at == expected else at))))


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
    """Directory shards of at most `limit` characters; gives the first form and the name of each.

    A short list of shards needs no directory and comes back as it is.
    """
    if limit is None or sum(len(first) + len(name) + 7 for first, name in shards) <= limit // _ROOT_SHARE:
        return shards
    directory: list[tuple[str, str]] = []
    page: list[tuple[str, str]] = []
    size = 0
    for first, name in shards:
        length = len(first) + len(name) + 7
        if page and size + length > limit:
            directory.append((page[0][0], folder.write_json("d", page)))
            page, size = [], 0
        page.append((first, name))
        size += length
    if page:
        directory.append((page[0][0], folder.write_json("d", page)))
    return directory
