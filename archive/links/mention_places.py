"""Where a text names topics: by a long form in any inflection, by an abbreviation, or by the words of a reference."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

from archive.links.names import TopicKey
from archive.links.topic_words import NameWord, TopicWords
from archive.text.languages import Language
from archive.text.tokens import tokens

# An inflection changes the last letters of a word, its family's key has the others: sociale, sociaal.
_CHANGED: Final = 2
# So much more than the letters of a long form may its place in a text take: function words and inflections.
_ROOM: Final = 60
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+", re.IGNORECASE)
_QUOTED = re.compile(r"“[^“”]{1,200}”|«[^«»]{1,200}»|\"[^\"]{1,200}\"|‘[^‘’]{1,200}’(?!\w)")
_ENDING = re.compile(r"(?:['’]?s|['’]ers)?(?![\w&])")


class Place(msgspec.Struct, frozen=True):
    """A stretch of a text that names a topic."""

    start: int
    end: int
    key: TopicKey


def places_in(
    text: str, topics: Mapping[TopicKey, TopicWords], phrases: Mapping[str, TopicKey], language: Language
) -> list[Place]:
    """Where a text names these topics, in the order of the text and without overlaps, longer ones before shorter.

    phrases: other words that name a topic, as they are printed. Nothing is found in addresses and in quoted words.
    """
    found = list(_found(text, topics, phrases, language))
    if not found:
        return []
    found.sort(key=lambda one: (one.start - one.end, one.start, one.key))
    taken = _closed(text)
    kept: list[Place] = []
    for one in found:
        if not any(taken[one.start : one.end]):
            taken[one.start : one.end] = bytes([1]) * (one.end - one.start)
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _found(
    text: str, topics: Mapping[TopicKey, TopicWords], phrases: Mapping[str, TopicKey], language: Language
) -> Iterator[Place]:
    plain = text.lower().translate(_PLAIN)
    if len(plain) == len(text):
        for key, words in topics.items():
            for long in words.longs:
                yield from (
                    Place(start, end, key) for start, end in _long_places(text, plain, long, language)
                )
    for key, words in topics.items():
        for short in words.shorts:
            yield from (Place(start, end, key) for start, end in _short_places(text, short))
    for phrase, key in phrases.items():
        for start in _starts(text, phrase):
            yield Place(start, start + len(phrase), key)


def _long_places(
    text: str, plain: str, long: tuple[NameWord, ...], language: Language
) -> Iterator[tuple[int, int]]:
    """Where the words of a name follow on one another, but for function words where the name has some."""
    beginning = _beginning(long[0].family)
    if _beginning(long[-1].family) not in plain:
        return
    room = sum(len(word.family) for word in long) + _ROOM
    for start in _starts(plain, beginning):
        if start and (plain[start - 1].isalnum() or plain[start - 1] in "-'’"):
            continue
        end = _end_of(text[start : start + room], long, language)
        if end:
            yield start, start + end


def _end_of(text: str, long: tuple[NameWord, ...], language: Language) -> int:
    """Where the name ends with which a text begins; 0 where it begins with other words."""
    heard = 0
    for token in tokens(text):
        form = token.form
        if language.family(form) == long[heard].family:
            heard += 1
            if heard == len(long):
                return token.end
        elif not long[heard].passes or form not in language.function_words:
            return 0
    return 0


def _short_places(text: str, short: str) -> Iterator[tuple[int, int]]:
    for start in _starts(text, short):
        before = text[start - 1] if start else " "
        end = start + len(short)
        if not before.isalnum() and before not in "-.&'’" and _ENDING.match(text, end):
            yield start, end


def _starts(text: str, wanted: str) -> Iterator[int]:
    start = text.find(wanted)
    while start >= 0:
        yield start
        start = text.find(wanted, start + len(wanted))


def _beginning(word: str) -> str:
    return word[: max(1, len(word) - _CHANGED)]


def _closed(text: str) -> bytearray:
    """Of each character whether no mention may stand there: in addresses, and in quotes, which hold titles."""
    closed = bytearray(len(text))
    for pattern in (_ADDRESS, _QUOTED):
        for match in pattern.finditer(text):
            closed[match.start() : match.end()] = bytes([1]) * (match.end() - match.start())
    return closed


def _plain_letters() -> dict[int, str]:
    """Each letter with an accent to the same one without; nothing that changes the length of a text."""
    found: dict[int, str] = {ord("’"): "'", ord("‘"): "'"}
    for code in (*range(0xC0, 0x180), *range(0x218, 0x21C)):
        bare = "".join(
            one for one in unicodedata.normalize("NFKD", chr(code)) if not unicodedata.combining(one)
        )
        if len(bare) == 1:
            found[code] = bare
    return found


_PLAIN: Final = _plain_letters()
