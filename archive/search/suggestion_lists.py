"""The words that corrections are made of, in lists short enough to be loaded one at a time.

Each word stands in a head list, among words that begin like it, and the more frequent half also in a tail list,
among words that end like it. A slip of the pen leaves the beginning or the end of a word alone, so that the two
lists that a misspelt word points to hold what was meant. Beginnings and ends are told by their consonants
(archive.search.sounds): a wrong vowel or a doubled letter is in nobody's way.
"""

from __future__ import annotations

import bisect
import heapq
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from archive.search.sounds import head_key, sound, tail_key
from archive.text.tokens import tokens

# Words a list; a head list and a tail list together are at most 40 KB as shards.
HEAD_WORDS = 4500
TAIL_WORDS = 3600
HEAD_LISTS = 16
TAIL_LISTS = 8
# With fewer words than this in several documents, those of one document are worth suggesting, too.
_FEW_WORDS = 5000
HIGHEST_LEVEL = 15

# The facets whose values can be asked for in a field, each with a bit of its own.
FIELD_BITS = {"minister": 1, "asker": 2, "theme": 4}
# Folded words of Latin letters, as N-VA and foto's are.
WORD = re.compile(r"[a-z]+(?:[-&'][a-z]+)*")


class Listed(NamedTuple):
    """A word of a list. level: how frequent it is, in doublings; fields: bits of FIELD_BITS whose values have it."""

    form: str
    level: int
    fields: int


class WordList(msgspec.Struct, frozen=True):
    """Words in the order of their forms, and the key (a head key or a tail key) at which the list begins."""

    first: str
    words: tuple[Listed, ...]


class WordLists(msgspec.Struct, frozen=True):
    """All lists of a corpus, each kind in the order of its keys."""

    heads: tuple[WordList, ...]
    tails: tuple[WordList, ...]


def word_lists(
    forms: Iterable[tuple[str, int]], values: Mapping[str, Sequence[tuple[str, int]]]
) -> WordLists:
    """The lists of a corpus: `forms` with their numbers of documents, `values` by facet with theirs."""
    counted = [(form, count) for form, count in forms if WORD.fullmatch(form) and len(form) > 1]
    several = [entry for entry in counted if entry[1] > 1]
    frequent = several if len(several) >= _FEW_WORDS else counted
    chosen = dict(_most_frequent(frequent, HEAD_WORDS * HEAD_LISTS))
    fields: dict[str, int] = {}
    for facet, bit in FIELD_BITS.items():
        for value, count in values.get(facet, ()):
            for form in words_of_value(value):
                fields[form] = fields.get(form, 0) | bit
                chosen[form] = max(chosen.get(form, 0), count)
    ended = dict(_most_frequent(chosen.items(), TAIL_WORDS * TAIL_LISTS))
    heads = _lists(chosen, fields, head_key, HEAD_LISTS, HEAD_WORDS)
    return WordLists(heads, _lists(ended, fields, tail_key, TAIL_LISTS, TAIL_WORDS))


def words_of_value(value: str) -> tuple[str, ...]:
    """The words of a facet value that search finds it by and that are made of letters."""
    found = (form.text for token in tokens(value) for form in token.forms)
    return tuple(dict.fromkeys(form for form in found if WORD.fullmatch(form) and len(form) > 1))


def list_for(lists: Sequence[WordList], key: str) -> tuple[Listed, ...]:
    """The words of the one list that words with this key belong to."""
    place = bisect.bisect_right(lists, key, key=lambda entry: entry.first)
    return lists[max(place - 1, 0)].words if lists else ()


def _most_frequent(entries: Iterable[tuple[str, int]], most: int) -> list[tuple[str, int]]:
    return heapq.nsmallest(most, entries, key=lambda entry: (-entry[1], len(entry[0]), entry[0]))


def _lists(
    chosen: Mapping[str, int], fields: Mapping[str, int], key_of: Callable[[str], str], lists: int, most: int
) -> tuple[WordList, ...]:
    """As few lists as there must be, of about equal size; words with the same key stay together."""
    keyed = sorted((key_of(sound(form)), form) for form in chosen)
    count = max(1, min(lists, -(-len(keyed) // most)))
    bounds: list[int] = []
    for order in range(count):
        at = order * len(keyed) // count
        while 0 < at < len(keyed) and keyed[at][0] == keyed[at - 1][0]:
            at += 1
        bounds.append(at)
    found: list[WordList] = []
    for start, end in zip(bounds, [*bounds[1:], len(keyed)], strict=True):
        if start < end:
            forms = sorted(form for _, form in keyed[start:end])
            words = tuple(Listed(form, _level(chosen[form]), fields.get(form, 0)) for form in forms)
            found.append(WordList(keyed[start][0], words))
    return tuple(found)


def _level(documents: int) -> int:
    """0 for one document, 1 for two or three, 2 for four to seven: whole doublings."""
    return min(HIGHEST_LEVEL, max(documents, 1).bit_length() - 1)
