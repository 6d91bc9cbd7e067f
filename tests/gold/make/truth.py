"""Writes down what a perfect reader knows of a made document.

A merged cell's value is repeated in every place that it covers; `covered` lists these places as [row, column],
header rows counted first.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from tests.gold.alignment import align
from tests.gold.make.features import features_of
from tests.gold.make.printed import references, without_references
from tests.gold.make.shape import ABOVE, LEFT, Attachment, Block, Body, Bullets, Part, Table, Text, Written

Truth = dict[str, Any]


def truth_of(number: int, document: Written, *, held_out: bool, style: Truth, layouts: Truth) -> Truth:
    """The truth of one document, ready for JSON. `layouts`: what a layout hides or spoils."""
    subject, _, aspect = document.title.partition(" - ")
    return {
        "document": number,
        "held_out": held_out,
        "number": document.number,
        "parliamentary_year": parliamentary_year(document.asked_on),
        "asker": {"name": document.asker.name, "printed": document.asker.printed},
        "minister": {
            "name": document.minister.person.name,
            "printed": document.minister.person.printed,
            "portfolio": document.minister.portfolio,
        },
        "asked_on": document.asked_on.isoformat(),
        "title": document.title,
        "subject": subject,
        "aspect": aspect or None,
        "themes": list(document.themes),
        "document_id": document.document_id or None,
        "dossier_id": document.dossier_id or None,
        "question": _side(document.question, document.family_line),
        "answer": _answer(document),
        "family": [{"minister": name, "number": one} for name, one in document.family],
        "footnotes": _footnotes(document),
        "alignment": _alignment(document),
        "notes": list(document.notes),
        "features": sorted(features_of(document)),
        "style": style,
        "layouts": layouts,
    }


def parliamentary_year(asked_on: dt.date) -> str:
    """The year that opens on the fourth Monday of September."""
    first = dt.date(asked_on.year, 9, 1)
    opening = first + dt.timedelta(days=(7 - first.weekday()) % 7 + 21)
    start = asked_on.year if asked_on >= opening else asked_on.year - 1
    return f"{start}-{start + 1}"


def _side(body: Body, family_line: str = "") -> Truth:
    closing = [_block(block) for block in body.closing]
    if family_line:
        closing.append({"type": "paragraph", "text": family_line})
    return {
        "introduction": [_block(block) for block in body.introduction],
        "parts": [_part(part) for part in body.parts],
        "closing": closing,
    }


def _answer(document: Written) -> Truth | None:
    if document.answer is None:
        return None
    return {
        "kind": document.kind,
        "question_number": int(document.answer_number or document.number),
        "question_date": (document.answer_date or document.asked_on).isoformat(),
        **_side(document.answer),
        "attachments": [_attachment(one) for one in document.attachments],
    }


def _attachment(attachment: Attachment) -> Truth:
    return {"title": attachment.title, "blocks": [_block(block) for block in attachment.blocks]}


def _part(part: Part) -> Truth:
    return {"labels": list(part.labels), "blocks": [_block(block) for block in part.blocks]}


def _block(block: Block) -> Truth:
    match block:
        case Text(text):
            return {"type": "paragraph", "text": without_references(text)}
        case Bullets(entries):
            return {"type": "list", "items": [without_references(one) for one in entries]}
        case Table():
            return _table(block)


def _table(table: Table) -> Truth:
    printed = [*table.header, *table.rows]
    filled: list[list[str]] = []
    covered: list[list[int]] = []
    for place, row in enumerate(printed):
        whole: list[str] = []
        for column, cell in enumerate(row):
            if cell in (LEFT, ABOVE):
                covered.append([place, column])
            match cell:
                case "<":
                    whole.append(whole[-1])
                case "^":
                    whole.append(filled[-1][column])
                case _:
                    whole.append(cell)
        filled.append(whole)
    split = len(table.header)
    return {
        "type": "table",
        "caption": table.caption,
        "header": filled[:split],
        "rows": filled[split:],
        "covered": covered,
    }


def _footnotes(document: Written) -> list[Truth]:
    sides = (("question", document.question), ("answer", document.answer or Body()))
    found: list[Truth] = []
    for name, side in sides:
        for label in (one for text in _texts(side) for one in references(text)):
            found.append({"side": name, "label": label, "text": document.footnotes[label]})
    return found


def _texts(body: Body) -> list[str]:
    blocks = [*body.introduction, *(block for part in body.parts for block in part.blocks), *body.closing]
    texts: list[str] = []
    for block in blocks:
        if isinstance(block, Text):
            texts.append(block.text)
        elif isinstance(block, Bullets):
            texts.extend(block.entries)
    return texts


def _alignment(document: Written) -> list[list[Any]]:
    answer = document.answer or Body()
    pairs = align([part.labels for part in document.question.parts], [part.labels for part in answer.parts])
    return [[label, answers] for label, answers in pairs]
