"""Reads documents apart from the program, so that no document can hurt the run.

The server (archive.ingest.reading_server) starts with the first document and forks a confined reader for each;
this is the program's side. It waits no longer than it must and believes nothing unchecked.
"""

from __future__ import annotations

import contextlib
import io
import os
import selectors
import signal
import socket
import subprocess
import sys
import time
import warnings
from types import TracebackType
from typing import Protocol

import msgspec

from archive.errors import ArchiveError, Refusal
from archive.ingest.allowance import Allowance, allowance_for
from archive.ingest.answers import crashed, death, reading_of, too_slow, too_talkative
from archive.ingest.bubblewrap import walls
from archive.ingest.forbidden_calls import can_forbid
from archive.ingest.limits import Limits
from archive.ingest.reading import Reader, Reading
from archive.ingest.reading_server import ENDED, LENGTHS, NO_FORK, READ, READY, STOP, Request, serve
from archive.model.document import Source
from archive.model.question import SourceFacts

_CHUNK = 1 << 20
# How long a reader that has said all may take to end, and a server to start or to kill a reader.
_PATIENCE = 1.0
_START_PATIENCE = 30.0
_START = "import sys; sys.path[:] = sys.argv[3:]; from archive.ingest.reading_server import main; main()"


class Apart:
    """Reads documents with `reader`, each in a confined process of its own. A context manager.

    walled: the server runs within bubblewrap where that is installed; it is then started anew, for which the
    reader must be a function of a module. Else it is forked from this program.
    """

    def __init__(self, reader: Reader, limits: Limits, *, walled: bool = False) -> None:
        self._reader = reader
        self._limits = limits
        self._walled = walled
        self._server: _Server | None = None

    def __enter__(self) -> Apart:
        return self

    def __exit__(
        self, type: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def read(self, source: Source, facts: SourceFacts) -> Reading:
        """The reading of `source`. Raises Refusal, also when the reader dies or hangs.

        Raises ArchiveError where the system starts no processes.
        """
        try:
            return self._read(source, facts)
        except OSError as error:
            raise ArchiveError(
                "reading apart",
                f"the system starts no process ({error.strerror})",
                "close other programs and give the same command again",
            ) from error

    def _read(self, source: Source, facts: SourceFacts) -> Reading:
        allowance = allowance_for(source.content, self._limits)
        request = msgspec.json.encode(Request(source.name, facts, allowance))
        server = self._running()
        whole = False
        try:
            answer, status = server.ask((request, source.content), source.name, allowance)
            whole = True
        except Refusal:
            whole = server.freed()
            raise
        finally:
            if not whole:
                self._stop()
        if not answer:
            raise death(status, source.name, allowance)
        return reading_of(answer, source.content, facts, source.name)

    def _running(self) -> _Server:
        if self._server is None:
            walled = _walled_server(self._reader) if self._walled else None
            self._server = walled or _forked_server(self._reader)
        return self._server

    def _stop(self) -> None:
        if self._server is not None:
            self._server.stop()
            self._server = None


def read_apart(source: Source, facts: SourceFacts, reader: Reader, limits: Limits) -> Reading:
    """The reading of one document, with a server for it alone. Raises as `Apart.read` does."""
    with Apart(reader, limits) as apart:
        return apart.read(source, facts)


def protection() -> str:
    """How documents are read apart on this system where bubblewrap is wanted, as a sentence for people."""
    calls = "cannot write, start programs or reach the network" if can_forbid() else "has limits of its own"
    where = "within bubblewrap" if walls() else "without bubblewrap, which is not installed or not allowed"
    return f"each document is read by a process that {calls}, {where}"


class _Life(Protocol):
    """The process of a server."""

    def kill(self) -> object: ...

    def wait(self) -> object: ...


class _Fork:
    """The process of a server that was forked from this program."""

    def __init__(self, pid: int) -> None:
        self._pid = pid

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)

    def wait(self) -> None:
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self._pid, 0)


class _Server:
    """A server that is running, and the socket over which it is asked."""

    def __init__(self, control: socket.socket, life: _Life) -> None:
        self._control = control
        self._life = life

    def ask(self, words: tuple[bytes, bytes], name: str, allowance: Allowance) -> tuple[bytes, int]:
        """The answer of a reader and its return code. Raises Refusal."""
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                self._lend(theirs, name)
            answer = _converse(ours, words, name, allowance)
        return answer, self._status(name)

    def freed(self) -> bool:
        """Whether the reader that is still at work could be killed, so that the server is ready for the next."""
        try:
            self._control.sendall(STOP)
            return self._ended() is not None
        except OSError:
            return False

    def stop(self) -> None:
        """Ends the server and all that it started."""
        self._control.close()
        self._life.kill()
        self._life.wait()

    def is_ready(self) -> bool:
        """Whether the server has started."""
        self._control.settimeout(_START_PATIENCE)
        try:
            return self._control.recv(1) == READY
        except OSError:
            return False

    def _lend(self, theirs: socket.socket, name: str) -> None:
        try:
            socket.send_fds(self._control, [READ], [theirs.fileno()])
        except OSError as error:
            raise _gone(name) from error

    def _status(self, name: str) -> int:
        status = self._ended()
        if status is not None and status <= NO_FORK:
            raise OSError(NO_FORK - status, os.strerror(NO_FORK - status))
        if status is not None:
            return status
        # It has said all it had to say, but lives on.
        if not self.freed():
            raise _gone(name)
        return 0

    def _ended(self) -> int | None:
        """The return code of the reader; None when it, or the server, does not tell in time."""
        self._control.settimeout(_PATIENCE)
        try:
            told = self._control.recv(ENDED.size, socket.MSG_WAITALL)
        except OSError:
            return None
        return int(ENDED.unpack(told)[0]) if len(told) == ENDED.size else None


def _converse(ours: socket.socket, words: tuple[bytes, bytes], name: str, allowance: Allowance) -> bytes:
    """Sends the words and gives all that is answered. Raises Refusal at the deadline and at too long an answer."""
    deadline = time.monotonic() + allowance.wall_seconds
    ours.setblocking(False)
    left = [memoryview(word) for word in (LENGTHS.pack(*map(len, words)), *words)]
    answer = io.BytesIO()
    with selectors.DefaultSelector() as selector:
        selector.register(ours, selectors.EVENT_READ | selectors.EVENT_WRITE)
        while True:
            events = selector.select(max(0.0, deadline - time.monotonic()))
            if not events or time.monotonic() > deadline:
                raise too_slow(name, allowance.wall_seconds)
            if events[0][1] & selectors.EVENT_READ:
                chunk = _heard(ours)
                if chunk == b"":
                    return answer.getvalue()
                if answer.tell() + len(chunk or b"") > allowance.answer_bytes:
                    raise too_talkative(name)
                answer.write(chunk or b"")
            elif not _told(ours, left):
                selector.modify(ours, selectors.EVENT_READ)


def _heard(ours: socket.socket) -> bytes | None:
    """What was answered; None where there is nothing after all, and b"" at the end."""
    try:
        return ours.recv(_CHUNK)
    except BlockingIOError:
        return None
    except ConnectionError:
        return b""


def _told(ours: socket.socket, left: list[memoryview]) -> bool:
    """Sends some of what is left to say. False when there is nothing more to say, or nobody who listens."""
    try:
        sent = ours.send(left[0][:_CHUNK])
    except BlockingIOError:
        return True
    except ConnectionError:
        return False
    left[0] = left[0][sent:]
    while left and not left[0]:
        left.pop(0)
    return bool(left)


def _gone(name: str) -> Refusal:
    return crashed(name, "the reader took its server along when it died")


def _forked_server(reader: Reader) -> _Server:
    ours, theirs = socket.socketpair()
    with theirs:
        with warnings.catch_warnings():
            # Python 3.12 warns when another thread runs. The server uses no lock that such a thread could hold.
            warnings.simplefilter("ignore", DeprecationWarning)
            pid = os.fork()
        if pid == 0:
            serve(theirs, reader)
    server = _Server(ours, _Fork(pid))
    if server.is_ready():
        return server
    server.stop()
    raise OSError(0, "the server does not start")


def _walled_server(reader: Reader) -> _Server | None:
    """A server within bubblewrap; None where that cannot be had."""
    if not walls():
        return None
    ours, theirs = socket.socketpair()
    name = f"{reader.__module__}:{reader.__qualname__}"
    places = [os.path.abspath(place) for place in sys.path]  # noqa: PTH100 - "" is a place
    with theirs:
        child = subprocess.Popen(  # noqa: S603 - no shell sees it, and every word is ours
            [
                *walls(),
                "--chdir",
                "/",
                "--",
                sys.executable,
                "-I",
                "-B",
                "-c",
                _START,
                str(theirs.fileno()),
                name,
                *places,
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(theirs.fileno(),),
        )
    server = _Server(ours, child)
    if server.is_ready():
        return server
    server.stop()
    return None
