"""A corpus on disk of records made by hand, without documents to be read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from archive.model.record import Record
from archive.store.corpus import Corpus
from archive.store.originals import sha256_of
from archive.store.rows import Original, arrival_of

MOMENT = dt.datetime(2024, 6, 1, 12, tzinfo=dt.UTC)


def hand_corpus(folder: Path, records: Sequence[Record]) -> Corpus:
    """The corpus of these records in `folder`, open for reading."""
    corpus = Corpus.open(folder, create=True)
    add_by_hand(corpus, records)
    return corpus


def add_by_hand(corpus: Corpus, records: Sequence[Record]) -> None:
    """Adds these records to a corpus; one with the id of another takes its place."""
    arrivals = [arrival_of(record) for record in records]
    content = "\n".join(arrival.content for arrival in arrivals).encode()
    original = Original(
        sha256_of(content), "application/jsonl", len(content), "hand.jsonl", ".jsonl", MOMENT.isoformat()
    )
    with corpus.writing() as writer:
        writer.keep(content, original)
        writer.write(original, original.name, arrivals, now=MOMENT)
