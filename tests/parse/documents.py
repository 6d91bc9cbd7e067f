"""Questions written for the tests, and the way to read them."""

from __future__ import annotations

from pathlib import Path

from archive.extract.text import split_lines
from archive.model.blocks import Block, Footnote, ListBlock, Paragraph, Preformatted, Table
from archive.model.document import Document
from archive.model.question import Part, SourceFacts, WrittenQuestion
from archive.model.record import Record
from archive.parse import parse_document
from tests.golden.records import read_record

HEAD = """SCHRIFTELIJKE VRAAG
nr. 17
van AN PEETERS
datum: 8 januari 2024
aan HILDE CREVITS
VLAAMS MINISTER VAN WELZIJN, VOLKSGEZONDHEID EN GEZIN
Kinderopvang  -  Plaatsen
"""
ANSWER_HEAD = """HILDE CREVITS
VLAAMS MINISTER VAN WELZIJN, VOLKSGEZONDHEID EN GEZIN
ANTWOORD
op vraag nr. 17 van 8 januari 2024
van AN PEETERS
"""
QUESTION = "De wachtlijsten groeien.\n1. Hoeveel plaatsen zijn er?\n2. Hoeveel kinderen wachten?\n"


def parse_text(text: str, name: str = "vraag.txt") -> Record:
    """The record of a text."""
    return parse_document(
        Document(split_lines(text), "text/plain"), SourceFacts(name, "0" * 64, "text/plain", 1)
    )


def parse_question(question: str = QUESTION, answer: str | None = None, head: str = HEAD) -> WrittenQuestion:
    """The record of a question with this text, and an answer where one is given."""
    text = head + question + (ANSWER_HEAD + answer if answer is not None else "")
    record = parse_text(text)
    assert isinstance(record, WrittenQuestion)
    return record


def read_question(path: Path) -> WrittenQuestion:
    """The record of a file."""
    record = read_record(path)
    assert isinstance(record, WrittenQuestion)
    return record


def labels(parts: tuple[Part, ...]) -> str:
    """The labels of parts in one line: "1 1a+1b · 2", with a dot for floating lines."""
    return " ".join("+".join(part.labels) or "·" for part in parts)


def shown(blocks: tuple[Block, ...]) -> list[str]:
    """Blocks in few letters: "P text", "• entry", "| line", "T header | row", "1 footnote"."""
    lines: list[str] = []
    for block in blocks:
        match block:
            case Paragraph(text):
                lines.append(f"P {text}")
            case ListBlock(entries):
                lines += [f"• {entry}" for entry in entries]
            case Preformatted(rows):
                lines += [f"| {row}" for row in rows]
            case Table(_, header, rows):
                lines += ["T " + " | ".join(row) for row in (*header, *rows)]
            case Footnote(label, text):
                lines.append(f"{label} {text}")
    return lines


def codes(record: Record) -> list[str]:
    """The codes of the notes, each once."""
    return list(dict.fromkeys(note.code for note in record.notes))
