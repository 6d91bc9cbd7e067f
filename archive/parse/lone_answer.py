"""Makes the record of an answer whose question stands in another file, as older practice was (antw.088.docx)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from archive.errors import Refusal
from archive.model.document import Line
from archive.model.question import Body, Minister, Note, Person, SourceFacts, WrittenQuestion
from archive.parse.answer_head import AnswerHead, parse_answer_head
from archive.parse.body import ParsedBody
from archive.parse.capitals import names_office
from archive.parse.head import Head
from archive.parse.header_block import HeaderBlock
from archive.parse.merge import NO_QUESTION
from archive.parse.places import source_place
from archive.parse.question import name_notes, parse_answer, record_texts, stray_notes
from archive.parse.references import find_references
from archive.text.competences import split_competences
from archive.text.names import proper_name
from archive.text.parliamentary_year import parliamentary_year
from archive.text.slugs import slug
from archive.text.titles import fold_blanks, parse_title
from archive.text.unwrap import Shape

# Further down, the word begins a section of a report.
_HEADING_WITHIN = 12


class _Fields(msgspec.Struct, frozen=True):
    """What the head of the answer must tell to know the question by."""

    number: int
    date: dt.date
    asker: str
    minister: str
    portfolio: str | None


def find_lone_answer(lines: Sequence[Line], header: HeaderBlock) -> AnswerHead | None:
    """The head of the answer with which a document begins, None where it begins otherwise.

    It is one only if it says to which question: "ANTWOORD op vraag nr. 88 van 12 maart 2010".
    """
    absent = Head(0, "", "", None, None, None, header.end)
    found = parse_answer_head(lines, absent)
    if found is None or found.number_printed is None:
        return None
    above = [line for line in lines[header.end : found.start] if line.text.strip()]
    return found if len(above) <= _HEADING_WITHIN else None


def parse_lone_answer(
    lines: Sequence[Line], found: AnswerHead, header: HeaderBlock, shape: Shape, source: SourceFacts
) -> WrittenQuestion:
    """The record, with an empty question. Raises Refusal when the head does not tell which question it answers."""
    start, found = _with_minister(lines, found, header.end)
    fields = _complete(found, lines[found.start], source.name)
    answered = parse_answer(lines, found, ParsedBody(Body(), ()), shape)
    asker, minister = proper_name(fields.asker), proper_name(fields.minister)
    year = parliamentary_year(fields.date)
    title = parse_title(header.title or f"Antwoord op schriftelijke vraag nr. {fields.number}")
    return WrittenQuestion(
        id=f"{year}/{slug(minister.name)}/{fields.number}",
        number=fields.number,
        parliamentary_year=year,
        title=title.text,
        subject=title.subject,
        aspect=title.aspect,
        themes=header.themes,
        asker=Person(asker.name, fields.asker, asker.known.party_on(fields.date) if asker.known else None),
        minister=Minister(
            minister.name, fields.minister, fields.portfolio, split_competences(fields.portfolio or "")
        ),
        asked_on=fields.date,
        answered_on=None,
        published_on=None,
        question=Body(),
        answer=answered.answer,
        links=header.links,
        document_id=header.document_id,
        dossier_id=header.dossier_id,
        references=tuple(find_references(record_texts(Body(), answered.answer))),
        source=source,
        notes=(
            *stray_notes(lines, header, start),
            Note(NO_QUESTION, "the document has the answer only; its question stands elsewhere", "question"),
            *name_notes(asker, "asker"),
            *name_notes(minister, "minister"),
            *answered.notes,
        ),
    )


def _with_minister(lines: Sequence[Line], found: AnswerHead, first: int) -> tuple[int, AnswerHead]:
    """The index of the minister's name, and the head with it; in mixed case a name is known by its office."""
    if found.minister:
        return found.start, found
    offices = [index for index in range(first, found.start) if names_office(lines[index].text)]
    named = [index for index in range(first, offices[0] if offices else first) if lines[index].text.strip()]
    if not named:
        return found.start, found
    portfolio = " ".join(line.text for line in lines[offices[0] : found.start])
    name = fold_blanks(lines[named[-1]].text)
    return named[-1], msgspec.structs.replace(found, minister=name, portfolio=fold_blanks(portfolio))


def _complete(found: AnswerHead, line: Line, name: str) -> _Fields:
    if found.date_printed and found.date is None:
        cause = f"'{found.date_printed}' is no date that the calendar has"
        place = source_place(name, line)
        raise Refusal(place, cause, "correct the date in the document", code="impossible_date")
    if found.number_printed and found.date and found.asker and found.minister:
        number = int(found.number_printed)
        return _Fields(number, found.date, found.asker, found.minister, found.portfolio)
    wanted = {"date of the question": found.date, "asker": found.asker, "minister": found.minister}
    missing = [field for field, value in wanted.items() if not value]
    raise Refusal(
        source_place(name, line),
        f"an answer begins here, but its head has no {' and no '.join(missing)}",
        "complete the head: the minister's name, 'ANTWOORD', 'op vraag nr. N van DATE', 'van NAME'",
        code="half_header",
    )
