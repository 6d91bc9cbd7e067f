"""Records made by hand for tests: whole and valid, with a few words about what matters in each test."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec

from archive.model.blocks import Block, Paragraph
from archive.model.question import (
    Answer,
    Body,
    Links,
    Minister,
    Part,
    Person,
    SourceFacts,
    WrittenQuestion,
)
from archive.model.supporting import SupportingDocument
from archive.text.slugs import slug


def part(*labels: str, text: str = "", blocks: tuple[Block, ...] | None = None) -> Part:
    """A part with a text of its own; without labels a floating one."""
    return Part(labels, blocks if blocks is not None else (Paragraph(text or f"Tekst van {labels}."),))


def facts(name: str = "vraag.txt") -> SourceFacts:
    return SourceFacts(name=name, sha256="0" * 64, media_type="text/plain", bytes=1000)


def question(
    number: int = 1,
    *,
    asker: str = "An Peeters",
    minister: str = "Jo Brouns",
    year: str = "2023-2024",
    title: str = "Sociale huur - Wachtlijsten",
    asked_on: dt.date | None = dt.date(2024, 4, 25),
    **changes: Any,
) -> WrittenQuestion:
    """A question with two parts and their answers; any field may be given another value."""
    subject, _, aspect = title.partition(" - ")
    made = WrittenQuestion(
        id=f"{year}/{slug(minister)}/{number}",
        number=number,
        parliamentary_year=year,
        title=title,
        subject=subject,
        aspect=aspect or None,
        themes=("Wonen",),
        asker=Person(asker, asker.upper()),
        minister=Minister(minister, minister.upper(), "VLAAMS MINISTER VAN WONEN EN WERK"),
        asked_on=asked_on,
        answered_on=None,
        published_on=None,
        question=Body((Paragraph("De wachtlijsten groeien."),), (part("1"), part("2"))),
        answer=Answer("substantive", number, asked_on, parts=(part("1"), part("2"))),
        links=Links("https://docs.vlaamsparlement.be/pfile?id=1", None),
        document_id="1",
        dossier_id=None,
        references=(),
        source=facts(),
        notes=(),
    )
    return msgspec.structs.replace(made, **changes)


def supporting(
    title: str = "Rapport sociale huur", *, text: str = "Enkele cijfers.", **changes: Any
) -> SupportingDocument:
    """A supporting document of one paragraph."""
    made = SupportingDocument(
        id=f"documenten/{slug(title)}",
        title=title,
        themes=(),
        dated_on=dt.date(2024, 5, 1),
        blocks=(Paragraph(text),),
        links=Links(),
        source=facts("rapport.txt"),
        notes=(),
    )
    return msgspec.structs.replace(made, **changes)
