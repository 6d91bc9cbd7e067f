"""archive serve: shows the built site on this machine only."""

from __future__ import annotations

import contextlib
from pathlib import Path

import click

from archive.cli.output import say, say_json
from archive.cli.preview import preview_server
from archive.cli.session import Session, example, pass_session


@click.command("serve", epilog=example("archive serve --port 0"))
@click.option("-o", "--output", metavar="DIR", help="Folder of the site (default: public).")
@click.option(
    "--port",
    metavar="N",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port to listen on; 0 for any free one.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the address as JSON.")
@pass_session
def command(session: Session, output: str | None, port: int, as_json: bool) -> int:
    """Show the built site on this machine only.

    For looking at it before it goes to a web host; nobody else on the network can see it. Ctrl-C ends it.
    """
    server = preview_server(Path(session.settings(output=output).output), port)
    address = f"http://127.0.0.1:{server.server_port}/"
    if as_json:
        say_json({"address": address})
    else:
        say(address)
    with server, contextlib.suppress(KeyboardInterrupt):
        server.serve_forever()
    return 0
