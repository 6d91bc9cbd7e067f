"""What a reading means for the corpus: a pure decision."""

from __future__ import annotations

from typing import Literal

from archive.store.rows import Arrival, StoredRecord

Outcome = Literal["inserted", "updated", "unchanged"]


def decide(current: StoredRecord | None, arrival: Arrival, original: str, *, read_before: bool) -> Outcome:
    """What becomes of `arrival`, read from `original`, where `current` stands under the same id.

    read_before: `original` gave this record in an earlier run. An original that has since been followed by
    another one with the same id stays in the past: reading it again changes nothing.
    """
    if current is None:
        return "inserted"
    if current.sha256 == arrival.sha256:
        return "unchanged"
    if read_before and current.original != original:
        return "unchanged"
    return "updated"
