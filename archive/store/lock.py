"""One writer at a time: a lock that lives as long as its holder and names it."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from archive.errors import CorpusError, LockedError, cause_of, way_on
from archive.store.flushing import flush_file_system

LOCK_NAME = "lock"
BUILD_LOCK_NAME = "lock.build"
_PAUSE = 0.1
_DOING = {LOCK_NAME: "is writing", BUILD_LOCK_NAME: "is building"}


class Holder(msgspec.Struct, frozen=True):
    """Who holds the lock: the number of the operating system's process and the command that it runs."""

    pid: int
    command: str


def _no_word(_: str) -> None:
    pass


@contextlib.contextmanager
def held_lock(
    folder: Path,
    command: str,
    *,
    name: str = LOCK_NAME,
    wait: float = 0.0,
    waiting: Callable[[str], None] = _no_word,
) -> Iterator[None]:
    """Holds the lock of the corpus in `folder` while the block runs.

    name: that for writers, or BUILD_LOCK_NAME, by which one build waits for another and hinders no writer.
    wait: seconds to wait for another holder; `waiting` is told once, in a sentence, for whom.
    Raises LockedError that names the holder, and CorpusError. The kernel frees the lock of a holder that dies.
    What such a holder wrote is brought to the disk first: all that is found in the corpus will survive a loss of power.
    """
    path = folder / name
    with _named_troubles(path):
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        _take(descriptor, path, wait, waiting)
        with _named_troubles(path):
            if os.fstat(descriptor).st_size:
                # Only a holder that came to its end takes its name away.
                flush_file_system(folder)
            os.ftruncate(descriptor, 0)
            # A command names files, and not every name is text in the encoding of the system.
            told = command.encode("utf-8", "backslashreplace").decode("utf-8")
            os.pwrite(descriptor, msgspec.json.encode(Holder(os.getpid(), told)), 0)
        yield
        with _named_troubles(path):
            os.ftruncate(descriptor, 0)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _named_troubles(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CorpusError(
            str(path),
            f"the corpus cannot be written ({cause_of(error)})",
            way_on(error, "make the folder writable"),
        ) from error


def _take(descriptor: int, path: Path, wait: float, waiting: Callable[[str], None]) -> None:
    deadline = time.monotonic() + wait
    told = False
    while not _taken(descriptor, path):
        holder = describe_holder(path)
        if time.monotonic() >= deadline:
            raise LockedError(
                str(path.parent), f"{holder} {_DOING[path.name]}", "wait for it, or give a longer --wait"
            )
        if not told:
            waiting(f"waiting for {holder}")
            told = True
        time.sleep(_PAUSE)


def _taken(descriptor: int, path: Path) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in {errno.EAGAIN, errno.EACCES}:
            return False
        raise CorpusError(
            str(path), f"this file system has no locks ({error.strerror})", "keep the corpus on another one"
        ) from error
    return True


def describe_holder(path: Path) -> str:
    """Who wrote the lock file last: "process 12, `archive ingest seeds`"."""
    try:
        holder = msgspec.json.decode(path.read_bytes(), type=Holder)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return "another process"
    return f"process {holder.pid} (`{holder.command}`)"
