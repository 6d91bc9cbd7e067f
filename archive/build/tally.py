"""What the readings of all records add up to, for the pages that tell how the documents were read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from archive.links.reading import FigureTally, reading_of
from archive.model.notes import is_listed
from archive.model.record import Record
from archive.render.reading_pages import OTHER_NOTES, ReadingFacts
from archive.store.rows import RefusedDocument


class ReadingTally:
    """Counts how records were read, and keeps the ids of those that a figure speaks of, sorted."""

    def __init__(self) -> None:
        self._figures = FigureTally()
        self._lists: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, record: Record) -> None:
        """Counts one record; they come sorted by id."""
        reading = reading_of(record)
        self._figures.add(reading)
        keys = {note.code if is_listed(note.code) else OTHER_NOTES for note in reading.notes}
        if reading.understood.without:
            keys.add("without_answer")
        if reading.understood.lines_left:
            keys.add("lines_left")
        for key in keys:
            self._lists[key].append(record.id)

    def merge(self, other: ReadingTally) -> None:
        """Counts what another tally has counted, of other records."""
        self._figures.merge(other._figures)
        for key, ids in other._lists.items():
            self._lists[key] = sorted(self._lists[key] + ids)

    def facts(self, refused: Iterable[RefusedDocument]) -> ReadingFacts:
        """What was counted so far, with the documents that were refused."""
        return ReadingFacts(self._figures.figures(), dict(sorted(self._lists.items())), tuple(refused))
