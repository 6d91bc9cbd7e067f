"""What the readings of all records add up to, for the pages that tell how the documents were read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from archive.links.reading import FigureTally, reading_of
from archive.model.notes import is_listed
from archive.model.record import Record
from archive.render.reading_pages import OTHER_NOTES, ReadingFacts
from archive.store.rows import RefusedDocument


class ReadingTally:
    """Counts what was read while records pass by, and keeps the ids of those that a figure speaks of."""

    def __init__(self) -> None:
        self._figures = FigureTally()
        self._lists: defaultdict[str, list[str]] = defaultdict(list)

    def passing(self, records: Iterable[Record]) -> Iterator[Record]:
        """The same records, counted on their way."""
        for record in records:
            reading = reading_of(record)
            self._figures.add(reading)
            keys = {note.code if is_listed(note.code) else OTHER_NOTES for note in reading.notes}
            if reading.understood.without:
                keys.add("without_answer")
            if reading.understood.lines_left:
                keys.add("lines_left")
            for key in keys:
                self._lists[key].append(record.id)
            yield record

    def facts(self, refused: Iterable[RefusedDocument]) -> ReadingFacts:
        """What was counted so far, with the documents that were refused."""
        return ReadingFacts(self._figures.figures(), dict(sorted(self._lists.items())), tuple(refused))
