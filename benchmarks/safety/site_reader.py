"""Reads a served site while it is built anew, and says where what it got was not one whole site."""

from __future__ import annotations

import hashlib
import http.client
import os
import random
import re
from pathlib import Path
from urllib.parse import quote

from archive.build.manifest import MANIFEST_NAME

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_SECONDS = 20.0


class SiteReader:
    """A reader of the site that is served at a port and stands in a folder of this machine.

    broken: what it saw that no whole site shows. pages: how many files it got while one and the same site stood there.
    """

    def __init__(self, port: int, site: Path, choice: random.Random) -> None:
        self._port = port
        self._site = site
        self._choice = choice
        self.broken: list[str] = []
        self.pages = 0
        self.swaps = 0

    def read(self, count: int) -> None:
        """Fetches the manifest and `count` files that it names, and compares them."""
        # While the folder is held open its number cannot come back for another one.
        held = os.open(self._site, os.O_RDONLY | os.O_DIRECTORY)
        try:
            seen = self._seen(count)
            before, now = os.fstat(held), os.stat(self._site)  # noqa: PTH116
        except OSError as error:
            seen = [f"the site is not there: {error}"]
            before = now = os.fstat(held)
        finally:
            os.close(held)
        if before.st_ino != now.st_ino:
            # Another site took its place while we read: each page was whole, but they need not fit together.
            self.swaps += 1
        else:
            self.broken += seen
            self.pages += count + 1

    def clear(self) -> None:
        """Forgets what it has seen."""
        self.broken, self.pages, self.swaps = [], 0, 0

    def _seen(self, count: int) -> list[str]:
        status, content = self._fetched(MANIFEST_NAME)
        if status != http.HTTPStatus.OK:
            return [f"{MANIFEST_NAME}: answer {status}"]
        listed = _LINE.findall(content.decode("utf-8"))
        broken = []
        for digest, name in self._choice.sample(listed, min(count, len(listed))):
            status, content = self._fetched(name)
            if status != http.HTTPStatus.OK:
                broken.append(f"{name}: answer {status}")
            elif hashlib.sha256(content).hexdigest() != digest:
                broken.append(f"{name}: not the bytes of which the manifest tells")
        return broken

    def _fetched(self, name: str) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=_SECONDS)
        try:
            connection.request("GET", "/" + quote(name))
            answer = connection.getresponse()
            return answer.status, answer.read()
        except (http.client.HTTPException, ConnectionError, TimeoutError) as error:
            return 0, str(error).encode()
        finally:
            connection.close()
