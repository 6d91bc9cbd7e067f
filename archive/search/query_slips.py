"""The words of a query that may be misspelt: those that stand for themselves, with their place and field.

Left out are field names, operators, what is not wanted (-word), what has a star, and what is no plain word of letters.
site/suggest.js finds the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from archive.search.query_fields import FIELDS, VALUE_FIELDS
from archive.search.suggestion_lists import FIELD_BITS, WORD
from archive.text.tokens import tokens

SHORTEST = 3
# Stands for a field whose values are no words of the corpus.
_SKIPPED = -1
_VALUES = VALUE_FIELDS | {"meta"}
_OPERATORS = frozenset({"OF", "OR", "EN", "AND", "NIET", "NOT"})
_PIECE = re.compile(r'[^\W\d_]+:(?!//)|["“”„‟«»]|[()]|[^\s()"“”„‟«»]+')
_QUOTES = frozenset('"“”„‟«»')


class Asked(NamedTuple):
    """A word of a query: query[start:end], folded, and the bit of its field (0: anywhere in the text)."""

    start: int
    end: int
    form: str
    fields: int


def asked_words(query: str) -> tuple[Asked, ...]:
    """The words of a query that may be misspelt, in order."""
    return tuple(
        Asked(start + token.start, start + token.end, token.form, fields)
        for start, piece, fields in _pieces(query)
        if fields != _SKIPPED
        for token in tokens(piece)
        if len(token.form) >= SHORTEST and WORD.fullmatch(token.form)
    )


def _pieces(query: str) -> Iterator[tuple[int, str, int]]:
    """Start, text and field bit of what stands between blanks, quotation marks and parentheses."""
    pending = quoted = 0
    groups = [0]
    is_quoted = False
    for match in _PIECE.finditer(query):
        piece = match.group()
        if piece in _QUOTES:
            is_quoted = not is_quoted
            quoted, pending = (pending or groups[-1], 0) if is_quoted else (0, pending)
        elif is_quoted:
            yield match.start(), piece, quoted
        elif piece == "(":
            groups.append(pending or groups[-1])
            pending = 0
        elif piece == ")":
            groups = groups[:-1] or [0]
        elif piece.endswith(":") and piece[:-1].lower() in FIELDS:
            field = FIELDS[piece[:-1].lower()]
            pending = _SKIPPED if field in _VALUES else FIELD_BITS.get(field, 0)
        else:
            if not (piece in _OPERATORS or piece.startswith("-") or "*" in piece or "://" in piece):
                yield match.start(), piece, pending or groups[-1]
            pending = 0
