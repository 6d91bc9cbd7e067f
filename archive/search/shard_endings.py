"""The forms of a segment in the order of their ends, so that `*premie` needs a few shards and not the whole lexicon.

A shard is a u32 of the length of its head, the head, then gaps and marks (archive.search.posting_columns) of its short
lists. The head is JSON, [entries, length of the gaps]. Entries are parted by "|": a form written backwards and
front-coded as in a leaf, then, behind a blank, how many documents it has, in base 36. Without it, it has one, which
more than half of all have. "-" says that its list is long and to be asked of its leaf; "!" (in the second segment) that
no document has the form any more. Forms that end with a digit are left out, for nobody seeks numbers by their ends; who
does looks through all leaves.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from archive.search.posting_columns import Columns, FormColumns, pieces
from archive.search.shard_files import Likeness, Piece, ShardFolder
from archive.search.shard_leaves import base36, front_coded, write_directory
from archive.search.shard_terms import u32
from archive.search.word_table import term_order

# A fifth more bytes for lists twice as long; those of other forms are in leaves and shards that must be loaded.
_LONGEST_LIST = 4
_DIGITS = frozenset("0123456789")


class EndingsWriter:
    """Collects the short lists of `forms` and writes them in the order of the forms' ends.

    limit: about how many bytes a shard holds; None is no limit.
    """

    def __init__(self, shards: ShardFolder, limit: int | None, forms: Sequence[str]) -> None:
        self._shards = shards
        self._limit = limit
        self._forms = forms
        self._documents = np.zeros(len(forms), dtype=np.int64)
        # Gaps, then marks, one form after the other: a few bytes each.
        self._lists = bytearray()
        self._starts = np.zeros(len(forms), dtype=np.int64)
        self._sizes = np.zeros((len(forms), 2), dtype=np.int32)

    def add(self, found: FormColumns) -> None:
        """Adds the list of a form."""
        self._documents[found.form] = found.documents
        if found.documents <= _LONGEST_LIST and _is_listed(self._forms[found.form]):
            gaps, marks = found.columns.gaps, found.columns.marks
            self._starts[found.form] = len(self._lists)
            self._sizes[found.form] = len(gaps), len(marks)
            self._lists += gaps + marks

    def write(self, gone: Iterable[str]) -> list[tuple[str, str]]:
        """Writes the shards; gives what the root lists of them. gone: forms that no document has any more."""
        written: list[tuple[str, str]] = []
        page = _Page()
        for form, number in self._in_order(gone):
            if self._limit is not None and page.size >= self._limit:
                written.append((page.first, self._shards.write_pieces("e", page.content())))
                page = _Page()
            self._add_to(page, form, number)
        if page.size:
            written.append((page.first, self._shards.write_pieces("e", page.content())))
        return write_directory(self._shards, written, self._limit)

    def _in_order(self, gone: Iterable[str]) -> Iterator[tuple[str, int | None]]:
        """Forms written backwards, in order, with their numbers."""
        found: list[tuple[str, int | None]] = [
            (self._forms[number][::-1], number)
            for number in np.flatnonzero(self._documents).tolist()
            if _is_listed(self._forms[number])
        ]
        found += [(form[::-1], None) for form in gone if _is_listed(form)]
        found.sort(key=lambda pair: term_order(pair[0]))
        return iter(found)

    def _add_to(self, page: _Page, form: str, number: int | None) -> None:
        if number is None:
            page.add(form, " !")
        elif (documents := int(self._documents[number])) > _LONGEST_LIST:
            page.add(form, " -")
        else:
            gaps, marks = self._sizes[number].tolist()
            start = int(self._starts[number])
            middle = start + gaps
            columns = Columns(bytes(self._lists[start:middle]), bytes(self._lists[middle : middle + marks]))
            page.add(form, "" if documents == 1 else " " + base36(documents), columns)


class _Page:
    """One shard in the making. first: the first form in it, backwards."""

    def __init__(self) -> None:
        self._entries: list[str] = []
        self._gaps = bytearray()
        self._marks = bytearray()
        self._latest = ""
        self.first = ""
        self.size = 0

    def add(self, form: str, field: str, columns: Columns | None = None) -> None:
        if not self._entries:
            self.first = form
        entry = front_coded(self._latest, form) + field
        self._entries.append(entry)
        self._latest = form
        self.size += len(entry) + 1
        if columns is not None:
            self._gaps += columns.gaps
            self._marks += columns.marks
            self.size += columns.size

    def content(self) -> Iterator[Piece]:
        head = json.dumps(
            ["|".join(self._entries), len(self._gaps)], ensure_ascii=False, separators=(",", ":")
        )
        written = head.encode("utf-8")
        yield u32(len(written)) + written, Likeness.TEXT
        yield from pieces(Columns(bytes(self._gaps), bytes(self._marks)))


def _is_listed(form: str) -> bool:
    return form[-1:] not in _DIGITS
