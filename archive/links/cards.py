"""Cards: what a list of records says of each, and under which topics it stands."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator

import msgspec

from archive.links.names import TopicKey, TopicKind
from archive.model.addresses import page_address
from archive.model.question import AnswerKind, WrittenQuestion
from archive.model.record import Record
from archive.model.supporting import SupportingDocument


class Card(msgspec.Struct, frozen=True):
    """The few facts of a record that lists and links show.

    date: asked_on of a question, dated_on of a supporting document. answer_kind is None where there is no
    answer, or the record is no question. party: that of the asker, where the record tells it.
    topics: each topic once, in the order theme, subject, people, competences, year.
    """

    id: str
    address: str
    title: str
    date: dt.date | None
    topics: tuple[TopicKey, ...] = ()
    number: int | None = None
    parliamentary_year: str | None = None
    asker: str | None = None
    minister: str | None = None
    answer_kind: AnswerKind | None = None
    party: str | None = None

    @property
    def is_question(self) -> bool:
        return self.number is not None


def topic_names(record: Record) -> Iterator[tuple[TopicKind, str]]:
    """Every topic that the record itself names, as kind and name; empty names are left out."""
    named: list[tuple[TopicKind, str]] = [("theme", theme) for theme in record.themes]
    if isinstance(record, WrittenQuestion):
        named += [
            ("subject", record.subject),
            ("asker", record.asker.name),
            ("minister", record.minister.name),
            *(("competence", name) for name in record.minister.competences),
            ("year", record.parliamentary_year),
        ]
    return ((kind, sys.intern(name)) for kind, name in named if name.strip())


def card_of(record: Record) -> Card:
    """The card of a record, without topics: `with_topics` tells them."""
    if isinstance(record, SupportingDocument):
        return Card(record.id, page_address(record), record.title, record.dated_on)
    return Card(
        id=record.id,
        address=page_address(record),
        title=record.title,
        date=record.asked_on,
        number=record.number,
        parliamentary_year=sys.intern(record.parliamentary_year),
        asker=sys.intern(record.asker.name),
        minister=sys.intern(record.minister.name),
        answer_kind=record.answer.kind if record.answer else None,
        party=sys.intern(record.asker.party) if record.asker.party else None,
    )


def with_topics(card: Card, keys: Iterable[TopicKey]) -> Card:
    """The card of a record that stands under these topics; records of one topic share its key."""
    return msgspec.structs.replace(card, topics=tuple(dict.fromkeys(keys)))


def newest_first(cards: Iterable[Card]) -> tuple[Card, ...]:
    """The cards by date, newest first and undated last; on one date in the order of their ids."""
    return tuple(sorted(cards, key=lambda card: (-(card.date.toordinal() if card.date else 0), card.id)))
