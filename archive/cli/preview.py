"""A web server for the preview: one folder, the loopback address, nothing else.

Any page in a browser and any program on the machine can send it requests. So a request is short, each connection has
its time, and there are never more than a few at once; what takes too long makes room for what waits.
"""

from __future__ import annotations

import contextlib
import os
import socket
import socketserver
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from archive.cli.preview_files import content_type, opened_file
from archive.cli.preview_request import Answer, answer_to, read_head
from archive.errors import ArchiveError

_LOOPBACK: Final = "127.0.0.1"
_MOST_CONNECTIONS: Final = 64
_MOST_WAITING: Final = 1024
# Seconds between two pieces of a request or an answer; for a request; for a connection.
_PIECE_SECONDS: Final = 5.0
_REQUEST_SECONDS: Final = 10.0
_CONNECTION_SECONDS: Final = 120.0
# A connection that is older makes room when all are taken.
_PATIENCE_SECONDS: Final = 2.0
_LAST_WORDS: Final = 1 << 16
_HEADERS: Final[Mapping[str, str]] = {
    "Cache-Control": "no-cache",
    "Connection": "close",
    # What the pages say of themselves, and what only a header can say.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; frame-src 'self';"
        " worker-src blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
}


def preview_server(site: Path, port: int) -> PreviewServer:
    """A server of the built site in `site`, not yet running. Raises ArchiveError where no site is built."""
    if not (site / "index.html").is_file():
        raise ArchiveError(str(site), "no site is built here", "make it with `archive build`")
    try:
        return PreviewServer(site.absolute(), port)
    except OSError as error:
        raise ArchiveError(
            f"port {port}", f"it cannot be used ({error.strerror})", "choose another one with --port"
        ) from error


class PreviewServer(socketserver.ThreadingTCPServer):
    """A thread for each connection, and no more than a few of them."""

    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = _MOST_WAITING

    def __init__(self, site: Path, port: int) -> None:
        self.site = site
        self._room = threading.Condition()
        # Since when each connection is open, the oldest first.
        self._open: dict[socket.socket, float] = {}
        super().__init__((_LOOPBACK, port), _Handler)

    @property
    def server_port(self) -> int:
        """The port that it listens on."""
        return int(self.socket.getsockname()[1])

    def process_request(self, request: Any, client_address: Any) -> None:
        """Waits for room, and has a thread answer."""
        with self._room:
            while len(self._open) >= _MOST_CONNECTIONS:
                self._end_older_than(_PATIENCE_SECONDS)
                self._room.wait(0.05)
            self._open[request] = time.monotonic()
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Closes a connection and gives its room to the next."""
        with self._room:
            self._open.pop(request, None)
            self._room.notify()
        super().shutdown_request(request)

    def service_actions(self) -> None:
        """Looks from time to time after connections that have had their time."""
        with self._room:
            self._end_older_than(_CONNECTION_SECONDS)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A connection that breaks off is no error of ours; anything else is, and is told."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)

    def _end_older_than(self, seconds: float) -> None:
        limit = time.monotonic() - seconds
        for request in [one for one, since in self._open.items() if since < limit]:
            # Its thread notices, and closes it.
            with contextlib.suppress(OSError):
                request.shutdown(socket.SHUT_RDWR)


class _Handler(socketserver.BaseRequestHandler):
    """Answers one request with a file of the site, or with why not."""

    server: PreviewServer
    request: socket.socket

    def handle(self) -> None:
        self.request.settimeout(_PIECE_SECONDS)
        answer = answer_to(read_head(self.request, time.monotonic() + _REQUEST_SECONDS))
        if answer.file is None:
            self._refuse(answer)
            return
        try:
            with opened_file(self.server.site, answer.file) as opened:
                self._give(answer, opened)
        except OSError as error:
            if isinstance(error, ConnectionError | TimeoutError):
                raise
            self._refuse(Answer(404, "Not Found", answer.has_body))

    def _give(self, answer: Answer, opened: int) -> None:
        assert answer.file is not None
        self._send_head(answer, content_type(answer.file), os.fstat(opened).st_size)
        if answer.has_body:
            with os.fdopen(os.dup(opened), "rb") as stream:
                self.request.sendfile(stream)

    def _refuse(self, answer: Answer) -> None:
        text = f"{answer.status} {answer.reason}\n".encode()
        self._send_head(answer, "text/plain; charset=utf-8", len(text))
        if answer.has_body:
            self.request.sendall(text)
        # Closing while words of the other side are unread would take ours from it.
        self.request.shutdown(socket.SHUT_WR)
        self.request.settimeout(1.0)
        with contextlib.suppress(OSError):
            self.request.recv(_LAST_WORDS)

    def _send_head(self, answer: Answer, media_type: str, size: int) -> None:
        headers = {**_HEADERS, "Content-Type": media_type, "Content-Length": str(size), **answer.headers}
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        self.request.sendall(f"HTTP/1.1 {answer.status} {answer.reason}\r\n{lines}\r\n".encode("ascii"))
