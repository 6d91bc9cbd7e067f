"""Which mentions of topics become links: few enough to read on, and those that tell most.

- Each topic once in a question and once in an answer, at its first place that is free.
- At most one link in a sentence, and eight in a question or an answer.
- Where there are more, the rarest topics go first: those that most records name tell nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Final

import msgspec

from archive.links.mention_places import Place
from archive.links.names import TopicKey

MOST_LINKS: Final = 8
_SENTENCE_END = re.compile(r"[.?!;:…]+[\"”’)]*\s+(?!\d)")

_Sentence = tuple[int, int]


class ChosenPlace(msgspec.Struct, frozen=True):
    """A place that becomes a link. text: the number of the text that it stands in."""

    text: int
    place: Place


def chosen_places(
    texts: Sequence[tuple[str, Sequence[Place]]], rarity: Callable[[TopicKey], int]
) -> tuple[ChosenPlace, ...]:
    """The places to link of one question or answer, in its order.

    texts: its texts in their order, each with the places in it. rarity: of a topic how many records name it.
    """
    by_topic: defaultdict[TopicKey, list[tuple[ChosenPlace, _Sentence]]] = defaultdict(list)
    for number, (text, places) in enumerate(texts):
        ends = [match.end() for match in _SENTENCE_END.finditer(text)] if len(places) > 1 else []
        for place in places:
            sentence = number, bisect_right(ends, place.start)
            by_topic[place.key].append((ChosenPlace(number, place), sentence))
    taken: set[_Sentence] = set()
    chosen: list[ChosenPlace] = []
    for key in sorted(by_topic, key=lambda key: (rarity(key), key)):
        found = _first_free(by_topic[key], taken)
        if found is not None and len(chosen) < MOST_LINKS:
            chosen.append(found[0])
            taken.add(found[1])
    return tuple(sorted(chosen, key=lambda one: (one.text, one.place.start)))


def _first_free(
    found: Iterable[tuple[ChosenPlace, _Sentence]], taken: set[_Sentence]
) -> tuple[ChosenPlace, _Sentence] | None:
    return next((pair for pair in found if pair[1] not in taken), None)
