"""Bullets that lost their form: private-use characters, and the letter o glued to the word after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.text.ends import ends_sentence

BULLET = "•"
# Symbol and Wingdings reach a text as U+F000 to U+F0FF.
_PRIVATE = re.compile("^(\\s*)[\uf000-\uf0ff]+(?=\\s|$|\\w)\\s*")
_GLUED = re.compile(r"o(?=[^\W\d_])")
_PLAIN_O_BULLET = re.compile(r"o\s+\S")

# What Dutch words that begin with an o begin with. A line that begins otherwise begins with a glued bullet.
_BEGINNING = re.compile(
    r"""
    oa(?:se)
    |ob(?:ed|erg|es|j|lig|oe|sc|se|st|t)
    |oc(?:ad|c|e|h|mw|ta|tet|to|tr|ul)
    |od(?:e|ys)
    |oe(?:co|cu|d|f|g|k|n|r|s|t|uv|v|z)
    |of
    |og(?:en|i)
    |oh
    |oi(?:l)
    |ok(?:er|ke|s|t)
    |ol(?:d|ea|i|m|ym)
    |om
    |on
    |oo(?:g|i|k|m|r|st)
    |op
    |or
    |os
    |ot
    |ou(?:d|t|ve)
    |ov
    |ow(?:n)
    |ox(?:i|y)
    |oz
    """,
    re.VERBOSE,
)

# Words of the neighbours' languages, and abbreviations, that begin as no Dutch word does.
_FOREIGN_WORDS = """
    oa oat oats obey obeys obeyed obsolescence odd odds ou où oui ought ounce ounces our ours ourselves oust ousted
    owe owed owes owing owl
    """
_FOREIGN = frozenset(_FOREIGN_WORDS.split())
_WORD = re.compile(r"\w+")


def mend_private_bullet(text: str) -> str:
    """The line with a private-use character at its beginning as a bullet."""
    return _PRIVATE.sub(rf"\1{BULLET} ", text, count=1)


def mend_glued_bullets(texts: Sequence[str]) -> list[str]:
    """Lines with glued bullets set apart: "obegeleidingsvoorwaarden" becomes "• begeleidingsvoorwaarden".

    A run of lines is a list when it has two entries or stands after a colon, and one of its entries begins as
    no Dutch word does; then all entries of the run are bullets, among them those that could be a word
    ("overhoging"). An entry begins where the line before ends a sentence or an entry, or, in a text whose broken
    lines have a trailing blank, where that one has none.
    """
    mended = list(texts)
    for run in _runs(texts):
        listed = len(run) > 1 or (run[0] > 0 and texts[run[0] - 1].rstrip().endswith(":"))
        if listed and any(_is_surely_glued(texts[index]) for index in run):
            for index in run:
                mended[index] = _GLUED.sub(f"{BULLET} ", texts[index], count=1)
    return mended


def _is_surely_glued(text: str) -> bool:
    word = text.split(maxsplit=1)[0]
    bare = _WORD.match(word)
    if "_" in word or "/" in word or (bare and bare.group() in _FOREIGN):
        return False
    if word[1].isupper():
        return word[2:3].islower() and len(word) > 3
    return _BEGINNING.match(word) is None


def _runs(texts: Sequence[str]) -> list[list[int]]:
    """Entries that follow each other: lines that begin with an o, with lines between that go on with the last."""
    tells = any(text.endswith(" ") and not text.isspace() for text in texts)
    runs: list[list[int]] = []
    current: list[int] = []
    previous = ""
    for index, text in enumerate(texts):
        follows_entry = bool(current) and current[-1] == index - 1
        ended = not previous.strip() or ends_sentence(previous)
        may_begin = ended or ((tells or follows_entry) and not previous.endswith(" "))
        if _GLUED.match(text) and may_begin:
            current.append(index)
        elif current and (not text.strip() or ends_sentence(previous)):
            runs.append(current)
            current = []
        previous = text
    runs.append(current)
    return [run for run in runs if run]
