"""Abbreviations and what they stand for, read from "long form (ABBR)" and "ABBR (long form)" in the texts themselves.

The letters of the abbreviation must stand in the long form in their order, the first one at the beginning of its
first word, as in Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions" (2003). As
abbreviations pass over function words or not (FAVV, RVA), both are tried; and every other word of the long form
must give a letter, but for one in a name of four or more. A plural (ICBs, OCMW's) has the letters of its singular.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from archive.text.dutch import FUNCTION_WORDS
from archive.text.tokens import Token, fold, tokens

_PARENTHESIS = re.compile(r"\(([^()]{2,120})\)")
_SHORT = re.compile(r"[A-Z][A-Za-z&.-]{1,9}(?:['’]s)?")
_SHORT_BEFORE = re.compile(r"(?<![^\s(/])[A-Z][A-Za-z&.-]{1,9}(?:['’]s)?(?=\s?$)")
_PLURAL = re.compile(r"(?<=[A-Z]{2})['’]?s$")
# Behind a long form that opens a parenthesis: "CAO (collectieve arbeidsovereenkomst, zie verder)".
_LONG_FORM_END = re.compile(r"[,;:]\s")
_SENTENCE_END = re.compile(r"[.;:?!()]\s")
# The text before the parenthesis that may hold the long form.
_REACH = 200
_MOST_WORDS = 12
_LONGEST_SHORT = 14
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


class Spelled(NamedTuple):
    """A definition with the abbreviation and the long form as the text prints them."""

    definition: Definition
    short: str
    long: str


def definitions(text: str, function_words: frozenset[str] = FUNCTION_WORDS) -> Iterator[Definition]:
    """What `text` defines by putting an abbreviation in parentheses behind its long form, or the long form behind it.

    function_words: the words of its language that an abbreviation may pass over; Dutch where not given.
    """
    return (spelled.definition for spelled in spelled_definitions(text, function_words))


def spelled_definitions(text: str, function_words: frozenset[str] = FUNCTION_WORDS) -> Iterator[Spelled]:
    """The same definitions in the same order, each with its printed form."""
    if "(" not in text:
        return
    for match in _PARENTHESIS.finditer(text):
        inside, start = match[1], match.start()
        if _SHORT.fullmatch(inside):
            found = _of_long_form_before(text[max(0, start - _REACH) : start], inside, function_words)
        elif short := _SHORT_BEFORE.search(text, max(0, start - _LONGEST_SHORT), start):
            found = _of_long_form_inside(short.group(), inside, function_words)
        else:
            continue
        if found:
            yield found


def _of_long_form_before(before: str, printed: str, function_words: frozenset[str]) -> Spelled | None:
    """What the abbreviation `printed` stands for, if the end of the text `before` it says so."""
    if not _is_abbreviation(printed):
        return None
    ends = [end.end() for end in _SENTENCE_END.finditer(before)]
    sentence = before[ends[-1] if ends else 0 :]
    found = list(tokens(sentence))[-_MOST_WORDS:]
    for letters in _letters(printed):
        if long := _long_form(letters, found, function_words):
            return _spelled(printed, long, sentence)
    return None


def _of_long_form_inside(printed: str, inside: str, function_words: frozenset[str]) -> Spelled | None:
    """What the abbreviation `printed` stands for, if what stands `inside` the parenthesis behind it says so."""
    if not _is_abbreviation(printed):
        return None
    for piece in dict.fromkeys((inside, _LONG_FORM_END.split(inside, maxsplit=1)[0])):
        found = list(tokens(piece))
        while found and found[0].form in function_words:
            del found[0]
        if 1 < len(found) <= _MOST_WORDS:
            for letters in _letters(printed):
                if len(_long_form(letters, found, function_words)) == len(found):
                    return _spelled(printed, found, piece)
    return None


def _is_abbreviation(printed: str) -> bool:
    return sum(letter.isupper() for letter in printed) > 1


def _letters(printed: str) -> Iterator[str]:
    """The letters that must stand in the long form: without the ending of a plural, then with it."""
    if _PLURAL.search(printed):
        yield "".join(filter(str.isalpha, fold(_PLURAL.sub("", printed))))
    yield "".join(filter(str.isalpha, fold(printed)))


def _spelled(printed: str, long: Sequence[Token], text: str) -> Spelled:
    first = long[0].position
    words = tuple((token.form, token.position - first) for token in long)
    definition = Definition(next(tokens(printed)).form, words)
    return Spelled(definition, printed, text[long[0].start : long[-1].end])


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
    if not before or before[-1].form in function_words or before[-1].form.isdigit():
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


def _are_initials(letters: str, words: Sequence[str], function_words: frozenset[str]) -> bool:
    """Whether the letters begin the words in order, the last word too, with no more silent words than allowed."""
    heard = silent = 0
    for word in words:
        if heard == len(letters):
            return False
        if word[0] == letters[heard]:
            heard += 1
        else:
            silent += word not in function_words
    return heard == len(letters) and silent <= (len(words) >= 4)


def _abbreviates(letters: str, words: Sequence[str], function_words: frozenset[str]) -> bool:
    """Whether the words hold the letters in order, with no more silent words than allowed.

    Letters are looked for at the beginning of words, and else anywhere, from the end: "NICE" ends in Care
    Excellence, though "excellence" alone would do.
    """
    if _are_initials(letters, words, function_words):
        return True
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
