"""archive ingest: reads documents into the corpus."""

from __future__ import annotations

from typing import Any

import click
import msgspec

from archive.cli.ingesting import (
    Wishes,
    check_addresses,
    corpus_to_fill,
    reading_options,
    remark_stop,
    run_ingest,
    say_ingest,
)
from archive.cli.output import remark, say_json
from archive.cli.session import Session, example, pass_session
from archive.ingest import IngestReport, protection


@click.command("ingest", epilog=example("archive ingest seeds"))
@reading_options
@click.option(
    "--again", is_flag=True, help="Read documents anew that were read before, and keep what differs."
)
@click.option("--dry-run", is_flag=True, help="Say what would become of each document and write nothing.")
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
    verbose: bool,
    as_json: bool,
    **wanted: Any,
) -> int:
    """Read documents into the corpus.

    PATH is a file, a folder, a zip or tar archive, - for standard input, or with --online an address: of a
    document, a page, a question of the open-data service or a search in it. What cannot be read is refused
    with the reason; its bytes are kept. Documents that were read before cost nothing. Ctrl-C stops after the
    current document.
    """
    wishes = Wishes(**wanted)
    check_addresses(paths, wishes)
    with corpus_to_fill(session, dry_run=wishes.dry_run) as corpus:
        report = run_ingest(session, corpus, paths, wishes)
    if as_json:
        say_json(as_published(report))
    else:
        say_ingest(report, dry_run=wishes.dry_run, verbose=verbose)
        if verbose:
            remark(protection())
    if report.stopped:
        remark_stop()
        return 130
    return 3 if report.refused else 0


def as_published(report: IngestReport) -> dict[str, object]:
    """The report in the shape that `--json` promises: four counts and the documents."""
    shape: dict[str, object] = msgspec.to_builtins(report)
    del shape["stopped"]
    return shape
