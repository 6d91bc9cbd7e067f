"""Reads the head of a request and decides what to answer: as little of HTTP as a preview needs (RFC 9112)."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from archive.cli.preview_files import wanted_file

MOST_HEAD_BYTES = 16 * 1024
_OUR_NAMES = frozenset({"127.0.0.1", "localhost"})
_FIRST_LINE = re.compile(r"([A-Z]{1,16}) (\S{1,4096}) HTTP/1\.[01]")
_HEADER = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}):[ \t]*([^\x00-\x08\x0a-\x1f\x7f]*)")
_END = re.compile(rb"\r?\n\r?\n")
_NO_HEADERS: Mapping[str, str] = MappingProxyType({})


class Answer(msgspec.Struct, frozen=True):
    """What to answer. file: name of the file to give, None where nothing is given. has_body: more than the head."""

    status: int
    reason: str
    has_body: bool = True
    file: str | None = None
    headers: Mapping[str, str] = _NO_HEADERS


def read_head(connection: socket.socket, deadline: float) -> bytes | None:
    """The head of a request up to its empty line; b"" where none came, None where it is too long.

    deadline: by the clock `time.monotonic`. Raises OSError where the connection breaks off or is silent for too long.
    """
    read = b""
    while not _END.search(read):
        if time.monotonic() > deadline:
            raise TimeoutError
        piece = connection.recv(MOST_HEAD_BYTES + 1 - len(read))
        if not piece:
            return b""
        read += piece
        if len(read) > MOST_HEAD_BYTES:
            return None
    return _END.split(read, maxsplit=1)[0]


def answer_to(head: bytes | None) -> Answer:
    """What to answer to the head of a request: pure, the file may prove not to be there."""
    if head is None:
        return Answer(431, "Request Header Fields Too Large")
    first, *lines = head.decode("latin-1").replace("\r\n", "\n").split("\n")
    asked = _FIRST_LINE.fullmatch(first)
    headers = [_HEADER.fullmatch(line) for line in lines]
    if asked is None or None in headers:
        return Answer(400, "Bad Request")
    method, target = asked.groups()
    has_body = method != "HEAD"
    if method not in {"GET", "HEAD"}:
        return Answer(405, "Method Not Allowed", headers={"Allow": "GET, HEAD"})
    hosts = [found[2].strip() for found in headers if found and found[1].lower() == "host"]
    # The name is checked so that a page from elsewhere cannot read the preview by giving its own name our address.
    if len(hosts) != 1 or hosts[0].partition(":")[0].lower() not in _OUR_NAMES:
        return Answer(404, "Not Found", has_body)
    name = wanted_file(target)
    return Answer(404, "Not Found", has_body) if name is None else Answer(200, "OK", has_body, name)
