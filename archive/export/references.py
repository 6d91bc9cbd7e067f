"""References to all records, as the programs of libraries and researchers read them."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from archive.config import Settings
from archive.store.corpus import Corpus
from archive.text.citation import Citation, citation_of
from archive.text.citation_bibtex import bibtex
from archive.text.citation_csl import csl
from archive.text.citation_ris import ris


def bibtex_chunks(corpus: Corpus, settings: Settings) -> Iterator[bytes]:
    """Entries of BibTeX, parted by empty lines, UTF-8, by id."""
    for number, citation in enumerate(_citations(corpus, settings)):
        yield ("\n" if number else "").encode() + bibtex(citation).encode("utf-8")


def ris_chunks(corpus: Corpus, settings: Settings) -> Iterator[bytes]:
    """Entries of RIS, UTF-8, by id."""
    for citation in _citations(corpus, settings):
        yield ris(citation).encode("utf-8")


def csl_chunks(corpus: Corpus, settings: Settings) -> Iterator[bytes]:
    """One JSON list of references, one a line, by id."""
    yield b"["
    for number, citation in enumerate(_citations(corpus, settings)):
        yield b",\n" if number else b"\n"
        yield msgspec.json.encode(csl(citation))
    yield b"\n]\n"


def _citations(corpus: Corpus, settings: Settings) -> Iterator[Citation]:
    for record in corpus.records():
        yield citation_of(record, settings)
