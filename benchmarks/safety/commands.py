"""Runs `archive` in children forked from this process, which has loaded the program already: a start costs nothing."""

from __future__ import annotations

import contextlib
import importlib
import os
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import msgspec

from archive.cli.group import COMMANDS
from archive.cli.main import run

# What no user should ever see: a fault of the program, or the words of a library.
ALARMS = ("Traceback", "database is locked", "OperationalError", "report it to us")
_POLL_SECONDS = 0.01
_START_SECONDS = 60.0
_FAULT = 70
_NAMED, _TOLD = 60, 400


class Ended(msgspec.Struct, frozen=True):
    """A command that has ended. code: its exit code, negative for a signal; out, err: what stood on its screens."""

    arguments: tuple[str, ...]
    code: int
    out: str
    err: str

    def __str__(self) -> str:
        said = (self.err.strip() or self.out.strip())[-_TOLD:]
        return f"`archive {' '.join(self.arguments)[:_NAMED]}` ended with {self.code}: {said}"

    @property
    def alarm(self) -> str | None:
        """The first of the words on its screens that should stand on none."""
        return next((word for word in ALARMS if word in self.err or word in self.out), None)


class Running:
    """A command in a child. screens: the folder of the files that stand for its screens."""

    def __init__(self, pid: int, arguments: Sequence[str], screens: Path) -> None:
        self.pid = pid
        self.arguments = tuple(arguments)
        self._screens = screens
        self._code: int | None = None

    def has_ended(self) -> bool:
        """Whether it runs no more."""
        if self._code is None:
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                self._code = os.waitstatus_to_exitcode(status)
        return self._code is not None

    def ended(self, seconds: float = 900.0) -> Ended:
        """Waits for its end; a command that does not end is killed, and then its code is -9."""
        deadline = time.monotonic() + seconds
        while not self.has_ended():
            if time.monotonic() > deadline:
                os.kill(self.pid, signal.SIGKILL)
            time.sleep(_POLL_SECONDS)
        assert self._code is not None
        return Ended(self.arguments, self._code, self.out(), self._screen("err"))

    def out(self) -> str:
        """What it has written to standard output so far."""
        return self._screen("out")

    def stop(self) -> Ended:
        """Ends it as Ctrl-C does, once it has said something: before that it may not listen yet."""
        deadline = time.monotonic() + _START_SECONDS
        while not self.out() and not self.has_ended() and time.monotonic() < deadline:
            time.sleep(_POLL_SECONDS)
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGINT)
        return self.ended()

    def _screen(self, name: str) -> str:
        return self._screens.joinpath(name).read_text("utf-8", errors="replace")


def started(
    arguments: Sequence[str],
    folder: Path,
    screens: Path,
    before: Callable[[], object] | None = None,
) -> Running:
    """Starts `archive` with these arguments in `folder`. before: done first in the child, to break something there."""
    screens.mkdir(parents=True)
    # Made here, so that they can be read however early the child ends.
    for name in ("out", "err"):
        screens.joinpath(name).touch()
    with warnings.catch_warnings():
        # Python 3.12 warns when another thread runs; the child takes no lock that one of ours could hold.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:
        _run_and_exit(list(arguments), folder, screens, before)
    return Running(pid, arguments, screens)


def load_commands() -> None:
    """Loads what every command needs, so that no child has to."""
    for name in COMMANDS:
        importlib.import_module(f"archive.cli.{name}")


@contextlib.contextmanager
def killed_at_the_end() -> Iterator[list[Running]]:
    """A list of commands, none of which outlives the block."""
    running: list[Running] = []
    try:
        yield running
    finally:
        for command in running:
            if not command.has_ended():
                os.kill(command.pid, signal.SIGKILL)
                command.ended()


def _run_and_exit(
    arguments: list[str], folder: Path, screens: Path, before: Callable[[], object] | None
) -> NoReturn:
    """The whole life of a child. It never returns into the program of its parent."""
    code = _FAULT
    try:
        _take_screens(screens)
        os.chdir(folder)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.argv = ["archive", *arguments]
        if before is not None:
            before()
        code = run(arguments)
    except BaseException:  # noqa: BLE001 - what a user would see of a fault is what the suite looks for
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _take_screens(screens: Path) -> None:
    for number, name in ((1, "out"), (2, "err")):
        opened = os.open(screens / name, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(opened, number)
        os.close(opened)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    # The streams of the parent may be those of a test, which keeps what is written there to itself.
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False, buffering=1)
