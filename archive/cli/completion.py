"""archive completion: prints the script that completes commands in a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from archive.cli.session import example

SHELLS = ("bash", "zsh", "fish")


@click.command("completion", epilog=example("archive completion bash"))
@click.argument("shell", metavar="SHELL", type=click.Choice(SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    """Print the script that completes commands in a shell.

    SHELL is bash, zsh or fish. For bash: put the line  eval "$(archive completion bash)"  in ~/.bashrc.
    """
    completion = get_completion_class(shell)
    assert completion is not None, f"click knows {shell}"
    click.echo(completion(ctx.find_root().command, {}, "archive", "_ARCHIVE_COMPLETE").source())
    return 0
