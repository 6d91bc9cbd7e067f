"""Turns written questions of the House of Commons (uk-written-questions.jsonl.gz, CC BY 4.0) into records.

The source is one JSON object a line: id, month_tabled, question_text ("To ask the Secretary of State for …, what …"),
answer_text in HTML; some have a heading, uin, dateTabled and answeringBodyName besides.
"""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import html
import json
import re
from pathlib import Path
from typing import Any

from archive.model.blocks import Paragraph
from archive.model.question import Answer, Body, Links, Minister, Person, SourceFacts, WrittenQuestion
from archive.text.slugs import slug

NAME = "uk-written-questions.jsonl.gz"
_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li|tr|td|th|h\d)>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_ADDRESSEE = re.compile(r"To ask (?:the )?(.+?), (?=[a-z])")


def read_questions(path: Path, count: int) -> list[WrittenQuestion]:
    """`count` records: all questions with a heading, and of the others as many as it takes, evenly spread."""
    rows: dict[bool, list[tuple[dict[str, Any], bytes]]] = {True: [], False: []}
    with gzip.open(path, "rb") as lines:
        for line in lines:
            row = json.loads(line)
            rows[bool(row.get("heading"))].append((row, line))
    others = rows[False]
    wanted = max(0, min(count - len(rows[True]), len(others)))
    spread = [others[place * len(others) // wanted] for place in range(wanted)]
    return [_question(row, line) for row, line in rows[True] + spread]


def _question(row: dict[str, Any], line: bytes) -> WrittenQuestion:
    asked_on = dt.date.fromisoformat(row.get("dateTabled", row["month_tabled"] + "-01")[:10])
    year = f"{asked_on.year - (asked_on.month < 9)}-{asked_on.year + (asked_on.month >= 9)}"
    addressee = _ADDRESSEE.match(row["question_text"])
    minister = addressee.group(1) if addressee else "Minister"
    # Nobody wrote a title for most: their number says nothing that a query could ask for.
    title = row.get("heading") or f"Question {row['id']}"
    answer = _paragraphs(row["answer_text"])
    return WrittenQuestion(
        id=f"{year}/{slug(minister)}/{row['id']}",
        number=int(row["id"]),
        parliamentary_year=year,
        title=title,
        subject=title,
        aspect=None,
        themes=(),
        asker=Person("Member", "Member", None),
        minister=Minister(minister, minister, minister),
        asked_on=asked_on,
        answered_on=None,
        published_on=None,
        question=Body(introduction=_paragraphs(row["question_text"])),
        answer=Answer("substantive", introduction=answer) if answer else None,
        links=Links(),
        document_id=None,
        dossier_id=None,
        references=(),
        source=SourceFacts(
            f"{NAME}#{row['id']}", hashlib.sha256(line).hexdigest(), "application/json", len(line)
        ),
        notes=(),
    )


def _paragraphs(text: str | None) -> tuple[Paragraph, ...]:
    plain = html.unescape(_TAG.sub("", _BREAK.sub("\n", text or "")))
    lines = (" ".join(line.split()) for line in plain.splitlines())
    return tuple(Paragraph(line) for line in lines if line)
