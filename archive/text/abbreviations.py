"""Abbreviations and what they stand for, read from "long form (ABBR)" in the texts themselves.

The letters of the abbreviation must stand in the long form in their order, the first one at the beginning of its
first word, as in Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions" (2003). As
Dutch abbreviations pass over function words or not (FAVV, RVA), both are tried; and every other word of the long
form must give a letter, but for one in a name of four or more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from archive.text.dutch import FUNCTION_WORDS
from archive.text.tokens import Token, fold, tokens

_SHORT = re.compile(r"\(([A-Z][A-Za-z&.-]{1,9})\)")
_SENTENCE_END = re.compile(r"[.;:?!()]\s")
# The text before the parenthesis that may hold the long form.
_REACH = 200
_MOST_WORDS = 12
# Of an abbreviation with several meanings those are kept that are nearly as frequent as the first.
_MOST_MEANINGS = 3
_LEAST_SHARE = 4
# Letters are easily found inside one long word: that needs a second witness.
_WITNESSES_OF_ONE_WORD = 2


class Definition(NamedTuple):
    """An abbreviation and the words that it stands for, folded; each word with its place after the first."""

    short: str
    words: tuple[tuple[str, int], ...]

    @property
    def long(self) -> str:
        """The long form as one form: its words joined by "_", which no word of a text can hold."""
        return "_".join(word for word, _ in self.words)


def definitions(text: str, function_words: frozenset[str] = FUNCTION_WORDS) -> Iterator[Definition]:
    """What `text` defines by putting an abbreviation in parentheses behind its long form.

    function_words: the words of its language that an abbreviation may pass over; Dutch where not given.
    """
    for match in _SHORT.finditer(text):
        printed = match[1]
        if sum(letter.isupper() for letter in printed) < 2:
            continue
        before = text[max(0, match.start() - _REACH) : match.start()]
        ends = [end.end() for end in _SENTENCE_END.finditer(before)]
        found = list(tokens(before[ends[-1] if ends else 0 :]))[-_MOST_WORDS:]
        short = next(tokens(printed)).form
        long = _long_form("".join(filter(str.isalpha, fold(printed))), found, function_words)
        if long:
            first = long[0].position
            yield Definition(short, tuple((token.form, token.position - first) for token in long))


def settled(counts: Counter[Definition]) -> tuple[Definition, ...]:
    """The definitions to go by, given in how many documents each stands: at most three for an abbreviation."""
    meanings: dict[str, list[Definition]] = {}
    for definition in sorted(counts, key=lambda found: (-counts[found], found)):
        if len(definition.words) > 1 or counts[definition] >= _WITNESSES_OF_ONE_WORD:
            meanings.setdefault(definition.short, []).append(definition)
    return tuple(
        definition
        for _, found in sorted(meanings.items())
        for definition in found[:_MOST_MEANINGS]
        if counts[definition] * _LEAST_SHARE >= counts[found[0]]
    )


def _long_form(letters: str, before: Sequence[Token], function_words: frozenset[str]) -> Sequence[Token]:
    """The shortest end of `before` that `letters` abbreviate; empty where there is none."""
    if not before or before[-1].form in function_words:
        return ()
    for start in range(len(before) - 1, -1, -1):
        end = [token.form for token in before[start:]]
        if not end[0].startswith(letters[0]) or end[0] in function_words:
            continue
        content = [word for word in end if word not in function_words]
        if len(content) > len(letters) + 1 or letters in end:
            return ()
        if _abbreviates(letters, content, function_words) or _abbreviates(letters, end, function_words):
            return before[start:]
    return ()


def _abbreviates(letters: str, words: Sequence[str], function_words: frozenset[str]) -> bool:
    """Whether the words hold the letters in order, matched from the end, with no more silent words than allowed."""
    word, place, silent = len(words) - 1, len(words[-1]), 0
    heard = False
    for count, letter in enumerate(reversed(letters), 1):
        if count == len(letters):
            silent += sum(other not in function_words for other in words[1:word]) + (word > 0 and not heard)
            return letter == words[0][0] and (word > 0 or place > 0) and silent <= (len(words) >= 4)
        while (at := words[word].rfind(letter, 0, place)) < 0:
            silent += not heard and words[word] not in function_words
            word, heard = word - 1, False
            if word < 0:
                return False
            place = len(words[word])
        place, heard = at, True
    return False
