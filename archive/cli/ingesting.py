"""What `archive ingest` and `archive publish` have in common: running an ingest and telling of it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import click
import msgspec

from archive.cli.output import on_one_line, progress_bar, remark, say
from archive.cli.session import Session, command_line
from archive.cli.stopping import polite_stop
from archive.cli.waiting import DEFAULT_WAIT, WRITES, wait_option
from archive.errors import CorpusError
from archive.fetch.addresses import is_address
from archive.fetch.client import WebClient
from archive.fetch.manners import Manners
from archive.fetch.pace import Pace
from archive.ingest import DocumentOutcome, IngestReport, Online, ingest_paths
from archive.store.corpus import Corpus
from archive.store.database import DATABASE_NAME

DEFAULT_PACE = 1.0

_Function = TypeVar("_Function", bound=Callable[..., Any])


class Place(click.Path):
    """A path that exists, - for standard input, or an address of the web."""

    name = "place"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The value as it is where it is an address, else as click checks a path."""
        return value if is_address(str(value)) else super().convert(value, param, ctx)


class Wishes(msgspec.Struct, frozen=True):
    """What the user asked of an ingest: see `archive ingest --help`."""

    dry_run: bool = False
    again: bool = False
    wait: float = DEFAULT_WAIT
    online: bool = False
    follow: bool = False
    pace: float = DEFAULT_PACE
    attachments: Path | None = None


def reading_options(function: _Function) -> _Function:
    """Adds the options that decide on what is read: paths, wait, online, follow, pace, attachments."""
    places = Place(exists=True, allow_dash=True)
    for option in (
        click.option(
            "--attachments",
            metavar="DIR",
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            help="Look in DIR for the files that open-data records name.",
        ),
        click.option(
            "--pace",
            metavar="SECONDS",
            type=click.FloatRange(0.2),
            default=DEFAULT_PACE,
            show_default=True,
            help="Seconds between two requests to one host, at least.",
        ),
        click.option(
            "--follow",
            is_flag=True,
            help="Fetch also what a page links to, and the attachments of a question.",
        ),
        click.option("--online", is_flag=True, help="Fetch addresses; nothing is fetched without it."),
        wait_option(WRITES),
        click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=places),
    ):
        function = option(function)
    return function


def run_ingest(session: Session, corpus: Corpus, paths: tuple[str, ...], wishes: Wishes) -> IngestReport:
    """Reads the paths with a progress bar, a polite Ctrl-C and a word about whom it waits for."""
    with progress_bar("reading") as bar, polite_stop() as stopped, _web(wishes, stopped) as online:
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
            online=online,
            beside=wishes.attachments,
            walled=True,
        )


@contextlib.contextmanager
def _web(wishes: Wishes, stopped: Callable[[], bool]) -> Iterator[Online | None]:
    """How addresses are fetched, None where nothing may be."""
    if not wishes.online:
        yield None
        return
    with WebClient(Manners(pace=wishes.pace), Pace(stopped)) as client:
        yield Online(client, wishes.follow)


def check_addresses(paths: tuple[str, ...], wishes: Wishes) -> None:
    """Raises UsageError where an address is given and nothing may be fetched, or the other way round."""
    addresses = [path for path in paths if is_address(path)]
    if addresses and not wishes.online:
        raise click.UsageError(f"{addresses[0]} is an address, and nothing is fetched unasked; add --online.")
    if (wishes.online or wishes.follow) and not addresses:
        raise click.UsageError("--online and --follow need an address among the paths.")


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
            say(on_one_line(_line(document)))
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
