"""The documents at each place that the user named: on disk, on the web, and beside a record that names them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO

import msgspec

from archive.errors import Refusal
from archive.fetch.answers import Validators
from archive.ingest.beside import files_beside
from archive.ingest.found import Found
from archive.ingest.limits import Limits
from archive.ingest.online import Journey, Online, Remembered, documents_online
from archive.ingest.walk import documents_at
from archive.store.originals import original_path, sha256_of
from archive.store.view import View


class Surroundings(msgspec.Struct, frozen=True):
    """What a run looks for documents with.

    online: None where nothing may be fetched. beside: the files among which those are looked for that a record
    names. known: the corpus as earlier runs left it. fetched: addresses of this run, filled on the way.
    """

    limits: Limits
    stdin: IO[bytes]
    clock: Callable[[], dt.datetime]
    known: View
    online: Online | None = None
    beside: Sequence[Path] = ()
    again: bool = False
    fetched: set[str] = msgspec.field(default_factory=set)


def documents_of(place: Path | str | None, name: str, around: Surroundings) -> Iterator[Found]:
    """The documents in a file, at an address, or (None) in standard input. Raises StoppedWaiting."""
    if isinstance(place, str):
        yield from _online(place, around)
        return
    for found in documents_at(place, name, around.limits, around.stdin):
        yield found
        if around.beside and isinstance(found.content, bytes) and found.refusal is None:
            yield from _beside(found.content, around)


def _online(address: str, around: Surroundings) -> Iterator[Found]:
    if around.online is None:
        cause = "this is an address, and nothing is fetched unless asked for"
        yield Found(address, address, None, Refusal(address, cause, "add --online", code="offline"))
        return
    yield from documents_online(
        Journey(
            address,
            around.online,
            around.limits,
            lambda asked: _remembered(asked, around.known),
            around.clock,
            around.again,
            around.fetched,
        )
    )


def _beside(content: bytes, around: Surroundings) -> Iterator[Found]:
    for path, address in files_beside(content, around.beside):
        for found in documents_at(path, path.name, around.limits, around.stdin):
            yield msgspec.structs.replace(found, address=address)


def _remembered(address: str, known: View) -> Remembered | None:
    """What was fetched from an address before, if its bytes are still whole."""
    fetch = known.fetch(address)
    original = known.original(fetch.original) if fetch else None
    if fetch is None or original is None:
        return None
    try:
        content = original_path(known.folder, original.sha256, original.extension).read_bytes()
    except OSError:
        return None
    if sha256_of(content) != original.sha256:
        return None
    validators = Validators(fetch.etag, fetch.last_modified)
    return Remembered(content, validators, dt.datetime.fromisoformat(fetch.fetched_at))
