"""archive publish: reads documents and makes the website, in one go."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from archive.build.copies import Copies
from archive.build.site import check_copies
from archive.cli.building import (
    SITE_OPTIONS,
    built_line,
    copy_lines,
    copy_options,
    planned,
    run_build,
    site_options,
    start_page,
)
from archive.cli.ingest import as_published
from archive.cli.ingesting import (
    Wishes,
    check_addresses,
    corpus_to_fill,
    reading_options,
    remark_stop,
    run_ingest,
    say_ingest,
)
from archive.cli.output import say, say_json
from archive.cli.session import Session, example, pass_session


@click.command("publish", epilog=example("archive publish seeds"))
@reading_options
@site_options
@copy_options
@click.option(
    "--dry-run", is_flag=True, help="Say what would become of each document; write and build nothing."
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@pass_session
def command(
    session: Session,
    /,
    paths: tuple[str, ...],
    as_json: bool,
    zip_file: Path | None,
    zim_file: Path | None,
    **given: Any,
) -> int:
    """Read documents and make the website, in one go.

    The same as `archive ingest` and then `archive build`; says which page to open.
    """
    wishes = Wishes(**{name: value for name, value in given.items() if name in Wishes.__struct_fields__})
    settings = session.settings(**{name: value for name, value in given.items() if name in SITE_OPTIONS})
    dry_run = wishes.dry_run
    check_addresses(paths, wishes)
    copies = Copies(zip_file, zim_file)
    check_copies(copies, Path(settings.output))
    with corpus_to_fill(session, dry_run=dry_run) as corpus:
        report = run_ingest(session, corpus, paths, wishes)
        if not as_json:
            say_ingest(report, dry_run=dry_run, verbose=False)
        if report.stopped:
            remark_stop()
            return 130
        built = None if dry_run else run_build(corpus, settings, wait=wishes.wait, copies=copies)
    if as_json:
        told = {"ingest": as_published(report), "build": built, "open": built and start_page(settings)}
        say_json(told | ({"copies": planned(copies)} if dry_run else {}))
    elif built is not None:
        say(built_line(built))
        say(f"open {start_page(settings)}", strong=True)
    else:
        for line in copy_lines(copies):
            say(line)
    return 3 if report.refused else 0
