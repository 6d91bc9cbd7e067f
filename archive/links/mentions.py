"""Which subjects a record names in its title or text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from archive.links.names import TopicKey, subject_name
from archive.links.word_pairs import NameFinder, Pairs, name_words, pairs_of_name
from archive.text.languages import Language
from archive.text.tokens import printed_tokens

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
        self._words = _Words(language)

    def in_text(self, pairs: Pairs) -> tuple[TopicKey, ...]:
        """The subjects of at least two words that a record with these pairs names, in the order of their keys.

        A single word in running text does not tell what a document is about.
        """
        return tuple(sorted({self._keys[place] for place in self._finder.found_in(pairs)}))

    def in_title(self, title: str, *, single: bool) -> tuple[TopicKey, ...]:
        """The subjects that a title names, in the order of their keys. single: those of one long word too."""
        words = [word for printed in printed_tokens(title) if (word := self._words[printed])]
        found = {self._keys[place] for place in self._finder.found_among(set(pairs_of_name(words)))}
        if single:
            found.update(self._single[word] for word in words if word in self._single)
        return tuple(sorted(found))


class _Words(dict[str, str]):
    """The family of each printed word; "" of a function word."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, printed: str) -> str:
        word = self[printed] = "".join(name_words(printed, self._language)[:1])
        return word
