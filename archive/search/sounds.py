"""How a Dutch word sounds, roughly: spellings that are often taken for each other give the same key.

site/spelling.js has the same rules; tests/search/suggestion_cases.json is run through both. The rules follow the
confusions that Dutch spelling invites: ei/ij, au/ou, c/k, c/s, ch/g, f/v, s/z, open and closed syllables, a silent
d, t or n at the end, and spellings of Greek and French words (ph, th, qu, x).
"""

from __future__ import annotations

import re

_SOUNDS = {
    "ch": "g",
    "ck": "k",
    "ph": "f",
    "th": "t",
    "rh": "r",
    "qu": "kw",
    "q": "k",
    "x": "ks",
    "z": "s",
    "v": "f",
    "ij": "y",
    "ei": "y",
    "ey": "y",
    "y": "i",
    "ou": "au",
    "ie": "i",
    "ae": "a",
    "dt": "t",
    "d": "t",
    "b": "p",
    "en": "e",
    "isch": "is",
}
# What stands at the end of a word is tried first.
_SPELLING = re.compile(r"(?:isch|dt|d|b|en)$|ch|ck|ph|th|rh|qu|q|x|z|v|ij|ei|ey|y|ou|ie|ae|c(?=[eiy])|c")
_REPEATED = re.compile(r"(.)\1+")
_SILENT = re.compile(r"[-'&]")
_VOWELS = re.compile(r"[aeiouy]")


def sound(word: str) -> str:
    """The key of the sound of a folded word (archive.text.tokens), without hyphens and apostrophes."""
    bare = _SILENT.sub("", word)
    return _REPEATED.sub(r"\1", _SPELLING.sub(_sound_of, bare))


def head_key(heard: str) -> str:
    """The consonants of a sound in order, with "a" before them where it begins with a vowel.

    Words that differ in their vowels, or in anything but their beginning, stay side by side when sorted by it.
    """
    consonants = _VOWELS.sub("", heard)
    return f"a{consonants}" if _VOWELS.match(heard) else consonants


def tail_key(heard: str) -> str:
    """The consonants of a sound from last to first: words that differ in their beginning stay side by side."""
    return _VOWELS.sub("", heard)[::-1]


def _sound_of(found: re.Match[str]) -> str:
    spelt = found.group()
    if spelt == "c":
        follows = found.string[found.end() : found.end() + 1]
        return "s" if follows and follows in "eiy" else "k"
    return _SOUNDS[spelt]
