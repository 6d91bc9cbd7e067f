"""`archive serve` as one would write it in a hurry: the negative control of the suite `serve`."""

from __future__ import annotations

import functools
import http.server
from pathlib import Path
from typing import Any

from archive.cli import serve


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


def _server_all_around(site: Path, port: int) -> http.server.ThreadingHTTPServer:
    handler = functools.partial(_Quiet, directory=str(site.absolute().parent))
    return http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)


def serve_all_around() -> None:
    """From now on, this process serves the folder around the site with Python's own handler."""
    serve.preview_server = _server_all_around  # type: ignore[assignment]
