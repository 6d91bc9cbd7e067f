"""The Whoosh index on disk: built whole beside the old one, then swapped.

Whoosh reads its table of contents with pickle, so a folder that somebody else could have written is never
opened: it is built anew. The distribution is the original, 2.7.4 (2016): on Python 3.11 to 3.13 its only faults
are escape sequences that newer Pythons warn of, and none of its forks was found to answer better.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", category=SyntaxWarning)
    warnings.filterwarnings("ignore", category=DeprecationWarning)
    from whoosh import index as whoosh_index

from archive.errors import CorpusError
from archive.model.record import Record
from archive.search.results import Entry
from archive.search.spool import Spool
from archive.search.whoosh_fields import prepare, schema
from archive.text.languages import DUTCH, Language

# To be raised whenever analysis, scoring or schema change: older indexes are then built anew.
INDEX_VERSION = 6

_ENTRIES = "documents.msgpack"
_STAMP = "stamp.json"
_MEMORY_MB = 256
_entries_decoder = msgspec.msgpack.Decoder(tuple[Entry, ...])


class Stamp(msgspec.Struct, frozen=True):
    """What an index was made of."""

    version: int
    signature: str


def is_current(folder: Path, signature: str) -> bool:
    """Whether `folder` holds an index of ours, by this version of the program, of the corpus with `signature`."""
    if not _is_ours(folder):
        return False
    try:
        found = msgspec.json.decode((folder / _STAMP).read_bytes(), type=Stamp)
    except (OSError, msgspec.DecodeError):
        return False
    return found == Stamp(INDEX_VERSION, signature)


def write_index(records: Iterable[Record], folder: Path, signature: str, language: Language = DUTCH) -> None:
    """Builds the index in `folder` in place of what stands there. Raises CorpusError when it cannot be written."""
    new = folder.with_name(f"{folder.name}.new-{os.getpid()}")
    try:
        new.mkdir(mode=0o700)
        _write(records, new, signature, language)
        _swap(new, folder)
    except OSError as error:
        raise CorpusError(
            str(folder), f"the index cannot be written ({error.strerror})", "make the folder writable"
        ) from error
    finally:
        shutil.rmtree(new, ignore_errors=True)


@contextlib.contextmanager
def open_index(folder: Path) -> Iterator[tuple[Any, tuple[Entry, ...]]]:
    """A Whoosh searcher and the entries by document number. Call only where `is_current` said yes."""
    entries = _entries_decoder.decode((folder / _ENTRIES).read_bytes())
    with whoosh_index.open_dir(str(folder)).searcher() as searcher:
        yield searcher, entries


def _write(records: Iterable[Record], folder: Path, signature: str, language: Language) -> None:
    entries: list[Entry] = []
    with Spool(records, folder, language) as spool:
        writer = whoosh_index.create_in(str(folder), schema()).writer(limitmb=_MEMORY_MB)
        for document in spool.documents():
            writer.add_document(**prepare(document, spool.lexicon))
            entries.append(Entry(document.card, document.facets))
        writer.commit()
    (folder / _ENTRIES).write_bytes(msgspec.msgpack.encode(entries))
    (folder / _STAMP).write_bytes(msgspec.json.encode(Stamp(INDEX_VERSION, signature)))


def _swap(new: Path, folder: Path) -> None:
    old = folder.with_name(f"{folder.name}.old-{os.getpid()}")
    with contextlib.suppress(FileNotFoundError):
        folder.rename(old)
    new.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    """Whether nobody but the user who runs us can have written in `folder`."""
    try:
        found = folder.lstat()
    except OSError:
        return False
    return (
        stat.S_ISDIR(found.st_mode)
        and found.st_uid == os.geteuid()
        and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    )
