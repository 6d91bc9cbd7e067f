"""archive show: shows one record."""

from __future__ import annotations

import difflib

import click

from archive.cli.output import say
from archive.cli.readable import readable_lines
from archive.cli.session import Session, example, pass_session
from archive.errors import ArchiveError
from archive.store.corpus import Corpus


@click.command("show", epilog=example("archive show 2023-2024/jo-brouns/386"))
@click.argument("id", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print the record as `archive export jsonl` has it.")
@pass_session
def command(session: Session, id: str, as_json: bool) -> int:
    """Show one record.

    ID is the record's id, as `archive search` prints it; the address of its page will do too.
    """
    with session.open_corpus() as corpus:
        wanted = id.removeprefix("vragen/").removesuffix(".html")
        stored = corpus.stored(wanted)
        if stored is None:
            raise ArchiveError(id, "no record has this id", _near(corpus, wanted))
        record = corpus.record(wanted)
        versions = corpus.versions(wanted)
    if as_json:
        click.echo(stored.content)
        return 0
    assert record is not None, "it stands in the same snapshot"
    for line in readable_lines(record):
        say(line)
    for earlier in versions:
        say(f"Eerdere versie {earlier.state.version}: {earlier.state.written_at} tot {earlier.replaced_at}")
    return 0


def _near(corpus: Corpus, id: str) -> str:
    near = difflib.get_close_matches(id, list(corpus.ids()), n=3, cutoff=0.6)
    return f"did you mean {' or '.join(near)}?" if near else "find it with `archive search`"
