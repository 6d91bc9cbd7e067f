"""Turns the written questions of the Belgian Chamber of 2017 (package ruimtehol, CC0) into records.

The source is one JSON object a line: doc_id, depotdat, aut_party, aut_person ("Surname, Forename"), question
("Title.\\n\\n text"), question_theme ("A,B"), answer, answer_department. Texts have no line breaks, so
every text becomes one paragraph.
"""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from archive.model.blocks import Paragraph
from archive.model.question import Answer, Body, Links, Minister, Person, SourceFacts, WrittenQuestion
from archive.model.record import encode_record
from archive.text.slugs import slug

NAME = "dekamer2017.jsonl.gz"


def read_questions(path: Path) -> Iterator[WrittenQuestion]:
    """The records of the gzipped JSON lines at `path`, in their order."""
    with gzip.open(path, "rb") as lines:
        for line in lines:
            yield _question(json.loads(line), line)


def write_records(path: Path, target: Path) -> int:
    """Writes the records as JSON lines that `archive ingest` reads; gives their number."""
    count = 0
    with target.open("wb") as records:
        for question in read_questions(path):
            records.write(encode_record(question) + b"\n")
            count += 1
    return count


def _question(row: dict[str, Any], line: bytes) -> WrittenQuestion:
    title, _, text = row["question"].partition("\n\n")
    title = " ".join(title.split()).rstrip(".")
    subject, dash, aspect = title.partition(". - ")
    asked_on = dt.date.fromisoformat(row["depotdat"])
    # The Chamber's year opens on the second Tuesday of October; none of these fall between the 1st and that day.
    first = asked_on.year - (asked_on.month < 10)
    year = f"{first}-{first + 1}"
    surname, _, forename = row["aut_person"].partition(", ")
    minister = row["answer_department"] or "Minister onbekend"
    answer = " ".join((row["answer"] or "").split())
    return WrittenQuestion(
        id=f"{year}/{slug(minister)}/{row['doc_id']}",
        number=row["doc_id"],
        parliamentary_year=year,
        title=title,
        subject=subject,
        aspect=aspect if dash else None,
        themes=tuple(
            theme.strip().capitalize() for theme in (row["question_theme"] or "").split(",") if theme
        ),
        asker=Person(f"{forename} {surname}".strip(), row["aut_person"], row["aut_party"]),
        minister=Minister(minister, minister, minister),
        asked_on=asked_on,
        answered_on=None,
        published_on=None,
        question=Body(introduction=(Paragraph(" ".join(text.split())),)),
        answer=Answer("substantive", introduction=(Paragraph(answer),)) if answer else None,
        links=Links(),
        document_id=None,
        dossier_id=None,
        references=(),
        source=SourceFacts(
            f"{NAME}#{row['doc_id']}", hashlib.sha256(line).hexdigest(), "application/json", len(line)
        ),
        notes=(),
    )
