"""Every record as one line of canonical JSON; `archive ingest` reads it back."""

from __future__ import annotations

from collections.abc import Iterator

from archive.config import Settings
from archive.store.corpus import Corpus


def jsonl_chunks(corpus: Corpus, settings: Settings) -> Iterator[bytes]:
    """The lines, sorted by id, each with its line break, UTF-8."""
    for line in corpus.lines():
        yield f"{line}\n".encode()
