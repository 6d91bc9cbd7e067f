"""The leaves: the lexicon with the postings of all but the most frequent forms, in the order of terms.

A leaf is a u32 of the length of its head, the head, then the six columns of archive.search.posting_columns, each of all
its inline terms. The head is JSON, [lists, places, entries, lengths of the columns]: the names of the shards p and x
that it points to, and its entries parted by "|". The fields of an entry are parted by blanks; numbers are in base 36:

    the term, front-coded: a digit says how many characters it shares with the term before
    how many documents it has; of a form also how many places
    ~   (form) its family has a record: the key, front-coded against the form
    @   its list is in a shard p: number of the shard, start of its gaps, start of its marks, parted by "."
    *   its places are in shards x: number of the first, postings to skip there, postings in it and in each that follows
    :   (record) its own forms, parted by ";", front-coded against the key
    +   (record) the forms that belong to it besides, each front-coded against the one before
    -   (record of the second segment) more of them, to be looked up one by one in the first
    !   (form, in the second segment) no document has it any more: the entry of the first segment is void

The record of a family in the second segment says what that in the first does not.

Terms are forms, keys of families with RECORD behind them, and "#": years and numbers of questions. Directory shards
list the first term and the name of leaves; the root lists those of the directory, or the leaves while they are few.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from archive.search.posting_columns import Columns, pieces
from archive.search.shard_files import Likeness, Piece, ShardFolder
from archive.search.shard_terms import ListPlace, PlacesPlace, u32

# Behind the key of a family in the term of its record: sorts before every character of a form.
RECORD = "\x01"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_LONGEST_SHARED = 35
# The root's own list of leaves or directories is kept shorter than a shard.
_ROOT_SHARE = 4


class Members(NamedTuple):
    """What the record of a family says: see the module's text."""

    own: tuple[str, ...]
    inside: tuple[str, ...]
    looked_up: tuple[str, ...] = ()


class Entry(NamedTuple):
    """A term. columns: its postings unless they are elsewhere; places: None for terms that have none.

    is_gone: a form of the first segment that no document has any more.
    """

    term: str
    documents: int
    places: int | None
    columns: Columns | None
    list_place: ListPlace | None = None
    places_place: PlacesPlace | None = None
    family: str | None = None
    is_gone: bool = False
    members: Members | None = None


class LeafWriter:
    """Writes leaves of about `limit` bytes; None is no limit. `lists` and `places` name the shards p and x."""

    def __init__(self, folder: ShardFolder, limit: int | None, lists: list[str], places: list[str]) -> None:
        self._folder = folder
        self._limit = limit
        self._shards = (lists, places)
        self._page = _Page(*self._shards)
        self._names: list[tuple[str, str]] = []
        self.forms = 0

    def write(self, entries: Iterable[Entry]) -> list[tuple[str, str]]:
        """Writes all entries, in order, and the directory; gives what the root lists."""
        for entry in entries:
            if self._page.first is not None and self._limit is not None and self._page.size >= self._limit:
                self._close()
            self._page.add(entry)
            self.forms += entry.places is not None
        self._close()
        return write_directory(self._folder, self._names, self._limit)

    def _close(self) -> None:
        if self._page.first is not None:
            self._names.append((self._page.first, self._folder.write_pieces("l", self._page.content())))
            self._page = _Page(*self._shards)


def write_directory(
    folder: ShardFolder, names: list[tuple[str, str]], limit: int | None
) -> list[tuple[str, str]]:
    """What the root lists of shards with these first terms and names: a short list itself, else its directories."""
    if limit is None or sum(map(_listed_size, names)) <= limit // _ROOT_SHARE:
        return names
    directory: list[tuple[str, str]] = []
    page: list[tuple[str, str]] = []
    size = 0
    for listed in names:
        if page and size + _listed_size(listed) > limit // _ROOT_SHARE:
            directory.append((page[0][0], folder.write_json("d", page)))
            page, size = [], 0
        page.append(listed)
        size += _listed_size(listed)
    if page:
        directory.append((page[0][0], folder.write_json("d", page)))
    return directory


class _Page:
    """One leaf in the making."""

    def __init__(self, lists: list[str], places: list[str]) -> None:
        self._lists, self._places = _Names(lists), _Names(places)
        self._entries: list[str] = []
        self._columns = [bytearray() for _ in Columns._fields]
        self._latest = ""
        self.first: str | None = None
        self.size = 0

    def add(self, entry: Entry) -> None:
        if self.first is None:
            self.first = entry.term
        fields = [front_coded(self._latest, entry.term), base36(entry.documents)]
        if entry.places is not None:
            fields.append(base36(entry.places))
        fields += self._tags(entry)
        written = " ".join(fields)
        self._entries.append(written)
        self._latest = entry.term
        self.size += len(written) + 1
        if entry.columns is not None:
            for column, added in zip(self._columns, entry.columns, strict=True):
                column.extend(added)
            self.size += entry.columns.size

    def content(self) -> Iterator[Piece]:
        head: list[Any] = [self._lists.names(), self._places.names(), "|".join(self._entries)]
        head.append([len(column) for column in self._columns])
        written = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
        yield u32(len(written)) + written, Likeness.TEXT
        yield from pieces(self._columns)

    def _tags(self, entry: Entry) -> Iterable[str]:
        if entry.family is not None:
            yield "~" + front_coded(entry.term, entry.family)
        if entry.list_place is not None:
            shard, gaps, marks = entry.list_place
            yield "@" + _dotted(self._lists.number(shard), gaps, marks)
        if entry.places_place is not None:
            shard, skip, postings = entry.places_place
            yield "*" + _dotted(self._places.number(shard, len(postings)), skip, *postings)
        if entry.members is not None:
            yield from _members(entry.members, entry.term.removesuffix(RECORD))
        if entry.is_gone:
            yield "!"


def _members(members: Members, key: str) -> Iterable[str]:
    if members.own:
        yield ":" + ";".join(front_coded(key, form) for form in members.own)
    if members.inside:
        yield "+" + _chained(members.inside)
    if members.looked_up:
        yield "-" + _chained(members.looked_up)


def _chained(forms: tuple[str, ...]) -> str:
    return ";".join(front_coded(before, form) for before, form in zip(("", *forms), forms, strict=False))


class _Names:
    """The shards of one kind that a leaf points to, numbered as they come."""

    def __init__(self, names: list[str]) -> None:
        self._all = names
        self._numbers: dict[tuple[int, int], int] = {}
        self._listed: list[str] = []

    def number(self, shard: int, count: int = 1) -> int:
        """The number of a shard, so that the `count` shards from there on have the numbers that follow it."""
        if (shard, count) not in self._numbers:
            self._numbers[shard, count] = len(self._listed)
            self._listed += self._all[shard : shard + count]
        return self._numbers[shard, count]

    def names(self) -> list[str]:
        return self._listed


def base36(number: int) -> str:
    """A whole number in the digits 0-9 a-z."""
    digits = ""
    while number >= 36:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return _DIGITS[number] + digits


def front_coded(before: str, term: str) -> str:
    """A digit in base 36, how many UTF-16 code units `term` shares with `before`, and the rest of it."""
    length = 0
    for left, right in zip(before, term, strict=False):
        # No character outside the basic plane is divided, for it is two units.
        if left != right or length == _LONGEST_SHARED or ord(left) > 0xFFFF:
            break
        length += 1
    return _DIGITS[length] + term[length:]


def _dotted(*numbers: int) -> str:
    return ".".join(map(base36, numbers))


def _listed_size(listed: tuple[str, str]) -> int:
    return len(listed[0]) + len(listed[1]) + 6
