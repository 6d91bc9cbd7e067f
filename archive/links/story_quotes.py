"""Which sentences of its records tell what a topic is, in their own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec

from archive.links.cards import Card
from archive.links.telling import Said
from archive.model.addresses import ANSWER_ANCHOR, QUESTION_ANCHOR
from archive.text.languages import Language
from archive.text.tells import Tell, words_of

QUOTES_SHOWN: Final = 3
# Of sentences that tell the same kind of thing one is enough; two may say what the topic is.
_OF_A_TELL: Final[dict[Tell, int]] = {"defines": 2, "begins": 1, "intends": 1}
_LEAST: Final = 9
# The name must come so soon, articles aside.
_MOST_BEFORE: Final = 6
_ADJACENT: Final = 3
_NEAR: Final = 8
_SHORT: Final = 60
_LONG: Final = 360
# Two sentences of which the shorter has so many of its words in the other say the same.
_ALIKE: Final = 0.7
_OPENINGS: Final = frozenset({QUESTION_ANCHOR, ANSWER_ANCHOR})
_WORD = re.compile(r"\w+")
# The NMBS is not the NMBS-Groep, and BNP is not BNP Paribas Fortis.
_NAME_GOES_ON = re.compile(r"[\w-]|\s[A-ZÀ-Ý]")
# What stands in brackets between a name and what is said of it.
_BESIDE = re.compile(r"^\s*(?:\([^()]{1,80}\))?,?")

# How surely a sentence is about what it names: its subject, what something became, or what comes early in it.
_SUBJECT: Final = 4
_CHANGED: Final = 3
_EARLY: Final = 3
_DEFINED: Final = 4


class Quote(msgspec.Struct, frozen=True):
    """Sentences of a record that tell what a topic is. score: how well; only to be compared with others."""

    card: Card
    said: Said
    score: int


class QuoteFinder:
    """Weighs sentences as tellers of one topic."""

    def __init__(self, names: Sequence[str], language: Language) -> None:
        """names: all by which texts call the topic; those in capitals are abbreviations."""
        self._language = language
        bare = [name.strip() for name in names]
        self._names = [(name, " " in name or name.isupper()) for name in bare if name]

    def score(self, said: Said, *, own: bool) -> int:
        """How well a sentence tells what the topic is; 0 where it does not. own: its record is about the topic."""
        best = 0
        for name, is_telling_name in self._names:
            start = _place_of(name, said.text)
            if start is None:
                continue
            before = words_of(said.text[:start])
            after = words_of(_BESIDE.sub("", said.text[start + len(name) :]))
            place = self._place_score(before)
            told = self._tell_score(before, after, subject=place == _SUBJECT) if place else 0
            # A common word names the topic only as the subject of what defines it.
            if place and told and (is_telling_name or (place == _SUBJECT and told >= _DEFINED)):
                best = max(best, place + told + _manner(said) + own)
        return best if best >= _LEAST else 0

    def _place_score(self, before: Sequence[str]) -> int:
        """How surely the name is what the sentence is about, after the words before it."""
        bare = [word for word in before if word not in self._language.tells.opening]
        if not bare:
            return _SUBJECT
        if self._ends_in_change(before):
            return _CHANGED
        if len(bare) > _MOST_BEFORE or (len(bare) > 1 and bare[-1] in self._language.function_words):
            return 0
        return _EARLY

    def _ends_in_change(self, before: Sequence[str]) -> bool:
        """Whether the words before the name say what it came in the place of: "werd omgevormd tot (het)"."""
        tells = self._language.tells
        bare = [word for word in before[-4:] if word not in tells.opening]
        return len(bare) > 1 and bare[-2] in tells.becoming and bare[-1] in tells.into

    def _tell_score(self, before: Sequence[str], after: Sequence[str], *, subject: bool) -> int:
        """How strongly the words on both sides of the name tell something of it. subject: none stand before it.

        A sentence that tells two things, as when something began and what for, tells more.
        """
        found = list(self._language.tells.told([*before, *after]))
        best = max((self._told(place - len(before), tell, subject) for place, tell in found), default=0)
        return best + (best > 2 and "intends" in {tell for _, tell in found})

    @staticmethod
    def _told(place: int, tell: Tell, subject: bool) -> int:
        """How strongly a mark tells. place: counted from the name, below 0 before it.

        What someone intends tells something beside more, but not by itself: "De NMBS wil …" is news.
        """
        if tell == "begins":
            return 3 if place < _NEAR else 0
        return _DEFINED if subject and tell == "defines" and place < _ADJACENT else 1


def quotes_of(
    cards: Iterable[tuple[Card, Sequence[Said], bool]], names: Sequence[str], language: Language
) -> tuple[Quote, ...]:
    """At most three sentences that tell what a topic is, the best first; of equal ones that of the oldest record.

    cards: the records of the topic with their sentences, and whether the topic is what the record is about.
    names: all by which texts call the topic.
    """
    finder = QuoteFinder(names, language)
    found = [
        Quote(card, said, score)
        for card, sentences, own in cards
        for said in sentences
        if (score := finder.score(said, own=own))
    ]
    found.sort(key=lambda one: (-one.score, one.card.date.toordinal() if one.card.date else 0, one.card.id))
    return tuple(_unlike(found, {word for name in names for word in _WORD.findall(name.casefold())}))


def _unlike(found: Iterable[Quote], named: set[str]) -> Iterator[Quote]:
    """The first ones that each say something else. named: the words of the topic, which all of them have."""
    chosen: list[set[str]] = []
    left = dict(_OF_A_TELL)
    for one in found:
        words = {word for word in _WORD.findall(one.said.text.casefold()) if len(word) > 3} - named
        if left[one.said.tell] and not any(_are_alike(words, others) for others in chosen):
            left[one.said.tell] -= 1
            chosen.append(words)
            yield one
            if len(chosen) == QUOTES_SHOWN:
                return


def _are_alike(one: set[str], other: set[str]) -> bool:
    return len(one & other) >= _ALIKE * max(1, min(len(one), len(other)))


def _manner(said: Said) -> int:
    """What speaks for a sentence besides its words: it opens a text, and is neither a bare remark nor a long story."""
    length = len(said.text)
    return (said.anchor in _OPENINGS) + (1 if _SHORT <= length <= _LONG else -1 if length < _SHORT else 0)


def _place_of(name: str, text: str) -> int | None:
    """Where a text first has a name as words of its own; an abbreviation as it is written, others in any case."""
    wanted, place = (name, text) if name.isupper() else (name.lower(), text.lower())
    start = place.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        if not (_ends_in_name(text[:start]) or _NAME_GOES_ON.match(text, end)):
            return start
        start = place.find(wanted, end)
    return None


def _ends_in_name(before: str) -> bool:
    """Whether what stands before a name belongs to it: the rest of its word, or a word with a capital within."""
    if before[-1:].isalnum() or before[-1:] == "-":
        return True
    words = before.split()
    return len(words) > 1 and words[-1][0].isupper()
