"""Finds names that are near each other, and says how: by their words, a slip of one letter, or one in the other.

Names are compared only with those that share a key with them, so that 20,000 take seconds: the families of their
words, or the name without one of its letters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, Literal, NamedTuple

from rapidfuzz.distance import OSA

from archive.links.word_pairs import name_words
from archive.text.languages import Language
from archive.text.tokens import fold, printed_tokens

Nearness = Literal["small_words", "word_order", "inflection", "slip", "abbreviation", "prefix", "suffix"]

# A shorter word that differs by a letter is mostly another word ("huur", "duur").
_SHORTEST_SLIP: Final = 6
_SHORTEST_PART: Final = 2
# More words before a name make another subject of it: "vertraging bij de bouw van een post op Brussels Airport".
_MOST_BEFORE: Final = 2
# Names of many words are rarely slips of each other, and cost most.
_LONGEST: Final = 120


class NearNames(NamedTuple):
    """Two names by their places, and how near they are. Of a prefix or suffix, `other` is the longer name."""

    one: int
    other: int
    nearness: Nearness


class _Name(NamedTuple):
    """forms: the words as folded; families: the keys of those that tell something; whole: with what is abbreviated."""

    forms: tuple[str, ...]
    families: tuple[str, ...]
    whole: frozenset[str]


def near_names(
    names: Sequence[str], language: Language, long_forms: Mapping[str, str] | None = None
) -> tuple[NearNames, ...]:
    """The pairs of names that are near each other, each once, in the order of the names.

    long_forms: what abbreviations stand for, by the abbreviation folded.
    """
    read = [_read(name, language, long_forms or {}) for name in names]
    found: dict[tuple[int, int], NearNames] = {}
    for pair in (*_of_same_words(read), *_slips(read), *_parts(read)):
        found.setdefault((min(pair.one, pair.other), max(pair.one, pair.other)), pair)
    return tuple(pair for _, pair in sorted(found.items()))


def _read(name: str, language: Language, long_forms: Mapping[str, str]) -> _Name:
    forms = tuple(filter(None, (fold(printed) for printed in printed_tokens(name))))
    families = name_words(name, language)
    whole = set(families)
    for form in forms:
        if form in long_forms:
            whole -= {language.family(form)}
            whole.update(name_words(long_forms[form], language))
    return _Name(forms, families, frozenset(whole))


def _of_same_words(read: Sequence[_Name]) -> Iterator[NearNames]:
    """Names of the same words, apart from inflection, order, function words and what is abbreviated."""
    groups: defaultdict[frozenset[str], list[int]] = defaultdict(list)
    for place, name in enumerate(read):
        if name.whole:
            groups[name.whole].append(place)
    for places in groups.values():
        for one, other in combinations(places, 2):
            yield NearNames(one, other, _likeness(read[one], read[other]))


def _likeness(one: _Name, other: _Name) -> Nearness:
    if sorted(one.families) != sorted(other.families):
        return "abbreviation" if set(one.families) != set(other.families) else "small_words"
    if sorted(one.forms) == sorted(other.forms):
        return "word_order" if one.forms != other.forms else "small_words"
    if one.families != other.families:
        return "word_order"
    return "small_words" if set(one.forms) & set(other.forms) >= _rarer(one, other) else "inflection"


def _rarer(one: _Name, other: _Name) -> set[str]:
    """The words of the shorter name: if the longer has them all, it has but small words besides."""
    return set(one.forms if len(one.forms) <= len(other.forms) else other.forms)


def _slips(read: Sequence[_Name]) -> Iterator[NearNames]:
    """Names that differ by one letter in one long word: one more, one less, another, or two exchanged."""
    texts = [" ".join(name.forms) for name in read]
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        if _SHORTEST_SLIP <= len(text) <= _LONGEST:
            for key in _without_one_letter(text):
                groups[key].append(place)
    compared: set[tuple[int, int]] = set()
    for places in groups.values():
        for pair in combinations(places, 2) if len(places) > 1 else ():
            if pair not in compared:
                compared.add(pair)
                if _is_slip(read[pair[0]].forms, read[pair[1]].forms):
                    yield NearNames(*pair, "slip")


def _without_one_letter(text: str) -> set[int]:
    """Keys of a text and of all texts that it is with one letter left out."""
    return {hash(text), *(hash(text[:place] + text[place + 1 :]) for place in range(len(text)))}


def _is_slip(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if len(one) != len(other):
        # A blank too many or too few: "klimaat plan".
        return "".join(one) == "".join(other)
    differing = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    if len(differing) != 1:
        return False
    first, second = differing[0]
    return (
        min(len(first), len(second)) >= _SHORTEST_SLIP
        # Nobody errs in the first letter: "Gambia" is not "Zambia".
        and first[0] == second[0]
        and first.isalpha()
        and second.isalpha()
        and OSA.distance(first, second, score_cutoff=1) <= 1
    )


def _parts(read: Sequence[_Name]) -> Iterator[NearNames]:
    """Names with which a longer one begins or ends: the longest such name of each."""
    places: dict[tuple[str, ...], int] = {}
    for place, name in enumerate(read):
        places.setdefault(name.families, place)
    for place, name in enumerate(read):
        for length in range(len(name.families) - 1, _SHORTEST_PART - 1, -1):
            beginning = places.get(name.families[:length])
            few = len(name.families) - length <= _MOST_BEFORE
            ending = places.get(name.families[-length:]) if few else None
            if beginning is not None:
                yield NearNames(beginning, place, "prefix")
            if ending is not None:
                yield NearNames(ending, place, "suffix")
            if beginning is not None or ending is not None:
                break
