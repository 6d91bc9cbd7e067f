"""The forms in which the corpus can be written: one line each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from archive.export.jsonl import jsonl_chunks
from archive.export.tables import tables_chunks
from archive.store.corpus import Corpus

EXPORTS: dict[str, Callable[[Corpus], Iterator[bytes]]] = {
    "jsonl": jsonl_chunks,
    "tables": tables_chunks,
}
