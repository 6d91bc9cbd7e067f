"""Work shared out among processes that write files, so that every processor is used."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from archive.errors import CorpusError

# How a child ends whose work raised something else than an error of the system, whose numbers are smaller.
_FAULT = 255
_POLL_SECONDS = 0.02
_PR_SET_PDEATHSIG = 1


def do_apart(
    work: Sequence[Callable[[], None]], place: Path, meanwhile: Callable[[], None] | None = None
) -> None:
    """Does each piece of work in a child of its own, all at the same time; one alone is done here.

    Children see all that this process has in memory and give nothing back but files. Raises the OSError of a child,
    and CorpusError for `place` when a child is killed or fails otherwise; the other children are then ended.
    meanwhile: called again and again while they work.
    """
    if len(work) == 1:
        work[0]()
        return
    running: set[int] = set()
    try:
        for piece in work:
            running.add(_started(piece))
        while running:
            ended = {pid: code for pid in running if (code := _exit_code(pid)) is not None}
            running -= ended.keys()
            for code in ended.values():
                _check(code, place)
            if meanwhile is not None:
                meanwhile()
            time.sleep(_POLL_SECONDS)
    finally:
        for pid in running:
            with contextlib.suppress(ProcessLookupError, ChildProcessError):
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _started(work: Callable[[], None]) -> int:
    with warnings.catch_warnings():
        # Python 3.12 warns when another thread runs. The child uses no lock that such a thread could hold.
        warnings.simplefilter("ignore", DeprecationWarning)
        parent = os.getpid()
        pid = os.fork()
    if pid == 0:
        _work_and_exit(work, parent)
    return pid


def _end_with(parent: int) -> None:
    """Lets the kernel end this process when its parent ends, so that nobody writes on for nothing (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != parent:
            # It ended before the kernel knew.
            os._exit(_FAULT)


def _work_and_exit(work: Callable[[], None], parent: int) -> NoReturn:
    """The whole life of a child. It never returns into the program of its parent."""
    code = _FAULT
    try:
        _end_with(parent)
        # The parent alone decides what Ctrl-C means.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        work()
        code = 0
    except OSError as error:
        code = error.errno if error.errno and error.errno < _FAULT else errno.EIO
    except MemoryError:
        code = errno.ENOMEM
    finally:
        if code == _FAULT:
            traceback.print_exc()
            sys.stderr.flush()
        os._exit(code)


def _exit_code(pid: int) -> int | None:
    """How a child ended: as subprocess tells it, a signal being negative; None while it runs."""
    ended, status = os.waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if ended else None


def _check(code: int, place: Path) -> None:
    if code == _FAULT:
        raise CorpusError(str(place), "a process of ours failed as told above", "report it to us")
    if code > 0:
        raise OSError(code, os.strerror(code))
    if code < 0:
        raise CorpusError(
            str(place),
            f"a process of ours was killed (signal {-code})",
            "look whether memory ran out, and try again",
        )
