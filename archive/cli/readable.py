"""A record as text for the terminal: Dutch labels, each part of the question followed by its answer."""

from __future__ import annotations

import datetime as dt
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from archive.links.pairing import Row, pair_parts
from archive.model.blocks import Block, Footnote, ListBlock, Paragraph, Preformatted, Table
from archive.model.question import Answer, Body, Note, Part, SourceFacts, WrittenQuestion
from archive.model.record import Record
from archive.model.tables import NumberedTable, numbered_record

WIDTH = 88
_ANSWER_KINDS = {
    "substantive": "inhoudelijk antwoord",
    "partial": "gedeeltelijk antwoord",
    "no_data": "geen gegevens",
    "referral": "verwijzend antwoord",
    "not_competent": "niet bevoegd",
    "holding": "voorlopig antwoord",
    "coordinated": "gecoördineerd antwoord",
}
_ORIGINS = {"layout": "gelezen van de opmaak", "inferred": "herbouwd uit tekst"}


def readable_lines(record: Record) -> Iterator[str]:
    """The lines of a record of either kind, at most about 88 characters wide (tables apart)."""
    record = numbered_record(record)
    yield from textwrap.wrap(record.title, WIDTH) or [""]
    yield ""
    if isinstance(record, WrittenQuestion):
        yield from _question_lines(record)
    else:
        yield from _facts({"Datum": _date(record.dated_on), "Thema": ", ".join(record.themes)})
        yield from _blocks(record.blocks)
    yield from _source(record.source, record.notes)


def _question_lines(record: WrittenQuestion) -> Iterator[str]:
    minister = ", ".join(filter(None, (record.minister.name, record.minister.portfolio)))
    party = f" ({record.asker.party})" if record.asker.party else ""
    yield from _facts(
        {
            "Schriftelijke vraag": f"nr. {record.number} ({record.parliamentary_year})",
            "Vraagsteller": record.asker.name + party,
            "Minister": minister,
            "Ingediend": _date(record.asked_on),
            "Beantwoord": _date(record.answered_on),
            "Gepubliceerd": _date(record.published_on),
            "Thema": ", ".join(record.themes),
            "Antwoord": _ANSWER_KINDS[record.answer.kind] if record.answer else "nog geen",
            "Document": record.links.document,
            "Pagina": record.links.page,
        }
    )
    yield from _dialogue(record.question, record.answer)


def _facts(facts: dict[str, str | None]) -> Iterator[str]:
    width = max(len(name) for name, value in facts.items() if value) + 2 if any(facts.values()) else 0
    for name, value in facts.items():
        if value:
            yield from _wrapped(value, f"{name + ':':<{width}}", " " * width)
    yield ""


def _dialogue(question: Body, answer: Answer | None) -> Iterator[str]:
    yield from _blocks(question.introduction)
    rows = pair_parts(question.parts, answer.parts) if answer else None
    if rows is None:
        yield from _parts(question.parts, "VRAAG")
        yield from _blocks(question.closing)
        if answer:
            yield from ("ANTWOORD", "")
            yield from _blocks(answer.introduction)
            yield from _parts(answer.parts, "ANTWOORD")
    else:
        yield from _blocks(answer.introduction if answer else ())
        for row in rows:
            yield from _row(row)
        yield from _blocks(question.closing)
    if answer:
        yield from _blocks(answer.closing)
        for attachment in answer.attachments:
            yield from (f"BIJLAGE: {attachment.title}", "")
            yield from _blocks(attachment.blocks)


def _row(row: Row) -> Iterator[str]:
    yield from _parts(row.question, "VRAAG")
    yield from _parts(row.answer, "ANTWOORD")
    if row.elsewhere:
        yield from (f"  ANTWOORD: zie {', '.join(row.elsewhere)}", "")
    elif not row.answer:
        yield from ("  ANTWOORD: geen afzonderlijk antwoord", "")


def _parts(parts: Sequence[Part], label: str) -> Iterator[str]:
    indent = "  " if label == "ANTWOORD" else ""
    for part in parts:
        if part.labels:
            yield f"{indent}{label} {', '.join(part.labels)}"
        yield from _blocks(part.blocks, indent + "  ")


def _blocks(blocks: Iterable[Block], indent: str = "") -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(text):
                yield from _wrapped(text, indent, indent)
            case ListBlock(entries):
                for entry in entries:
                    yield from _wrapped(entry, f"{indent}- ", f"{indent}  ")
            case Table():
                yield from (indent + line for line in table_lines(block))
            case Preformatted(lines):
                yield from (indent + line for line in lines)
            case Footnote(label, text):
                yield from _wrapped(text, f"{indent}[{label}] ", f"{indent}    ")
        yield ""


def table_lines(table: Table) -> Iterator[str]:
    """The lines of a table, as wide as it takes; its number first where it has one, then what its sums gave."""
    if isinstance(table, NumberedTable):
        yield f"Tabel {table.number}, {_ORIGINS[table.origin]}"
    if table.caption:
        yield from _wrapped(table.caption, "", "")
    yield from _rows(table.header, table.rows)
    for check in table.checks:
        if not check.agrees:
            yield f"! {check.place}: {check.message}"


def _rows(header: Sequence[Sequence[str]], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    every = [[cell.replace("\n", " ") for cell in row] for row in (*header, *rows)]
    widths = [max(map(len, column)) for column in zip(*every, strict=True)]
    for number, row in enumerate(every):
        yield " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        if number + 1 == len(header):
            yield "-+-".join("-" * width for width in widths)


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        text,
        max(WIDTH, len(first) + 20),
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _source(source: SourceFacts, notes: Sequence[Note]) -> Iterator[str]:
    yield from (
        f"Bron: {source.name} ({source.media_type}, {source.bytes} bytes)",
        f"SHA-256: {source.sha256}",
    )
    for note in notes:
        place = f" [{note.place}]" if note.place else ""
        yield from _wrapped(f"{note.code}: {note.message}{place}", "Noot: ", "      ")


def _date(date: dt.date | None) -> str | None:
    return None if date is None else date.isoformat()
