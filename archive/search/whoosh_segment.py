"""One Whoosh index of a stretch of a corpus's documents, made from sorted runs of their words."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", category=SyntaxWarning)
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    from whoosh import index as whoosh_index

from archive.search.analysis import ZONE_SHIFT
from archive.search.inversion import Inverter, Postings
from archive.search.lexicon import Lexicon
from archive.search.long_form_places import LongForm
from archive.search.scoring import LEVELS
from archive.search.whoosh_codec import Block, ColumnCodec, TermPostings, blocks
from archive.search.whoosh_families import FamilyRows, FamilyTable
from archive.search.whoosh_fields import FAMILY, FILTER, WORD, filter_terms, schema
from archive.search.word_spool import SpooledDocument, WordSpool
from archive.search.word_table import Ints, WordTable, word_table
from archive.text.abbreviations import settled
from archive.text.languages import Language

# Field, term, first document, sum of strengths and block: a term as Whoosh's codecs take a posting.
_Row = tuple[str, bytes, int, float, bytes]

_STRENGTHS = np.array(LEVELS, dtype=np.int64)


class Words(NamedTuple):
    """What the words of a whole corpus mean: forms in the order of Whoosh, and all that is told of them."""

    forms: Sequence[str]
    table: WordTable
    long_forms: Sequence[LongForm]
    families: FamilyTable


def words_of(spool: WordSpool, language: Language) -> Words:
    """What the words of all documents in `spool` mean."""
    spelt = spool.words()
    every = {form.text for forms, _ in spelt for form in forms}
    lexicon = Lexicon(every, settled(spool.defined), language)
    forms = sorted(lexicon.forms)
    numbers = {form: number for number, form in enumerate(forms)}
    long_forms = [
        LongForm(numbers[definition.long], tuple((numbers[word], at) for word, at in definition.words))
        for definition in lexicon.definitions
        if len(definition.words) > 1 and all(word in numbers for word, _ in definition.words)
    ]
    return Words(forms, word_table(spelt, numbers), long_forms, FamilyTable(forms, lexicon))


def write_segment(documents: Iterable[SpooledDocument], words: Words, folder: Path, run_keys: int) -> None:
    """Makes a Whoosh index of `documents`, numbered from 0 in the order given, in the new folder `folder`.

    run_keys: about 100 bytes of memory each.
    """
    folder.mkdir(mode=0o700)
    writer = whoosh_index.create_in(str(folder), schema()).writer(codec=ColumnCodec())
    filters: dict[str, list[int]] = {}
    no_stops = np.zeros(len(words.forms), dtype=np.int64)
    with Inverter(words.table, no_stops, folder, long_forms=words.long_forms, run_keys=run_keys) as inverter:
        for number, document in enumerate(documents):
            inverter.add(document)
            writer.add_document()
            for term in filter_terms(document.card, document.facets):
                filters.setdefault(term, []).append(number)
        writer.pool = _Pool(_rows(filters, inverter, words))
        writer.commit()


class _Pool:
    """What Whoosh reads sorted postings from, in the place of its own pool, which sorts them."""

    def __init__(self, rows: Iterator[_Row]) -> None:
        self._rows = rows

    def iter_postings(self) -> Iterator[_Row]:
        return self._rows

    def cleanup(self) -> None:
        """Whoosh has done with it."""


def _rows(filters: dict[str, list[int]], inverter: Inverter, words: Words) -> Iterator[_Row]:
    """All terms in the order that Whoosh wants: by field, then by term."""
    terms = sorted(filters)
    yield from _field_rows(FILTER, terms, blocks(*_filter_postings([filters[term] for term in terms])))
    rows = FamilyRows(words.families)
    for postings in inverter.postings():
        rows.add(postings)
        yield from _field_rows(WORD, words.forms, blocks(postings.forms, _word_postings(postings)))
    for families, found in rows.postings():
        yield from _field_rows(FAMILY, words.families.keys, blocks(families, found))


def _field_rows(field: str, terms: Sequence[str], found: Iterable[Block]) -> Iterator[_Row]:
    for block in found:
        yield field, terms[block.term].encode(), block.first, float(block.weight), block.content


def _filter_postings(documents: Sequence[Sequence[int]]) -> tuple[Ints, TermPostings]:
    counts = list(map(len, documents))
    flat = np.array([number for found in documents for number in found], dtype=np.int64)
    nothing = np.zeros(len(flat), dtype=np.int64)
    terms = np.repeat(np.arange(len(counts)), counts)
    return terms, TermPostings(flat, nothing, nothing, nothing.astype(bool), nothing, nothing[:0])


def _word_postings(postings: Postings) -> TermPostings:
    return TermPostings(
        documents=postings.documents,
        strengths=_STRENGTHS[postings.levels],
        zones=postings.zones,
        inside=np.zeros(len(postings.forms), dtype=bool),
        counts=postings.counts,
        places=postings.place_zones << ZONE_SHIFT | postings.places,
    )


def open_segment(folder: Path) -> Any:
    """Whoosh's reader of what `write_segment` made in `folder`."""
    return whoosh_index.open_dir(str(folder)).reader()
