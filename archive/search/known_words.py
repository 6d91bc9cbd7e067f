"""The words of the first segment as they are kept for additions: forms, families, and what would change them.

Texts are joined by line ends, which no form holds; columns are rows of numbers of 32 bits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

import msgspec
import numpy as np

from archive.search.lexicon import Lexicon
from archive.search.word_table import Ints

_NUMBER = np.dtype("<i4")


class KnownWords(msgspec.Struct, frozen=True):
    """All forms, and by their number: documents with it, number of its family, families besides.

    keys: of all families, also of those that stand only in parts. asked: keys of families that parts of forms were
    looked for in, found or not, with the form that asked for each. rare: postings of the forms of few documents.
    """

    forms: str
    keys: str
    asked: str
    form_documents: bytes
    form_keys: bytes
    part_counts: bytes
    part_keys: bytes
    asked_forms: bytes
    asked_keys: bytes
    rare_forms: bytes
    rare_documents: bytes


class WordColumns(NamedTuple):
    """KnownWords, ready for use. part_starts: where the families besides of each form begin in part_keys, and the
    end of the last."""

    forms: list[str]
    keys: list[str]
    asked: list[str]
    form_documents: Ints
    form_keys: Ints
    part_starts: Ints
    part_keys: Ints
    asked_forms: Ints
    asked_keys: Ints
    rare_forms: Ints
    rare_documents: Ints


def known_words(
    forms: Sequence[str], lexicon: Lexicon, counts: Mapping[str, int], rare: tuple[Ints, Ints]
) -> KnownWords:
    """What is kept of a lexicon. forms: all of it, in the order that numbers them in `rare`; counts: documents."""
    families = [lexicon.family(form) for form in forms]
    parts = [lexicon.parts(form) for form in forms]
    keys = _numbered(chain(families, chain.from_iterable(parts)))
    asked = _numbered(chain.from_iterable(lexicon.asked.values()))
    pairs = [(number, asked[key]) for number, form in enumerate(forms) for key in lexicon.asked.get(form, ())]
    return KnownWords(
        forms="\n".join(forms),
        keys="\n".join(keys),
        asked="\n".join(asked),
        form_documents=_column(counts.get(form, 0) for form in forms),
        form_keys=_column(map(keys.__getitem__, families)),
        part_counts=_column(map(len, parts)),
        part_keys=_column(keys[key] for found in parts for key in found),
        asked_forms=_column(form for form, _ in pairs),
        asked_keys=_column(key for _, key in pairs),
        rare_forms=_column(rare[0].tolist()),
        rare_documents=_column(rare[1].tolist()),
    )


def word_columns(known: KnownWords) -> WordColumns:
    """The same, ready for use."""
    counts = _read(known.part_counts)
    return WordColumns(
        forms=_lines(known.forms),
        keys=_lines(known.keys),
        asked=_lines(known.asked),
        form_documents=_read(known.form_documents),
        form_keys=_read(known.form_keys),
        part_starts=np.append(0, np.cumsum(counts)),
        part_keys=_read(known.part_keys),
        asked_forms=_read(known.asked_forms),
        asked_keys=_read(known.asked_keys),
        rare_forms=_read(known.rare_forms),
        rare_documents=_read(known.rare_documents),
    )


def _numbered(keys: Iterable[str]) -> dict[str, int]:
    return {key: number for number, key in enumerate(dict.fromkeys(keys))}


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


def _column(numbers: Iterable[int]) -> bytes:
    return np.fromiter(numbers, dtype=_NUMBER).tobytes()


def _read(column: bytes) -> Ints:
    return np.frombuffer(column, dtype=_NUMBER).astype(np.int64)
