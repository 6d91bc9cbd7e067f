"""The words by which a sentence tells what its subject is: what marks each kind of tell in one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

Tell = Literal["defines", "begins", "intends"]

# Within so many words a negation takes back what a verb tells.
_TAKEN_BACK: Final = 4
# The stronger tell first.
TELLS: Final[tuple[Tell, ...]] = ("defines", "begins", "intends")


class Mark(NamedTuple):
    """What a word tells if one of `then` is among the `within` words behind it; at once where `then` is empty."""

    tell: Tell
    then: frozenset[str]
    within: int


class Tells(NamedTuple):
    """What is looked for in one sentence. All words stand in lower case.

    marks: by word. opening: words that may stand before a name at the head of a sentence without taking its place
    as subject. pointing: first words of a sentence that goes on about the one before it. becoming, into: the two
    words between what was changed and what it became ("omgevormd tot"). negation: what takes a mark back. vague:
    words of a sentence that tells nothing to others: the writer's own person, or what leads elsewhere in the text.
    """

    marks: Mapping[str, Mark]
    opening: frozenset[str]
    pointing: frozenset[str]
    becoming: frozenset[str]
    into: frozenset[str]
    negation: frozenset[str]
    vague: frozenset[str]

    def told(self, words: Sequence[str]) -> Iterator[tuple[int, Tell]]:
        """The place of each mark among the words of a sentence (in lower case), and what it tells."""
        marks = self.marks
        if marks.keys().isdisjoint(words):
            return
        for place in [place for place, word in enumerate(words) if word in marks]:
            mark = marks[words[place]]
            if self._holds(mark, words[place + 1 : place + 1 + max(mark.within, _TAKEN_BACK)]):
                yield place, mark.tell

    def _holds(self, mark: Mark, after: Sequence[str]) -> bool:
        """Whether the words after a mark let it tell."""
        if mark.then and mark.then.isdisjoint(after[: mark.within]):
            return False
        return self.negation.isdisjoint(after[:_TAKEN_BACK])


def marks_of(written: str) -> dict[str, Mark]:
    """Marks as the modules of the languages write them, one line each: "defines bestaat bestaan 12 uit".

    That is the tell, the words, and where others must follow, within how many words, and which.
    """
    marks: dict[str, Mark] = {}
    for line in filter(None, map(str.strip, written.splitlines())):
        tell, *words = line.split()
        number = next((place for place, word in enumerate(words) if word.isdigit()), len(words))
        within = int(words[number]) if number < len(words) else 0
        mark = Mark(next(one for one in TELLS if one == tell), frozenset(words[number + 1 :]), within)
        marks.update(dict.fromkeys(words[:number], mark))
    return marks


def words_of(sentence: str) -> list[str]:
    """The words of a sentence in lower case, without the marks that end or hold a clause."""
    plain = sentence.lower().replace(",", " ").replace(".", " ").replace("(", " ").replace(")", " ")
    return plain.replace(";", " ").replace(":", " ").split()
