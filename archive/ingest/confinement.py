"""What the process that reads one document gives up before it looks at it."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import sys
from pathlib import Path

from archive.ingest.allowance import Allowance
from archive.ingest.forbidden_calls import forbid_calls

_OPEN_FILES = 64
_DIE_WITH_PARENT = 1


def confine(channel: int, allowance: Allowance) -> None:
    """Leaves this process its memory, its time, one open channel and files to read; for good."""
    close_all_but(channel)
    sys.dont_write_bytecode = True
    _limit(resource.RLIMIT_CORE, 0, 0)
    _limit(resource.RLIMIT_FSIZE, 0, 0)
    _limit(resource.RLIMIT_NPROC, 0, 0)
    _limit(resource.RLIMIT_NOFILE, max(_OPEN_FILES, channel + 1), max(_OPEN_FILES, channel + 1))
    _limit(resource.RLIMIT_CPU, allowance.cpu_seconds, allowance.cpu_seconds + 5)
    most = _address_space() + allowance.memory_bytes
    _limit(resource.RLIMIT_AS, most, most)
    forbid_calls()


def leave_family() -> None:
    """Makes this process the head of its own group, which Ctrl-C does not reach and which can be killed as one.

    On Linux it also ends when the process that started it does.
    """
    os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)


def close_all_but(*kept: int) -> None:
    """Closes every open file of this process except those, and lets the standard streams lead nowhere."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    # Whatever these names stood for has lost its file.
    sys.stdout = sys.stderr = os.fdopen(1, "w", closefd=False)
    start = 3
    for descriptor in (*sorted(kept), _highest_descriptor() + 1):
        os.closerange(start, descriptor)
        start = descriptor + 1


def _address_space() -> int:
    """The bytes of address space that this process came with, 0 where the system does not tell.

    They are those of the program it was forked from, which is large where another one uses the library.
    """
    try:
        pages = int(Path("/proc/self/statm").read_bytes().split()[0])
    except OSError:
        return 0
    return pages * resource.getpagesize()


def _highest_descriptor() -> int:
    return min(resource.getrlimit(resource.RLIMIT_NOFILE)[0], 1 << 16)


def _limit(kind: int, soft: int, hard: int) -> None:
    # A limit that the system does not know (macOS and address space) or that was set lower already stays as it is.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (soft, hard))
