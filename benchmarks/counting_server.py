"""A web server of this machine that counts what it sends, compressed as static hosts do; slow if wanted."""

from __future__ import annotations

import dataclasses
import functools
import gzip
import http.server
import mimetypes
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

COMPRESSED = {".html", ".js", ".mjs", ".css", ".json", ".svg", ".txt"}
HEAD_BYTES = 200


@dataclasses.dataclass(frozen=True)
class Line:
    """How an answer reaches the reader: seconds that each waits, and bytes a second that all share; 0 is no limit."""

    delay: float = 0.0
    rate: float = 0.0


QUIET = Line()
# 40 ms a request and 10 Mbit/s, as the peers were measured.
SLOW = Line(0.040, 10e6 / 8)


class CountingServer:
    """Serves a folder; `requests` and `sent_bytes` (bodies as sent, plus 200 a head) grow until `reset`."""

    def __init__(self, folder: Path, pages: dict[str, bytes], line: Line = QUIET) -> None:
        self._line = line
        self._free = 0.0
        self.folder = folder
        self.pages = pages
        self.requests = 0
        self.sent_bytes = 0
        self._lock = threading.Lock()
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # Head and body leave in one piece: otherwise each answer waits 40 ms for the reader's acknowledgement.
            wbufsize = 1 << 16
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                server.answer(self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def reset(self) -> None:
        with self._lock:
            self.requests = self.sent_bytes = 0

    def answer(self, handler: http.server.BaseHTTPRequestHandler) -> None:
        name = handler.path.partition("?")[0]
        path = (self.folder / name.lstrip("/")).resolve()
        body = self.pages.get(name)
        if body is None and path.is_relative_to(self.folder.resolve()) and path.is_file():
            body = self._body(path)
        elif body is not None:
            body = gzip.compress(body, 6)
        handler.send_response(404 if body is None else 200)
        if body is None:
            handler.send_header("Content-Length", "0")
            handler.end_headers()
            return
        if path.suffix in COMPRESSED:
            handler.send_header("Content-Encoding", "gzip")
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        with self._lock:
            self.requests += 1
            self.sent_bytes += len(body) + HEAD_BYTES
        self._wait(len(body))
        handler.wfile.write(body)

    def _wait(self, size: int) -> None:
        """Waits until an answer of `size` bytes has come through the line that all answers share."""
        if self._line.rate == 0:
            return
        now = time.monotonic()
        with self._lock:
            self._free = max(now + self._line.delay, self._free) + size / self._line.rate
            end = self._free
        time.sleep(max(0.0, end - now))

    @functools.lru_cache(maxsize=256)  # noqa: B019 - one server lives as long as the run
    def _body(self, path: Path) -> bytes:
        body = path.read_bytes()
        return gzip.compress(body, 6) if path.suffix in COMPRESSED else body

    @contextmanager
    def running(self) -> Iterator[CountingServer]:
        thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._server.shutdown()
            self._server.server_close()
            thread.join()
