"""Corrections of a query: "Bedoelde u …" where a word of it finds nothing.

    lists = word_lists(forms_with_counts, {"minister": [("Jo Brouns", 12)]})
    corrections(lists, "begeleidng minister:bruons", documents_of)

What a reader meant is looked for in the lists of archive.search.suggestion_lists: the words nearest in spelling and
sound, two words that were written as one ("lokaleeconomie"), and one that was written as two ("maatwerk bedrijf").
A word that two documents have is never corrected. site/suggest.js gives the same corrections.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from archive.search.correcting import MOST, nearest_words, parted_words, surely_meant
from archive.search.query_slips import Asked, asked_words
from archive.search.sounds import head_key, sound, tail_key
from archive.search.suggestion_lists import Listed, WordLists, list_for

# So many misspelt words of one query are looked at, or pairs of words: each may cost the browser two shards.
_MOST_SLIPS = 3
_MOST_PAIRS = 2
# A word may be four doublings rarer than the words that it is made of; beyond, it is a slip of the corpus's own.
_LEVELS_BELOW = 4


class Correction(msgspec.Struct, frozen=True):
    """What a reader may have meant: `to` in place of `before` makes `query` of the query."""

    before: str
    to: str
    query: str


class _Slip(NamedTuple):
    """query[start:end] and what may have been meant there, with scores, the best first."""

    start: int
    end: int
    options: tuple[tuple[int, str], ...]


class _Near(NamedTuple):
    """The two lists that a word points to, by form."""

    heads: dict[str, Listed]
    tails: dict[str, Listed]


def corrections(lists: WordLists, query: str, documents_of: Callable[[str], int]) -> tuple[Correction, ...]:
    """Up to three corrected queries, the best first; () when every word is known, or nothing is near.

    documents_of: in how many documents a form stands. In a field of names or themes a word is known when a name
    or theme has it.
    """
    asked = asked_words(query)
    slips: list[_Slip] = []
    for order, word in enumerate(asked):
        if len(slips) == _MOST_SLIPS:
            break
        if slips and word.start < slips[-1].end:
            continue
        slip = _slip(lists, query, asked, order, documents_of)
        if slip is not None:
            slips.append(slip)
    return _corrected(query, slips or list(_joined(lists, query, asked))[:1])


def _slip(
    lists: WordLists, query: str, asked: Sequence[Asked], order: int, documents_of: Callable[[str], int]
) -> _Slip | None:
    """What may have been meant by a word, or by it and the word beside it; None where it is known."""
    word = asked[order]
    documents = 0 if word.fields else documents_of(word.form)
    if documents > 1:
        return None
    near = _near(lists, word.form)
    if documents == 1:
        found = surely_meant(word.form, _either(near))
    elif word.fields:
        listed = near.heads.get(word.form)
        if listed and listed.fields & word.fields:
            return None
        found = nearest_words(word.form, _either(near), word.fields)
    else:
        joined = _joined_with_next(query, asked, order, near)
        if joined is not None:
            return joined
        parted = parted_words(word.form, near.heads, near.tails)
        found = sorted([*nearest_words(word.form, _either(near)), *parted])
    return _Slip(word.start, word.end, tuple(found[:MOST])) if found else None


def _near(lists: WordLists, form: str) -> _Near:
    heard = sound(form)
    found = (list_for(lists.heads, head_key(heard)), list_for(lists.tails, tail_key(heard)))
    return _Near(*({entry.form: entry for entry in words} for words in found))


def _either(near: _Near) -> list[Listed]:
    return list((near.heads | near.tails).values())


def _joined_with_next(query: str, asked: Sequence[Asked], order: int, near: _Near) -> _Slip | None:
    for one, other in _pairs(query, asked[order : order + 2]):
        if one.form + other.form in near.heads:
            return _Slip(one.start, other.end, ((0, one.form + other.form),))
    return None


def _joined(lists: WordLists, query: str, asked: Sequence[Asked]) -> Iterator[_Slip]:
    """Known words side by side that the corpus writes as one, with a linking s or without."""
    for order, (one, other) in enumerate(_pairs(query, asked)):
        if order == _MOST_PAIRS:
            break
        near = _near(lists, one.form + other.form)
        lowest = min(_level(near.heads, one), _level(near.tails, other)) - _LEVELS_BELOW
        forms = (one.form + link + other.form for link in ("", "s"))
        options = tuple(
            (rank, form)
            for rank, form in enumerate(forms)
            if form in near.heads and near.heads[form].level >= lowest
        )
        if options:
            yield _Slip(one.start, other.end, options)


def _level(words: Mapping[str, Listed], word: Asked) -> int:
    return words[word.form].level if word.form in words else 0


def _pairs(query: str, asked: Sequence[Asked]) -> Iterator[tuple[Asked, Asked]]:
    """Words with nothing but a blank between them."""
    for one, other in itertools.pairwise(asked):
        if query[one.end : other.start] == " " and not one.fields and not other.fields:
            yield one, other


def _corrected(query: str, slips: Sequence[_Slip]) -> tuple[Correction, ...]:
    """The query with the best option of every slip; then with the next best one of a single slip."""
    if not slips:
        return ()
    ranks = [(0,) * len(slips)]
    others = sorted(
        (slip.options[rank][0] - slip.options[0][0], place, rank)
        for place, slip in enumerate(slips)
        for rank in range(1, len(slip.options))
    )
    for _, place, rank in others[: MOST - 1]:
        ranks.append((*ranks[0][:place], rank, *ranks[0][place + 1 :]))
    return tuple(_correction(query, slips, chosen) for chosen in ranks)


def _correction(query: str, slips: Sequence[_Slip], ranks: Sequence[int]) -> Correction:
    chosen = [slip.options[rank][1] for slip, rank in zip(slips, ranks, strict=True)]
    before = " ".join(query[slip.start : slip.end] for slip in slips)
    return Correction(before, " ".join(chosen), _replaced(query, slips, chosen))


def _replaced(query: str, slips: Sequence[_Slip], chosen: Sequence[str]) -> str:
    pieces: list[str] = []
    end = 0
    for slip, text in zip(slips, chosen, strict=True):
        pieces += [query[end : slip.start], text]
        end = slip.end
    return "".join([*pieces, query[end:]])
