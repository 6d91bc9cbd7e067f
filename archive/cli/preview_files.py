"""Which file of the site a request means: one that stands in its folder, reached by no link and no way round."""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote_to_bytes

START = "index.html"
# What a file of a site may be called: no sign that a path, a shell or a screen takes for something else.
_SEGMENT = re.compile(r"[^\x00-\x1f\x7f/\\.][^\x00-\x1f\x7f/\\]*")
_TYPES = {
    ".atom": "application/atom+xml",
    ".bib": "text/plain",
    ".css": "text/css",
    ".csv": "text/csv",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".js": "text/javascript",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".png": "image/png",
    ".ris": "text/plain",
    ".sha256": "text/plain",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".xml": "application/xml",
}
_OF_LETTERS = ("text/", "application/json", "application/xml", "application/atom", "image/svg")


def wanted_file(target: str) -> str | None:
    """The name, with slashes, of the file that the target of a request means; None where it can mean none.

    The path is cut at its slashes first and decoded then, so that an encoded slash never divides anything.
    """
    path = target.partition("?")[0]
    if not path.startswith("/"):
        return None
    try:
        segments = [unquote_to_bytes(segment).decode("utf-8") for segment in path[1:].split("/")]
    except UnicodeError:
        return None
    if not segments[-1]:
        segments[-1] = START
    return "/".join(segments) if all(_SEGMENT.fullmatch(segment) for segment in segments) else None


@contextlib.contextmanager
def opened_file(site: Path, name: str) -> Iterator[int]:
    """A descriptor of the plain file of this name in the folder `site`. Raises OSError where there is none.

    Each folder is opened within the one before, and no link is followed, whatever changes meanwhile.
    """
    *folders, last = name.split("/")
    flags = os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK
    with contextlib.ExitStack() as closing:
        within = os.open(site, flags | os.O_DIRECTORY)
        closing.callback(os.close, within)
        for folder in folders:
            within = os.open(folder, flags | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=within)
            closing.callback(os.close, within)
        opened = os.open(last, flags | os.O_NOFOLLOW, dir_fd=within)
        closing.callback(os.close, opened)
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            raise FileNotFoundError(name)
        yield opened


def content_type(name: str) -> str:
    """The media type of a file, with the encoding of those that are text."""
    found = _TYPES.get(os.path.splitext(name)[1].lower(), "application/octet-stream")  # noqa: PTH122
    return f"{found}; charset=utf-8" if found.startswith(_OF_LETTERS) else found
