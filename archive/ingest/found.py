"""A stream of bytes that was found on the way, before it is read."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec

from archive.errors import Refusal
from archive.fetch.answers import Validators


class Fetched(msgspec.Struct, frozen=True):
    """From which address a document was fetched, what the server called it, and when."""

    address: str
    validators: Validators
    at: dt.datetime


class Found(msgspec.Struct, frozen=True):
    """One document to be, or what stands in its place when it can be seen beforehand that it cannot be read.

    path: for the person who gave the command, with the members of archives after it.
    name: for the record: the path within the folder or archive that was given.
    content: the bytes, or the file that holds more of them than is read at once; None where there are none.
    refusal: why it is not read; `content` is then what is kept (for a member of an archive: the archive).
    address: where on the web it stands, where that is known; fetched: that it was fetched there.
    """

    path: str
    name: str
    content: bytes | Path | None
    refusal: Refusal | None = None
    address: str | None = None
    fetched: Fetched | None = None


def printable(name: str) -> str:
    """A name from a file system or archive without the bytes that are no text, which no database takes."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
