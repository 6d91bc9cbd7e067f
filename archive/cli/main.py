"""Runs the command and turns errors into messages and exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from archive.cli.group import archive
from archive.cli.output import complain, unsaid
from archive.errors import ArchiveError, ConfigError, DamageError, QueryError, cause_of, way_on

DONE, FAILED, USAGE, REFUSED, DAMAGED, STOPPED = 0, 1, 2, 3, 4, 130


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs `archive` with these arguments, those of the process by default, and exits.

    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done but documents were refused, 4 damage found, 130 stopped
    by Ctrl-C.
    """
    code = run(arguments)
    try:
        sys.stdout.flush()
    except OSError as error:
        if not isinstance(error, BrokenPipeError) and code == DONE:
            complain(str(unsaid(error)))
        # Whoever reads our output has seen enough, or cannot. Python would complain of it once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = code or FAILED
    sys.exit(code)


def run(arguments: Sequence[str] | None) -> int:
    """Runs the command; gives its exit code."""
    try:
        return int(archive.main(arguments, prog_name="archive", standalone_mode=False) or DONE)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return USAGE
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        complain("stopped; everything reported so far is kept")
        return STOPPED
    except ArchiveError as error:
        complain(str(error))
        return _code_of(error)
    except OSError as error:
        complain(str(_named(error)))
        return FAILED


def _named(error: OSError) -> ArchiveError:
    remedy = way_on(error, "see whether it can be read and written, and give the same command again")
    return ArchiveError(str(error.filename or "the system"), cause_of(error), remedy)


def _code_of(error: ArchiveError) -> int:
    if isinstance(error, DamageError):
        return DAMAGED
    return USAGE if isinstance(error, (ConfigError, QueryError)) else FAILED
