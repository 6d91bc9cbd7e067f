"""Which question of the archive a reference means, for all references of a corpus."""

from __future__ import annotations

from archive.links.asked import asked_of
from archive.links.pointers import pointers_of
from archive.links.resolved import Resolver
from archive.model.question import WrittenQuestion
from archive.model.record import Record
from archive.store.corpus import Corpus


class Targets:
    """Finds what references mean. Of the records of `corpus` it holds the few facts by which others point to them."""

    def __init__(self, corpus: Corpus) -> None:
        questions = (record for record in corpus.records() if isinstance(record, WrittenQuestion))
        self._asked = {record.id: asked_of(record) for record in questions}
        self._resolver = Resolver(self._asked.values())

    def of(self, record: Record) -> dict[int, str]:
        """The id that each reference of a record means, by its place from 0; without those that are not certain."""
        if not isinstance(record, WrittenQuestion):
            return {}
        asked = self._asked[record.id]
        named = {
            place: one.target for place, one in enumerate(record.references) if one.target in self._asked
        }
        found = (self._resolver.resolve(pointer, asked) for pointer in pointers_of(record))
        return {one.place: one.id for one in found if one.id} | {
            place: target for place, target in named.items() if target
        }
