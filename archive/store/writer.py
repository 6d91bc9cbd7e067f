"""Adds readings and refusals to the corpus, each whole or not at all."""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from archive import __version__
from archive.errors import CorpusError, Refusal, cause_of, way_on
from archive.model.record import Record
from archive.store.database import DATABASE_NAME, take_back
from archive.store.ledger import Ledger
from archive.store.originals import keep_original, remove_unfinished
from archive.store.rows import Arrival, Fetch, Original, StoredRecord, Telling, kind_of, notes_of
from archive.store.settle import Merge, Outcome, keep_newest, settle
from archive.store.view import View
from archive.store.withdrawing import RENAMED, check_return, check_withdrawal, lost_ids, successors


class Written(msgspec.Struct, frozen=True):
    """What became of one arrival.

    rival: path of another document with this id that came by the same writer and has no share in the record now.
    joined: the record is made of this document and others.
    """

    id: str
    outcome: Outcome
    rival: str | None = None
    joined: bool = False


class RefusedPiece(msgspec.Struct, frozen=True):
    """A document, or a piece of one, that was refused under this path."""

    path: str
    refusal: Refusal


class Writer:
    """Writes to the corpus while its maker holds the lock. Made by `Corpus.writing`.

    view: what stands in the corpus now, this writer's own work included.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        folder: Path,
        program: str = __version__,
        merge: Merge = keep_newest,
    ) -> None:
        self.view = View(folder, connection)
        self._connection = connection
        self._folder = folder
        self._program = program
        self._merge = merge
        self._written_from: dict[str, tuple[str, str]] = {}
        self._given: dict[str, dict[str, Outcome]] = {}
        self._ledger = Ledger(connection, folder / DATABASE_NAME)
        remove_unfinished(folder)

    def keep(self, content: bytes | Path, original: Original) -> None:
        """Puts the bytes on disk for good. Raises CorpusError when the disk does not take them."""
        try:
            keep_original(self._folder, content, original.sha256, original.extension)
        except OSError as error:
            raise CorpusError(
                str(self._folder),
                f"the original cannot be kept ({cause_of(error)})",
                f"{way_on(error, 'make the folder writable')}; what was reported is kept",
            ) from error

    def write(
        self,
        original: Original,
        path: str,
        arrivals: Sequence[Arrival],
        refusals: Sequence[RefusedPiece] = (),
        *,
        now: dt.datetime,
        more: bool = False,
        still_refused: Collection[str] = (),
    ) -> tuple[Written, ...]:
        """Records what was read of `original`, whose bytes were kept: all of it, or nothing.

        more: a further piece of this original is still to come. After the last piece every open refusal of it
        is closed, unless its path is among `still_refused` (refused by an earlier piece) or `refusals`.
        """
        moment = stamp(now)
        with self._transaction():
            self._write_original(original)
            written = tuple(
                self._write_arrival(arrival, original.sha256, path, moment) for arrival in arrivals
            )
            self._given.setdefault(original.sha256, {}).update({one.id: one.outcome for one in written})
            for piece in refusals:
                self._write_refusal(piece, original.sha256, moment)
            if not more:
                refused = {*still_refused, *(piece.path for piece in refusals)}
                self._finish(original.sha256, path, refused, moment)
                if not refused:
                    self._rename(original.sha256, moment)
                self._given.pop(original.sha256, None)
        return written

    def withdraw(self, id: str, reason: str, *, successor: str | None = None, now: dt.datetime) -> None:
        """Shows a record no more; it stays in the corpus with all that is known of it. Raises ArchiveError.

        successor: the id of the record that it goes on in, if any.
        """
        check_withdrawal(self.view, id, reason, successor)
        with self._transaction():
            self._write_withdrawal(id, reason, successor, stamp(now))

    def restore(self, id: str, *, now: dt.datetime) -> None:
        """Shows a record again that was withdrawn. Raises ArchiveError where it was not."""
        check_return(self.view, id)
        with self._transaction():
            self._end_withdrawal(id, "shown again", stamp(now))

    def refuse_without_bytes(self, piece: RefusedPiece, *, now: dt.datetime) -> None:
        """Records a document of which not even the bytes could be had."""
        with self._transaction():
            self._write_refusal(piece, None, stamp(now))

    def overcome(self, paths: Iterable[str], *, now: dt.datetime) -> None:
        """Closes the refusals of what had no bytes at these paths, of files and folders: they could be read now."""
        for path in paths:
            found = self._connection.execute(
                "SELECT number FROM refusals WHERE ifnull(original, '') = '' AND path = ? AND closed_at IS NULL",
                (path,),
            ).fetchone()
            if found is not None:
                with self._transaction():
                    self._close_refusal(found[0], path, stamp(now))

    def note_fetch(self, fetch: Fetch) -> None:
        """Records where an original that was kept came from, in the place of what was known of that address."""
        with self._transaction():
            self._connection.execute(
                "INSERT INTO fetches (address, original, etag, last_modified, fetched_at)"
                " VALUES (?, ?, ?, ?, ?) ON CONFLICT (address) DO UPDATE SET original = excluded.original,"
                " etag = excluded.etag, last_modified = excluded.last_modified, fetched_at = excluded.fetched_at",
                (fetch.address, fetch.original, fetch.etag, fetch.last_modified, fetch.fetched_at),
            )

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._ledger.settle()
            self._connection.execute("COMMIT")
        except BaseException:
            self._ledger.forget()
            take_back(self._connection)
            raise

    def _write_original(self, original: Original) -> None:
        self._connection.execute(
            "INSERT INTO originals (sha256, media_type, bytes, name, extension, kept_at) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT (sha256) DO UPDATE SET media_type = coalesce(excluded.media_type, media_type)",
            (
                original.sha256,
                original.media_type,
                original.bytes,
                original.name,
                original.extension,
                original.kept_at,
            ),
        )

    def _write_arrival(self, arrival: Arrival, original: str, path: str, moment: str) -> Written:
        id = arrival.record.id
        current = self.view.stored(id)
        settled = settle(current, self.view.tellings(id), arrival, original, self._merge)
        outcome = settled.outcome
        withdrawal = self.view.withdrawal(id)
        if withdrawal is not None and withdrawal.by_reading:
            # A reading took it for another record, and this one takes it for itself again.
            self._end_withdrawal(id, path, moment)
        rival = None if settled.joined else self._rival(id, outcome, original, path)
        if outcome != "unchanged":
            self._write_state(settled.state, current, original, moment)
            joined = " (joined with what other documents say)" if settled.joined else ""
            self._write_event(outcome, id, path + joined, moment)
        if rival is not None:
            self._write_event("same_id", id, f"{path} took the place of {rival}, kept as a version", moment)
        self._write_tellings(id, settled.tellings, original, moment)
        return Written(id, outcome, rival, settled.joined)

    def _rename(self, original: str, moment: str) -> None:
        """Leads from each id that this original gave once, and alone, to the one that it gives now in its place."""
        given = self._given.get(original, {})
        before = lost_ids(self.view.ids_read_from(original), given)
        lost = [id for id in before if len(self.view.tellings(id)) == 1 and not self.view.withdrawal(id)]
        new = [id for id, outcome in given.items() if outcome == "inserted"]
        for id, successor in successors(self._records(lost), self._records(new)).items():
            self._write_withdrawal(id, RENAMED, successor, moment, by_reading=True)

    def _records(self, ids: Collection[str]) -> dict[str, Record]:
        return {id: record for id in ids if (record := self.view.record(id)) is not None}

    def _write_withdrawal(
        self, id: str, reason: str, successor: str | None, moment: str, *, by_reading: bool = False
    ) -> None:
        self._connection.execute(
            "INSERT INTO withdrawals VALUES (?, ?, ?, ?, ?, ?)",
            (id, reason, successor, int(by_reading), moment, self._program),
        )
        action = "renamed" if successor else "withdrawn"
        self._write_event(action, id, f"now {successor}: {reason}" if successor else reason, moment)

    def _end_withdrawal(self, id: str, detail: str, moment: str) -> None:
        self._connection.execute("DELETE FROM withdrawals WHERE record = ?", (id,))
        self._write_event("restored", id, detail, moment)

    def _write_tellings(self, id: str, tellings: Sequence[Telling], original: str, moment: str) -> None:
        for position, telling in enumerate(tellings):
            self._connection.execute(
                "INSERT INTO readings (original, record, program, read_at, content, position)"
                " VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET content = excluded.content, position = excluded.position",
                (telling.original, id, self._program, moment, telling.content, position),
            )
        self._connection.execute(
            "UPDATE readings SET program = ?, read_at = ? WHERE original = ? AND record = ?",
            (self._program, moment, original, id),
        )

    def _rival(self, id: str, outcome: Outcome, original: str, path: str) -> str | None:
        before, rival = self._written_from.get(id, (original, None))
        if outcome != "unchanged":
            self._written_from[id] = (original, path)
        return rival if outcome == "updated" and before != original else None

    def _write_state(
        self, arrival: Arrival, current: StoredRecord | None, original: str, moment: str
    ) -> None:
        id = arrival.record.id
        if current is not None:
            self._connection.execute(
                "INSERT INTO versions SELECT id, version, content, sha256, original, written_at, program, ?"
                " FROM records WHERE id = ?",
                (moment, id),
            )
        self._connection.execute(
            "INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
            " kind = excluded.kind, content = excluded.content, sha256 = excluded.sha256,"
            " original = excluded.original, version = excluded.version, written_at = excluded.written_at,"
            " program = excluded.program",
            (
                id,
                kind_of(arrival.record),
                arrival.content,
                arrival.sha256,
                original,
                1 if current is None else current.version + 1,
                moment,
                self._program,
            ),
        )
        self._connection.execute("DELETE FROM notes WHERE record = ?", (id,))
        self._connection.executemany(
            "INSERT INTO notes VALUES (?, ?, ?, ?, ?)",
            [
                (id, position, note.code, note.message, note.place)
                for position, note in enumerate(notes_of(arrival.record))
            ],
        )

    def _write_refusal(self, piece: RefusedPiece, original: str | None, moment: str) -> None:
        refusal = piece.refusal
        self._connection.execute(
            "INSERT INTO refusals (path, code, place, cause, remedy, original, program, refused_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (ifnull(original, ''), path) DO UPDATE SET"
            " code = excluded.code, place = excluded.place, cause = excluded.cause, remedy = excluded.remedy,"
            " program = excluded.program, refused_at = excluded.refused_at, closed_at = NULL",
            (
                piece.path,
                refusal.code,
                refusal.place,
                refusal.cause,
                refusal.remedy,
                original,
                self._program,
                moment,
            ),
        )
        self._write_event("refused", piece.path, f"{refusal.code}: {refusal}", moment)

    def _finish(self, sha256: str, path: str, refused: Collection[str], moment: str) -> None:
        """Notes that the original was read to its end, and closes the refusals that this reading overcame."""
        if not refused:
            self._connection.execute(
                "UPDATE originals SET read_by = ? WHERE sha256 = ?", (self._program, sha256)
            )
        open_refusals = self._connection.execute(
            "SELECT number, path FROM refusals WHERE closed_at IS NULL"
            " AND (original = ?1 OR original IS NULL AND path = ?2)",
            (sha256, path),
        ).fetchall()
        for number, overcome in open_refusals:
            # The same bytes under another name are no better than these: they were not read well either.
            elsewhere = bool(refused) and not overcome.startswith(path)
            if overcome not in refused and not elsewhere:
                self._close_refusal(number, overcome, moment)

    def _close_refusal(self, number: int, path: str, moment: str) -> None:
        self._connection.execute("UPDATE refusals SET closed_at = ? WHERE number = ?", (moment, number))
        self._write_event("refusal_closed", path, "read well now", moment)

    def _write_event(self, action: str, subject: str, detail: str, moment: str) -> None:
        self._connection.execute(
            "INSERT INTO events (happened_at, program, action, subject, detail) VALUES (?, ?, ?, ?, ?)",
            (moment, self._program, action, subject, detail),
        )


def stamp(moment: dt.datetime) -> str:
    """A moment as the tables have it: UTC, whole seconds, "2024-04-25T08:30:00Z"."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
