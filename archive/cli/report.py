"""archive report: tells how well each document was understood, and what was refused."""

from __future__ import annotations

from collections.abc import Iterator

import click
import msgspec

from archive.cli.output import on_one_line, say, say_json
from archive.cli.session import Session, example, pass_session
from archive.links.reading import FIELDS, Figures, Reading, Understood, figures_of, reading_of
from archive.model.notes import NOTE_KINDS, note_kind
from archive.model.question import Note
from archive.store.corpus import Corpus
from archive.store.rows import RefusedDocument


class CorpusReport(msgspec.Struct, frozen=True):
    """The whole report: what all documents add up to, each document, and the open refusals."""

    overall: Figures
    documents: tuple[Reading, ...]
    refused: tuple[RefusedDocument, ...]


@click.command("report", epilog=example("archive report"))
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@pass_session
def command(session: Session, as_json: bool) -> int:
    """Tell how well each document was understood.

    Lists per document what was understood, then every contradiction, guess, doubt and repair, and what
    was kept as a note; then what was refused and why; then what all of it adds up to. The site shows the same
    figures on leesverslag.html.
    """
    with session.open_corpus() as corpus:
        report = report_on(corpus)
    if as_json:
        say_json(report)
    else:
        _say_report(report)
    return 0


def report_on(corpus: Corpus) -> CorpusReport:
    """Everything that was understood, noted and refused in a corpus."""
    documents = tuple(map(reading_of, corpus.records()))
    return CorpusReport(figures_of(documents), documents, tuple(corpus.refusals()))


def _say_report(report: CorpusReport) -> None:
    for document in report.documents:
        say(document.id, strong=True)
        say(f"  understood: {_understood(document.understood)}")
        for verb, notes in (
            ("contradicted", document.contradicted),
            ("guessed", document.guessed),
            ("doubted", document.doubted),
            ("repaired", document.repaired),
            ("kept", document.kept),
        ):
            for note in notes:
                say(on_one_line(f"  {verb}: {_note(note)}"))
    for refused in report.refused:
        say(on_one_line(f"refused: {refused.path}"), strong=True)
        remedy = f"; {refused.remedy}" if refused.remedy else ""
        say(on_one_line(f"  {refused.code}: {refused.cause}{remedy}"))
        kept = f"bytes kept as {refused.original}" if refused.original else "its bytes could not be had"
        say(f"  {refused.refused_at}, {kept}")
    if report.documents or report.refused:
        say()
    for line in _totals(report.overall):
        say(line)
    records, noted = report.overall.records, report.overall.noted
    say(f"{records} records, {noted} with notes; {len(report.refused)} documents refused")


def _note(note: Note) -> str:
    return f"{note.code}: {note.message}" + (f" [{note.place}]" if note.place else "")


def _understood(found: Understood) -> str:
    pieces = []
    if found.fields:
        pieces.append(f"{len(found.fields)} of {len(FIELDS)} fields")
    if found.parts:
        pieces.append(_parts(found))
    if found.tables_read or found.tables_rebuilt or found.lines_left:
        pieces.append(_tables(found))
    if found.checks:
        pieces.append(_checks(found))
    return "; ".join(pieces) or "text only"


def _parts(found: Understood) -> str:
    return f"{found.parts} parts ({found.own} answered alone, {found.shared} together, {found.without} without answer)"


def _tables(found: Understood) -> str:
    return (
        f"tables {found.tables_read} read, {found.tables_rebuilt} rebuilt, {found.lines_left} left as lines"
    )


def _checks(found: Understood) -> str:
    return f"{found.checks} sums compared, {found.checks_failed} differ"


def _totals(overall: Figures) -> Iterator[str]:
    if overall.questions:
        found = ", ".join(f"{name} {count}" for name, count in overall.fields.items())
        yield f"fields of {overall.questions} questions: {found}"
    yield _parts(overall.understood)
    yield _tables(overall.understood)
    yield _checks(overall.understood)
    for kind in NOTE_KINDS:
        codes = [code for code in overall.notes if note_kind(code) == kind]
        if codes:
            yield f"{overall.kinds[kind]:6}  {kind}"
        for code in codes:
            yield f"{overall.notes[code]:6}    {code}, in {overall.noted_by_code[code]} records"
