"""The forms of a segment in the order of their ends, so that `*premie` needs a few shards and not the whole lexicon.

A shard is three u32 - how many forms it has, the lengths of the texts and of the gaps - then its columns. The forms
stand in it written backwards, each without the beginning that it shares with the one before:

    texts       what is left of the forms, parted by "|"
    shared      of each form a byte: how many UTF-16 units of the form before its text follows
    documents   of each form a byte: how many documents it has; 0: its list is long, and its leaf is to be asked for it;
                255 (in the second segment): no document has the form any more
    gaps, marks the short lists, as in archive.search.posting_columns

Forms that end with a digit are left out, for nobody seeks numbers by their ends; who does looks through all leaves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from archive.search.posting_columns import Columns, FormColumns, pieces
from archive.search.shard_files import Likeness, Piece, ShardFolder
from archive.search.shard_leaves import front_coded, write_directory
from archive.search.shard_terms import u32
from archive.search.word_table import term_order

# Each step more costs a thousandth of all shards; for longer lists leaves must be loaded.
_LONGEST_LIST = 7
_ELSEWHERE = 0
_GONE = 255
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
            page.add(form, _GONE)
        elif (documents := int(self._documents[number])) > _LONGEST_LIST:
            page.add(form, _ELSEWHERE)
        else:
            gaps, marks = self._sizes[number].tolist()
            start = int(self._starts[number])
            middle = start + gaps
            columns = Columns(bytes(self._lists[start:middle]), bytes(self._lists[middle : middle + marks]))
            page.add(form, documents, columns)


class _Page:
    """One shard in the making. first: the first form in it, backwards."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._shared = bytearray()
        self._documents = bytearray()
        self._gaps = bytearray()
        self._marks = bytearray()
        self._latest = ""
        self.first = ""
        self.size = 0

    def add(self, form: str, documents: int, columns: Columns | None = None) -> None:
        if not self._texts:
            self.first = form
        written = front_coded(self._latest, form)
        self._shared.append(int(written[0], 36))
        self._texts.append(written[1:])
        self._documents.append(documents)
        self._latest = form
        self.size += len(written) + 2
        if columns is not None:
            self._gaps += columns.gaps
            self._marks += columns.marks
            self.size += columns.size

    def content(self) -> Iterator[Piece]:
        texts = "|".join(self._texts).encode("utf-8")
        head = u32(len(self._texts)) + u32(len(texts)) + u32(len(self._gaps))
        yield head + texts, Likeness.TEXT
        yield bytes(self._shared), Likeness.NUMBERS
        yield bytes(self._documents), Likeness.NUMBERS
        yield from pieces(Columns(bytes(self._gaps), bytes(self._marks)))


def _is_listed(form: str) -> bool:
    return form[-1:] not in _DIGITS
