"""What search knows of a document besides its words: its card, the values of its facets, and the scale of places."""

from __future__ import annotations

import datetime as dt

import msgspec

from archive.model.addresses import page_address
from archive.model.question import WrittenQuestion
from archive.model.record import Record
from archive.model.tables import tables_of

# Between two passages of a zone, so that no phrase reaches from one into the next.
PASSAGE_GAP = 1
# Positions of zone z start at z << ZONE_SHIFT.
ZONE_SHIFT = 22
# What follows in a zone - some 25 MB of text - stands at its last place: still found, but in no phrase.
MOST_PLACES = 1 << ZONE_SHIFT

FACETS = ("minister", "asker", "party", "theme", "parliamentary_year", "answer_kind", "kind", "has_table")


class Card(msgspec.Struct, frozen=True, array_like=True):
    """What a list of hits shows of a document. `date` is when it was asked, or dated if it is no question."""

    id: str
    kind: str
    url: str
    title: str
    number: int | None
    parliamentary_year: str | None
    asker: str | None
    minister: str | None
    date: dt.date | None


def newest_first(card: Card) -> tuple[int, str]:
    """The order in which documents are numbered: newest first, undated last, then by id."""
    return (-card.date.toordinal() if card.date else 1, card.id)


def card_of(record: Record) -> Card:
    """The card of a record."""
    if isinstance(record, WrittenQuestion):
        people = (record.asker.name, record.minister.name)
        place: tuple[int | None, str | None] = (record.number, record.parliamentary_year)
        return Card(
            record.id,
            "written_question",
            page_address(record),
            record.title,
            *place,
            *people,
            record.asked_on,
        )
    return Card(
        record.id,
        "supporting_document",
        page_address(record),
        record.title,
        None,
        None,
        None,
        None,
        record.dated_on,
    )


def facet_values(record: Record) -> tuple[tuple[str, ...], ...]:
    """In the order of FACETS. A question without an answer has the answer kind "none"."""
    themes = tuple(dict.fromkeys(record.themes))
    has_table = ("yes" if any(True for _ in tables_of(record)) else "no",)
    if isinstance(record, WrittenQuestion):
        answer_kind = record.answer.kind if record.answer else "none"
        return (
            (record.minister.name,),
            (record.asker.name,),
            (record.asker.party,) if record.asker.party else (),
            themes,
            (record.parliamentary_year,),
            (answer_kind,),
            ("written_question",),
            has_table,
        )
    return ((), (), (), themes, (), (), ("supporting_document",), has_table)
