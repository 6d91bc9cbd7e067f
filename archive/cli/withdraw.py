"""archive withdraw: shows a record no more, and says so at its address."""

from __future__ import annotations

import click

from archive.cli.output import remark, say, say_json
from archive.cli.session import Session, command_line, example, pass_session
from archive.cli.waiting import WRITES, wait_option
from archive.ingest.clock import utc_now
from archive.store.withdrawing import check_return, check_withdrawal


@click.command(
    "withdraw", epilog=example('archive withdraw 2023-2024/jo-brouns/386 --reason "Withdrawn by the asker"')
)
@click.argument("id", metavar="ID")
@click.option("--reason", metavar="TEXT", help="Why, in a sentence that stands on the page.")
@click.option("--renamed-to", "successor", metavar="ID", help="The record that this one goes on in.")
@click.option("--undo", is_flag=True, help="Show the record again.")
@wait_option(WRITES)
@click.option("--dry-run", is_flag=True, help="Say what would be done and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
@pass_session
def command(
    session: Session,
    /,
    *,
    id: str,
    reason: str | None,
    successor: str | None,
    undo: bool,
    wait: float,
    dry_run: bool,
    as_json: bool,
) -> int:
    """Show a record no more, and say so at its address.

    Its documents, its states and what was done with it stay in the corpus, and its id is never given to another. The
    next build leaves it out of the pages, the search and the exports; its page tells the day and the reason, or leads
    to the record that it goes on in. A record whose document gives another id when it is read again is led on so by
    itself.
    """
    if undo and (reason or successor):
        raise click.UsageError("--undo shows the record again; it takes no --reason and no --renamed-to.")
    if not undo and not reason:
        raise click.UsageError("say why with --reason, or show the record again with --undo.")
    with session.open_corpus() as corpus:
        told = {"id": id, "outcome": "restored" if undo else "renamed" if successor else "withdrawn"}
        if undo:
            check_return(corpus, id)
        else:
            check_withdrawal(corpus, id, reason or "", successor)
        if not dry_run:
            with corpus.writing(command=command_line(), wait=wait, waiting=remark) as writer:
                if undo:
                    writer.restore(id, now=utc_now())
                else:
                    writer.withdraw(id, reason or "", successor=successor, now=utc_now())
    if as_json:
        say_json(told | {"dry_run": dry_run})
    else:
        done = "would be" if dry_run else "is"
        what = {"restored": "shown again", "renamed": f"led on to {successor}", "withdrawn": "withdrawn"}
        say(f"{id} {done} {what[told['outcome']]}; the next `archive build` tells it")
    return 0
