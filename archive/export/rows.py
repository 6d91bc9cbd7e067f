"""The rows that a record gives to each of the common tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping

import msgspec

from archive.export.columns import Value
from archive.export.sections import placed_tables, sections_of
from archive.export.tables import table_cells
from archive.model.addresses import page_address
from archive.model.notes import note_kind
from archive.model.question import SourceFacts, WrittenQuestion
from archive.model.record import Record
from archive.model.supporting import SupportingDocument
from archive.text.slugs import slug

Row = tuple[Value, ...]


class Exported(msgspec.Struct, frozen=True):
    """A record with what only the corpus and the settings know of it.

    base: what stands before the address of a page. targets: what its references mean, by their place from 0.
    """

    record: Record
    base: str = ""
    targets: Mapping[int, str] = {}

    @property
    def page(self) -> str:
        """The address of its page."""
        return f"{self.base}{page_address(self.record)}"


def base_of(base_url: str | None) -> str:
    """What stands before the address of a page, for an archive with this address or with none."""
    return f"{base_url.rstrip('/')}/" if base_url else ""


def _questions(one: Exported) -> Iterator[Row]:
    record = one.record
    if not isinstance(record, WrittenQuestion):
        return
    asker, minister = record.asker, record.minister
    yield (
        *(record.id, one.page, record.number, record.parliamentary_year),
        *(record.title, record.subject, record.aspect, record.themes),
        *(slug(asker.name), asker.name, asker.printed, asker.party),
        *(slug(minister.name), minister.name, minister.printed, minister.portfolio, minister.competences),
        *map(_day, (record.asked_on, record.answered_on, record.published_on)),
        record.answer.kind if record.answer else None,
        *(record.links.document, record.links.page, record.document_id, record.dossier_id),
        *_source(record.source),
    )


def _documents(one: Exported) -> Iterator[Row]:
    record = one.record
    if isinstance(record, SupportingDocument):
        yield (
            *(record.id, one.page, record.title, record.themes, _day(record.dated_on)),
            *(record.links.document, record.links.page),
            *_source(record.source),
        )


def _answers(one: Exported) -> Iterator[Row]:
    answer = one.record.answer if isinstance(one.record, WrittenQuestion) else None
    if answer:
        yield one.record.id, answer.kind, answer.question_number, _day(answer.question_date)


def _parts(one: Exported) -> Iterator[Row]:
    for section in sections_of(one.record):
        labels = " ".join(section.labels)
        yield one.record.id, section.side, section.position, section.role, labels, section.text


def _attachments(one: Exported) -> Iterator[Row]:
    answer = one.record.answer if isinstance(one.record, WrittenQuestion) else None
    for position, attachment in enumerate(answer.attachments if answer else (), 1):
        yield one.record.id, position, attachment.title, attachment.link


def _tables(one: Exported) -> Iterator[Row]:
    for placed in placed_tables(one.record):
        table, section = placed.table, placed.section
        header = "\n".join("\t".join(row) for row in table.header)
        width = max((len(row) for row in (*table.header, *table.rows)), default=0)
        yield (
            *(one.record.id, placed.number, section.side, section.position, " ".join(section.labels)),
            *(table.caption, table.origin, header, len(table.rows), width),
        )


def _cells(one: Exported) -> Iterator[Row]:
    for placed in placed_tables(one.record):
        for row, row_label, column, column_label, printed, value, unit in table_cells(placed.table):
            yield (
                *(one.record.id, placed.number, int(row), row_label, int(column), column_label),
                *(printed, value or None, unit or None),
            )


def _references(one: Exported) -> Iterator[Row]:
    record = one.record
    for place, found in enumerate(record.references if isinstance(record, WrittenQuestion) else ()):
        yield (
            *(record.id, place + 1, found.kind, found.number, found.parliamentary_year, _day(found.date)),
            *(found.text, one.targets.get(place), found.target),
        )


def _notes(one: Exported) -> Iterator[Row]:
    for position, note in enumerate(one.record.notes, 1):
        yield one.record.id, position, note_kind(note.code), note.code, note.message, note.place


COMMON_ROWS: dict[str, Callable[[Exported], Iterator[Row]]] = {
    "questions": _questions,
    "documents": _documents,
    "answers": _answers,
    "parts": _parts,
    "attachments": _attachments,
    "tables": _tables,
    "cells": _cells,
    "question_references": _references,
    "notes": _notes,
}


def _source(source: SourceFacts) -> Row:
    return source.name, source.sha256, source.media_type, source.bytes, _time(source.ingested_at)


def _day(date: dt.date | None) -> str | None:
    return date.isoformat() if date else None


def _time(moment: dt.datetime | None) -> str | None:
    """The time in UTC as the corpus writes it, "2024-04-25T08:30:00Z"; parts of seconds where there are any."""
    if moment is None:
        return None
    in_utc = moment.astimezone(dt.UTC) if moment.tzinfo else moment
    return f"{in_utc.replace(tzinfo=None).isoformat()}Z"
