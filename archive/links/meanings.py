"""What the abbreviations of a corpus stand for: the long forms that documents give them, and which of these are one.

Two long forms of one abbreviation are one where the one has all words of the other ("Koninklijk Meteorologisch
Instituut van België"), or where they differ by a letter or two ("voltijdsequivalent", "voltijdequivalent").
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from rapidfuzz import fuzz

from archive.text.tokens import fold

Words = tuple[str, ...]
_Given = tuple[int, str, frozenset[str]]

_NEAR: Final = 90.0
# Letters are easily found inside one long word: that needs a second witness.
_WITNESSES_OF_ONE_WORD: Final = 2
# Of an abbreviation with several meanings the first is the one meant if the others together are so much rarer.
_LEAST_SHARE: Final = 4
_BEGINNING: Final = 5
# Behind the ordinals of all days.
_UNDATED: Final = 1 << 30


class Meaning:
    """A long form in all its spellings. oldest: the day and the id of the oldest record that gives it, and how."""

    def __init__(self, words: Words) -> None:
        self.words = {words}
        self.spellings: Counter[str] = Counter()
        self.shorts: Counter[str] = Counter()
        self.records: set[str] = set()
        self.oldest: tuple[int, str, frozenset[str]] | None = None

    def add(self, short: str, long: str, day: int, id_: str) -> None:
        """Counts one record that gives the long form. day: its ordinal; one without a date counts as the last."""
        self.spellings[long] += 1
        self.shorts[short] += 1
        self.records.add(id_)
        self.oldest = _older(self.oldest, (day or _UNDATED, id_, frozenset((long,))))

    def join(self, other: Meaning) -> None:
        """Takes in another meaning."""
        self.words |= other.words
        self.spellings += other.spellings
        self.shorts += other.shorts
        self.records |= other.records
        self.oldest = _older(self.oldest, other.oldest)

    @property
    def key_name(self) -> str:
        """The spelling to make the address of: one that the oldest record has, so that newer ones change nothing."""
        spellings = self.oldest[2] if self.oldest else self.spellings
        return min(spellings, key=lambda long: (-self.spellings[long], long))

    def resembles(self, text: str) -> bool:
        """Whether at least half of the words of a long form begin a stretch of a text: a translation, another form."""
        plain = fold(text)
        return any(
            2 * sum(word[:_BEGINNING] in plain for word in words) >= len(words) for words in self.words
        )

    @property
    def rank(self) -> tuple[int, list[Words]]:
        """By which of several meanings the most witnessed comes first."""
        return -len(self.records), sorted(self.words)


def _older(one: _Given | None, other: _Given | None) -> _Given | None:
    if one is None or other is None:
        return one or other
    if one[:2] == other[:2]:
        return (*one[:2], one[2] | other[2])
    return min(one, other, key=lambda given: given[:2])


class Meanings:
    """Gathers the meanings of a corpus."""

    def __init__(self) -> None:
        self._by_words: dict[Words, Meaning] = {}
        self._of_short: defaultdict[str, set[Words]] = defaultdict(set)

    def meaning(self, key: str, words: Words) -> Meaning:
        """The meaning of an abbreviation (by its key) whose long form has these words, new if there is none."""
        self._of_short[key].add(words)
        return self.name(words)

    def name(self, words: Words) -> Meaning:
        """The meaning with a long form of these words, whatever abbreviates it; a new one where there is none."""
        return self._by_words.setdefault(words, Meaning(words))

    def knows(self, key: str) -> bool:
        """Whether an abbreviation has a meaning."""
        return key in self._of_short

    def long_forms(self, key: str) -> tuple[Words, ...]:
        """The words of each long form of an abbreviation."""
        return tuple(sorted(self._of_short.get(key, ())))

    def join_near(self) -> None:
        """Makes one of the meanings of each abbreviation that are one, in the order of their witnesses."""
        for key in sorted(self._of_short):
            kept: list[Meaning] = []
            for meaning in sorted(self._meanings(key), key=lambda one: one.rank):
                same = next((one for one in kept if _are_one(one, meaning)), None)
                if same is None:
                    kept.append(meaning)
                    continue
                same.join(meaning)
                for words in meaning.words:
                    self._by_words[words] = same

    def of_words(self, words: Words) -> Meaning | None:
        """The meaning whose long form has these words."""
        return self._by_words.get(words)

    def all(self) -> tuple[Meaning, ...]:
        """Every meaning once that enough records witness."""
        unique = {id(one): one for one in self._by_words.values() if _is_witnessed(one)}
        return tuple(sorted(unique.values(), key=lambda one: sorted(one.words)))

    def settled(self) -> dict[str, Meaning]:
        """By the key of each abbreviation the meaning to go by where a record gives none itself."""
        found: dict[str, Meaning] = {}
        for key in sorted(self._of_short):
            meanings = sorted(filter(_is_witnessed, self._meanings(key)), key=lambda one: one.rank)
            if meanings and _prevails(meanings[0], meanings[1:]):
                found[key] = meanings[0]
        return found

    def _meanings(self, key: str) -> Iterable[Meaning]:
        return {id(one): one for one in map(self._by_words.__getitem__, sorted(self._of_short[key]))}.values()


def _is_witnessed(meaning: Meaning) -> bool:
    is_one_word = all(len(words) == 1 for words in meaning.words)
    # One that no record gives comes from the table of known ones, or from the authority.
    return not meaning.records or not is_one_word or len(meaning.records) >= _WITNESSES_OF_ONE_WORD


def _prevails(first: Meaning, others: Iterable[Meaning]) -> bool:
    return len(first.records) >= _LEAST_SHARE * sum(len(one.records) for one in others)


def _are_one(one: Meaning, other: Meaning) -> bool:
    return any(_are_near(some, words) for some in one.words for words in other.words)


def _are_near(one: Words, other: Words) -> bool:
    if set(one) <= set(other) or set(other) <= set(one):
        return True
    return fuzz.ratio("".join(one), "".join(other), score_cutoff=_NEAR) >= _NEAR
