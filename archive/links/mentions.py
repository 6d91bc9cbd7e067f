"""Which subjects a record names in its title or text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import numpy as np

from archive.links.names import TopicKey, subject_name
from archive.links.word_pairs import NameFinder, Pairs, name_words, pairs_of_name
from archive.text.languages import Language

# A single short word as a subject ("Wonen", "Water") stands in too many titles to mean it.
_SHORTEST_SINGLE_WORD: Final = 8


class SubjectFinder:
    """Finds the subjects of a corpus in records, by names of at least two words, in any inflection."""

    def __init__(
        self, names: Mapping[TopicKey, str], aliases: Iterable[tuple[TopicKey, str]], language: Language
    ) -> None:
        """names: those of the topics; aliases: other names of them."""
        self._language = language
        self._keys: list[TopicKey] = []
        self._single: dict[str, TopicKey] = {}
        numbers: list[tuple[int, ...]] = []
        for key, name in (*names.items(), *aliases):
            words = name_words(subject_name(name), language) if key.kind == "subject" else ()
            if len(words) > 1:
                self._keys.append(key)
                numbers.append(pairs_of_name(words))
            elif words and len(words[0]) >= _SHORTEST_SINGLE_WORD:
                self._single[words[0]] = key
        self._finder = NameFinder(numbers)

    def in_text(self, pairs: Pairs) -> tuple[TopicKey, ...]:
        """The subjects of at least two words that a record with these pairs names, in the order of their keys.

        A single word in running text does not tell what a document is about.
        """
        return tuple(sorted({self._keys[place] for place in self._finder.found_in(pairs)}))

    def in_title(self, title: str, *, single: bool) -> tuple[TopicKey, ...]:
        """The subjects that a title names, in the order of their keys. single: those of one long word too."""
        words = name_words(title, self._language)
        pairs = np.unique(np.array(pairs_of_name(words), np.uint32))
        found = {self._keys[place] for place in self._finder.found_in(pairs)} if len(words) > 1 else set()
        if single:
            found.update(self._single[word] for word in words if word in self._single)
        return tuple(sorted(found))
