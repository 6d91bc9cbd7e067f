"""Puts the parts of an earlier question beside those of a later one: by their wording first, then by their label."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from archive.links.passages import passages_of, whole_text
from archive.links.reading_order import Pair, in_reading_order
from archive.links.word_changes import tokens_of
from archive.model.question import Part

# Parts that share less of their words and pairs of words are two questions.
_ALIKE: Final = 0.5
# With the same label less will do: a question that was sharpened keeps its place.
_ALIKE_UNDER_ONE_LABEL: Final = 0.25
# So many pairs of parts are compared at most; in longer rows those of one label only.
_MOST_PAIRS: Final = 10_000
_WORDS_COMPARED: Final = 500
_DIGIT = re.compile(r"\d")

_Grams = frozenset[str]


def align_parts(
    earlier: Sequence[Part], later: Sequence[Part], *, labels_first: bool = False
) -> tuple[Pair, ...]:
    """The places of the parts in pairs (earlier, later), in the order of the later ones; None where one has none.

    Every part stands in exactly one pair. A part that is no longer asked follows the one that it followed.
    labels_first: parts that share a label belong together whatever they say, as answers to one question do.
    """
    texts = [_text(part) for part in earlier], [_text(part) for part in later]
    found = _same_label(earlier, later) if labels_first else {}
    _add(found, ((one, other) for other, one in _same_text(earlier, later, *texts, found).items()))
    grams = [_grams(text) for text in texts[0]], [_grams(text) for text in texts[1]]
    _add(found, _by_likeness(earlier, later, *grams, found))
    return tuple(in_reading_order(found, len(earlier), len(later)))


def _text(part: Part) -> str:
    """The words of a part, by which it is recognised whatever its blanks."""
    return " ".join(token.core for token in tokens_of(whole_text(passages_of(part.blocks))))


def _same_text(
    earlier: Sequence[Part],
    later: Sequence[Part],
    old_texts: Sequence[str],
    new_texts: Sequence[str],
    given: dict[int, int],
) -> dict[int, int]:
    """Of each later part the earlier one with its words: that of its label, else the first one left."""
    found = dict(given)
    for with_label in (True, False):
        places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        taken = set(found.values())
        for place in reversed(range(len(earlier))):
            if place not in taken and (with_label or old_texts[place]):
                places[_key(with_label, earlier[place], old_texts[place])].append(place)
        for place, part in enumerate(later):
            left = places.get(_key(with_label, part, new_texts[place]))
            if place not in found and left:
                found[place] = left.pop()
    return found


def _same_label(earlier: Sequence[Part], later: Sequence[Part]) -> dict[int, int]:
    """Of each later part the first earlier one that shares a label with it and is not taken yet."""
    places: dict[str, int] = {}
    for place, part in enumerate(earlier):
        for label in part.labels:
            places.setdefault(label, place)
    found: dict[int, int] = {}
    taken: set[int] = set()
    for place, part in enumerate(later):
        shared = (places[label] for label in part.labels if label in places)
        if (one := next((one for one in shared if one not in taken), None)) is not None:
            found[place] = one
            taken.add(one)
    return found


def _key(with_label: bool, part: Part, text: str) -> tuple[str, ...]:
    return (text, *part.labels) if with_label else (text,)


def _grams(text: str) -> _Grams:
    """The words and pairs of words of a text, whatever the figures in them."""
    words = _DIGIT.sub("0", text.casefold()).split()[:_WORDS_COMPARED]
    return frozenset([*words, *(f"{one} {other}" for one, other in pairwise(words))])


def _likeness(one: _Grams, other: _Grams) -> float:
    """The share of both that is in both (Dice): 0 to 1."""
    return 2 * len(one & other) / (len(one) + len(other) or 1)


def _by_likeness(
    earlier: Sequence[Part],
    later: Sequence[Part],
    old_grams: Sequence[_Grams],
    new_grams: Sequence[_Grams],
    found: dict[int, int],
) -> Iterable[tuple[int, int]]:
    """Pairs (earlier, later) of the parts that are left and like each other, the likest first."""
    taken = set(found.values())
    old = [place for place in range(len(earlier)) if place not in taken]
    new = [place for place in range(len(later)) if place not in found]
    every = len(old) * len(new) <= _MOST_PAIRS
    scored = []
    for one, other in _candidates(old, new, earlier, later, every):
        same_label = bool(earlier[one].labels) and earlier[one].labels == later[other].labels
        likeness = _likeness(old_grams[one], new_grams[other])
        if likeness >= (_ALIKE_UNDER_ONE_LABEL if same_label else _ALIKE):
            scored.append((likeness < _ALIKE, -likeness, not same_label, abs(one - other), one, other))
    return ((one, other) for *_, one, other in sorted(scored))


def _candidates(
    old: Sequence[int], new: Sequence[int], earlier: Sequence[Part], later: Sequence[Part], every: bool
) -> Iterator[tuple[int, int]]:
    if every:
        yield from ((one, other) for one in old for other in new)
        return
    by_label: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for one in old:
        by_label[earlier[one].labels].append(one)
    for other in new:
        # The first of a label: a text that repeats one a thousand times is not compared pair by pair.
        if later[other].labels:
            yield from ((one, other) for one in by_label.get(later[other].labels, ())[:1])


def _add(found: dict[int, int], pairs: Iterable[tuple[int, int]]) -> None:
    taken = set(found.values())
    for one, other in pairs:
        if one not in taken and other not in found:
            found[other] = one
            taken.add(one)
