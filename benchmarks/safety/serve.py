"""`archive serve` gives out files of the site and nothing else, whatever it is sent and however many send at once."""

from __future__ import annotations

import contextlib
import json
import os
import random
import socket
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import msgspec

from benchmarks.safety.broken_serve import serve_all_around
from benchmarks.safety.commands import Running, killed_at_the_end, started
from benchmarks.safety.odd_requests import odd_request
from benchmarks.safety.suite import Outcome, Suite

_SECRET = b"what nobody outside may read"
_MUST_SAY = (
    b"x-content-type-options: nosniff",
    b"content-security-policy: default-src 'none'",
    b"connection: close",
)
_ANSWERS = frozenset({200, 400, 404, 405, 431})
# Beyond its own thread and those that answer.
_MOST_THREADS = 64 + 4
_MOST_KILOBYTES = 300_000
_SECONDS = 20.0
_SMALLEST_CROWD = 100
_CONTROL_POINTS = 300


class _Answer(msgspec.Struct, frozen=True):
    """status: 0 where nothing came. head: in lower case."""

    status: int
    head: bytes
    body: bytes


def run(points: int, folder: Path, *, broken: bool = False) -> Outcome:
    """Sends so many odd requests, and opens as many connections at once as a twentieth of that, at least 100."""
    _make_place(folder)
    with killed_at_the_end() as commands:
        server = started(
            ["serve", "--port", "0", "--json"],
            folder,
            folder / "screens",
            serve_all_around if broken else None,
        )
        commands.append(server)
        port = _port(server)
        served = _Served(folder / "public", port, server)
        for number in range(points):
            served.ask(odd_request(random.Random(number)), number)
        at_once = max(_SMALLEST_CROWD, points // 20)
        served.crowd(at_once)
        served.look_at_process("at the end")
        ended = server.stop()
        if ended.code or ended.err:
            served.broken.append(f"the server: {ended}")
    figures = {
        "connections at once": f"{at_once:,}",
        "most threads": str(served.most_threads),
        "memory": f"{served.most_kilobytes / 1000:.0f} MB",
        **{f"answers {status or 'none'}": f"{count:,}" for status, count in sorted(served.statuses.items())},
    }
    return Outcome(points + at_once, tuple(served.broken), figures)


def _make_place(folder: Path) -> None:
    """A site with links that lead out of it, and secrets around it."""
    site = folder / "public"
    (site / "assets").mkdir(parents=True)
    (site / "index.html").write_text("<!DOCTYPE html><title>start</title>")
    (site / "assets" / "style.css").write_text("body {}")
    (site / "manifest.sha256").write_text("")
    (folder / "corpus").mkdir()
    for secret in (folder / "secret.txt", folder / "corpus" / "archive.sqlite"):
        secret.write_bytes(_SECRET)
    (site / "link.txt").symlink_to(folder / "secret.txt")
    (site / "linked").symlink_to(folder)
    os.mkfifo(site / "pipe")


def _port(server: Running) -> int:
    deadline = time.monotonic() + _SECONDS
    while not server.out().endswith("\n"):
        if time.monotonic() > deadline or server.has_ended():
            raise RuntimeError(f"the server does not start: {server.ended(0)}")
        time.sleep(0.01)
    return int(json.loads(server.out())["address"].rstrip("/").rpartition(":")[2])


class _Served:
    """What the server of a site did so far."""

    def __init__(self, site: Path, port: int, server: Running) -> None:
        self._files = {
            path.read_bytes() for path in site.rglob("*") if path.is_file() and not path.is_symlink()
        }
        self._start = (site / "index.html").read_bytes()
        self._port = port
        self._server = server
        self.broken: list[str] = []
        self.statuses: Counter[int] = Counter()
        self.most_threads = 0
        self.most_kilobytes = 0

    def ask(self, request: bytes, number: int) -> None:
        """Sends one odd request and judges the answer."""
        try:
            with self._connected() as connection:
                connection.sendall(request)
                connection.shutdown(socket.SHUT_WR)
                answer = _read(connection)
        except OSError as error:
            # A server may close while it is still being talked to; it may not keep anybody waiting.
            if isinstance(error, TimeoutError):
                self.broken.append(f"request {number} {request[:80]!r}: no answer in {_SECONDS} s")
            answer = _Answer(0, b"", b"")
        self.statuses[answer.status] += 1
        fault = self._fault(answer, request)
        if fault:
            self.broken.append(f"request {number} {request[:120]!r}: {fault}")
        if number % 50 == 0:
            self.look_at_process(f"request {number}")
            self._ask_honestly()

    def _fault(self, answer: _Answer, request: bytes) -> str:
        if _SECRET in answer.body:
            return "a file outside the site was given out"
        if answer.status and answer.status not in _ANSWERS:
            return f"answer {answer.status}"
        if answer.status and not all(word in answer.head for word in _MUST_SAY):
            return f"headers are lacking: {answer.head[:200]!r}"
        if answer.status == 200 and b"evil.example" in request.lower().partition(b"host:")[2]:
            return "an answer under the name of somebody else"
        if answer.status == 200 and answer.body and answer.body not in self._files:
            return f"no file of the site: {answer.body[:80]!r}"
        return ""

    def _ask_honestly(self) -> None:
        try:
            with self._connected() as connection:
                connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost:%d\r\n\r\n" % self._port)
                answer = _read(connection)
        except OSError as error:
            self.broken.append(f"the start page is not given: {error!r}")
            return
        if (answer.status, answer.body) != (200, self._start):
            self.broken.append(f"the start page is not given: {answer}")

    def crowd(self, size: int) -> None:
        """So many connections at once, half of which never finish their request; the other half must be answered."""
        with contextlib.ExitStack() as closing:
            crowd = [closing.enter_context(self._connected()) for _ in range(size)]
            for number, connection in enumerate(crowd):
                end = b"" if number % 2 else b"\r\n"
                with contextlib.suppress(OSError):
                    connection.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + end)
            self.look_at_process("a crowd")
            for connection in crowd[::2]:
                with contextlib.suppress(OSError):
                    connection.settimeout(4 * _SECONDS)
                    if _read(connection).body == self._start:
                        continue
                self.broken.append("one of a crowd was not answered")
        self._ask_honestly()

    def look_at_process(self, when: str) -> None:
        """How many threads and how much memory the server has."""
        try:
            said = dict(_status(self._server.pid))
        except OSError:
            self.broken.append(f"{when}: the server is gone")
            return
        self.most_threads = max(self.most_threads, said["Threads"])
        self.most_kilobytes = max(self.most_kilobytes, said["VmRSS"])
        if said["Threads"] > _MOST_THREADS or said["VmRSS"] > _MOST_KILOBYTES:
            self.broken.append(f"{when}: {said['Threads']} threads, {said['VmRSS']} KB")

    def _connected(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self._port), timeout=_SECONDS)


def _read(connection: socket.socket) -> _Answer:
    received = b""
    while piece := connection.recv(1 << 16):
        received += piece
    head, _, body = received.partition(b"\r\n\r\n")
    words = head.split(None, 2)
    status = int(words[1]) if len(words) > 1 and words[0].startswith(b"HTTP/") else 0
    return _Answer(status, head.lower(), body)


def _status(pid: int) -> Iterator[tuple[str, int]]:
    for line in Path(f"/proc/{pid}/status").read_text("ascii").splitlines():
        name, _, value = line.partition(":")
        if name in {"Threads", "VmRSS"}:
            yield name, int(value.split()[0])


def control(folder: Path) -> Outcome:
    """The handler that comes with Python, on the folder around the site: what it gives away, and what it lets in."""
    outcome = run(_CONTROL_POINTS, folder, broken=True)
    breaches = [line for line in outcome.broken if "outside the site" in line or "threads" in line]
    return msgspec.structs.replace(outcome, broken=tuple(breaches))


SUITE = Suite(
    name="serve",
    short=500,
    long=10_000,
    run=run,
    variant="Python's own handler on the folder around the site",
    control=control,
)
