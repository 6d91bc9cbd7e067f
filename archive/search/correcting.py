"""What a misspelt word may have been meant to be: the words nearest to it, the more frequent ones first.

site/suggest.js does the same; tests/search/suggestion_cases.json is run through both. All figures are whole numbers,
so that both orders are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from archive.search.edits import FAR, edits
from archive.search.sounds import sound
from archive.search.suggestion_lists import Listed

MOST = 3
# What it costs that two words sound alike without being spelt alike, and that a blank was left out.
_HEARD = 8
_GLUED = 16
# What an edit weighs against a doubling of the documents.
_EDIT_WEIGHT = 4
_LEVEL_WEIGHT = 3
_SHORTEST_PART = 3
# A part of two letters must be one of the most frequent words: "de", "in", "op".
_LEVEL_OF_SHORT = 9
# For words that one document has: the level of a correction, and the letters at the end that must be the same.
_LEVEL_OF_COMMON = 6
_ENDING = 3
_ONE_EDIT = 10
_LETTERS = {letter: 1 << place for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz")}
_MOST_LETTERS = 5
_MOST_LENGTH = 3


def nearest_words(
    word: str, candidates: Iterable[Listed], fields: int = 0, most: int | None = None
) -> list[tuple[int, str]]:
    """(score, form) of the candidates near `word`, the best first; a lower score is better.

    fields: unless 0, only words in the values of these fields will do. most: the highest cost; it follows from
    the length of the word where it is not given.
    """
    heard = sound(word)
    most = farthest(word) if most is None else most
    letters = _letters(word)
    found: dict[str, int] = {}
    for form, level, inside in candidates:
        if abs(len(form) - len(word)) > _MOST_LENGTH or (fields and not fields & inside):
            continue
        if (letters ^ _letters(form)).bit_count() > _MOST_LETTERS:
            continue
        cost = min(edits(word, form, most), _HEARD + edits(heard, sound(form), most - _HEARD))
        if 0 < cost < FAR:
            found[form] = _EDIT_WEIGHT * cost - _LEVEL_WEIGHT * level
    return sorted((score, form) for form, score in found.items())


def surely_meant(word: str, candidates: Iterable[Listed]) -> list[tuple[int, str]]:
    """As `nearest_words`, for a word that one document has: only what it is a slip of beyond doubt.

    What differs in its ending is an inflection rather than a slip, and what is rare itself proves nothing.
    """
    common = (
        entry
        for entry in candidates
        if entry.level >= _LEVEL_OF_COMMON
        and entry.form[-_ENDING:] == word[-_ENDING:]
        and abs(len(entry.form) - len(word)) <= 1
    )
    return nearest_words(word, common, most=_ONE_EDIT)


def parted_words(
    word: str, heads: Mapping[str, Listed], tails: Mapping[str, Listed]
) -> Iterator[tuple[int, str]]:
    """(score, text) of the ways to part `word` into two words: one of `heads`, then one of `tails`."""
    for cut in range(2, len(word) - 1):
        left, right = heads.get(word[:cut]), tails.get(word[cut:])
        if left and right and _stands_alone(left) and _stands_alone(right):
            level = min(left.level, right.level)
            yield _EDIT_WEIGHT * _GLUED - _LEVEL_WEIGHT * level, f"{left.form} {right.form}"


def farthest(word: str) -> int:
    """The highest cost at which another word may still have been meant, by the length of this one."""
    if len(word) < 5:
        return 12
    return 20 if len(word) < 8 else 26


def _stands_alone(word: Listed) -> bool:
    return len(word.form) >= _SHORTEST_PART or word.level >= _LEVEL_OF_SHORT


def _letters(word: str) -> int:
    """A set of the letters a to z in a word, as bits."""
    found = 0
    for letter in word:
        found |= _LETTERS.get(letter, 0)
    return found
