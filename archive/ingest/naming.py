"""The ids of supporting documents: strangers with one title do not share one, and a document keeps its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import Protocol

import msgspec
from rapidfuzz import fuzz

from archive.model.blocks import block_texts
from archive.model.record import Record
from archive.model.supporting import SupportingDocument
from archive.text.titles import fold_blanks

_SUFFIX_LENGTH = 8
_SUFFIX = re.compile(r"-[0-9a-f]{8}")
_SAME_TITLE = 90.0
# Of two editions of one document most neighbouring words are the same; reports of two years share a fifth of them.
_SAME_PAIRS = 0.5
_SAME_WORDS = 0.3
# Of documents without end the beginnings are compared: a stranger's text must not fill the memory of the program.
_TITLE_LOOKED_AT, _TEXT_LOOKED_AT, _WORDS_LOOKED_AT = 1_000, 1 << 20, 20_000


class Known(Protocol):
    """Who knows the records so far."""

    def ids_read_from(self, sha256: str) -> tuple[str, ...]:
        """The ids of the records that the original with this hash gave."""

    def namesakes(self, id: str) -> tuple[Record, ...]:
        """The record with this id and those that have it with a suffix."""


def is_namesake(id: str, wanted: str) -> bool:
    """Whether an id is `wanted` itself, or that with a suffix."""
    return id.startswith(wanted) and (id == wanted or _SUFFIX.fullmatch(id, len(wanted)) is not None)


def named_records(records: Sequence[Record], original: str, known: Known) -> Iterator[Record]:
    """The records, read from `original`, with the ids under which they are kept."""
    former = [id for id in known.ids_read_from(original) if id.startswith("documenten/")]
    here: list[SupportingDocument] = []
    for record in records:
        if not isinstance(record, SupportingDocument):
            yield record
            continue
        # An address once given stays, also when a later reader finds another title.
        keeps = len(former) == len(records) == 1 and record.source.sha256 == original
        id = former[0] if keeps else _id(record, here, known)
        here.append(msgspec.structs.replace(record, id=id))
        yield here[-1]


def _id(record: SupportingDocument, here: Sequence[SupportingDocument], known: Known) -> str:
    earlier = [one for one in here if is_namesake(one.id, record.id)]
    namesakes = {one.id: one for one in (*known.namesakes(record.id), *earlier)}
    return document_id(record, namesakes.values())


def document_id(record: SupportingDocument, namesakes: Iterable[Record]) -> str:
    """The id of the namesake that is the same document; else the record's own, with a suffix where that is taken.

    The suffix is the beginning of the SHA-256 of the document's original, so it is always the same.
    """
    taken = list(namesakes)
    for other in taken:
        if isinstance(other, SupportingDocument) and is_same_document(record, other):
            return other.id
    if not any(other.id == record.id for other in taken):
        return record.id
    return f"{record.id}-{record.source.sha256[:_SUFFIX_LENGTH]}"


def is_same_document(one: SupportingDocument, other: SupportingDocument) -> bool:
    """Whether two documents with one slug are editions of the same.

    The same bytes or address decide; then a title that differs in a slip at most, and the date. Where one of them
    has no date, their text decides; a file of the same name may differ more.
    """
    if one.source.sha256 == other.source.sha256:
        return True
    if one.links.document and one.links.document == other.links.document:
        return True
    if fuzz.ratio(_title(one), _title(other)) < _SAME_TITLE:
        return False
    if one.dated_on and other.dated_on:
        return one.dated_on == other.dated_on
    words, others = _words(one), _words(other)
    if one.source.name == other.source.name and _shared(set(words), set(others)) >= _SAME_WORDS:
        return True
    return _shared(_pairs(words), _pairs(others)) >= _SAME_PAIRS


def _title(document: SupportingDocument) -> str:
    return fold_blanks(document.title[:_TITLE_LOOKED_AT]).casefold()


def _words(document: SupportingDocument) -> list[str]:
    texts = (text for block in document.blocks for text in block_texts(block))
    words = (word for text in texts for word in text[:_TEXT_LOOKED_AT].casefold().split())
    return list(islice(words, _WORDS_LOOKED_AT))


def _pairs(words: list[str]) -> set[object]:
    """The pairs of neighbours, those with the beginning and the end among them."""
    return set(pairwise(["", *words, ""]))


def _shared(one: set[object], other: set[object]) -> float:
    """The part of all that both have; of two documents without text all."""
    return len(one & other) / len(one | other) if one or other else 1.0
