"""archive changes: tells what is new, changed or refused since a day."""

from __future__ import annotations

import datetime as dt

import click

from archive.cli.output import say, say_json
from archive.cli.session import Session, example, pass_session
from archive.links.changes import Change, Changes, changes_since
from archive.store.rows import Withdrawal
from archive.store.writer import stamp


def _moment(context: click.Context, option: click.Parameter, value: str) -> dt.datetime:
    """The moment that a day, or a day and a time, opens; UTC where nothing else is said."""
    try:
        moment = dt.datetime.fromisoformat(value)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
        return moment.astimezone(dt.UTC)
    except (ValueError, OverflowError) as error:
        raise click.BadParameter(
            f"{value!r} is no date; give one like 2024-04-25 or 2024-04-25T08:30", context, option
        ) from error


@click.command("changes", epilog=example("archive changes --since 2024-04-25"))
@click.option(
    "--since",
    metavar="DATE",
    callback=_moment,
    required=True,
    help="The first day to tell of (2024-04-25, or with a time, UTC).",
)
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@pass_session
def command(session: Session, since: dt.datetime, as_json: bool) -> int:
    """Tell what is new, changed or refused since a day.

    The day is that on which the archive came to know of it, not that of the document. Of a changed record the
    fields are named that differ from before. The page nieuw.html and the feeds of the site tell the same.
    """
    with session.open_corpus() as corpus:
        changes = changes_since(corpus, stamp(since))
    if as_json:
        say_json(changes)
    else:
        _say_changes(changes)
    return 0


def _say_changes(changes: Changes) -> None:
    for change in (*changes.new, *changes.changed):
        say(_line(change))
    for gone in changes.withdrawn:
        say(_withdrawn_line(gone))
    for refused in changes.refused:
        say(f"refused   {refused.path}: {refused.cause}")
    for read in changes.read:
        say(f"read now  {read.path}")
    say(
        f"since {changes.since}: {len(changes.new)} new, {len(changes.changed)} changed, "
        f"{len(changes.withdrawn)} withdrawn, {len(changes.refused)} refused, "
        f"{len(changes.read)} read that were refused before"
    )


def _withdrawn_line(gone: Withdrawal) -> str:
    if gone.successor:
        return f"renamed   {gone.id}: now {gone.successor}"
    return f"withdrawn {gone.id}: {gone.reason}"


def _line(change: Change) -> str:
    fields = f" ({', '.join(change.fields)})" if change.fields else ""
    return f"{change.outcome:<10}{change.id}: {change.title}{fields}"
