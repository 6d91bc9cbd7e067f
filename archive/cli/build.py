"""archive build: makes the website."""

from __future__ import annotations

from pathlib import Path

import click

from archive.build.copies import Copies
from archive.build.site import check_copies
from archive.cli.building import (
    built_line,
    copy_lines,
    copy_options,
    planned,
    run_build,
    site_options,
    start_page,
)
from archive.cli.output import say, say_json
from archive.cli.session import Session, example, pass_session
from archive.cli.waiting import BUILDS, wait_option


@click.command("build", epilog=example("archive build -o public"))
@site_options
@copy_options
@click.option(
    "--full", is_flag=True, help="Make search shards and links anew instead of adding to the last ones."
)
@wait_option(BUILDS)
@click.option("--dry-run", is_flag=True, help="Say what would be built where, and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@pass_session
def command(
    session: Session,
    /,
    *,
    full: bool,
    wait: float,
    dry_run: bool,
    as_json: bool,
    zip_file: Path | None,
    zim_file: Path | None,
    **flags: str | int | None,
) -> int:
    """Make the website.

    The new site takes the place of the old one in a single stroke when it is complete. It is opened from disk by
    a double click, or put on any web host. --zip and --zim make copies in one file, to be taken along.
    """
    settings = session.settings(**flags)
    copies = Copies(zip_file, zim_file)
    check_copies(copies, Path(settings.output))
    with session.open_corpus() as corpus:
        if dry_run:
            plan = {
                "output": settings.output,
                "records": corpus.count(),
                "replaces": Path(settings.output).exists(),
                "copies": planned(copies),
            }
            if as_json:
                say_json(plan)
            else:
                action = "replace" if plan["replaces"] else "make"
                say(
                    f"dry run, nothing written: would {action} {settings.output} from {plan['records']} records"
                )
                for line in copy_lines(copies):
                    say(line)
            return 0
        report = run_build(corpus, settings, full=full, wait=wait, copies=copies)
    if as_json:
        say_json(report)
    else:
        say(built_line(report))
        say(f"open {start_page(settings)}")
    return 0
