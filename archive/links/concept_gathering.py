"""Gathers the organisations and measures of a corpus from what its documents say of their abbreviations.

A record names one by any of its long forms, in any inflection, or by its abbreviation: in the meaning that the record
gives it itself, else in the one that is settled in the corpus. A name that is a subject's is that subject.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Final

from archive.links.abbreviated import abbreviation_key
from archive.links.authority import Authority
from archive.links.concept_classes import concept_class
from archive.links.concepts import SMALL_CORPUS, Concept, Concepts, ExplainedShort, ToldBy, least_records
from archive.links.facts import RecordFacts
from archive.links.known_concepts import known_concepts
from archive.links.lone_abbreviations import lone_abbreviations
from archive.links.meanings import Meaning, Meanings, Words
from archive.links.names import TopicKey
from archive.links.word_pairs import NameFinder, name_words, pairs_of_name, unpacked
from archive.text.languages import Language

# What so many records say of an abbreviation is meant by one that puts it behind other words, too.
_SURE: Final = 5


def gather_concepts(
    facts: Sequence[RecordFacts],
    subjects: Container[TopicKey],
    authority: Authority,
    language: Language,
) -> Concepts:
    """The concepts of a corpus. subjects: the keys of its subjects."""
    return _Gathering(facts, subjects, authority, language).concepts()


class _Gathering:
    """Gathers what the authority, the documents and the table of known ones say, in that order."""

    def __init__(
        self,
        facts: Sequence[RecordFacts],
        subjects: Container[TopicKey],
        authority: Authority,
        language: Language,
    ) -> None:
        self._facts = facts
        self._subjects = subjects
        self._authority = authority
        self._language = language
        self._words: dict[str, Words] = {}
        self._meanings = Meanings()
        # What the authority says an abbreviation stands for, and those that it names without a long form.
        self._told: dict[str, Words] = {}
        self._alone: set[str] = set()

    def concepts(self) -> Concepts:
        self._read_authority()
        self._read_documents()
        self._read_table()
        self._meanings.join_near()
        meanings = self._meanings.all()
        keys = {words: key for one in meanings for key in [self._key(one)] for words in one.words}
        named = self._named(meanings, keys)
        counts = Counter(key for some in named.values() for key in some)
        least = least_records(len(self._facts))
        described = self._described(meanings, keys)
        by_key = {key: one for key, one in described if counts[key] >= least or key.kind != "concept"}
        explained = tuple(self._told_of_lone(by_key, named, keys))
        return Concepts(
            dict(sorted(by_key.items())),
            {id_: tuple(sorted(key for key in some if key in by_key)) for id_, some in named.items()},
            explained,
        )

    def _told_of_lone(
        self,
        by_key: dict[TopicKey, Concept],
        named: dict[str, set[TopicKey]],
        keys: Mapping[Words, TopicKey],
    ) -> Iterator[ExplainedShort]:
        """Adds the abbreviations that nobody explains to the concepts; gives those that somebody does."""
        few = len(self._facts) <= SMALL_CORPUS
        for short, ids in lone_abbreviations(self._facts, self._language, self._alone, few=few).items():
            key = self._authority.key("concept", short)
            meant = {
                keys[words] for words in self._meanings.long_forms(abbreviation_key(short)) if words in keys
            }
            means = tuple(sorted(meant & by_key.keys()))
            if key in by_key:
                continue
            if means:
                yield ExplainedShort(key, short, means)
                continue
            by_key[key] = Concept(key, None, (short,), "term", told_by="nobody")
            for id_ in ids:
                named[id_].add(key)

    def _name_words(self, name: str) -> Words:
        words = self._words.get(name)
        if words is None:
            words = self._words[name] = name_words(name, self._language)
        return words

    def _read_authority(self) -> None:
        for entry in self._authority.entries:
            if entry.kind not in {"concept", "subject"}:
                continue
            names = (entry.name, *entry.aliases)
            longs = [name for name in names if not abbreviation_key(name) and self._name_words(name)]
            shorts = [name for name in names if abbreviation_key(name)]
            # A subject without abbreviations is found by its own names (archive.links.mentions).
            for long in longs if shorts or entry.kind == "concept" else ():
                self._meanings.name(self._name_words(long)).spellings[long] += 0
            for short in shorts:
                if longs:
                    words = self._told[abbreviation_key(short)] = self._name_words(longs[0])
                    self._meanings.meaning(abbreviation_key(short), words).shorts[short] += 0
                elif entry.kind == "concept":
                    self._alone.add(abbreviation_key(short))

    def _read_documents(self) -> None:
        for one in self._facts:
            for naming in one.concepts.namings:
                if words := self._name_words(naming.long):
                    meaning = self._meanings.meaning(abbreviation_key(naming.short), words)
                    meaning.add(naming.short, naming.long, one.day, one.id)

    def _read_table(self) -> None:
        if self._language.code != "nl":
            return
        used = {short for one in self._facts for short in one.concepts.used}
        for key in sorted(set(map(abbreviation_key, used))):
            known = known_concepts().get(key)
            if known is None or self._meanings.knows(key):
                continue
            words = self._name_words(known.long)
            meaning = self._meanings.meaning(key, words)
            meaning.shorts[known.short] += 0
            if not meaning.records:
                meaning.spellings[known.long] += 0

    def _key(self, meaning: Meaning) -> TopicKey:
        """The key of a meaning: that of the subject that has its name, else that of its oldest spelling."""
        for spelling in sorted(meaning.spellings):
            key = self._authority.key("subject", spelling)
            if key in self._subjects:
                return key
        return self._authority.key("concept", meaning.key_name)

    def _described(
        self, meanings: Iterable[Meaning], keys: Mapping[Words, TopicKey]
    ) -> Iterator[tuple[TopicKey, Concept]]:
        of_key: defaultdict[TopicKey, list[Meaning]] = defaultdict(list)
        for one in meanings:
            of_key[keys[min(one.words)]].append(one)
        for key, some in of_key.items():
            spellings, shorts = Counter[str](), Counter[str]()
            for one in some:
                spellings.update(one.spellings)
                shorts.update(one.shorts)
            long, *others = sorted(spellings, key=lambda name: (-spellings[name], name))
            yield (
                key,
                Concept(key, long, _by_use(shorts), concept_class(long), tuple(others), self._told_by(some)),
            )

    def _is_meant(self, meaning: Meaning, introduction: str | None) -> bool:
        """Whether a record that puts an abbreviation behind some words means what few others say that it stands for."""
        return introduction is None or not 0 < len(meaning.records) < _SURE or meaning.resembles(introduction)

    def _told_by(self, meanings: Iterable[Meaning]) -> ToldBy:
        if any(one.records for one in meanings):
            return "documents"
        told = set(self._told.values())
        return "table" if told.isdisjoint(words for one in meanings for words in one.words) else "authority"

    def _named(self, meanings: Iterable[Meaning], keys: Mapping[Words, TopicKey]) -> dict[str, set[TopicKey]]:
        """By the id of each record the concepts that it names."""
        settled = self._meanings.settled()
        for short, told in self._told.items():
            settled[short] = self._meanings.name(told)
        words = [some for one in meanings for some in sorted(one.words)]
        finder = NameFinder([pairs_of_name(some) for some in words])
        named: dict[str, set[TopicKey]] = {}
        for one in self._facts:
            found = {keys[words[place]] for place in finder.found_in(unpacked(one.concepts.pairs))}
            own = {
                abbreviation_key(naming.short): keys.get(self._name_words(naming.long))
                for naming in one.concepts.namings
            }
            introduced = {
                abbreviation_key(naming.short): naming.long for naming in one.concepts.introductions
            }
            for short in {*own, *map(abbreviation_key, one.concepts.used)}:
                meaning = settled.get(short)
                if own.get(short) is None and meaning and self._is_meant(meaning, introduced.get(short)):
                    own[short] = keys.get(min(meaning.words))
            found.update(filter(None, own.values()))
            named[one.id] = found
        return named


def _by_use(shorts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(shorts, key=lambda short: (-shorts[short], short)))
