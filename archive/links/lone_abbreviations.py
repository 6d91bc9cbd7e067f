"""Abbreviations that are names by themselves, whether or not a document says what they stand for.

Such a one is written in capitals throughout, at least three of records have it (two in a small corpus), and hardly any
has the word in small letters: "VDAB" is one, a word of a title is not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from archive.links.abbreviated import abbreviation_key, may_stand_alone
from archive.links.facts import RecordFacts
from archive.links.word_pairs import unpacked, word_number
from archive.text.languages import Language
from archive.text.tokens import fold

# Of thousands of records two share a code by chance.
_LEAST: Final = 3
_LEAST_OF_FEW: Final = 2
# For so many records that have a word in capitals one may have it in small letters.
_SMALL_SHARE: Final = 0.2


def lone_abbreviations(
    facts: Sequence[RecordFacts], language: Language, told: Collection[str], *, few: bool
) -> dict[str, tuple[str, ...]]:
    """Each such abbreviation with the ids of the records that have it, both in their order.

    told: keys of those that the user says are names, of which one record is enough. few: whether the corpus is small.
    """
    records: defaultdict[str, list[str]] = defaultdict(list)
    for one in facts:
        for short in one.concepts.used:
            records[short].append(one.id)
    least = _LEAST_OF_FEW if few else _LEAST
    often = {short: ids for short, ids in records.items() if len(ids) >= least and may_stand_alone(short)}
    numbers = {short: word_number(language.family(fold(short))) for short in often}
    small = _in_small_letters(facts, numbers.values())
    kept = {short for short, ids in often.items() if small[numbers[short]] <= _SMALL_SHARE * len(ids)}
    kept.update(short for short in records if abbreviation_key(short) in told)
    return {short: tuple(records[short]) for short in sorted(kept)}


def _in_small_letters(facts: Iterable[RecordFacts], wanted: Iterable[int]) -> Counter[int]:
    """In how many records the words with some numbers stand in small letters."""
    numbers = set(wanted)
    counts = Counter[int]()
    for one in facts:
        counts.update(numbers.intersection(unpacked(one.concepts.small).tolist()))
    return counts
