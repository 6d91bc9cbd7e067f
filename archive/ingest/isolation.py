"""Reads a document in a confined child, so that no document can hurt the run.

The child has no open file but its pipe, may not write files, and is bounded in memory and time. It answers in
JSON; whatever it sends is checked as if it came from a stranger.
"""

from __future__ import annotations

import contextlib
import os
import resource
import select
import signal
import sys
import time
import warnings
from typing import NoReturn

import msgspec

from archive.errors import Refusal
from archive.ingest.ids import check_id
from archive.ingest.limits import Limits
from archive.ingest.reading import Reader, Reading
from archive.model.document import Source
from archive.model.question import SourceFacts
from archive.model.record import decode_record, encode_record

_CHUNK = 1 << 20
_OPEN_FILES = 64
_LONGEST_MESSAGE = 500


class _RefusalAnswer(msgspec.Struct, frozen=True):
    place: str
    cause: str
    remedy: str
    code: str


class _Answer(msgspec.Struct, frozen=True):
    media_type: str = ""
    records: tuple[msgspec.Raw, ...] = ()
    refusal: _RefusalAnswer | None = None


def read_apart(source: Source, facts: SourceFacts, reader: Reader, limits: Limits) -> Reading:
    """The reading of `source` by `reader` in a child. Raises Refusal, also when the child dies or hangs."""
    receiver, sender = os.pipe()
    with warnings.catch_warnings():
        # Python 3.12 warns when another thread runs. The child uses no lock that such a thread could hold.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:
        _answer_and_exit(sender, source, facts, reader, limits)
    os.close(sender)
    status = 0
    try:
        answer = _received(receiver, source.name, limits)
        status = _status_of(pid)
    finally:
        os.close(receiver)
        if status == 0:
            with contextlib.suppress(ProcessLookupError, ChildProcessError):
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
    return _checked(answer, status, source.name, limits)


def _received(receiver: int, name: str, limits: Limits) -> bytes:
    """All that the child says until it ends. Raises Refusal at the deadline and at too long an answer."""
    deadline = time.monotonic() + limits.wall_seconds
    chunks: list[bytes] = []
    length = 0
    while True:
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([receiver], [], [], left)[0]:
            raise _too_slow(name, limits.wall_seconds)
        chunk = os.read(receiver, _CHUNK)
        if not chunk:
            return b"".join(chunks)
        chunks.append(chunk)
        length += len(chunk)
        if length > limits.answer_bytes:
            raise Refusal(name, "the document gives far too much text", "split it", code="too_large")


def _status_of(pid: int) -> int:
    """The wait status of a child that closed its pipe, or 0 when it lives on."""
    deadline = time.monotonic() + 1.0
    while time.monotonic() < deadline:
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            return status or -1
        time.sleep(0.001)
    return 0


def _checked(answer: bytes, status: int, name: str, limits: Limits) -> Reading:
    if not answer:
        raise _death(status, name, limits)
    try:
        said = msgspec.json.decode(answer, type=_Answer)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _crash(name, "the reader gave an answer that makes no sense") from error
    if said.refusal is not None:
        told = said.refusal
        raise Refusal(told.place, told.cause, told.remedy, code=told.code)
    if not said.records:
        raise Refusal(name, "there is no question or document in it", "leave it out", code="empty")
    records = tuple(decode_record(bytes(record), name) for record in said.records)
    for record in records:
        check_id(record, name)
    return Reading(said.media_type, records)


def _death(status: int, name: str, limits: Limits) -> Refusal:
    number = os.WTERMSIG(status) if status > 0 and os.WIFSIGNALED(status) else 0
    if number == signal.SIGXCPU:
        return _too_slow(name, limits.cpu_seconds)
    if number == signal.SIGKILL:
        return _too_big(name)
    return _crash(name, f"the reader died of signal {number}" if number else "the reader gave no answer")


def _too_slow(name: str, seconds: float) -> Refusal:
    return Refusal(
        name, f"reading takes longer than {seconds:g} seconds", "see whether it opens elsewhere", code="time"
    )


def _too_big(name: str) -> Refusal:
    return Refusal(
        name, "reading takes more memory than is allowed", "see whether it opens elsewhere", code="memory"
    )


def _crash(name: str, cause: str) -> Refusal:
    return Refusal(name, cause, "see whether it opens elsewhere and report it to us", code="crashed")


def _answer_and_exit(
    sender: int, source: Source, facts: SourceFacts, reader: Reader, limits: Limits
) -> NoReturn:
    """The whole life of the child. It never returns into the program of its parent."""
    try:
        _confine(sender, limits)
        _send(sender, _answer(source, facts, reader))
    except MemoryError:
        _send(sender, _encoded(_too_big("")))
    finally:
        os._exit(0)


def _answer(source: Source, facts: SourceFacts, reader: Reader) -> bytes:
    try:
        reading = reader(source, facts)
        records = tuple(msgspec.Raw(encode_record(record)) for record in reading.records)
        return msgspec.json.encode(_Answer(reading.media_type, records))
    except Refusal as refusal:
        return _encoded(refusal)
    except MemoryError:
        return _encoded(_too_big(source.name))
    except Exception as error:  # noqa: BLE001 - the boundary: whatever a document causes is its refusal
        message = f"{type(error).__name__}: {error}"[:_LONGEST_MESSAGE]
        return _encoded(_crash(source.name, f"the reader failed ({message})"))


def _encoded(refusal: Refusal) -> bytes:
    said = _RefusalAnswer(refusal.place, refusal.cause, refusal.remedy, refusal.code)
    return msgspec.json.encode(_Answer(refusal=said))


def _send(sender: int, answer: bytes) -> None:
    left = memoryview(answer)
    while left:
        left = left[os.write(sender, left) :]


def _confine(sender: int, limits: Limits) -> None:
    # The parent alone decides what Ctrl-C means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    # Whatever these names stood for has lost its file.
    sys.stdout = sys.stderr = os.fdopen(1, "w", closefd=False)
    os.closerange(3, sender)
    os.closerange(sender + 1, _highest_descriptor() + 1)
    _limit(resource.RLIMIT_CORE, 0, 0)
    _limit(resource.RLIMIT_FSIZE, 0, 0)
    _limit(resource.RLIMIT_NOFILE, max(_OPEN_FILES, sender + 1), max(_OPEN_FILES, sender + 1))
    _limit(resource.RLIMIT_CPU, limits.cpu_seconds, limits.cpu_seconds + 5)
    _limit(resource.RLIMIT_AS, limits.memory_bytes, limits.memory_bytes)


def _highest_descriptor() -> int:
    return min(resource.getrlimit(resource.RLIMIT_NOFILE)[0], 1 << 16)


def _limit(kind: int, soft: int, hard: int) -> None:
    # A limit that the system does not know (macOS and address space) or that was set lower already stays as it is.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (soft, hard))
