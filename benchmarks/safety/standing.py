"""What stands in a folder with a corpus and what was made of it, so that two such folders can be compared."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import msgspec

from archive.store.database import DATABASE_NAME
from archive.store.lock import LOCK_NAME

CORPUS = "corpus"
_FOLDER = "a folder"
# Kept from one build to the next, with what the system says of each file.
_CACHES = (f"{CORPUS}/links/", f"{CORPUS}/shards/")
# The bytes of a database depend on the way in which it was filled; its rows are compared.
# A refusal is noted each time, so that it stands there twice when the same is done again. What is counted and summed
# up of other rows differs then, too.
_QUERIES = {
    "events": "SELECT action, subject, detail FROM events WHERE action != 'refused'"
    " UNION ALL SELECT DISTINCT action, subject, detail FROM events WHERE action = 'refused'",
}
_NOT_COMPARED = frozenset({"seals", "seal_sums", "sqlite_sequence"})
_ROWS_ALONE = frozenset({f"{CORPUS}/{DATABASE_NAME}", f"{CORPUS}/{LOCK_NAME}"})
# What must be in a corpus for good, once it was there, by the query that tells of it.
_FOR_GOOD = {
    "original": "SELECT sha256, extension FROM originals",
    "state": "SELECT id, version, sha256 FROM records UNION SELECT id, version, sha256 FROM versions",
    "reading": "SELECT original, record FROM readings",
    "refusal": "SELECT path, code FROM refusals",
    "event": "SELECT action, subject, detail FROM events",
}


class Standing(msgspec.Struct, frozen=True):
    """files: the SHA-256 of each file by its name, and a word for each folder; rows: those of the corpus by table."""

    files: dict[str, str]
    rows: dict[str, tuple[str, ...]]

    def differences(self, other: Standing) -> Iterator[str]:
        """What is not as it is in `other`: a line for each of the first files and tables."""
        for name in sorted(self.files.keys() | other.files.keys()):
            ours, theirs = self.files.get(name), other.files.get(name)
            if ours is None:
                yield f"{name} is not there"
            elif theirs is None:
                yield f"{name} is left behind"
            elif ours != theirs:
                yield f"{name} has other bytes"
        for table in sorted(self.rows.keys() | other.rows.keys()):
            if self.rows.get(table) != other.rows.get(table):
                yield f"the table {table} has other rows"


def standing(folder: Path, without: tuple[str, ...] = ()) -> Standing:
    """What stands in `folder`, but for what begins with one of the names `without`; the corpus is in "corpus"."""
    files = {name: said for name, said in files_of(folder).items() if not name.startswith(without)}
    return Standing(files, _rows(folder / CORPUS))


def files_of(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below `folder` by its name, and a word for each folder."""
    found = {}
    for root, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = Path(root, name)
            said = path.relative_to(folder).as_posix()
            if said in _ROWS_ALONE:
                found[said] = "rows"
            elif path.is_dir():
                found[said] = _FOLDER
            elif said.startswith(_CACHES):
                found[said] = "a kept file"
            else:
                found[said] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def facts_of(corpus: Path) -> frozenset[str]:
    """What the corpus holds and must hold for good; nothing where there is none.

    An original counts only where its bytes stand whole in their place.
    """
    facts = set()
    for kind, query in _FOR_GOOD.items():
        for row in _asked(corpus, query):
            if kind != "original" or _is_whole(corpus, *row):
                facts.add(f"{kind} {' '.join(map(str, row))}")
    return frozenset(facts)


def _is_whole(corpus: Path, sha256: str, extension: str) -> bool:
    path = corpus / "originals" / sha256[:2] / f"{sha256}.{extension}"
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256


def _rows(corpus: Path) -> dict[str, tuple[str, ...]]:
    tables = [name for (name,) in _asked(corpus, "SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return {
        table: tuple(sorted(map(repr, _asked(corpus, _QUERIES.get(table, f"SELECT * FROM {table}")))))
        for table in tables
        if table not in _NOT_COMPARED
    }


def _asked(corpus: Path, query: str) -> list[tuple[str, ...]]:
    path = corpus / DATABASE_NAME
    if not path.is_file():
        return []
    address = f"file:{quote(str(path))}?mode=rw"
    with contextlib.closing(sqlite3.connect(address, uri=True)) as connection:
        try:
            return connection.execute(query).fetchall()
        except sqlite3.OperationalError as error:
            if "no such table" in str(error):
                # The corpus was on the way to be made.
                return []
            raise
