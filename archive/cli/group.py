"""The list of commands; each is imported when it is used, so that `archive --help` is there at once."""

from __future__ import annotations

import importlib
from pathlib import Path

import click

from archive import __version__
from archive.cli.session import Session

COMMANDS = {
    "ingest": "Read documents into the corpus.",
    "build": "Make the website.",
    "publish": "Read documents and make the website, in one go.",
    "search": "Search in the terminal.",
    "show": "Show one record, or one table of it.",
    "export": "Write the corpus in a form that others read.",
    "report": "Tell how well each document was understood.",
    "changes": "Tell what is new, changed or refused since a day.",
    "authority": "Suggest which names are one topic, or check the file that says so.",
    "withdraw": "Show a record no more, and say so at its address.",
    "verify": "Check that everything is still as it was written.",
    "serve": "Show the built site on this machine only.",
    "completion": "Print the script that completes commands in a shell.",
}

_EPILOG = """\b
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but documents were refused,
4 damage found, 130 stopped by Ctrl-C.

\b
Example:
  archive --corpus corpus report
"""


class _LazyGroup(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"archive.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_LazyGroup, epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--corpus", metavar="DIR", help="Folder of the corpus (ARCHIVE_CORPUS; default: corpus).")
@click.option(
    "--config",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Read the settings from FILE instead of archive.toml.",
)
@click.version_option(__version__, prog_name="archive", message="%(prog)s %(version)s")
@click.pass_context
def archive(ctx: click.Context, corpus: str | None, config: Path | None) -> None:
    """Keep parliamentary written questions, and make a website of them that is searched from disk."""
    ctx.obj = Session(corpus, config)
