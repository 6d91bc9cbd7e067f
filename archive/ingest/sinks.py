"""Where readings go: into the corpus, or, on a dry run, nowhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Protocol

from archive.ingest.naming import is_namesake
from archive.model.record import Record
from archive.parse.merge import merge_all
from archive.store.rows import Arrival, Fetch, Original, StoredRecord, Telling, kind_of
from archive.store.settle import settle
from archive.store.view import View
from archive.store.writer import RefusedPiece, Writer, Written


class Sink(Protocol):
    """Takes readings and says what becomes of them."""

    def known(self, sha256: str) -> Original | None:
        """What is known of the original with this hash."""

    def ids_read_from(self, sha256: str) -> tuple[str, ...]:
        """The ids of the records that the original with this hash gave."""

    def namesakes(self, id: str) -> tuple[Record, ...]:
        """The record with this id and those that have it with a suffix; see `View.namesakes`."""

    def keep(self, content: bytes | Path, original: Original) -> None:
        """Keeps the bytes."""

    def write(
        self,
        original: Original,
        path: str,
        arrivals: Sequence[Arrival],
        refusals: Sequence[RefusedPiece],
        *,
        now: dt.datetime,
        more: bool,
        still_refused: Collection[str],
    ) -> tuple[Written, ...]:
        """Records what was read of an original; see `Writer.write`."""

    def refuse_without_bytes(self, piece: RefusedPiece, *, now: dt.datetime) -> None:
        """Records a document of which not even the bytes could be had."""

    def overcome(self, paths: Iterable[str], *, now: dt.datetime) -> None:
        """Closes the refusals of what had no bytes at these paths."""

    def note_fetch(self, fetch: Fetch) -> None:
        """Records where an original came from."""


class CorpusSink:
    """Writes to the corpus."""

    def __init__(self, writer: Writer) -> None:
        self.known = writer.view.original
        self.ids_read_from = writer.view.ids_read_from
        self.namesakes = writer.view.namesakes
        self.keep = writer.keep
        self.write = writer.write
        self.refuse_without_bytes = writer.refuse_without_bytes
        self.overcome = writer.overcome
        self.note_fetch = writer.note_fetch


class DrySink:
    """Decides as the corpus would and writes nothing."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._originals: dict[str, Original] = {}
        self._records: dict[str, StoredRecord] = {}
        self._arrived: dict[str, Record] = {}
        self._readings: dict[str, list[str]] = {}
        self._tellings: dict[str, tuple[Telling, ...]] = {}

    def known(self, sha256: str) -> Original | None:
        return self._originals.get(sha256) or self._view.original(sha256)

    def ids_read_from(self, sha256: str) -> tuple[str, ...]:
        return tuple(self._readings.get(sha256, ())) or self._view.ids_read_from(sha256)

    def namesakes(self, id: str) -> tuple[Record, ...]:
        found = {record.id: record for record in self._view.namesakes(id)}
        found |= {key: record for key, record in self._arrived.items() if is_namesake(key, id)}
        return tuple(found[key] for key in sorted(found))

    def keep(self, content: bytes | Path, original: Original) -> None:
        pass

    def refuse_without_bytes(self, piece: RefusedPiece, *, now: dt.datetime) -> None:
        pass

    def overcome(self, paths: Iterable[str], *, now: dt.datetime) -> None:
        pass

    def note_fetch(self, fetch: Fetch) -> None:
        pass

    def write(
        self,
        original: Original,
        path: str,
        arrivals: Sequence[Arrival],
        refusals: Sequence[RefusedPiece],
        *,
        now: dt.datetime,
        more: bool,
        still_refused: Collection[str],
    ) -> tuple[Written, ...]:
        written = tuple(self._decided(arrival, original.sha256) for arrival in arrivals)
        if not (more or refusals or still_refused):
            self._originals[original.sha256] = original
        return written

    def _decided(self, arrival: Arrival, sha256: str) -> Written:
        id = arrival.record.id
        current = self._records.get(id) or self._view.stored(id)
        tellings = self._tellings.get(id) or self._view.tellings(id)
        settled = settle(current, tellings, arrival, sha256, merge_all)
        rival = id in self._records and settled.outcome == "updated" and not settled.joined
        self._readings.setdefault(sha256, []).append(id)
        self._tellings[id] = settled.tellings
        if settled.outcome != "unchanged":
            state = settled.state
            self._arrived[id] = state.record
            self._records[id] = StoredRecord(
                id, kind_of(state.record), state.content, state.sha256, sha256, 0, "", ""
            )
        return Written(id, settled.outcome, "an earlier one" if rival else None, settled.joined)
