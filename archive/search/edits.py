"""How far apart two spellings are: Damerau-Levenshtein with smaller costs for the slips that people make.

Ten is one plain edit. site/spelling.js computes the same whole numbers.
"""

from __future__ import annotations

import itertools

# Letters beside or above each other on a keyboard, Belgian (azerty) or international (qwerty).
_ROWS = (
    ("azertyuiop", "qsdfghjklm", "wxcvbn"),
    ("qwertyuiop", "asdfghjkl", "zxcvbnm"),
)
_PAIRS_WRITTEN = "ck kc cs sc sz zs fv vf dt td gh hg ij ji iy yi bp pb vw wv kq qk mn nm"
_SOUND_PAIRS = frozenset(_PAIRS_WRITTEN.split())
_VOWELS = frozenset("aeiouy")

FAR = 1000
_EDIT = 10
_SWAP = 7
_SOUND = 6
_VOWEL = 7
_KEY = 8
_OTHER = 11
_DOUBLED = 5
_WEAK = 8
_FIRST = 3


def _neighbours() -> frozenset[str]:
    found: set[str] = set()
    for rows in _ROWS:
        for row in rows:
            found.update(left + right for left, right in itertools.pairwise(row))
        for upper, lower in itertools.pairwise(rows):
            found.update(left + right for left, right in zip(upper, lower, strict=False))
            found.update(left + right for left, right in zip(upper[1:], lower, strict=False))
    return frozenset(found | {pair[::-1] for pair in found})


_KEYS = _neighbours()


def edits(one: str, other: str, most: int) -> int:
    """The cost of making `other` of `one`; FAR where it is more than `most`."""
    before: list[int] = []
    row = [0]
    for place in range(len(other)):
        row.append(row[-1] + _added(other, place))
    for count in range(len(one)):
        following = [row[0] + _added(one, count)]
        for place in range(len(other)):
            best = min(
                row[place] + _changed(one[count], other[place]),
                row[place + 1] + _added(one, count),
                following[place] + _added(other, place),
            )
            if _swapped(one, count, other, place):
                best = min(best, before[place - 1] + _SWAP)
            following.append(best)
        if min(following) > most:
            return FAR
        before, row = row, following
    cost = row[-1] + (_FIRST if one[:1] != other[:1] else 0)
    return cost if cost <= most else FAR


def _added(word: str, place: int) -> int:
    """What it costs that this letter stands in one of the two words alone."""
    letter = word[place]
    if letter in {word[place - 1 : place], word[place + 1 : place + 2]}:
        return _DOUBLED
    return _WEAK if letter in "eh-'" else _EDIT


def _changed(letter: str, other: str) -> int:
    if letter == other:
        return 0
    if letter + other in _SOUND_PAIRS:
        return _SOUND
    if letter in _VOWELS and other in _VOWELS:
        return _VOWEL
    return _KEY if letter + other in _KEYS else _OTHER


def _swapped(one: str, count: int, other: str, place: int) -> bool:
    return count > 0 < place and one[count] == other[place - 1] and one[count - 1] == other[place]
