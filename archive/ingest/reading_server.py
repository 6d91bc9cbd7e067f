"""The server that reads documents apart: started once, it forks a confined reader for each of them.

It never looks at a document. The program sends it, over a socket, one end of a channel for every document; a
child takes that channel, closes everything else, reads the document from it and answers on it. The server tells
how the child ended, and kills it when it is told to.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import select
import signal
import socket
import struct
import sys
from typing import NoReturn

import msgspec

from archive.errors import Refusal
from archive.ingest.allowance import Allowance
from archive.ingest.answers import encode_fault, encode_reading, encode_refusal, too_big
from archive.ingest.confinement import close_all_but, confine, leave_family
from archive.ingest.reading import Reader
from archive.model.document import Source
from archive.model.question import SourceFacts

READY, READ, STOP = b"+", b"r", b"k"
NO_FORK = -1000
ENDED = struct.Struct("!i")
LENGTHS = struct.Struct("!II")
_CHUNK = 1 << 20


class Request(msgspec.Struct, frozen=True):
    """What a child is asked: to read the bytes that follow. name: for people, in refusals."""

    name: str
    facts: SourceFacts
    allowance: Allowance


def serve(control: socket.socket, reader: Reader) -> NoReturn:
    """Reads what is asked over `control` until that is closed. Never returns."""
    try:
        leave_family()
        wakes, waker = os.pipe()
        close_all_but(control.fileno(), wakes, waker)
        os.set_blocking(waker, False)
        signal.signal(signal.SIGCHLD, _nothing)
        signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
        # What is in memory now is shared with every child as long as nobody touches it.
        gc.freeze()
        control.sendall(READY)
        while channel := _asked(control):
            control.sendall(ENDED.pack(_read(channel, reader, control, wakes)))
    finally:
        os._exit(0)


def main() -> NoReturn:
    """Serves on the descriptor that the first argument names, with the reader "module:name" of the second."""
    module, _, name = sys.argv[2].partition(":")
    serve(socket.socket(fileno=int(sys.argv[1])), getattr(importlib.import_module(module), name))


def _read(channel: int, reader: Reader, control: socket.socket, wakes: int) -> int:
    """Lets a child read what the channel brings. Gives its return code, or NO_FORK less the system's reason."""
    try:
        pid = os.fork()
    except OSError as error:
        os.close(channel)
        return NO_FORK - (error.errno or 0)
    if pid == 0:
        _read_and_exit(channel, reader)
    os.close(channel)
    return _ended(pid, control, wakes)


def _asked(control: socket.socket) -> int | None:
    """The channel of the next document, None at the end."""
    while True:
        word, channels, _, _ = socket.recv_fds(control, 1, 1)
        if word != STOP:
            # A word to stop may have crossed the news that all was over.
            return channels[0] if channels else None


def _ended(pid: int, control: socket.socket, wakes: int) -> int:
    """The return code of the child, once it and all that it started are gone."""
    while True:
        ready, _, _ = select.select([control.fileno(), wakes], [], [])
        if control.fileno() in ready:
            # The word to stop, or the end of the program that would say it.
            control.recv(1)
            _kill_group(pid)
            return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        os.read(wakes, _CHUNK)
        code = _return_code(pid)
        if code is not None:
            return code


def _return_code(pid: int) -> int | None:
    """That of the child if it has ended, once what it left in its group is killed."""
    # It is looked at without being forgotten, so that its number is still that of its group. macOS cannot do so
    # before Python 3.13; there the limit of processes alone keeps it from starting others.
    if hasattr(os, "waitid"):
        if os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
            return None
        _kill_group(pid)
    ended, status = os.waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if ended else None


def _kill_group(pid: int) -> None:
    """Kills the child and what it started. The child may not be the head of a group yet."""
    for kill in (os.killpg, os.kill):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            kill(pid, signal.SIGKILL)


def _nothing(number: int, frame: object) -> None:
    """Lets the signal wake the server up."""


def _read_and_exit(channel: int, reader: Reader) -> NoReturn:
    """The whole life of a child. It never returns into the server."""
    # Made beforehand: when there is no memory left, nothing can be made.
    full = encode_refusal(too_big(""))
    try:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        leave_family()
        request, content = _received(channel)
        confine(channel, request.allowance)
        _send(channel, _answer(request, content, reader))
    except MemoryError:
        _send(channel, full)
    finally:
        os._exit(0)


def _received(channel: int) -> tuple[Request, bytes]:
    first, rest = LENGTHS.unpack(_exactly(channel, LENGTHS.size))
    return msgspec.json.decode(_exactly(channel, first), type=Request), _exactly(channel, rest)


def _exactly(channel: int, count: int) -> bytes:
    chunks: list[bytes] = []
    while count:
        chunk = os.read(channel, min(count, _CHUNK))
        if not chunk:
            raise EOFError("the program that asked is gone")
        chunks.append(chunk)
        count -= len(chunk)
    return b"".join(chunks)


def _answer(request: Request, content: bytes, reader: Reader) -> bytes:
    try:
        return encode_reading(reader(Source(request.name, content), request.facts))
    except Refusal as refusal:
        return encode_refusal(refusal)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - the boundary: whatever a document causes is its refusal
        return encode_fault(error, request.name)


def _send(channel: int, answer: bytes) -> None:
    left = memoryview(answer)
    while left:
        left = left[os.write(channel, left) :]
