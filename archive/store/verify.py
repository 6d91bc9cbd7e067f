"""Whether the corpus is still as it was written."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from archive.errors import DamageError, Refusal
from archive.model.record import decode_record, encode_record
from archive.store.corpus import Corpus
from archive.store.finding import Finding
from archive.store.originals import UNFINISHED, original_files, original_path, sha256_of_file
from archive.store.rows import Original, StoredRecord

_NAME = re.compile(r"([0-9a-f]{64})\.[a-z0-9]+")
_COPY_BACK = "put a copy of it back; ingesting the same document again does that too"
_REBUILD = "put a copy of archive.sqlite back, or ingest the files of originals/ into a new corpus"


def verify_corpus(folder: Path) -> Iterator[Finding]:
    """Everything wrong with the corpus in `folder`: originals, records, versions, the database file.

    A database that cannot be opened is a finding too; the originals are then checked against their own names.
    Raises CorpusError where there is no corpus.
    """
    try:
        corpus = Corpus.open(folder)
    except DamageError as error:
        yield _of_error(error)
        yield from _check_names(folder, known=frozenset())
        return
    with corpus:
        try:
            for cause in corpus.integrity():
                yield Finding("inconsistent", str(folder / "archive.sqlite"), cause, _REBUILD)
            yield from _check_originals(corpus)
            yield from _check_states(corpus)
        except DamageError as error:
            yield _of_error(error)


def _of_error(error: DamageError) -> Finding:
    return Finding("altered", error.place, error.cause, error.remedy)


def _check_originals(corpus: Corpus) -> Iterator[Finding]:
    known: set[Path] = set()
    for original in corpus.originals():
        path = original_path(corpus.folder, original.sha256, original.extension)
        known.add(path)
        yield from _check_original(path, original)
    yield from _check_names(corpus.folder, frozenset(known))


def _check_original(path: Path, original: Original) -> Iterator[Finding]:
    called = f" (it came as {original.name})"
    try:
        actual = sha256_of_file(path)
    except FileNotFoundError:
        yield Finding("missing", str(path), f"the original is gone{called}", _COPY_BACK)
    except OSError as error:
        yield Finding("missing", str(path), f"it cannot be read ({error.strerror}){called}", _COPY_BACK)
    else:
        if actual != original.sha256:
            yield Finding("altered", str(path), f"its bytes were changed{called}", _COPY_BACK)


def _check_names(folder: Path, known: frozenset[Path]) -> Iterator[Finding]:
    """The files of originals/ that no row names, each against the hash in its own name."""
    for path in original_files(folder):
        if path in known:
            continue
        named = _NAME.fullmatch(path.name)
        if path.name.startswith(UNFINISHED):
            yield Finding(
                "unfinished", str(path), "an interrupted ingest left it", "the next ingest removes it"
            )
        elif named is None or path.parent.name != named[1][:2] or path.is_symlink():
            yield Finding("foreign", str(path), "this file is no original", "move it elsewhere")
        elif sha256_of_file(path) != named[1]:
            yield Finding("altered", str(path), "its bytes are not those of its name", "remove it")
        else:
            yield Finding("orphan", str(path), "no record names this original", "ingest it, or remove it")


def _check_states(corpus: Corpus) -> Iterator[Finding]:
    for state in corpus.stored_records():
        yield from _check_state(state, f"record {state.id}")
    for earlier in corpus.all_versions():
        yield from _check_state(earlier.state, f"record {earlier.state.id}, version {earlier.state.version}")
    for id, telling in corpus.all_tellings():
        place = f"record {id}, as read from {telling.original}"
        yield from _check_json(id, (telling.content or "").encode("utf-8"), place)


def _check_state(state: StoredRecord, place: str) -> Iterator[Finding]:
    content = state.content.encode("utf-8")
    if hashlib.sha256(content).hexdigest() != state.sha256:
        yield Finding("altered", place, "its text was changed", _REBUILD)
        return
    yield from _check_json(state.id, content, place)


def _check_json(id: str, content: bytes, place: str) -> Iterator[Finding]:
    try:
        record = decode_record(content, place)
    except Refusal as refusal:
        yield Finding("inconsistent", place, refusal.cause, _REBUILD)
        return
    if record.id != id or encode_record(record) != content:
        yield Finding("inconsistent", place, "its JSON is not the canonical JSON of this record", _REBUILD)
