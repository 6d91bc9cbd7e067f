"""A web server of this machine that answers as it was told to, and remembers what it was asked."""

from __future__ import annotations

import contextlib
import http.server
import threading
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple


class Said(NamedTuple):
    """One answer. cut: bytes that are held back although they were promised; delay: seconds before the answer."""

    content: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    cut: int = 0
    delay: float = 0.0


class Asked(NamedTuple):
    """One request: path with query, headers by name in small letters, and when it came."""

    path: str
    headers: dict[str, str]
    at: float


Answering = Callable[[Asked], Said]


class Server:
    """Knows an answer, or several in turn of which the last one is repeated, for each path; 404 for others."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.asked: list[Asked] = []
        self._answers: dict[str, list[Said | Answering]] = {}

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def address(self, path: str) -> str:
        return self.root + path

    def answers(self, path: str, *said: Said | Answering) -> str:
        """Sets the answers for a path with its query; gives the address."""
        self._answers[path] = list(said)
        return self.address(path)

    def paths(self) -> list[str]:
        """What was asked for, robots.txt left out."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def reply(self, asked: Asked) -> Said:
        self.asked.append(asked)
        waiting = self._answers.get(asked.path) or [Said(b"nothing here", 404)]
        said = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        return said if isinstance(said, Said) else said(asked)


def unless_known(content: bytes, etag: str = '"one"') -> Answering:
    """An answer with an ETag, and 304 to those who have it."""

    def answer(asked: Asked) -> Said:
        if asked.headers.get("if-none-match") == etag:
            return Said(status=304, headers=(("ETag", etag),))
        return Said(content, headers=(("ETag", etag), ("Last-Modified", "Thu, 25 Apr 2024 08:30:00 GMT")))

    return answer


@contextlib.contextmanager
def running_server() -> Iterator[Server]:
    """A server while the block runs."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            said = known.reply(Asked(self.path, headers, time.monotonic()))
            time.sleep(said.delay)
            with contextlib.suppress(ConnectionError):
                self.send_response(said.status)
                for name, value in said.headers:
                    self.send_header(name, value)
                if said.status != 304:
                    self.send_header("Content-Length", str(len(said.content)))
                self.end_headers()
                if said.status != 304:
                    self.wfile.write(said.content[: len(said.content) - said.cut])
            self.close_connection = self.close_connection or bool(said.cut)

        def log_message(self, format: str, *args: object) -> None:
            pass

    listening = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listening.daemon_threads = True
    known = Server(listening.server_port)
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield known
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join()
