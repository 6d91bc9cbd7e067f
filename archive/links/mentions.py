"""Which subjects a supporting document names in its title or text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from archive.links.names import TopicKey, subject_name

_WORD = re.compile(r"\w+(?:-\w+)*")
# A single short word as a subject ("Wonen", "Water") stands in too many titles to mean it.
_SHORTEST_SINGLE_WORD = 8


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, case-folded."""
    return tuple(_WORD.findall(text.casefold()))


class SubjectFinder:
    """Finds the subjects of a corpus in running text, in time linear in the text."""

    def __init__(self, names: Mapping[TopicKey, str], aliases: Iterable[tuple[TopicKey, str]] = ()) -> None:
        """names: those of the topics; aliases: other names of them."""
        self._by_first_word: defaultdict[str, list[tuple[tuple[str, ...], TopicKey]]] = defaultdict(list)
        for key, name in (*names.items(), *aliases):
            words = words_of(subject_name(name)) if key.kind == "subject" else ()
            if len(words) > 1 or (words and len(words[0]) >= _SHORTEST_SINGLE_WORD):
                self._by_first_word[words[0]].append((words, key))

    def subjects_in(self, title: str, texts: Iterable[str]) -> tuple[TopicKey, ...]:
        """The subjects that a document with this title and these texts names, in the order of their keys.

        The title may name a subject of one long word; the text must name one of at least two words, because a
        single word in running text does not tell what a document is about.
        """
        found = set(self._found(words_of(title), shortest=1))
        for text in texts:
            found.update(self._found(words_of(text), shortest=2))
        return tuple(sorted(found))

    def _found(self, words: tuple[str, ...], shortest: int) -> Iterable[TopicKey]:
        for place, word in enumerate(words):
            for wanted, key in self._by_first_word.get(word, ()):
                if len(wanted) >= shortest and words[place : place + len(wanted)] == wanted:
                    yield key
