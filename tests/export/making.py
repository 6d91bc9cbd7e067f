"""Records and corpora for the tests of exports: the seeds, and records that break what is written without care."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from archive.config import Settings
from archive.export.forms import OneFile, SeveralFiles
from archive.export.registry import EXPORTS
from archive.export.shelves import write_files
from archive.ingest import ingest_paths
from archive.model.blocks import Block, Check, Footnote, ListBlock, Paragraph, Preformatted, Table
from archive.model.question import (
    Answer,
    Attachment,
    Body,
    Links,
    Minister,
    Note,
    Part,
    Person,
    Reference,
    SourceFacts,
)
from archive.model.record import Record, encode_record
from archive.store.corpus import Corpus
from tests.records import part, question, supporting

NASTY = (
    "=SUM(A1:A9)",
    "+32 2 \"quoted\", 'single'; {braces} {unclosed",
    "line one\nline two\r\nline three\ttabbed",
    "nul\x00inside and bell\x07",
    "é ﬀ \u200b\u202e \U0001f600 日本 ’ ﷽",
    "\\textbf{x} 50% & more_less #1 $2 ~ ^ @article{a,}",
    "TY  - JOUR\nER  - \n<script>alert(1)</script>",
    "  blanks around  ",
    "'=1+1",
    "",
)
SETTINGS = Settings()
ON_THE_WEB = Settings(
    base_url="https://vragen.example.org/archief", title="Archief & Co", publisher="Parlement {X}"
)


def nasty_blocks() -> tuple[Block, ...]:
    """One block of each type, with every nasty text somewhere."""
    table = Table(
        "Tabel =1\n{a}",
        (("", NASTY[0]), ("", "2023")),
        ((NASTY[1], "1.676,15"), (NASTY[2], "-5,4%"), (NASTY[3], "@cmd"), ("Totaal", "€ 3")),
        "inferred",
        (Check("rij 4", 'Totaal "klopt" niet', agrees=False), Check("rij 1", "goed", agrees=True)),
    )
    return (
        *map(Paragraph, NASTY),
        ListBlock(NASTY),
        ListBlock(()),
        table,
        Table(None, (), (("alleen",),), "layout"),
        Table("", (("h",),), (), "layout"),
        Preformatted(("a  b", "", NASTY[3])),
        Footnote("1", NASTY[1]),
    )


def hostile_records() -> Iterator[Record]:
    """Records with every field filled, and with none."""
    for number, text in enumerate(NASTY, 1):
        yield _question(number, text)
    yield question(
        900,
        asked_on=None,
        answer=None,
        question=Body(),
        themes=(),
        links=Links(),
        document_id=None,
        minister="Zuhal Demir",
    )
    yield supporting(
        "Bijlage =1", blocks=nasty_blocks(), themes=NASTY[:2], notes=(Note("picture", NASTY[2]),)
    )
    yield supporting("Leeg", dated_on=None, blocks=())


def _question(number: int, text: str) -> Record:
    made = question(number, title=text)
    blocks = nasty_blocks()
    parts = (part("1", blocks=blocks), Part((), (Paragraph(text),)), part("2a", "2b", text=text or "x"))
    answer = Answer(
        "partial",
        number + 1,
        dt.date(999, 1, 2),
        blocks[:2],
        (part("1", "2", blocks=blocks), part("2b")),
        (Paragraph(text),),
        (Attachment(text, blocks[-3:], "https://example.org/b.pdf"), Attachment("B")),
    )
    return msgspec.structs.replace(
        made,
        themes=(text, f"Wonen {number}"),
        asker=Person(f"Jan {text}", text, "CD&V"),
        minister=Minister("Jo Brouns", text, text, NASTY[:3]),
        answered_on=dt.date(2024, 6, 1),
        published_on=dt.date(2024, 6, 2),
        question=Body((Paragraph(text),), parts, blocks),
        answer=answer,
        links=Links("https://example.org/a b?{x}&y=%20#z", None),
        document_id=text,
        dossier_id="77",
        references=(
            Reference("written_question", 2, "2023-2024", dt.date(2024, 1, 2), None, text),
            Reference("decree", None, None, None, "2023-2024/jo-brouns/2", f"decreet {text}"),
        ),
        source=SourceFacts(
            text or "x",
            f"{number:064x}",
            "text/plain",
            10**12,
            dt.datetime(2024, 1, 2, 3, 4, 5, tzinfo=dt.UTC),
        ),
        notes=(Note("guessed_year", text, text), Note("foreign_code", "", None)),
    )


def make_corpus(folder: Path, records: Iterable[Record]) -> Path:
    """A corpus with these records, ingested as JSON lines; its folder."""
    lines = folder.with_suffix(".jsonl")
    lines.write_bytes(b"".join(encode_record(record) + b"\n" for record in records))
    with Corpus.open(folder, create=True) as corpus:
        # An empty file would be refused.
        report = ingest_paths(corpus, [str(lines)] if lines.stat().st_size else [])
    assert report.refused == 0, report
    return folder


def exported(folder: Path, form: str, settings: Settings = SETTINGS) -> bytes:
    """The bytes of an export that is one file."""
    one = EXPORTS[form]
    assert isinstance(one, OneFile)
    with Corpus.open(folder) as corpus:
        return b"".join(one.chunks(corpus, settings))


def records_in(folder: Path) -> Sequence[Record]:
    """Every record of a corpus, by id."""
    with Corpus.open(folder) as corpus:
        return list(corpus.records())


def write_form(name: str, corpus: Path, target: Path, settings: Settings = SETTINGS) -> Path:
    """Writes an export that is several files to a folder or zip file; its path comes back."""
    form = EXPORTS[name]
    assert isinstance(form, SeveralFiles)
    target.parent.mkdir(exist_ok=True)
    with Corpus.open(corpus) as opened:
        write_files(target, lambda shelf: form.write(opened, settings, shelf), form.is_ours)
    return target
