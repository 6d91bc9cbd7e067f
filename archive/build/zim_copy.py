"""A site as one ZIM file, which Kiwix shows on computers, tablets and phones (https://wiki.openzim.org/wiki/ZIM_file_format).

It is written by libzim, which is under the GPL: whoever wants ZIM files installs it beside the program, see
`vraagarchief[zim]`. Every file of the site is an entry with the same bytes, below its own address, so that search works
as it does on the web; the full-text index of libzim is left out.

libzim gives each file an identity by chance. Here it is made of the list of the site's files, so that the same site
gives the same bytes, as long as the same libzim packs them.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import html
import mmap
import os
import re
import struct
import sys
import uuid
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from archive.build.manifest import MANIFEST_NAME, file_names
from archive.build.zip_copy import plain_file
from archive.errors import ArchiveError
from archive.render.front_pages import NOT_FOUND_ADDRESS

ICON_SIZE = 48
_EXTRA = "install it with `pip install 'vraagarchief[zim]'`"
# The identity stands behind two numbers; the position of the checksum (MD5 of all before it) closes the header.
_IDENTITY_AT, _CHECKSUM_POSITION_AT = 8, 72
# An identity and an MD5 have as many bytes.
_BYTES = 16
# The titles are a database of Xapian, whose own identity stands behind these characters and two of its version.
_TITLES_MARK, _VERSION_BYTES = b"\x0f\x0dXapian Glass", 2
_PIECE = 1 << 20
_STANDARD_OUTPUT = 1
# Each takes about 80 MB of memory.
_MOST_WORKERS = 4
_NAMESPACE = uuid.UUID("6d1f5b1e-6a0c-5a5e-9d43-8f0a3f0f2c11")
_TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)
# The title of a page stands in its head.
_HEAD_BYTES = 8192
_PLAIN = "text/plain"
MEDIA_TYPES = {
    ".atom": "application/atom+xml",
    ".bib": "application/x-bibtex",
    ".css": "text/css",
    ".csv": "text/csv",
    ".db": "application/vnd.sqlite3",
    ".html": "text/html",
    ".ico": "image/vnd.microsoft.icon",
    ".js": "text/javascript",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".png": "image/png",
    ".ris": "application/x-research-info-systems",
    ".sha256": _PLAIN,
    ".svg": "image/svg+xml",
    ".txt": _PLAIN,
    ".woff2": "font/woff2",
    ".xml": "application/atom+xml",
    ".zip": "application/zip",
}
_UNKNOWN = "application/octet-stream"


def check_libzim() -> None:
    """Raises ArchiveError where no ZIM file can be made, for want of libzim."""
    try:
        import libzim.writer  # noqa: F401, PLC0415 - an extra, which most do not have
    except ImportError as error:
        raise ArchiveError("--zim", "the library libzim is not installed", _EXTRA) from error


def write_zim(
    folder: Path, target: Path, metadata: Mapping[str, str], icon: Path, *, passed_over: tuple[str, ...] = ()
) -> None:
    """Packs everything in `folder` into the new file `target`.

    metadata: what the file says of itself, by the names of https://wiki.openzim.org/wiki/Metadata. icon: a PNG of 48
    by 48 pixels. passed_over: folders whose pages say the same as others in another language; Kiwix shows them, but
    does not offer each title once for every language. Raises ArchiveError without libzim, and where it cannot write.
    """
    check_libzim()
    from libzim.writer import Creator  # noqa: PLC0415

    entry = _entry_class()
    # How many work at it changes the time it takes, and no byte.
    workers = min(_MOST_WORKERS, os.cpu_count() or 1)
    # Where libzim fails it leaves this file behind.
    rest = target.with_name(f"{target.name}.tmp")
    try:
        with (
            _without_remarks(),
            Creator(target).config_indexing(False, "").config_nbworkers(workers) as creator,
        ):
            creator.set_mainpath("index.html")
            creator.add_illustration(ICON_SIZE, icon.read_bytes())
            for name, value in sorted(metadata.items()):
                creator.add_metadata(name, value)
            for name in sorted(file_names(folder)):
                creator.add_item(entry(folder, name, offered=_is_offered(name, passed_over)))
    except RuntimeError as error:
        cause = str(error).rpartition("\n")[2]
        raise ArchiveError(
            "--zim", f"libzim cannot write it ({cause})", "see whether the disk is full"
        ) from error
    finally:
        rest.unlink(missing_ok=True)
    files = hashlib.sha256((folder / MANIFEST_NAME).read_bytes()).hexdigest()
    _identify(target, uuid.uuid5(_NAMESPACE, files))


def media_type(name: str) -> str:
    """The media type of a file of a site, by the end of its name."""
    return MEDIA_TYPES.get(Path(name).suffix, _UNKNOWN)


def page_title(path: Path) -> str:
    """The title of a page without the name of the site; "" where it has none."""
    with path.open("rb") as page:
        found = _TITLE.search(page.read(_HEAD_BYTES))
    if found is None:
        return ""
    title = html.unescape(found[1].decode("utf-8")).strip()
    return title.rpartition(" – ")[0] or title


def _is_offered(name: str, passed_over: tuple[str, ...]) -> bool:
    return name.endswith(".html") and name != NOT_FOUND_ADDRESS and not name.startswith(passed_over)


@cache
def _entry_class() -> Any:
    """The class of what libzim asks for each file: its address, title, kind and bytes."""
    from libzim.writer import FileProvider, Hint, Item  # noqa: PLC0415

    class Entry(Item):
        """A file of the site. offered: whether Kiwix offers it when a reader types a title."""

        def __init__(self, folder: Path, name: str, *, offered: bool) -> None:
            super().__init__()
            self._path = plain_file(folder, name)
            self._name = name
            self._offered = offered

        def get_path(self) -> str:
            return self._name

        def get_title(self) -> str:
            return page_title(self._path) if self._offered else ""

        def get_mimetype(self) -> str:
            return media_type(self._name)

        def get_contentprovider(self) -> FileProvider:
            return FileProvider(self._path)

        def get_hints(self) -> dict[Hint, int]:
            return {Hint.FRONT_ARTICLE: self._offered, Hint.COMPRESS: True}

    return Entry


@contextlib.contextmanager
def _without_remarks() -> Iterator[None]:
    """While the block runs, nothing is written to standard output, where libzim says what it does.

    It does so below Python, which can be kept from the reader only where both meet: at the file descriptor.
    """
    sys.stdout.flush()
    kept = os.dup(_STANDARD_OUTPUT)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, _STANDARD_OUTPUT)
        yield
        ctypes.CDLL(None).fflush(None)
    finally:
        os.dup2(kept, _STANDARD_OUTPUT)
        os.close(kept)
        os.close(nowhere)


def _identify(path: Path, identity: uuid.UUID) -> None:
    """Gives a ZIM file and its list of titles this identity, and the checksum that follows from it."""
    with path.open("r+b") as file, mmap.mmap(file.fileno(), 0) as content:
        content[_IDENTITY_AT : _IDENTITY_AT + _BYTES] = identity.bytes
        titles = content.find(_TITLES_MARK)
        # A page could quote the mark, were it not packed; where it stands twice nothing is touched.
        if titles >= 0 and content.find(_TITLES_MARK, titles + 1) < 0:
            start = titles + len(_TITLES_MARK) + _VERSION_BYTES
            content[start : start + _BYTES] = identity.bytes
        (end,) = struct.unpack_from("<Q", content, _CHECKSUM_POSITION_AT)
        digest = hashlib.md5(usedforsecurity=False)
        for place in range(0, end, _PIECE):
            digest.update(content[place : min(place + _PIECE, end)])
        content[end : end + _BYTES] = digest.digest()
