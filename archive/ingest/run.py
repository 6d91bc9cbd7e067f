"""The way of every document from the path to the corpus."""

from __future__ import annotations

import contextlib
import datetime as dt
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import IO

import msgspec

from archive import __version__
from archive.errors import Refusal
from archive.fetch.pace import StoppedWaiting
from archive.ingest.clock import utc_now
from archive.ingest.conversion import prepared
from archive.ingest.found import Found
from archive.ingest.isolation import Apart
from archive.ingest.limits import Limits
from archive.ingest.naming import named_records
from archive.ingest.online import Online
from archive.ingest.origin import with_address
from archive.ingest.pieces import Piece, halves, pieces_of
from archive.ingest.reading import Reader, Reading, read_and_parse
from archive.ingest.report import DocumentOutcome, IngestReport, report_of
from archive.ingest.route import Surroundings, documents_of
from archive.ingest.sinks import CorpusSink, DrySink, Sink
from archive.ingest.walk import listed_folders, listed_places
from archive.model.document import Source
from archive.model.question import SourceFacts
from archive.model.record import Record
from archive.parse.merge import merge_all
from archive.store.corpus import Corpus
from archive.store.originals import extension_of, sha256_of, sha256_of_file
from archive.store.rows import Fetch, Original, arrival_of
from archive.store.writer import RefusedPiece, Written, stamp

Progress = Callable[[int, int, str], None]


class Conditions(msgspec.Struct, frozen=True):
    """How a run reads: by whom, within which bounds, by which clock; `again` reads known bytes too."""

    apart: Apart
    limits: Limits
    clock: Callable[[], dt.datetime]
    again: bool
    stopped: Callable[[], bool]


def ingest_paths(
    corpus: Corpus,
    paths: Iterable[str],
    *,
    dry_run: bool = False,
    again: bool = False,
    skipped: Collection[Path] = (),
    reader: Reader = read_and_parse,
    limits: Limits | None = None,
    clock: Callable[[], dt.datetime] = utc_now,
    stopped: Callable[[], bool] = lambda: False,
    progress: Progress = lambda done, total, path: None,
    command: str = "archive ingest",
    wait: float = 0.0,
    waiting: Callable[[str], None] = lambda holder: None,
    stdin: IO[bytes] | None = None,
    online: Online | None = None,
    beside: Path | None = None,
    walled: bool = False,
) -> IngestReport:
    """Reads every document at `paths` into the corpus and says what became of each.

    paths: files, folders, archives, addresses of the web, or "-". dry_run: only says it. again: reads bytes anew
    that were read before. skipped: folders to leave out, besides the corpus itself. stopped: asked between
    documents; once True the run ends there, with everything so far kept. progress: told how many files are done,
    of how many, and the next one's path. wait, waiting, command: see `Corpus.writing`. online: how addresses are
    fetched; without it they are refused. beside: a folder with the files that open-data records name. walled:
    see `Apart`. A document that cannot be read is an outcome and never an error; raises LockedError and
    CorpusError, and ArchiveError where the system starts no process.
    """
    paths = tuple(paths)
    files = listed_places(paths, (corpus.folder, *skipped))
    limits = limits or Limits()
    around = Surroundings(limits, stdin or sys.stdin.buffer, clock, corpus, online, _files_in(beside), again)
    documents: list[DocumentOutcome] = []
    with (
        _sink(corpus, dry_run, command, wait, waiting) as sink,
        Apart(reader, limits, walled=walled) as apart,
    ):
        conditions = Conditions(apart, limits, clock, again, stopped)
        sink.overcome(listed_folders(paths, files), now=clock())
        try:
            for done, (place, name) in enumerate(files):
                progress(done, len(files), name)
                for found in documents_of(place, name, around):
                    documents += _taken_in(found, sink, conditions)
                    if stopped():
                        return report_of(documents, stopped=True)
        except StoppedWaiting:
            return report_of(documents, stopped=True)
        progress(len(files), len(files), "")
    return report_of(documents)


def _files_in(folder: Path | None) -> tuple[Path, ...]:
    places = listed_places([str(folder)]) if folder else ()
    return tuple(path for path, _ in places if isinstance(path, Path))


@contextlib.contextmanager
def _sink(
    corpus: Corpus, dry_run: bool, command: str, wait: float, waiting: Callable[[str], None]
) -> Iterator[Sink]:
    if dry_run:
        yield DrySink(corpus)
    else:
        with corpus.writing(command=command, wait=wait, waiting=waiting, merge=merge_all) as writer:
            yield CorpusSink(writer)


def _taken_in(found: Found, sink: Sink, conditions: Conditions) -> Iterator[DocumentOutcome]:
    """Reads and writes one document; gives its outcomes once they are on disk."""
    if found.content is None or found.refusal is not None:
        refusal = found.refusal or Refusal(found.path, "it has no bytes", "give it again", code="unreadable")
        yield _refused_unread(found, refusal, sink, conditions)
        return
    content = found.content if isinstance(found.content, bytes) else found.content.read_bytes()
    sha256 = sha256_of(content)
    known = sink.known(sha256)
    if known is not None and known.read_by is not None and not conditions.again:
        # Puts the bytes back should they be lost or damaged; changes nothing otherwise.
        sink.keep(content, known)
        sink.overcome([found.path], now=conditions.clock())
        for id in sink.ids_read_from(sha256):
            yield DocumentOutcome(found.path, "unchanged", id, "these bytes were read before")
    else:
        kept_at = stamp(conditions.clock())
        original = known or Original(sha256, None, len(content), found.name, "", kept_at)
        yield from _read_pieces(found, content, original, sink, conditions)
    if found.fetched is not None:
        called = found.fetched.validators
        sink.note_fetch(
            Fetch(found.fetched.address, sha256, called.etag, called.last_modified, stamp(found.fetched.at))
        )


def _refused_unread(found: Found, refusal: Refusal, sink: Sink, conditions: Conditions) -> DocumentOutcome:
    now = conditions.clock()
    piece = RefusedPiece(found.path, refusal)
    if found.content is None:
        sink.refuse_without_bytes(piece, now=now)
    else:
        described = _described(found.content, found.name, now)
        original = sink.known(described.sha256) or described
        sink.keep(found.content, original)
        # What else its archive holds is told apart: the archive itself is never read to an end.
        sink.write(original, found.path, (), (piece,), now=now, more=True, still_refused=())
    return _refused_outcome(piece)


def _described(content: bytes | Path, name: str, now: dt.datetime) -> Original:
    if isinstance(content, bytes):
        sha256, size, head = sha256_of(content), len(content), content[:16]
    else:
        sha256, size = sha256_of_file(content), content.stat().st_size
        with content.open("rb") as stream:
            head = stream.read(16)
    return Original(sha256, None, size, name, extension_of(None, head), stamp(now))


def _read_pieces(
    found: Found, content: bytes, original: Original, sink: Sink, conditions: Conditions
) -> Iterator[DocumentOutcome]:
    """Reads a document piece by piece (most have one); a piece that is refused is tried again in halves."""
    now, path = conditions.clock(), found.path
    waiting = list(pieces_of(path, content, conditions.limits.piece_bytes))[::-1]
    refused: list[str] = []
    kept = False
    while waiting and not (kept and conditions.stopped()):
        piece = waiting.pop()
        reading, refusals = _read(piece, original, conditions)
        smaller = halves(piece) if refusals else ()
        if smaller:
            waiting += smaller[::-1]
            continue
        if not kept:
            original = _completed(original, reading, content)
            sink.keep(content, original)
            kept = True
        records = _placed_records(reading, found.address, original.sha256) if reading else ()
        arrivals = [arrival_of(record) for record in named_records(records, original.sha256, sink)]
        written = sink.write(
            original, path, arrivals, refusals, now=now, more=bool(waiting), still_refused=tuple(refused)
        )
        refused += [refusal.path for refusal in refusals]
        yield from (_outcome(path, one) for one in written)
        yield from map(_refused_outcome, refusals)


def _read(
    piece: Piece, original: Original, conditions: Conditions
) -> tuple[Reading | None, tuple[RefusedPiece, ...]]:
    # The record says when the original first came, also when it is read anew.
    first_came = dt.datetime.fromisoformat(original.kept_at)
    facts = SourceFacts(original.name, original.sha256, "", original.bytes, first_came)
    try:
        ready = prepared(Source(piece.path, piece.content), conditions.limits)
        reading = conditions.apart.read(ready.source, facts)
        return ready.completed(reading), ()
    except Refusal as refusal:
        return None, (RefusedPiece(piece.path, _placed(refusal, piece)),)


def _placed_records(reading: Reading, address: str | None, sha256: str) -> tuple[Record, ...]:
    """The records, those of documents with the address at which the document stands; metadata name their own."""
    if address is None or "json" in reading.media_type:
        return reading.records
    return tuple(
        with_address(record, address, reading.media_type) if record.source.sha256 == sha256 else record
        for record in reading.records
    )


def _placed(refusal: Refusal, piece: Piece) -> Refusal:
    """The refusal of a single line names that line as it is counted in the whole document."""
    if piece.first is None or not refusal.place.startswith(piece.path):
        return refusal
    return Refusal(piece.path, refusal.cause, refusal.remedy, code=refusal.code)


def _completed(original: Original, reading: Reading | None, content: bytes) -> Original:
    """The original with what this reading told of it. The place where it is kept never changes."""
    media_type = reading.media_type if reading else original.media_type
    extension = original.extension or extension_of(media_type, content)
    return msgspec.structs.replace(original, media_type=media_type, extension=extension, read_by=__version__)


def _outcome(path: str, written: Written) -> DocumentOutcome:
    reasons = {
        "inserted": None,
        "updated": "the text or what was understood of it differs; the earlier state is kept as a version",
        "unchanged": "nothing differs",
    }
    reason = reasons[written.outcome]
    if written.joined:
        reason = "joined with what other documents say; the earlier state is kept as a version"
    if written.rival is not None:
        reason = f"{written.rival} has the same id; its state is kept as a version"
    return DocumentOutcome(path, written.outcome, written.id, reason)


def _refused_outcome(piece: RefusedPiece) -> DocumentOutcome:
    return DocumentOutcome(piece.path, "refused", None, str(piece.refusal))
