"""The corpus as a bag for keeping: all that it holds with checksums, and as plain text (BagIt 1.0, RFC 8493)."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

import msgspec

from archive import __version__
from archive.config import Settings
from archive.errors import DamageError
from archive.export.forms import Shelf
from archive.model.question import WrittenQuestion
from archive.store.corpus import Corpus
from archive.store.database import DATABASE_NAME, reading_connection
from archive.store.originals import original_path
from archive.store.rows import Original
from archive.store.view import View
from archive.store.working_folder import working_folder
from archive.text.citation import one_line

INFO: Final = "bag-info.txt"
_AGENT: Final = "Bag-Software-Agent: vraagarchief "
_CHUNK: Final = 1 << 20
_README: Final = """\
records.jsonl        every question and document, one JSON object a line, as `archive export jsonl` writes it
originals/           every file that was ever read, named by the SHA-256 of its bytes
archive.sqlite       the database of the archive
provenance/          what the database tells besides the records, for readers without it; one JSON object a line:
  originals.jsonl    what each original was called, its media type and size, when it came and what read it
  tellings.jsonl     what each original says of a record, where several originals speak of one
  versions.jsonl     the earlier states of each record
  events.jsonl       what was done, when and by which version of the program
  withdrawals.jsonl  the records that are shown no more, and why
  refusals.jsonl     the documents that could not be read, and why

This folder is a whole archive. Copy it elsewhere and use the copy, so that the bag stays as it is:

  cp -r data corpus
  archive --corpus corpus verify
  archive --corpus corpus build

Without the database the same records are made of records.jsonl alone:

  archive --corpus new ingest records.jsonl
"""


class _Written(msgspec.Struct, frozen=True):
    sha256: str
    bytes: int


class _Bag:
    """Puts files on a shelf and remembers their checksums."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.written: dict[str, _Written] = {}

    def put(self, name: str, chunks: Iterable[bytes]) -> str:
        """Writes a file; the SHA-256 of its bytes comes back."""
        total, length = hashlib.sha256(), 0
        with self._shelf.file(name) as stream:
            for chunk in chunks:
                stream.write(chunk)
                total.update(chunk)
                length += len(chunk)
        self.written[name] = _Written(total.hexdigest(), length)
        return total.hexdigest()

    def manifest(self, *, payload: bool) -> bytes:
        """The lines for the files of the payload, or for the others."""
        names = sorted(name for name in self.written if name.startswith("data/") is payload)
        return "".join(f"{self.written[name].sha256}  {name}\n" for name in names).encode()


def write_bag(corpus: Corpus, settings: Settings, shelf: Shelf) -> None:
    """Writes the bag. Raises DamageError where an original is not as it came."""
    bag = _Bag(shelf)
    with _copied(corpus.folder) as (database, view):
        bag.put("data/README.txt", [_README.encode()])
        bag.put("data/archive.sqlite", _pieces(database))
        bag.put("data/records.jsonl", (f"{line}\n".encode() for line in view.lines()))
        for name, rows in _provenance(view).items():
            bag.put(f"data/provenance/{name}.jsonl", (msgspec.json.encode(row) + b"\n" for row in rows))
        originals = 0
        for original in view.originals():
            _put_original(bag, corpus.folder, original)
            originals += 1
        bag.put("bagit.txt", [b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"])
        bag.put("manifest-sha256.txt", [bag.manifest(payload=True)])
        facts = (*_facts(view, settings), ("Original-Count", str(originals)), *_sizes(bag))
    bag.put(INFO, [f"{name}: {one_line(text)}\n".encode() for name, text in facts])
    with shelf.file("tagmanifest-sha256.txt") as stream:
        stream.write(bag.manifest(payload=False))


def is_ours(folder: Path) -> bool:
    """Whether a folder is a bag that this program made."""
    with contextlib.suppress(OSError):
        return _AGENT.encode() in (folder / INFO).read_bytes()
    return False


@contextlib.contextmanager
def _copied(folder: Path) -> Iterator[tuple[Path, View]]:
    """A copy of the database of a corpus, and what it holds: all that is put in the bag is of one moment."""
    with working_folder() as temporary:
        path = temporary / DATABASE_NAME
        with (
            closing(reading_connection(folder / DATABASE_NAME)) as source,
            closing(sqlite3.connect(path, isolation_level=None)) as copy,
        ):
            source.backup(copy)
            copy.execute("VACUUM")
        with closing(reading_connection(path)) as connection:
            yield path, View(folder, connection)


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        yield from iter(lambda: stream.read(_CHUNK), b"")


def _provenance(corpus: View) -> dict[str, Iterator[object]]:
    return {
        "originals": iter(corpus.originals()),
        "tellings": ({"record": id, **msgspec.to_builtins(one)} for id, one in corpus.all_tellings()),
        "versions": iter(corpus.all_versions()),
        "events": iter(corpus.events()),
        "withdrawals": iter(corpus.withdrawals()),
        "refusals": iter(corpus.refusals(closed=True)),
    }


def _put_original(bag: _Bag, folder: Path, original: Original) -> None:
    path = original_path(folder, original.sha256, original.extension)
    try:
        found = bag.put(f"data/{path.relative_to(folder).as_posix()}", _pieces(path))
    except FileNotFoundError as error:
        raise DamageError(
            str(path),
            "the original is missing",
            "put it back from a backup; `archive verify` lists all damage",
        ) from error
    if found != original.sha256:
        raise DamageError(
            str(path),
            "the original is not as it came",
            "put it back from a backup; `archive verify` lists all damage",
        )


def _facts(corpus: View, settings: Settings) -> Iterator[tuple[str, str]]:
    questions = documents = 0
    days: list[str] = []
    for record in corpus.records():
        if isinstance(record, WrittenQuestion):
            questions += 1
            if record.asked_on:
                days = [
                    min([*days[:1], record.asked_on.isoformat()]),
                    max([*days[1:], record.asked_on.isoformat()]),
                ]
        else:
            documents += 1
    span = f", asked from {days[0]} to {days[1]}" if days else ""
    yield "Source-Organization", settings.publisher
    yield (
        "External-Description",
        f"{settings.title}: {questions} questions{span}, {documents} other documents",
    )
    yield "External-Identifier", corpus.signature()
    # The day of the newest state, not of the bagging: the same corpus gives the same bytes on any day.
    yield "Bagging-Date", max((one.changed_at for one in corpus.times()), default="1970-01-01")[:10]
    yield _AGENT.partition(":")[0], f"vraagarchief {__version__}"
    yield "Rights", " ".join(filter(None, (settings.licence, settings.licence_url)))
    if settings.base_url:
        yield "External-Address", settings.base_url
    yield "Question-Count", str(questions)
    yield "Document-Count", str(documents)


def _sizes(bag: _Bag) -> Iterator[tuple[str, str]]:
    payload = [one.bytes for name, one in bag.written.items() if name.startswith("data/")]
    yield "Payload-Oxum", f"{sum(payload)}.{len(payload)}"
