"""Slips of the pen, made: letters left out, added, swapped or struck beside their key, and Dutch spelt by ear."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence

# Keys of a Belgian and of an international keyboard; each row stands half a key to the right of the one above.
_KEYBOARDS = (("azertyuiop", "qsdfghjklm", "wxcvbn"), ("qwertyuiop", "asdfghjkl", "zxcvbnm"))
_BY_EAR = (
    ("ei", "ij"), ("ij", "ei"), ("ou", "au"), ("au", "ou"), ("ch", "g"), ("g", "ch"), ("c", "k"), ("k", "c"),
    ("c", "s"), ("s", "z"), ("z", "s"), ("f", "v"), ("v", "f"), ("d$", "t"), ("t$", "d"), ("t$", "dt"),
    ("aa", "a"), ("ee", "e"), ("oo", "o"), ("uu", "u"), ("ie", "i"), ("ks", "x"), ("x", "ks"), ("th", "t"),
    ("ph", "f"), ("qu", "kw"), ("tie", "sie"), (r"([bdfgklmnprst])\1", r"\1"),
    (r"([aeiou])([bdfgklmnprst])([aeiou])", r"\1\2\2\3"), ("en", "e"), (r"([bdfglmnprst])e(?=\1?[lnr])", r"\1"),
)  # fmt: skip


def left_out(word: str, luck: random.Random) -> str:
    """One letter is missing."""
    place = luck.randrange(len(word))
    return word[:place] + word[place + 1 :]


def added(word: str, luck: random.Random) -> str:
    """One key was struck twice, or the one beside it as well."""
    place = luck.randrange(len(word))
    letter = luck.choice([word[place], *_beside(word[place])])
    return word[: place + 1] + letter + word[place + 1 :]


def swapped(word: str, luck: random.Random) -> str:
    """Two letters have changed places."""
    place = luck.randrange(len(word) - 1)
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def beside(word: str, luck: random.Random) -> str:
    """The key beside the right one was struck."""
    place = luck.randrange(len(word))
    return word[:place] + luck.choice(_beside(word[place]) or ["e"]) + word[place + 1 :]


def by_ear(word: str, luck: random.Random) -> str:
    """One sound is spelt as another word would spell it."""
    fitting = [(heard, spelt) for heard, spelt in _BY_EAR if re.search(heard, word)]
    if not fitting:
        return word
    heard, spelt = luck.choice(fitting)
    match = luck.choice(list(re.finditer(heard, word)))
    return word[: match.start()] + match.expand(spelt) + word[match.end() :]


def twice(word: str, luck: random.Random) -> str:
    """Two slips of any kind."""
    for slip in luck.sample([left_out, added, swapped, beside, by_ear], 2):
        word = slip(word, luck)
    return word


KINDS: dict[str, Callable[[str, random.Random], str]] = {
    "letter left out": left_out,
    "letter added": added,
    "letters swapped": swapped,
    "key beside": beside,
    "spelt by ear": by_ear,
    "two slips": twice,
}


def slips(
    kind: str, words: Sequence[str], count: int, is_known: Callable[[str], bool]
) -> Iterator[tuple[str, str]]:
    """`count` pairs of a misspelt word and the word that was meant; none of the former is known."""
    luck = random.Random(f"slips {kind}")
    while count:
        word = luck.choice(words)
        misspelt = KINDS[kind](word, luck)
        if len(misspelt) > 2 and misspelt != word and not is_known(misspelt):
            count -= 1
            yield misspelt, word


def _beside(letter: str) -> list[str]:
    found: dict[str, None] = {}
    for rows in _KEYBOARDS:
        places = {
            key: (row, column + row / 2) for row, keys in enumerate(rows) for column, key in enumerate(keys)
        }
        if letter in places:
            row, column = places[letter]
            near = (
                key for key, (other, at) in places.items() if abs(other - row) <= 1 and abs(at - column) <= 1
            )
            found |= dict.fromkeys(key for key in near if key != letter)
    return list(found)
