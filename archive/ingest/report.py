"""What became of each document of a run."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

OutcomeName = Literal["inserted", "updated", "unchanged", "refused"]


class DocumentOutcome(msgspec.Struct, frozen=True):
    """One document, or record within one. id is None where it was refused; reason says why, where there is one."""

    path: str
    outcome: OutcomeName
    id: str | None = None
    reason: str | None = None


class IngestReport(msgspec.Struct, frozen=True):
    """The outcome of every document in the order of reading, and how often each occurred.

    stopped: the run was asked to stop before its end.
    """

    inserted: int
    updated: int
    unchanged: int
    refused: int
    documents: tuple[DocumentOutcome, ...]
    stopped: bool = False


def report_of(documents: Iterable[DocumentOutcome], *, stopped: bool = False) -> IngestReport:
    """The report of these outcomes."""
    listed = tuple(documents)
    names = [document.outcome for document in listed]
    return IngestReport(
        inserted=names.count("inserted"),
        updated=names.count("updated"),
        unchanged=names.count("unchanged"),
        refused=names.count("refused"),
        documents=listed,
        stopped=stopped,
    )
