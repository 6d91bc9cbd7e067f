"""What may be withdrawn and brought back, and which record goes on under another id: pure decisions."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from archive.errors import ArchiveError
from archive.model.question import WrittenQuestion
from archive.model.record import Record
from archive.store.view import View

RENAMED = "reading its document again gave it another id"


def check_withdrawal(view: View, id: str, reason: str, successor: str | None) -> None:
    """Raises ArchiveError where the record cannot be withdrawn for this reason, or cannot go on in `successor`."""
    if not reason.strip():
        raise ArchiveError(id, "no reason is given", "say why in a sentence with --reason")
    if view.stored(id) is None:
        raise ArchiveError(id, "no record has this id", "find it with `archive search`")
    if view.withdrawal(id) is not None:
        raise ArchiveError(id, "this record is withdrawn already", "bring it back first with --undo")
    if successor is None:
        return
    if successor == id:
        raise ArchiveError(id, "a record cannot go on in itself", "name the id that it has now")
    if view.stored(successor) is None or view.withdrawal(successor) is not None:
        raise ArchiveError(successor, "no record has this id now", "name the id of a record that is shown")


def check_return(view: View, id: str) -> None:
    """Raises ArchiveError where the record is not withdrawn."""
    if view.withdrawal(id) is None:
        raise ArchiveError(id, "this record is not withdrawn", "see it with `archive show ID`")


def successors(lost: Mapping[str, Record], given: Mapping[str, Record]) -> dict[str, str]:
    """Which record goes on in which other one, by id.

    lost: the records that an original gave once and gives no more. given: those that it gives now for the first time.
    Only what is certain comes back: the only one for the only one, or the one with the same number and title.
    """
    if len(lost) == len(given) == 1:
        return {next(iter(lost)): next(iter(given))}
    found = {id: _same(record, given) for id, record in lost.items()}
    once = {new for new in found.values() if new and list(found.values()).count(new) == 1}
    return {id: new for id, new in found.items() if new in once and new is not None}


def _same(record: Record, given: Mapping[str, Record]) -> str | None:
    same = [id for id, other in given.items() if _marks(other) == _marks(record)]
    return same[0] if len(same) == 1 else None


def _marks(record: Record) -> tuple[object, ...]:
    number = record.number if isinstance(record, WrittenQuestion) else None
    return type(record), number, record.title


def lost_ids(told_before: Collection[str], told_now: Collection[str]) -> tuple[str, ...]:
    """The ids that an original gave before and does not give now."""
    return tuple(sorted(set(told_before) - set(told_now)))
