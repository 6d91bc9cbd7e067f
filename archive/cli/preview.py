"""A web server for the preview: one folder, the loopback address, nothing else."""

from __future__ import annotations

import http.server
from functools import partial
from http import HTTPStatus
from pathlib import Path

from archive.errors import ArchiveError

_LOOPBACK = "127.0.0.1"
_OUR_NAMES = {_LOOPBACK, "localhost"}


def preview_server(site: Path, port: int) -> http.server.ThreadingHTTPServer:
    """A server of the built site in `site`, not yet running. Raises ArchiveError where no site is built."""
    if not (site / "index.html").is_file():
        raise ArchiveError(str(site), "no site is built here", "make it with `archive build`")
    handler = partial(_Handler, directory=str(site.resolve()))
    try:
        return http.server.ThreadingHTTPServer((_LOOPBACK, port), handler)
    except OSError as error:
        raise ArchiveError(
            f"port {port}", f"it cannot be used ({error.strerror})", "choose another one with --port"
        ) from error


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Gives files within the site to whoever asks for them by our own name.

    The name is checked so that a page from elsewhere cannot read the preview by giving its own name our address.
    """

    def do_GET(self) -> None:
        if self._is_ours():
            super().do_GET()

    def do_HEAD(self) -> None:
        if self._is_ours():
            super().do_HEAD()

    def _is_ours(self) -> bool:
        name = self.headers.get("Host", "").rsplit(":", 1)[0]
        within = Path(self.translate_path(self.path)).resolve().is_relative_to(self.directory)
        if name in _OUR_NAMES and within:
            return True
        self.send_error(HTTPStatus.NOT_FOUND if within else HTTPStatus.FORBIDDEN)
        return False

    def list_directory(self, path: object) -> None:
        self.send_error(HTTPStatus.NOT_FOUND)

    def log_message(self, format: str, *args: object) -> None:
        pass
