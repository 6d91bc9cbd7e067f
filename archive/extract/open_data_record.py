"""Makes a record without text of what the open-data service says of a question."""

from __future__ import annotations

import datetime as dt
from typing import Any
from urllib.parse import parse_qs

import msgspec

from archive.errors import Refusal
from archive.extract.open_data_values import (
    Address,
    Named,
    addresses_in,
    day_in,
    person_in,
    text_in,
    texts_in,
    whole_number_in,
    year_in,
)
from archive.model.question import Body, Links, Minister, Note, Person, SourceFacts, WrittenQuestion
from archive.text.parliamentary_year import parliamentary_year
from archive.text.slugs import slug
from archive.text.titles import parse_title
from archive.text.web_address import split_address

# What the statuses of the procedure date. Others are kept as notes.
_DATED = {
    "vraag gesteld aan de minister": "asked_on",
    "tijdig beantwoord": "answered_on",
    "laattijdig beantwoord": "answered_on",
    "antwoord ontvangen": "answered_on",
    "antwoord gepubliceerd": "published_on",
}


class _Procedure(msgspec.Struct, frozen=True):
    """The dates of the procedure by their fields, with notes of what has no field and of contradictions."""

    dates: dict[str, dt.date]
    notes: tuple[Note, ...]


def make_record(value: Any, facts: SourceFacts, place: str) -> WrittenQuestion:
    """The record. Raises Refusal ("half_record") without number, year, minister or asker, which make a question one."""
    given: dict[str, Any] = value if isinstance(value, dict) else {}
    procedure = _procedure(given.get("procedureverloop"))
    asked_on = procedure.dates.get("asked_on")
    number, year = whole_number_in(given.get("vraagnummer")), year_in(given.get("zittingsjaar"))
    asker, minister = person_in(given.get("vraagsteller")), person_in(given.get("minister"))
    told = year or (parliamentary_year(asked_on) if asked_on else None)
    if number is None or told is None or asker is None or minister is None:
        raise _half(
            place, {"vraagnummer": number, "zittingsjaar": told, "vraagsteller": asker, "minister": minister}
        )
    printed = text_in(given.get("titel")) or text_in(given.get("onderwerp"))
    title = parse_title(printed or f"Schriftelijke vraag nr. {number}")
    documents = list(addresses_in(given.get("bestand-ordered")))
    known = asker.proper.known
    return WrittenQuestion(
        id=f"{told}/{slug(minister.proper.name)}/{number}",
        number=number,
        parliamentary_year=told,
        title=title.text,
        subject=title.subject,
        aspect=title.aspect,
        themes=texts_in(given.get("thema")),
        asker=Person(
            asker.proper.name, asker.printed, known.party_on(asked_on) if known and asked_on else None
        ),
        minister=Minister(minister.proper.name, minister.printed),
        asked_on=asked_on,
        answered_on=procedure.dates.get("answered_on"),
        published_on=procedure.dates.get("published_on"),
        question=Body(),
        answer=None,
        links=Links(documents[0].address if documents else None, None),
        document_id=_file_number(documents),
        dossier_id=text_in(given.get("id")),
        references=(),
        source=facts,
        notes=(
            Note("only_metadata", "the open-data service tells of the question; its text is not here", "question"),
            *([] if printed else [_no_title()]),
            *([] if year else [_guessed_year()]),
            *_name_notes(asker, "asker"),
            *_name_notes(minister, "minister"),
            *procedure.notes,
            *_other_notes(given, printed, documents),
        ),
    )  # fmt: skip


def _half(place: str, wanted: dict[str, object]) -> Refusal:
    missing = ", ".join(name for name, value in wanted.items() if value is None)
    cause = f"the record does not say which question it is of: {missing} missing or not understood"
    return Refusal(place, cause, "fetch it again, or ingest the document itself", code="half_record")


def _procedure(value: Any) -> _Procedure:
    dates: dict[str, dt.date] = {}
    notes: list[Note] = []
    for entry in value if isinstance(value, list) else ():
        status = text_in(entry.get("status")) if isinstance(entry, dict) else None
        if status is None:
            continue
        printed = text_in(entry.get("datum"))
        day, field = day_in(printed), _DATED.get(status.casefold())
        if field is None or day is None:
            said = f"'{status}' on {printed}" if printed else f"'{status}' without a date"
            notes.append(Note("procedure", f"the procedure says {said}", "source"))
        elif dates.setdefault(field, day) != day:
            message = f"the procedure says '{status}' on {day}, the record has '{dates[field]}'"
            notes.append(Note("date_contradiction", message, field))
    return _Procedure(dates, tuple(notes))


def _file_number(documents: list[Address]) -> str | None:
    """The number by which the parliament's file service names the document: "pfile?id=2063933"."""
    query = split_address(documents[0].address).query if documents else ""
    return next(iter(parse_qs(query).get("id", [])), None)


def _no_title() -> Note:
    return Note("no_title", "the record has no title; its number stands in place of one", "title")


def _guessed_year() -> Note:
    message = "the record has no parliamentary year; it is that of the day on which the question was asked"
    return Note("guessed_year", message, "parliamentary_year")


def _name_notes(name: Named, field: str) -> list[Note]:
    if name.proper.known:
        return []
    near = f"; the table has '{name.proper.near}'" if name.proper.near else ""
    return [Note("unknown_name", f"'{name.proper.name}' is not in the table of names{near}", field)]


def _other_notes(given: dict[str, Any], title: str | None, documents: list[Address]) -> list[Note]:
    """What the service says and no field of a record has a place for."""
    notes: list[Note] = []
    subject, answer = text_in(given.get("onderwerp")), text_in(given.get("soort-antwoord"))
    if subject and title and parse_title(subject) != parse_title(title):
        notes.append(Note("title_contradiction", f"the record also has the subject '{subject}'", "title"))
    if answer:
        notes.append(Note("kind_of_answer", f"the service calls the answer '{answer}'", "answer"))
    if isinstance(in_time := given.get("tijdig"), bool):
        said = "in time" if in_time else "late"
        notes.append(Note("in_time", f"the service says that the answer came {said}", "answered_on"))
    for file in documents[1:]:
        notes.append(Note("other_file", f"the record names one more document: {file.address}", "links"))
    for file in addresses_in(given.get("bijlage")):
        said = f"'{file.title}': {file.address}" if file.title else file.address
        notes.append(Note("attachment_link", f"the record names an attachment: {said}", "answer"))
    return notes
