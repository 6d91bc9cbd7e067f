"""What a reading makes of a record, together with what other originals said of it: a pure decision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import msgspec

from archive.model.record import Record, decode_record
from archive.store.rows import Arrival, StoredRecord, Telling, arrival_of

Outcome = Literal["inserted", "updated", "unchanged"]
Merge = Callable[[Sequence[Record]], Record]


def keep_newest(told: Sequence[Record]) -> Record:
    """The simplest of merges: the last original is right."""
    return told[-1]


class Settled(msgspec.Struct, frozen=True):
    """The outcome, the state that the record is to have, and what is to be kept of each original.

    joined: other originals have a share in the new state.
    """

    outcome: Outcome
    state: Arrival
    tellings: tuple[Telling, ...]
    joined: bool = False


def settle(
    current: StoredRecord | None,
    tellings: Sequence[Telling],
    arrival: Arrival,
    original: str,
    merge: Merge = keep_newest,
) -> Settled:
    """What becomes of `arrival`, read from `original`, where `current` and `tellings` stand under the same id.

    An original speaks in the place in which it came first: reading it again never puts it before one that came
    later. What is said in the very words of the record changes nothing.
    """
    if current is None:
        return Settled("inserted", arrival, (Telling(original, None),))
    if arrival.sha256 == current.sha256:
        known = any(telling.original == original for telling in tellings)
        return Settled("unchanged", arrival, tuple(tellings) + (() if known else (Telling(original, None),)))
    told = [_spoken(telling, current) for telling in tellings if telling.original != original]
    place = next((i for i, telling in enumerate(tellings) if telling.original == original), len(told))
    told.insert(place, Telling(original, arrival.content))
    records = [
        arrival.record if telling.original == original else _record(telling.content, current.id)
        for telling in told
        if telling.content is not None
    ]
    merged = arrival_of(merge(records))
    joined = merged.content not in {telling.content for telling in told}
    if merged.sha256 == current.sha256:
        return Settled("unchanged", merged, tuple(told))
    return Settled("updated", merged, tuple(told), joined)


def _spoken(telling: Telling, current: StoredRecord) -> Telling:
    """A telling with its words, where they are those of the record."""
    if telling.content is None and telling.original == current.original:
        return Telling(telling.original, current.content)
    return telling


def _record(content: str, id: str) -> Record:
    return decode_record(content.encode("utf-8"), id)
