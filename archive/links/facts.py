"""What links need of one record, made from that record alone; the links of a corpus are made from these."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from archive.links.asked import Asked, asked_of
from archive.links.cards import Card, card_of, topic_names
from archive.links.concept_facts import ConceptFacts, concept_facts_of
from archive.links.fingerprints import Fingerprint, fingerprint
from archive.links.laws import LawNaming, laws_named
from archive.links.names import TopicKind
from archive.links.pointers import Pointer, pointers_of
from archive.links.put_to import PutTo, put_to
from archive.links.shared_words import term_counts
from archive.links.table_facts import table_facts_of
from archive.links.telling import Telling, telling_of
from archive.links.text_words import TextWords, WordReader
from archive.links.vocabulary import TermCounts, Vocabulary
from archive.links.web_addresses import NamedAddresses, addresses_named
from archive.links.wordings import asked_texts, body_texts
from archive.model.question import WrittenQuestion
from archive.model.record import Record
from archive.text.languages import Language
from archive.text.slugs import slug


class QuestionFacts(msgspec.Struct, frozen=True):
    """Of a question: how others name it, what it asks, what it points to, the asker's party, the minister's office.

    competences: what the minister was competent for, one by one, as the record has them. tables: those of the answer,
    packed.
    """

    asked: Asked
    fingerprint: Fingerprint
    pointers: tuple[Pointer, ...]
    printed: tuple[PutTo, ...]
    party: str | None
    portfolio: str | None
    competences: tuple[str, ...]
    tables: bytes = b""


class RecordFacts(msgspec.Struct, frozen=True):
    """Of any record: little, because those of all records are in memory at once.

    card: without topics. names: every topic that the record itself names, as kind and name. title: its slug.
    concepts: by what it is known which names stand in it. question: None of a supporting document.
    laws, addresses: those that it names. telling: what it tells for the pages of its topics.
    """

    card: Card
    names: tuple[tuple[TopicKind, str], ...]
    title: str
    concepts: ConceptFacts
    laws: tuple[LawNaming, ...] = ()
    addresses: NamedAddresses = NamedAddresses()
    question: QuestionFacts | None = None
    telling: Telling = Telling()

    @property
    def id(self) -> str:
        return self.card.id

    @property
    def day(self) -> int:
        """The day of the record as an ordinal; 0 where that is unknown."""
        date: dt.date | None = self.card.date
        return date.toordinal() if date else 0


class FactsReader:
    """Reads the facts of records, and counts their words by the numbers that `vocabulary` gives them."""

    def __init__(self, language: Language, vocabulary: Vocabulary | None = None) -> None:
        self.vocabulary = Vocabulary() if vocabulary is None else vocabulary
        self._language = language
        self._words = WordReader(language, self.vocabulary)

    def read(self, record: Record) -> tuple[RecordFacts, TermCounts]:
        """The facts of one record, and its words."""
        asked = tuple(asked_texts(record)) if isinstance(record, WrittenQuestion) else ()
        texts = (record.title, *body_texts(record))
        words = self._words.read(texts)
        facts = RecordFacts(
            card=card_of(record),
            names=tuple(topic_names(record)),
            title=slug(record.title),
            laws=laws_named(record),
            addresses=addresses_named(record),
            concepts=concept_facts_of(texts, words, self._language),
            question=_question_facts(record, texts, _asked_words(words, len(asked)))
            if isinstance(record, WrittenQuestion)
            else None,
            telling=telling_of(record, self._language),
        )
        return facts, term_counts(words)


def _asked_words(words: TextWords, texts: int) -> npt.NDArray[np.uint64]:
    """The hashes of the words of the question, which stand behind those of the title."""
    hashes = words.hashes[words.ends[0] : words.ends[texts]]
    asked: npt.NDArray[np.uint64] = hashes[hashes != 0]
    return asked


def _question_facts(
    record: WrittenQuestion, texts: Sequence[str], asked: npt.NDArray[np.uint64]
) -> QuestionFacts:
    return QuestionFacts(
        asked=asked_of(record),
        fingerprint=fingerprint(asked),
        pointers=pointers_of(record),
        printed=put_to(texts[1:]),
        party=_shared(record.asker.party),
        portfolio=_shared(record.minister.portfolio),
        competences=tuple(map(sys.intern, record.minister.competences)),
        tables=table_facts_of(record),
    )


def _shared(text: str | None) -> str | None:
    """The same text, kept once for all records that have it."""
    return sys.intern(text) if text else None
