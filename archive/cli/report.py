"""archive report: tells how well each document was understood, and what was refused."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

import click
import msgspec

from archive.cli.output import say, say_json
from archive.cli.session import Session, example, pass_session
from archive.model.question import Note
from archive.store.corpus import Corpus
from archive.store.rows import RefusedDocument


class DocumentReport(msgspec.Struct, frozen=True):
    """What was noted while one document was understood."""

    id: str
    notes: tuple[Note, ...]


class CorpusReport(msgspec.Struct, frozen=True):
    """The whole report. notes: how often each code occurs; documents: those with a note; refused: open refusals."""

    records: int
    noted: int
    notes: dict[str, int]
    documents: tuple[DocumentReport, ...]
    refused: tuple[RefusedDocument, ...]


@click.command("report", epilog=example("archive report"))
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@pass_session
def command(session: Session, as_json: bool) -> int:
    """Tell how well each document was understood.

    Lists per document every guess, repair, contradiction and doubt, then what was refused and why, then totals.
    """
    with session.open_corpus() as corpus:
        report = report_on(corpus)
    if as_json:
        say_json(report)
    else:
        _say_report(report)
    return 0


def report_on(corpus: Corpus) -> CorpusReport:
    """Everything that was noted and refused in a corpus."""
    documents = tuple(
        DocumentReport(id, tuple(note for _, note in notes))
        for id, notes in groupby(corpus.notes(), key=lambda pair: pair[0])
    )
    codes = Counter(note.code for document in documents for note in document.notes)
    return CorpusReport(
        records=corpus.count(),
        noted=len(documents),
        notes=dict(sorted(codes.items(), key=lambda pair: (-pair[1], pair[0]))),
        documents=documents,
        refused=tuple(corpus.refusals()),
    )


def _say_report(report: CorpusReport) -> None:
    for document in report.documents:
        say(document.id, strong=True)
        for note in document.notes:
            say(f"  {note.code}: {note.message}" + (f" [{note.place}]" if note.place else ""))
    for refused in report.refused:
        say(f"refused: {refused.path}", strong=True)
        say(f"  {refused.code}: {refused.cause}" + (f"; {refused.remedy}" if refused.remedy else ""))
        kept = f"bytes kept as {refused.original}" if refused.original else "its bytes could not be had"
        say(f"  {refused.refused_at}, {kept}")
    if report.documents or report.refused:
        say()
    for code, count in report.notes.items():
        say(f"{count:6}  {code}")
    say(f"{report.records} records, {report.noted} with notes; {len(report.refused)} documents refused")
