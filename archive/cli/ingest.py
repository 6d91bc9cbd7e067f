"""archive ingest: reads documents into the corpus."""

from __future__ import annotations

import click
import msgspec

from archive.cli.ingesting import (
    DEFAULT_WAIT,
    Wishes,
    corpus_to_fill,
    remark_stop,
    run_ingest,
    say_ingest,
)
from archive.cli.output import say_json
from archive.cli.session import Session, example, pass_session
from archive.ingest import IngestReport


@click.command("ingest", epilog=example("archive ingest seeds"))
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(exists=True, allow_dash=True)
)
@click.option(
    "--again", is_flag=True, help="Read documents anew that were read before, and keep what differs."
)
@click.option("--dry-run", is_flag=True, help="Say what would become of each document and write nothing.")
@click.option(
    "--wait",
    metavar="SECONDS",
    type=click.FloatRange(0),
    default=DEFAULT_WAIT,
    show_default=True,
    help="How long to wait while another command writes to the corpus.",
)
@click.option(
    "-v", "--verbose", is_flag=True, help="Tell of every document, not only of what was changed or refused."
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@pass_session
def command(
    session: Session,
    /,
    *,
    paths: tuple[str, ...],
    again: bool,
    dry_run: bool,
    wait: float,
    verbose: bool,
    as_json: bool,
) -> int:
    """Read documents into the corpus.

    PATH is a file, a folder, a zip or tar archive, or - for standard input: PDF, text, HTML, or what
    `archive export jsonl` wrote. What cannot be read is refused with the reason; its bytes are kept.
    Documents that were read before cost nothing. Ctrl-C stops after the current document.
    """
    with corpus_to_fill(session, dry_run=dry_run) as corpus:
        report = run_ingest(session, corpus, paths, Wishes(dry_run, again, wait))
    if as_json:
        say_json(as_published(report))
    else:
        say_ingest(report, dry_run=dry_run, verbose=verbose)
    if report.stopped:
        remark_stop()
        return 130
    return 3 if report.refused else 0


def as_published(report: IngestReport) -> dict[str, object]:
    """The report in the shape that `--json` promises: four counts and the documents."""
    shape: dict[str, object] = msgspec.to_builtins(report)
    del shape["stopped"]
    return shape
