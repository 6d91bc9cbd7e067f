"""archive export: writes the corpus in a form that others read."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from archive.cli.output import say, say_json
from archive.cli.session import Session, example, pass_session
from archive.export.registry import EXPORTS
from archive.export.writing import write_whole


@click.command("export", epilog=example("archive export jsonl -o questions.jsonl"))
@click.argument("format", metavar="FORMAT", type=click.Choice(sorted(EXPORTS)))
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write to FILE instead of standard output.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be written and write nothing.")
@click.option(
    "--json", "as_json", is_flag=True, help="Print what was written as JSON; needs -o or --dry-run."
)
@pass_session
def command(session: Session, format: str, output: Path | None, dry_run: bool, as_json: bool) -> int:
    """Write the corpus in a form that others read.

    FORMAT is jsonl: every record, one JSON object a line, sorted by id. `archive ingest` reads it back.
    Or tables: every cell of every table on a line of its own, as CSV with a header.
    """
    if as_json and output is None and not dry_run:
        raise click.UsageError("--json tells of a file that was written; give one with -o.")
    place = str(output) if output else "standard output"
    with session.open_corpus() as corpus:
        chunks = EXPORTS[format].chunks(corpus, session.settings())
        if dry_run:
            told = {"format": format, "output": place, "records": corpus.count()}
            line = f"dry run, nothing written: would write {corpus.count()} records to {place}"
        elif output is None:
            for chunk in chunks:
                sys.stdout.buffer.write(chunk)
            sys.stdout.buffer.flush()
            return 0
        else:
            size = write_whole(output, chunks)
            told = {"format": format, "output": place, "records": corpus.count(), "bytes": size}
            line = f"{corpus.count()} records, {size} bytes in {place}"
    if as_json:
        say_json(told)
    else:
        say(line)
    return 0
