"""What is new, changed, withdrawn or refused since a moment, told from what the corpus keeps of every record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from archive.model.addresses import page_address
from archive.model.record import Record, decode_record
from archive.store.rows import RefusedDocument, StoredRecord, Withdrawal
from archive.store.view import View

# What says nothing of the document itself.
_APART = frozenset({"id"})


class Change(msgspec.Struct, frozen=True):
    """A record that came or changed.

    at: when it got the state that it has, UTC. fields: what differs from its state before; () for a new one.
    url: of its page, relative to the site's root.
    """

    outcome: Literal["new", "changed"]
    id: str
    title: str
    url: str
    at: str
    fields: tuple[str, ...] = ()


class Changes(msgspec.Struct, frozen=True):
    """What happened since a moment: records by id, documents by path.

    refused: documents that could not be read, and cannot since; read: refused before, and read well since.
    withdrawn: records that are shown no more.
    """

    since: str
    new: tuple[Change, ...]
    changed: tuple[Change, ...]
    refused: tuple[RefusedDocument, ...]
    read: tuple[RefusedDocument, ...]
    withdrawn: tuple[Withdrawal, ...] = ()


def changes_since(view: View, moment: str) -> Changes:
    """What happened at `moment` or later, a time as the tables have it ("2024-04-25T08:30:00Z").

    A record that changed and changed back is not told of; nor is a refusal that came and was overcome.
    """
    found = [change for state in view.written_since(moment) if (change := _change(view, state, moment))]
    refusals = tuple(view.refusals(closed=True))
    return Changes(
        since=moment,
        new=tuple(change for change in found if change.outcome == "new"),
        changed=tuple(change for change in found if change.outcome == "changed"),
        refused=tuple(one for one in refusals if one.closed_at is None and one.refused_at >= moment),
        read=tuple(
            one
            for one in refusals
            if one.closed_at is not None and one.closed_at >= moment and one.refused_at < moment
        ),
        withdrawn=tuple(one for one in view.withdrawals() if one.withdrawn_at >= moment),
    )


def changed_fields(before: Record, after: Record) -> tuple[str, ...]:
    """The names of the fields in which two states of a record differ, in the order of the record."""
    if type(before) is not type(after):
        return ("kind",)
    names = [name for name in after.__struct_fields__ if name not in _APART]
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def last_change(view: View, id: str) -> tuple[str, ...]:
    """The fields in which a record differs from its state before; () for one that never changed."""
    current, earlier = view.stored(id), view.versions(id)
    if current is None or not earlier:
        return ()
    return changed_fields(_record(earlier[-1].state), _record(current))


def _change(view: View, current: StoredRecord, moment: str) -> Change | None:
    before = _state_before(
        [version.state for version in view.versions(current.id)] if current.version > 1 else [], moment
    )
    record = _record(current)
    if before is None:
        return Change("new", record.id, record.title, page_address(record), current.written_at)
    fields = changed_fields(_record(before), record)
    if not fields:
        return None
    return Change("changed", record.id, record.title, page_address(record), current.written_at, fields)


def _state_before(earlier: Sequence[StoredRecord], moment: str) -> StoredRecord | None:
    """The state that a record had just before `moment`; None where it had not come yet."""
    known: Iterable[StoredRecord] = (state for state in reversed(earlier) if state.written_at < moment)
    return next(iter(known), None)


def _record(state: StoredRecord) -> Record:
    return decode_record(state.content.encode("utf-8"), state.id)
