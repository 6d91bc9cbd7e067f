"""Where readings go: into the corpus, or, on a dry run, nowhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Protocol

from archive.store.decide import decide
from archive.store.rows import Arrival, Original, StoredRecord, kind_of
from archive.store.view import View
from archive.store.writer import RefusedPiece, Writer, Written


class Sink(Protocol):
    """Takes readings and says what becomes of them."""

    def known(self, sha256: str) -> Original | None:
        """What is known of the original with this hash."""

    def ids_read_from(self, sha256: str) -> tuple[str, ...]:
        """The ids of the records that the original with this hash gave."""

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


class CorpusSink:
    """Writes to the corpus."""

    def __init__(self, writer: Writer) -> None:
        self.known = writer.view.original
        self.ids_read_from = writer.view.ids_read_from
        self.keep = writer.keep
        self.write = writer.write
        self.refuse_without_bytes = writer.refuse_without_bytes


class DrySink:
    """Decides as the corpus would and writes nothing."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._originals: dict[str, Original] = {}
        self._records: dict[str, StoredRecord] = {}
        self._readings: dict[str, list[str]] = {}

    def known(self, sha256: str) -> Original | None:
        return self._originals.get(sha256) or self._view.original(sha256)

    def ids_read_from(self, sha256: str) -> tuple[str, ...]:
        return tuple(self._readings.get(sha256, ())) or self._view.ids_read_from(sha256)

    def keep(self, content: bytes | Path, original: Original) -> None:
        pass

    def refuse_without_bytes(self, piece: RefusedPiece, *, now: dt.datetime) -> None:
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
        outcome = decide(current, arrival, sha256, read_before=id in self.ids_read_from(sha256))
        rival = id in self._records and outcome == "updated"
        self._readings.setdefault(sha256, []).append(id)
        if outcome != "unchanged":
            self._records[id] = StoredRecord(
                id, kind_of(arrival.record), arrival.content, arrival.sha256, sha256, 0, "", ""
            )
        return Written(id, outcome, "an earlier one" if rival else None)
