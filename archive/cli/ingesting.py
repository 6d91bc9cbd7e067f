"""What `archive ingest` and `archive publish` have in common: running an ingest and telling of it."""

from __future__ import annotations

from pathlib import Path

import msgspec

from archive.cli.output import progress_bar, remark, say
from archive.cli.session import Session, command_line
from archive.cli.stopping import polite_stop
from archive.errors import CorpusError
from archive.ingest import DocumentOutcome, IngestReport, ingest_paths
from archive.store.corpus import Corpus
from archive.store.database import DATABASE_NAME

DEFAULT_WAIT = 10.0


class Wishes(msgspec.Struct, frozen=True):
    """What the user asked of an ingest: see `archive ingest --help`."""

    dry_run: bool = False
    again: bool = False
    wait: float = DEFAULT_WAIT


def run_ingest(session: Session, corpus: Corpus, paths: tuple[str, ...], wishes: Wishes) -> IngestReport:
    """Reads the paths with a progress bar, a polite Ctrl-C and a word about whom it waits for."""
    with progress_bar("reading") as bar, polite_stop() as stopped:
        return ingest_paths(
            corpus,
            paths,
            dry_run=wishes.dry_run,
            again=wishes.again,
            skipped=(Path(session.settings().output),),
            stopped=stopped,
            progress=bar,
            command=command_line(),
            wait=wishes.wait,
            waiting=remark,
        )


def corpus_to_fill(session: Session, *, dry_run: bool) -> Corpus:
    """The corpus of this run, made if there is none; a dry run imagines one."""
    folder = Path(session.settings().corpus)
    if folder.exists() and not folder.is_dir():
        raise CorpusError(str(folder), "this is no folder", "choose another one with --corpus")
    if dry_run and not (folder / DATABASE_NAME).is_file():
        return Corpus.imagined(folder)
    return Corpus.open(folder, create=not dry_run)


def say_ingest(report: IngestReport, *, dry_run: bool, verbose: bool) -> None:
    """Tells what became of the documents: each that is not plain sailing, all of them if `verbose`."""
    for document in report.documents:
        if verbose or document.outcome in {"updated", "refused"}:
            say(_line(document))
    counts = f"{report.inserted} inserted, {report.updated} updated, "
    counts += f"{report.unchanged} unchanged, {report.refused} refused"
    say(f"dry run, nothing written: {counts}" if dry_run else counts)


def _line(document: DocumentOutcome) -> str:
    if document.outcome == "refused":
        reason = document.reason or ""
        return f"refused    {reason if document.path in reason else f'{document.path}: {reason}'}"
    line = f"{document.outcome:<10} {document.id} from {document.path}"
    return f"{line} ({document.reason})" if document.reason else line


def remark_stop() -> None:
    """Says how a run that was stopped goes on."""
    remark("stopped; the corpus is whole. Give the same command again to go on.")
