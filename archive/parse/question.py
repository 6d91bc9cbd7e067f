"""Makes the record of a written question of a document's lines."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec

from archive.errors import Refusal
from archive.model.blocks import Block, block_texts
from archive.model.document import Line
from archive.model.question import Answer, Body, Minister, Note, Person, SourceFacts, WrittenQuestion
from archive.parse.answer_head import AnswerHead, answer_head_notes, parse_answer_head
from archive.parse.answer_kind import classify_answer
from archive.parse.attachments import attachment_texts, find_attachments
from archive.parse.body import ParsedBody, parse_answer_body, parse_question_body
from archive.parse.footnotes import take_out_footnotes
from archive.parse.head import Head, parse_head
from archive.parse.header_block import HeaderBlock
from archive.parse.places import source_place
from archive.parse.references import find_references
from archive.text.competences import split_competences
from archive.text.names import ProperName, proper_name
from archive.text.parliamentary_year import parliamentary_year
from archive.text.slugs import slug
from archive.text.titles import Title, parse_title
from archive.text.unwrap import Shape


class ParsedAnswer(msgspec.Struct, frozen=True):
    """An answer, None where there is none, with the notes about it."""

    answer: Answer | None
    notes: tuple[Note, ...] = ()


def parse_question(
    lines: Sequence[Line], heading: int, header: HeaderBlock, shape: Shape, source: SourceFacts
) -> WrittenQuestion:
    """The record of the question that begins at the line `heading`. Raises Refusal."""
    head = parse_head(lines, heading, shape, source.name)
    answer_head = parse_answer_head(lines, head)
    title, title_notes = _title(head, header)
    text = take_out_footnotes(_question_lines(lines, head, answer_head), shape)
    asked = parse_question_body(text.lines, shape, text.notes)
    answered = parse_answer(lines, answer_head, asked, shape)
    year, year_notes = _year(head, answer_head, source.name, lines[heading])
    asker, minister = proper_name(head.asker), proper_name(head.minister)
    party = asker.known.party_on(head.asked_on) if asker.known and head.asked_on else None
    return WrittenQuestion(
        id=f"{year}/{slug(minister.name)}/{head.number}",
        number=head.number,
        parliamentary_year=year,
        title=title.text,
        subject=title.subject,
        aspect=title.aspect,
        themes=header.themes,
        asker=Person(asker.name, head.asker, party),
        minister=Minister(
            minister.name, head.minister, head.portfolio, split_competences(head.portfolio or "")
        ),
        asked_on=head.asked_on,
        answered_on=None,
        published_on=None,
        question=asked.body,
        answer=answered.answer,
        links=header.links,
        document_id=header.document_id,
        dossier_id=header.dossier_id,
        references=tuple(find_references(record_texts(asked.body, answered.answer))),
        source=source,
        notes=(
            *stray_notes(lines, header, heading),
            *title_notes,
            *year_notes,
            *name_notes(asker, "asker"),
            *name_notes(minister, "minister"),
            *(answer_head_notes(answer_head, head, lines) if answer_head else ()),
            *asked.notes,
            *answered.notes,
        ),
    )


def _question_lines(lines: Sequence[Line], head: Head, answer: AnswerHead | None) -> list[Line]:
    if answer is None:
        return list(lines[head.end :])
    return [*lines[head.end : answer.start], *([answer.glued] if answer.glued else [])]


def parse_answer(
    lines: Sequence[Line], head: AnswerHead | None, asked: ParsedBody, shape: Shape
) -> ParsedAnswer:
    """The answer below `head` to a question with the body `asked`."""
    if head is None:
        return ParsedAnswer(None)
    text = take_out_footnotes(lines[head.end :], shape)
    attached = find_attachments(text.lines, shape, text.notes)
    parsed = parse_answer_body(text.lines[: attached.start], shape, asked.labels, text.notes)
    kind = classify_answer(head.heading, parsed.body)
    answer = Answer(
        kind=kind.kind,
        question_number=int(head.number_printed) if head.number_printed else None,
        question_date=head.date,
        introduction=parsed.body.introduction,
        parts=parsed.body.parts,
        closing=parsed.body.closing,
        attachments=attached.attachments,
    )
    return ParsedAnswer(answer, (*parsed.notes, *attached.notes, *kind.notes))


def _title(head: Head, header: HeaderBlock) -> tuple[Title, list[Note]]:
    """The title of the block before the document, else the printed one."""
    printed = parse_title(head.title) if head.title else None
    if header.title is None:
        if printed is not None:
            return printed, []
        message = "the document has no title; its number stands in place of one"
        return parse_title(f"Schriftelijke vraag nr. {head.number}"), [Note("no_title", message, "title")]
    given = parse_title(header.title)
    if printed is None or printed.text == given.text:
        return given, []
    return given, [
        Note("title_contradiction", f"the document itself prints the title '{printed.text}'", "title")
    ]


def _year(head: Head, answer: AnswerHead | None, name: str, heading: Line) -> tuple[str, list[Note]]:
    """The parliamentary year, from the date of the question, else from the date that its answer gives."""
    if head.asked_on:
        return parliamentary_year(head.asked_on), []
    told: dt.date | None = answer.date if answer else None
    if told is None:
        raise Refusal(
            source_place(name, heading),
            "a question begins here, but its head has no date",
            "complete the head: 'datum: 25 april 2024' on a line of its own",
            code="half_header",
        )
    message = f"the head has no date; the parliamentary year is that of the date in the answer, {told}"
    return parliamentary_year(told), [Note("no_date", message, "asked_on")]


def name_notes(name: ProperName, field: str) -> list[Note]:
    """What is doubtful about a name that the table does not have."""
    if name.known:
        return []
    message = f"'{name.name}' is not in the table of names; its capitals were set by rule"
    if name.near:
        message += f"; the table has '{name.near}'"
    return [Note("unknown_name", message, field)]


def stray_notes(lines: Sequence[Line], header: HeaderBlock, heading: int) -> list[Note]:
    """Lines between the block and the question belong to no field: they are kept as a note."""
    stray = [line.text.strip() for line in lines[header.end : heading] if line.text.strip()]
    message = "before the question stands: "
    return [Note("text_before_question", message + " / ".join(stray), "head")] if stray else []


def record_texts(question: Body, answer: Answer | None) -> Iterator[str]:
    """Every piece of text of a question and its answer, in reading order."""
    blocks: list[Block] = [*question.introduction]
    for part in question.parts:
        blocks += part.blocks
    blocks += question.closing
    if answer:
        blocks += answer.introduction
        for part in answer.parts:
            blocks += part.blocks
        blocks += answer.closing
    for block in blocks:
        yield from block_texts(block)
    for attachment in answer.attachments if answer else ():
        yield from attachment_texts(attachment)
