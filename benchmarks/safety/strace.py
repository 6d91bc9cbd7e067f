"""Runs a piece of our program in a child under Debian's strace, which logs its system calls or makes one of them fail.

    ended = traced(lambda: main(["ingest", "seeds"]), inject=["fsync:signal=KILL:when=3"])

The child is forked, so that everything it needs is loaded already, and waits until strace has attached itself. A rule
for a call, as strace(1) has it after `-e inject=`, counts the calls of each process from its first.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import msgspec

ABSENT = "strace is not installed (Debian: apt-get install -y strace), or may trace nobody here"
# Every call that changes what is on a disk; `openat` also those that only read, see `Call.is_change`.
CHANGES = (
    "openat",
    "creat",
    "write",
    "writev",
    "pwrite64",
    "pwritev",
    "pwritev2",
    "sendfile",
    "copy_file_range",
    "fsync",
    "fdatasync",
    "sync",
    "syncfs",
    "sync_file_range",
    "rename",
    "renameat",
    "renameat2",
    "link",
    "linkat",
    "symlink",
    "symlinkat",
    "unlink",
    "unlinkat",
    "rmdir",
    "mkdir",
    "mkdirat",
    "truncate",
    "ftruncate",
    "fallocate",
    "msync",
)
# One call in strace's log: the process, the name, the arguments and what came of it.
_LINE = re.compile(r"(?:(\d+) +)?([a-z0-9_]+)\((.*)\) += (\?|-?[0-9a-fx]+)(.*)")
_PR_SET_PTRACER, _ANYBODY = 0x59616D61, -1
_FAULT = 255
_LEAVE_SECONDS = 5.0
_POLL_SECONDS = 0.0005


class Call(msgspec.Struct, frozen=True):
    """A system call of a process. number: which one of this name it was in that process, from 1.

    arguments: as strace writes them, with the path behind each descriptor. result: -1 where it failed.
    """

    process: int
    name: str
    number: int
    arguments: str
    result: int

    @property
    def is_change(self) -> bool:
        """Whether it changes, or would change, what is on a disk."""
        return self.name != "openat" or bool(re.search(r"O_(CREAT|TRUNC|TMPFILE)", self.arguments))


class Ended(msgspec.Struct, frozen=True):
    """How a child ended. process: its number; code: as subprocess tells it, a signal being negative.

    out, err: what it said. calls: those that were traced. survivors: processes that it had started and that went on
    without it.
    """

    process: int
    code: int
    out: str
    err: str
    calls: tuple[Call, ...]
    survivors: int = 0

    @property
    def is_killed(self) -> bool:
        return self.code == -signal.SIGKILL


@functools.cache
def has_strace() -> bool:
    """Whether strace is installed here and may trace what we start; some containers forbid that."""
    if shutil.which("strace") is None:
        return False
    try:
        return traced(lambda: 0).code == 0
    except OSError:
        return False


def traced(
    work: Callable[[], int | None],
    *,
    inject: Sequence[str] = (),
    trace: Iterable[str] = CHANGES,
    follow: bool = False,
    seconds: float = 120.0,
) -> Ended:
    """Does `work` in a child under strace and tells how that ended; its exit code is what `work` gives, 0 for None.

    inject: strace's rules without "inject=". trace: the names of the calls to log. follow: also the processes that
    the child starts. Raises TimeoutError after so many seconds, when all of them were killed.
    """
    with _memory("log") as log:
        ended = _lived(work, seconds, lambda child: _attached(child, _options(inject, trace, follow), log))
        return msgspec.structs.replace(ended, calls=tuple(calls_of(_read(log), ended.process)))


def apart(work: Callable[[], int | None], *, seconds: float = 120.0) -> Ended:
    """Does `work` in a child, as `traced` does, without strace."""
    return _lived(work, seconds, lambda child: contextlib.nullcontext())


def killed(work: Callable[[], int | None], is_time: Callable[[], bool], *, seconds: float = 600.0) -> Ended:
    """Does `work` in a child and kills it as soon as `is_time`, if it has not ended by then."""

    def strike(child: int) -> None:
        with _pidfd(child) as ending:
            while not is_time():
                if select.select([ending], [], [], _POLL_SECONDS)[0]:
                    return
        os.kill(child, signal.SIGKILL)

    return _lived(work, seconds, lambda child: contextlib.nullcontext(), strike)


def _lived(
    work: Callable[[], int | None],
    seconds: float,
    watched: Callable[[int], contextlib.AbstractContextManager[None]],
    meanwhile: Callable[[int], None] = lambda child: None,
) -> Ended:
    """The life of a child from its first step to its last, `watched` all the time."""
    with _memory("out") as out, _memory("err") as err:
        child, go = _started(work, out, err)
        try:
            with watched(child):
                os.write(go, b"!")
                meanwhile(child)
                code = _code_of(child, seconds)
        except BaseException:
            _kill_group(child)
            raise
        finally:
            os.close(go)
        return Ended(child, code, _read(out), _read(err), (), _survivors(child))


def calls_of(log: str, process: int = 0) -> Iterator[Call]:
    """The finished calls in a log of strace. process: the one whose lines have no number."""
    counts: Counter[tuple[int, str]] = Counter()
    for line in _whole_lines(log.splitlines()):
        match = _LINE.fullmatch(line)
        if match is None:
            continue
        given, name, arguments, result, _ = match.groups()
        caller = int(given) if given else process
        counts[caller, name] += 1
        value = -1 if result == "?" else int(result, 0)
        yield Call(caller, name, counts[caller, name], arguments, value)


def _whole_lines(lines: Iterable[str]) -> Iterator[str]:
    """The lines with those calls put together that another process interrupted in the log."""
    waiting: dict[str, str] = {}
    for line in lines:
        caller = line.partition(" ")[0]
        if line.endswith(" <unfinished ...>"):
            waiting[caller] = line.removesuffix(" <unfinished ...>")
        elif " resumed>" in line:
            yield waiting.pop(caller, caller) + line.partition(" resumed>")[2]
        else:
            yield line


def _options(inject: Sequence[str], trace: Iterable[str], follow: bool) -> list[str]:
    # A question mark lets strace pass over a call that this processor does not know.
    options = ["-y", "-s", "0", "-e", "trace=" + ",".join(f"?{name}" for name in trace)]
    for rule in inject:
        options += ["-e", f"inject={rule}"]
    return [*options, "-f"] if follow else options


@contextlib.contextmanager
def _attached(child: int, options: Sequence[str], log: int) -> Iterator[None]:
    """Has strace attached to the child while the block runs; afterwards its log is complete."""
    command = ["strace", *options, "-o", f"/dev/fd/{log}", "-p", str(child)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, pass_fds=[log]) as strace:
        try:
            assert strace.stderr is not None
            said = strace.stderr.readline()
            if b"attached" not in said:
                raise OSError(f"strace cannot attach itself: {said.decode().strip()}")
            yield
            strace.wait(_LEAVE_SECONDS)
        finally:
            strace.kill()


def _started(work: Callable[[], int | None], out: int, err: int) -> tuple[int, int]:
    """A child that waits for a byte before it works: its number, and where to write the byte."""
    ready, go = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    with warnings.catch_warnings():
        # Python 3.12 warns when another thread runs; the child uses no lock that such a thread could hold.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child == 0:
        os.close(go)
        _work_and_exit(work, ready, out, err)
    os.close(ready)
    return child, go


def _work_and_exit(work: Callable[[], int | None], ready: int, out: int, err: int) -> NoReturn:
    """The whole life of the child. It never returns into the program of its parent."""
    code = _FAULT
    try:
        os.setsid()
        os.dup2(out, 1)
        os.dup2(err, 2)
        sys.stdout, sys.stderr = (os.fdopen(number, "w", closefd=False) for number in (1, 2))
        # Where only a parent may trace (Yama), strace is none.
        ctypes.CDLL(None).prctl(_PR_SET_PTRACER, ctypes.c_long(_ANYBODY), 0, 0, 0)
        os.read(ready, 1)
        os.close(ready)
        code = work() or 0
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except BaseException:  # noqa: BLE001 - the end of a process, which tells what happened
        traceback.print_exc()
    finally:
        with contextlib.suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def _code_of(child: int, seconds: float) -> int:
    """How the child ended. Raises TimeoutError."""
    with _pidfd(child) as ending:
        if not select.select([ending], [], [], seconds)[0]:
            raise TimeoutError(f"the child did not end within {seconds:g} seconds")
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@contextlib.contextmanager
def _pidfd(child: int) -> Iterator[int]:
    descriptor = os.pidfd_open(child)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _kill_group(child: int) -> None:
    for number in (*_group(child), child):
        with contextlib.suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(child, 0)


def _survivors(child: int) -> int:
    """How many processes of the child's session do not end soon after it; these are ended."""
    deadline = time.monotonic() + _LEAVE_SECONDS
    while left := _group(child):
        if time.monotonic() > deadline:
            for number in left:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(number, signal.SIGKILL)
            return len(left)
        time.sleep(0.005)
    return 0


def _group(session: int) -> list[int]:
    """The processes of a session that run."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            # pid (name) state parent group session …; the name may hold anything.
            state, _, _, of_session = path.read_text().rpartition(")")[2].split()[:4]
            if int(of_session) == session and state not in "ZX":
                found.append(int(path.parent.name))
    return found


@contextlib.contextmanager
def _memory(name: str) -> Iterator[int]:
    """The descriptor of a file in memory: what is written there changes no disk."""
    descriptor = os.memfd_create(name)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _read(descriptor: int) -> str:
    size = os.fstat(descriptor).st_size
    return os.pread(descriptor, size, 0).decode("utf-8", "replace")
