"""Organisations and measures that the documents of a corpus name: with what abbreviations, and in which records.

They are discovered from what documents say an abbreviation stands for. A record names one by any of its long forms,
in any inflection, or by its abbreviation: in the meaning that the record gives it itself, else in the one that is
settled in the corpus. An abbreviation that no document and no table explains is one by itself, if two records have
it, all in capitals, and hardly any has the word in small letters. A name that is a subject's is that subject.

In a corpus of more than 50 records only what at least two of them name gets a page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal

import msgspec
import numpy as np

from archive.links.abbreviated import abbreviation_key, may_stand_alone
from archive.links.authority import Authority
from archive.links.concept_classes import ConceptClass, concept_class
from archive.links.facts import RecordFacts
from archive.links.known_concepts import known_concepts
from archive.links.meanings import Meaning, Meanings, Words
from archive.links.names import TopicKey
from archive.links.word_pairs import NameFinder, name_words, pairs_of_name, unpacked, word_number
from archive.text.languages import Language
from archive.text.tokens import fold

SMALL_CORPUS: Final = 50
_LEAST_RECORDS: Final = 2
# Of an abbreviation that nobody explains; two of thousands share one by chance.
_LEAST_UNEXPLAINED: Final = 3
# For so many records that have a word in capitals one may have it in small letters.
_SMALL_SHARE: Final = 0.2

ToldBy = Literal["documents", "table", "nobody"]


class Concept(msgspec.Struct, frozen=True):
    """An organisation or measure. key: that of its topic, which is a subject's where the names are one.

    long: as most documents write it, None where no long form is known; abbreviations: the most used first.
    spellings: the other long forms that documents write. told_by: who says what the abbreviation stands for.
    """

    key: TopicKey
    long: str | None
    abbreviations: tuple[str, ...]
    concept_class: ConceptClass
    spellings: tuple[str, ...] = ()
    told_by: ToldBy = "documents"

    @property
    def name(self) -> str:
        """The name for headings and lists: "Lokale diensteneconomie (LDE)"."""
        if self.long is None:
            return self.abbreviations[0]
        long = self.long[:1].upper() + self.long[1:]
        return f"{long} ({self.abbreviations[0]})" if self.abbreviations else long


class Concepts(msgspec.Struct, frozen=True):
    """by_key: each concept; named: by the id of a record the keys of those that it names, in their order."""

    by_key: dict[TopicKey, Concept]
    named: dict[str, tuple[TopicKey, ...]]


def least_records(corpus_size: int) -> int:
    """How many records must name something for it to get a page."""
    return _LEAST_RECORDS if corpus_size > SMALL_CORPUS else 1


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
        # What the authority says an abbreviation stands for.
        self._told: dict[str, Words] = {}
        self._known: set[Words] = set()

    def concepts(self) -> Concepts:
        self._read_authority()
        self._read_documents()
        self._read_table()
        self._meanings.join_near()
        meanings = self._meanings.all()
        keys = {words: key for one in meanings for key in [self._key(one)] for words in one.words}
        named = self._named(meanings, keys)
        alone = dict(self._unexplained())
        counts = Counter(key for some in named.values() for key in some)
        counts.update({key: len(ids) for key, (_, ids) in alone.items()})
        least = least_records(len(self._facts))
        by_key = dict(self._described(meanings, keys))
        by_key.update(
            (key, Concept(key, None, (short,), "term", told_by="nobody")) for key, (short, _) in alone.items()
        )
        for key, (_, ids) in alone.items():
            for id_ in ids:
                named[id_].add(key)
        kept = {
            key: one for key, one in sorted(by_key.items()) if counts[key] >= least or key.kind != "concept"
        }
        return Concepts(
            kept, {id_: tuple(sorted(key for key in some if key in kept)) for id_, some in named.items()}
        )

    def _name_words(self, name: str) -> Words:
        words = self._words.get(name)
        if words is None:
            words = self._words[name] = name_words(name, self._language)
        return words

    def _read_authority(self) -> None:
        for entry in self._authority.entries:
            if entry.kind != "concept":
                continue
            names = (entry.name, *entry.aliases)
            longs = [name for name in names if not abbreviation_key(name) and self._name_words(name)]
            for long in longs:
                self._meanings.name(self._name_words(long)).spellings[long] += 0
            for short in filter(abbreviation_key, names):
                if longs:
                    words = self._told[abbreviation_key(short)] = self._name_words(longs[0])
                    self._meanings.meaning(abbreviation_key(short), words).shorts[short] += 0

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
                self._known.add(words)

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
            told_by: ToldBy = "documents" if any(one.records for one in some) else "table"
            yield key, Concept(key, long, _by_use(shorts), concept_class(long), tuple(others), told_by)

    def _named(self, meanings: Iterable[Meaning], keys: Mapping[Words, TopicKey]) -> dict[str, set[TopicKey]]:
        """By the id of each record the concepts that it names."""
        settled = {key: keys[min(one.words)] for key, one in self._meanings.settled().items()}
        settled.update((short, keys[words]) for short, words in self._told.items() if words in keys)
        words = [some for one in meanings for some in sorted(one.words)]
        finder = NameFinder([pairs_of_name(some) for some in words])
        named: dict[str, set[TopicKey]] = {}
        for one in self._facts:
            found = {keys[words[place]] for place in finder.found_in(unpacked(one.concepts.pairs))}
            own = {
                abbreviation_key(naming.short): keys.get(self._name_words(naming.long))
                for naming in one.concepts.namings
            }
            for short in {*own, *map(abbreviation_key, one.concepts.used)}:
                key = own.get(short) or settled.get(short)
                if key:
                    found.add(key)
            named[one.id] = found
        return named

    def _unexplained(self) -> Iterator[tuple[TopicKey, tuple[str, list[str]]]]:
        """The abbreviations that nobody explains, as printed, with the ids of the records that have them."""
        records: defaultdict[str, list[str]] = defaultdict(list)
        for one in self._facts:
            for short in one.concepts.used:
                if may_stand_alone(short) and not self._meanings.knows(abbreviation_key(short)):
                    records[short].append(one.id)
        least = _LEAST_UNEXPLAINED if len(self._facts) > SMALL_CORPUS else _LEAST_RECORDS
        often = {short: ids for short, ids in records.items() if len(ids) >= least}
        numbers = {short: word_number(self._language.family(fold(short))) for short in often}
        small = self._in_small_letters(numbers.values())
        for short, ids in sorted(often.items()):
            if small[numbers[short]] <= _SMALL_SHARE * len(ids):
                yield self._authority.key("concept", short), (short, ids)

    def _in_small_letters(self, wanted: Iterable[int]) -> Counter[int]:
        """In how many records the words with some numbers stand in small letters."""
        numbers = np.array(sorted(wanted), np.uint32)
        counts = np.zeros(len(numbers), np.int64)
        for one in self._facts:
            counts += np.isin(numbers, unpacked(one.concepts.small), assume_unique=True)
        return Counter(dict(zip(numbers.tolist(), counts.tolist(), strict=True)))


def _by_use(shorts: Counter[str]) -> tuple[str, ...]:
    return tuple(sorted(shorts, key=lambda short: (-shorts[short], short)))
