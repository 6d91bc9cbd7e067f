"""A corpus that grows and shrinks, of words that are made of each other, for tests of additions."""

from __future__ import annotations

import datetime as dt
import hashlib
import random
from collections.abc import Iterable, Iterator

import msgspec

from archive.model.blocks import Paragraph
from archive.model.question import Body
from archive.model.record import Record, encode_record
from tests.records import question

_STEMS = ["zonne", "school", "premie", "werk", "dienst", "economie", "paneel", "huis", "fiets", "route"]
_LINKS = ["", "", "s", "e", "en", "n"]
_ENDINGS = ["", "", "", "s", "en", "n", "e"]
_LONG_FORMS = ["lokale dienst", "zonne paneel premie", "school werk", "fiets route"]


class GrowingCorpus:
    """As much of a corpus as shards need, kept in memory."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self.by_id = {record.id: record for record in records}

    def put(self, records: Iterable[Record]) -> None:
        self.by_id.update({record.id: record for record in records})

    def records(self) -> Iterator[Record]:
        return (self.by_id[id] for id in sorted(self.by_id))

    def record(self, id: str, /) -> Record | None:
        return self.by_id.get(id)

    def fingerprints(self) -> Iterator[tuple[str, str]]:
        for id in sorted(self.by_id):
            yield id, hashlib.sha256(encode_record(self.by_id[id])).hexdigest()

    def change(self, luck: random.Random, waiting: list[Record]) -> None:
        """Takes some records away, gives some others a text from `waiting`, and adds some of those."""
        for id in luck.sample(sorted(self.by_id), min(len(self.by_id), luck.choice([0, 0, 1, 2]))):
            del self.by_id[id]
        for id in luck.sample(sorted(self.by_id), min(len(self.by_id), luck.choice([0, 0, 1, 2]))):
            record, other = self.by_id[id], waiting.pop()
            if type(record) is type(other):
                self.by_id[id] = msgspec.structs.replace(other, id=id)
        self.put(waiting.pop() for _ in range(luck.choice([0, 1, 2, 5])))


def compounds(luck: random.Random, count: int) -> list[str]:
    """Words and compounds of them in all inflections, right and wrong."""
    found = []
    for _ in range(count):
        word = luck.choice(_STEMS)
        while luck.random() < 0.4:
            word += luck.choice(_LINKS) + luck.choice(_STEMS)
        found.append(word + luck.choice(_ENDINGS))
    return found


def compound_records(luck: random.Random, count: int) -> list[Record]:
    """Short questions of such words, some of which define an abbreviation."""
    return [_record(luck, order) for order in range(count)]


def _record(luck: random.Random, order: int) -> Record:
    words = compounds(luck, luck.randint(1, 6))
    if luck.random() < 0.3:
        words.append(luck.choice(_LONG_FORMS))
    if luck.random() < 0.25:
        long = luck.choice(_LONG_FORMS)
        short = "".join(word[0] for word in long.split()).upper()
        words.append(f"{long} ({short})" if luck.random() < 0.7 else short)
    made = question(
        order,
        asked_on=None if luck.random() < 0.1 else dt.date(2023, 10, 1) + dt.timedelta(luck.randrange(90)),
        title=" ".join(compounds(luck, 2)),
    )
    return msgspec.structs.replace(made, question=Body((Paragraph(" ".join(words)),)), answer=None)
