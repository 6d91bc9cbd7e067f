"""What the notes of all records add up to, for the page that tells how the documents were read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from archive.model.record import Record
from archive.render.front_pages import NoteTotal


class NoteTally:
    """Counts notes while records pass by."""

    def __init__(self) -> None:
        self._notes: Counter[str] = Counter()
        self._documents: Counter[str] = Counter()

    def passing(self, records: Iterable[Record]) -> Iterator[Record]:
        """The same records, counted on their way."""
        for record in records:
            codes = Counter(note.code for note in record.notes)
            self._notes.update(codes)
            self._documents.update(codes.keys())
            yield record

    def totals(self) -> tuple[NoteTotal, ...]:
        """The totals by code, the most frequent first, then by code."""
        ordered = sorted(self._notes, key=lambda code: (-self._notes[code], code))
        return tuple(NoteTotal(code, self._notes[code], self._documents[code]) for code in ordered)
