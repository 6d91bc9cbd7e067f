"""The record of a written question and its answer (the shape of `archive export jsonl`)."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from archive.model.blocks import Block

AnswerKind = Literal[
    "substantive", "partial", "no_data", "referral", "not_competent", "holding", "coordinated"
]


class Person(msgspec.Struct, frozen=True):
    """The member who asks. `name` in proper case, `printed` as the document has it."""

    name: str
    printed: str
    party: str | None = None


class Minister(msgspec.Struct, frozen=True):
    """The person who answers, with the portfolio as printed in the head of the question.

    competences: what the portfolio names, one by one ("Werk", "Sociale Economie"), in proper case.
    """

    name: str
    printed: str
    portfolio: str | None = None
    competences: tuple[str, ...] = ()


class Part(msgspec.Struct, frozen=True):
    """A numbered sub-question or sub-answer.

    labels: ("7a",) for one; ("8", "9") for a joint answer; () for lines that stand between parts and
    belong to none of them ("Cijfers graag per provincie").
    """

    labels: tuple[str, ...]
    blocks: tuple[Block, ...]


class Body(msgspec.Struct, frozen=True):
    """The text of a question: introduction, parts in reading order, closing."""

    introduction: tuple[Block, ...] = ()
    parts: tuple[Part, ...] = ()
    closing: tuple[Block, ...] = ()


class Attachment(msgspec.Struct, frozen=True):
    """What follows an answer under BIJLAGE, or a file named beside it (`link`)."""

    title: str
    blocks: tuple[Block, ...] = ()
    link: str | None = None


class Answer(msgspec.Struct, frozen=True):
    """The answer. `question_number` and `question_date` are what the answer itself prints of its question."""

    kind: AnswerKind
    question_number: int | None = None
    question_date: dt.date | None = None
    introduction: tuple[Block, ...] = ()
    parts: tuple[Part, ...] = ()
    closing: tuple[Block, ...] = ()
    attachments: tuple[Attachment, ...] = ()


class Links(msgspec.Struct, frozen=True):
    """Addresses at the parliament: the document and the page about it."""

    document: str | None = None
    page: str | None = None


class Reference(msgspec.Struct, frozen=True):
    """What the text refers to. `target` is the id of a record in the archive, once known."""

    kind: str
    number: int | None
    parliamentary_year: str | None
    date: dt.date | None
    target: str | None
    text: str


class Note(msgspec.Struct, frozen=True):
    """A guess, contradiction, repair or doubt. `place` names the field or line that it is about."""

    code: str
    message: str
    place: str | None = None


class SourceFacts(msgspec.Struct, frozen=True):
    """Where a record came from. `bytes` is the size of the original, `sha256` is of its bytes, in hex."""

    name: str
    sha256: str
    media_type: str
    bytes: int
    ingested_at: dt.datetime | None = None


class WrittenQuestion(msgspec.Struct, frozen=True, tag_field="kind", tag="written_question"):
    """One written question with its answer, if any.

    id: "2023-2024/jo-brouns/386": parliamentary year, minister, number (numbers restart every
    parliamentary year for each minister).
    subject and aspect: the title before and after its " - "; aspect is None where there is no such mark.
    """

    id: str
    number: int
    parliamentary_year: str
    title: str
    subject: str
    aspect: str | None
    themes: tuple[str, ...]
    asker: Person
    minister: Minister
    asked_on: dt.date | None
    answered_on: dt.date | None
    published_on: dt.date | None
    question: Body
    answer: Answer | None
    links: Links
    document_id: str | None
    dossier_id: str | None
    references: tuple[Reference, ...]
    source: SourceFacts
    notes: tuple[Note, ...]
