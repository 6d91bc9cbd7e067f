"""archive show: shows one record, or one table of it."""

from __future__ import annotations

import difflib
import sys

import click

from archive.cli.output import harmless, say, say_json
from archive.cli.readable import readable_lines, table_lines
from archive.cli.session import Session, example, pass_session
from archive.errors import ArchiveError
from archive.export.table_csv import table_csv
from archive.model.record import Record
from archive.model.tables import NumberedTable, tables_of
from archive.store.corpus import Corpus


@click.command("show", epilog=example("archive show 2023-2024/jo-brouns/386"))
@click.argument("id", metavar="ID")
@click.option(
    "--table", "number", metavar="N", type=click.IntRange(min=1), help="Show only table N of the record."
)
@click.option("--csv", "as_csv", is_flag=True, help="Print the table as CSV, as the site hands it out.")
@click.option("--json", "as_json", is_flag=True, help="Print the record as `archive export jsonl` has it.")
@pass_session
def command(session: Session, id: str, number: int | None, as_csv: bool, as_json: bool) -> int:
    """Show one record, or one table of it.

    ID is the record's id, as `archive search` prints it; the address of its page will do too. The tables of a
    record are numbered in reading order; on its page, table 3 has the anchor tabel-3.
    """
    if as_csv and number is None:
        raise click.UsageError("--csv prints one table; say which with --table N.")
    if as_csv and as_json:
        raise click.UsageError("choose one of --csv and --json.")
    with session.open_corpus() as corpus:
        wanted = id.removeprefix("vragen/").removesuffix(".html")
        stored = corpus.stored(wanted)
        if stored is None:
            raise ArchiveError(id, "no record has this id", _near(corpus, wanted))
        record = corpus.record(wanted)
        versions = corpus.versions(wanted)
        withdrawal = corpus.withdrawal(wanted)
    assert record is not None, "it stands in the same snapshot"
    if number is not None:
        _show_table(_table(record, number), as_csv=as_csv, as_json=as_json)
        return 0
    if as_json:
        click.echo(stored.content)
        return 0
    if withdrawal is not None:
        say(f"Ingetrokken op {withdrawal.withdrawn_at}: {withdrawal.reason}")
        if withdrawal.successor:
            say(f"Gaat verder als {withdrawal.successor}")
    for line in readable_lines(record):
        say(line)
    for earlier in versions:
        say(f"Eerdere versie {earlier.state.version}: {earlier.state.written_at} tot {earlier.replaced_at}")
    return 0


def _table(record: Record, number: int) -> NumberedTable:
    tables = list(tables_of(record))
    if number <= len(tables):
        return tables[number - 1]
    remedy = f"choose a number from 1 to {len(tables)}" if tables else "see it with `archive show ID`"
    cause = f"this record has {len(tables)} tables" if tables else "this record has no table"
    raise ArchiveError(f"{record.id}, table {number}", cause, remedy)


def _show_table(table: NumberedTable, *, as_csv: bool, as_json: bool) -> None:
    if as_json:
        say_json(table)
    elif as_csv and sys.stdout.isatty():
        # A terminal shows no mark and must not be commanded; a file or a pipe gets every byte.
        say(harmless(table_csv(table).decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n")))
    elif as_csv:
        sys.stdout.buffer.write(table_csv(table))
        sys.stdout.buffer.flush()
    else:
        for line in table_lines(table):
            say(line)


def _near(corpus: Corpus, id: str) -> str:
    near = difflib.get_close_matches(id, list(corpus.ids()), n=3, cutoff=0.6)
    return f"did you mean {' or '.join(near)}?" if near else "find it with `archive search`"
