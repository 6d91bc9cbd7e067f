"""The option of the commands of which one at a time works on a corpus."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

DEFAULT_WAIT = 10.0
WRITES = "writes to the corpus"
BUILDS = "builds from the corpus"

_Function = TypeVar("_Function", bound=Callable[..., Any])


def wait_option(does: str) -> Callable[[_Function], _Function]:
    """Adds --wait. does: what the command does for which it waits."""
    return click.option(
        "--wait",
        metavar="SECONDS",
        type=click.FloatRange(0),
        default=DEFAULT_WAIT,
        show_default=True,
        help=f"How long to wait while another command {does}.",
    )
