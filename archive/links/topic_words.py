"""By which words and abbreviations a text names a topic: what is looked for when first mentions become links."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import NamedTuple

import msgspec

from archive.links.abbreviated import abbreviation_key
from archive.links.authority import Authority
from archive.links.common_words import COMMON_WORDS
from archive.links.concepts import Concept
from archive.links.names import TopicKey, subject_name
from archive.text.languages import Language
from archive.text.tokens import fold, printed_tokens


class NameWord(NamedTuple):
    """A word of a name by its family; passes: whether function words may stand before it ("Raad voor het Kind")."""

    family: str
    passes: bool


class TopicWords(msgspec.Struct, frozen=True):
    """The long forms of a topic, word by word, and its abbreviations as they are printed."""

    longs: tuple[tuple[NameWord, ...], ...]
    shorts: tuple[str, ...]


def spaced_words(name: str, language: Language) -> tuple[NameWord, ...]:
    """The words of a name, its function words left out."""
    found: list[NameWord] = []
    passes = False
    for form in filter(None, map(fold, printed_tokens(name))):
        if form in language.function_words:
            passes = True
        else:
            found.append(NameWord(language.family(form), passes and bool(found)))
            passes = False
    return tuple(found)


class TopicNaming:
    """Knows the words of every topic of a corpus. Makes them when they are first asked for."""

    def __init__(
        self,
        names: Mapping[TopicKey, str],
        concepts: Mapping[TopicKey, Concept],
        authority: Authority,
        language: Language,
    ) -> None:
        self._names = names
        self._concepts = concepts
        self._authority = authority
        self._language = language
        self._common: Container[str] = set(map(language.family, COMMON_WORDS.get(language.code, ())))
        self._known: dict[TopicKey, TopicWords] = {}

    def words_of(self, key: TopicKey) -> TopicWords:
        """By what a text names a topic: long forms of at least two words, not all of them common, or abbreviations.

        A single word in running text ("wonen") is as a rule no name.
        """
        words = self._known.get(key)
        if words is None:
            words = self._known[key] = self._words_of(key)
        return words

    def _words_of(self, key: TopicKey) -> TopicWords:
        concept = self._concepts.get(key)
        aliases = self._authority.aliases(key)
        names = [name for name in aliases if not abbreviation_key(name)]
        if concept is None:
            names.append(subject_name(self._names[key]))
        else:
            names += filter(None, (concept.long, *concept.spellings))
        split = (spaced_words(name, self._language) for name in names)
        longs = dict.fromkeys(words for words in split if self._is_name(words))
        shorts = (*(concept.abbreviations if concept else ()), *filter(abbreviation_key, aliases))
        return TopicWords(tuple(longs), tuple(dict.fromkeys(shorts)))

    def _is_name(self, words: tuple[NameWord, ...]) -> bool:
        return len(words) > 1 and not all(word.family in self._common for word in words)
