"""The words of one document with their places: what the index and the shards are made from."""

from __future__ import annotations

import datetime as dt

import msgspec

from archive.model.addresses import page_address
from archive.model.question import WrittenQuestion
from archive.model.record import Record
from archive.model.tables import tables_of
from archive.search.zones import LENGTH_ZONES, Passage, passages
from archive.text.tokens import tokens

# Between two passages of a zone, so that no phrase or window reaches from one into the next.
PASSAGE_GAP = 64
# Positions of zone z start at z << ZONE_SHIFT.
ZONE_SHIFT = 22

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


class Analysis(msgspec.Struct, frozen=True, array_like=True):
    """One document, ready to be indexed.

    facets: the values of each facet, in the order of FACETS.
    length: tokens in running text.
    occurrences: of each form its positions, ascending; a position is (zone << ZONE_SHIFT) + place.
    """

    card: Card
    facets: tuple[tuple[str, ...], ...]
    length: int
    occurrences: dict[str, list[int]]


def analyse(record: Record) -> Analysis:
    """The words of a record with their places, its card and its facet values."""
    occurrences, length = _occurrences(passages(record))
    return Analysis(_card(record), _facet_values(record), length, occurrences)


def newest_first(card: Card) -> tuple[int, str]:
    """The order in which documents are numbered: newest first, undated last, then by id."""
    return (-card.date.toordinal() if card.date else 1, card.id)


def _occurrences(texts: tuple[Passage, ...]) -> tuple[dict[str, list[int]], int]:
    found: dict[str, list[int]] = {}
    following = [zone << ZONE_SHIFT for zone in range(8)]
    length = 0
    for zone, text in texts:
        position = following[zone]
        for token in tokens(text, position):
            position = token.position
            for form in token.forms:
                found.setdefault(form.text, []).append(position + form.offset)
            length += zone in LENGTH_ZONES
        following[zone] = position + PASSAGE_GAP
    return {form: sorted(set(places)) for form, places in found.items()}, length


def _card(record: Record) -> Card:
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


def _facet_values(record: Record) -> tuple[tuple[str, ...], ...]:
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
