"""What the archive came to know last: which records came and which changed, day by day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from archive.store.rows import RecordTimes, Withdrawal


class ChangeDay(msgspec.Struct, frozen=True):
    """One day (UTC): how many records came, and how many older ones got the state that they have."""

    day: dt.date
    new: int
    changed: int


class News(msgspec.Struct, frozen=True):
    """When each record came and changed, by id; and for the latest changed ones, newest first, what changed.

    withdrawn: the records that are shown no more.
    """

    times: Mapping[str, RecordTimes]
    changed: Mapping[str, tuple[str, ...]]
    withdrawn: tuple[Withdrawal, ...] = ()


def change_days(times: Iterable[RecordTimes], limit: int) -> tuple[ChangeDay, ...]:
    """The last `limit` days on which anything came or changed, newest first."""
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for one in times:
        arrived, changed = day_of(one.arrived_at), day_of(one.changed_at)
        counts[arrived][0] += 1
        if changed != arrived:
            counts[changed][1] += 1
    newest = sorted(counts, reverse=True)[:limit]
    return tuple(ChangeDay(dt.date.fromisoformat(day), *counts[day]) for day in newest)


def latest_changed(times: Iterable[RecordTimes], limit: int) -> tuple[str, ...]:
    """The ids of the `limit` records that changed last, newest first; on one moment in the order of their ids."""
    changed: Sequence[RecordTimes] = sorted((one for one in times if one.was_changed), key=lambda one: one.id)
    return tuple(one.id for one in sorted(changed, key=lambda one: one.changed_at, reverse=True)[:limit])


def day_of(moment: str) -> str:
    """The day of a time as the tables have it."""
    return moment[:10]
