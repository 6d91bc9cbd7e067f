"""What links need of one record, made from that record alone; the links of a corpus are made from these."""

from __future__ import annotations

import datetime as dt
import sys

import msgspec

from archive.links.asked import Asked, asked_of
from archive.links.cards import Card, card_of, topic_names
from archive.links.concept_facts import ConceptFacts, ConceptReader
from archive.links.fingerprints import Fingerprint, fingerprint
from archive.links.laws import LawNaming, laws_named
from archive.links.names import TopicKind
from archive.links.pointers import Pointer, pointers_of
from archive.links.put_to import PutTo, put_to
from archive.links.shared_words import TermCounter
from archive.links.table_facts import table_facts_of
from archive.links.telling import Telling, telling_of
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
        self._counter = TermCounter(language, self.vocabulary)
        self._concepts = ConceptReader(language)

    def facts_of(self, record: Record) -> RecordFacts:
        """The facts of one record."""
        return RecordFacts(
            card=card_of(record),
            names=tuple(topic_names(record)),
            title=slug(record.title),
            laws=laws_named(record),
            addresses=addresses_named(record),
            concepts=self._concepts.read((record.title, *body_texts(record))),
            question=_question_facts(record) if isinstance(record, WrittenQuestion) else None,
            telling=telling_of(record, self._language),
        )

    def terms_of(self, record: Record) -> TermCounts:
        """The words of one record."""
        return self._counter.count(record)


def _question_facts(record: WrittenQuestion) -> QuestionFacts:
    return QuestionFacts(
        asked=asked_of(record),
        fingerprint=fingerprint(asked_texts(record)),
        pointers=pointers_of(record),
        printed=put_to(body_texts(record)),
        party=_shared(record.asker.party),
        portfolio=_shared(record.minister.portfolio),
        competences=tuple(map(sys.intern, record.minister.competences)),
        tables=table_facts_of(record),
    )


def _shared(text: str | None) -> str | None:
    """The same text, kept once for all records that have it."""
    return sys.intern(text) if text else None
