"""Records, originals and corpora for the tests of the store."""

from __future__ import annotations

import datetime as dt

from archive.model.question import Links, Note, SourceFacts
from archive.model.supporting import SupportingDocument
from archive.store.corpus import Corpus
from archive.store.originals import sha256_of
from archive.store.rows import Original, arrival_of
from archive.store.writer import Written, stamp

NOW = dt.datetime(2024, 4, 25, 8, 30, tzinfo=dt.UTC)
LATER = NOW + dt.timedelta(days=1)


def made_document(name: str, title: str, content: bytes, *notes: Note) -> SupportingDocument:
    """A small record with this name in its id, read from these bytes."""
    source = SourceFacts(f"{name}.txt", sha256_of(content), "text/plain", len(content), NOW)
    return SupportingDocument(f"documenten/{name}", title, (), None, (), Links(), source, notes)


def made_original(content: bytes, name: str = "a.txt") -> Original:
    return Original(sha256_of(content), "text/plain", len(content), name, "txt", stamp(NOW))


def add_document(
    corpus: Corpus, name: str, title: str, content: bytes, *notes: Note, now: dt.datetime = NOW
) -> Written:
    """Writes one record into the corpus as an ingest would; gives what became of it."""
    original = made_original(content, f"{name}.txt")
    with corpus.writing() as writer:
        writer.keep(content, original)
        (written,) = writer.write(
            original, f"in/{name}.txt", [arrival_of(made_document(name, title, content, *notes))], now=now
        )
    return written
