"""The documents of the parliament that a web page links to."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urljoin, urlsplit

from archive.fetch.addresses import host_of, is_address

# Looked for in one pass, without reading the page as a whole: a page that was made to hurt costs no more than others.
_ANCHOR = re.compile(rb"<a\s[^<>]*", re.IGNORECASE)
_TARGET = re.compile(rb"\shref\s{0,5}=\s{0,5}[\"']?([^\"'\s]{1,2000})", re.IGNORECASE)
_LONGEST_PAGE = 8 << 20
_HOMES = ("vlaamsparlement.be", "vlpar.be")
_FILE_SERVICE = "pfile"
_EXTENSIONS = frozenset({".pdf", ".doc", ".docx", ".odt", ".rtf", ".xlsx", ".xls", ".ods", ".csv"})


def linked_documents(content: bytes, address: str) -> tuple[str, ...]:
    """The addresses of documents that the page at `address` links to, in the order of the page.

    A document is a file of a known extension or an address of the parliament's file service, on the host of the
    page or on one of the parliament.
    """
    return tuple(dict.fromkeys(_documents(content[:_LONGEST_PAGE], address)))


def _documents(content: bytes, address: str) -> Iterator[str]:
    for found in filter(None, (_TARGET.search(anchor.group()) for anchor in _ANCHOR.finditer(content))):
        try:
            target = urljoin(address, html.unescape(found.group(1).decode("utf-8", "replace")))
            path = PurePosixPath(urlsplit(target).path)
            near = host_of(target) == host_of(address) or _is_home(host_of(target))
        except ValueError:
            continue
        if is_address(target) and near and (path.suffix.lower() in _EXTENSIONS or path.name == _FILE_SERVICE):
            yield target.partition("#")[0]


def _is_home(host: str) -> bool:
    return any(host == home or host.endswith(f".{home}") for home in _HOMES)
