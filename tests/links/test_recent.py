"""Which days the archive grew on, and what changed last."""

from __future__ import annotations

import datetime as dt

from archive.links.recent import ChangeDay, change_days, latest_changed
from archive.store.rows import RecordTimes

TIMES = (
    RecordTimes("a", "2024-06-01T08:00:00Z", "2024-06-01T08:00:00Z"),
    RecordTimes("b", "2024-06-01T23:59:59Z", "2024-06-03T10:00:00Z"),
    RecordTimes("c", "2024-06-02T08:00:00Z", "2024-06-03T11:00:00Z"),
    RecordTimes("d", "2024-06-03T08:00:00Z", "2024-06-03T11:00:00Z"),
)


def day(number: int) -> dt.date:
    return dt.date(2024, 6, number)


def test_days_are_told_newest_first() -> None:
    assert change_days(TIMES, 9) == (
        ChangeDay(day(3), 1, 2),
        ChangeDay(day(2), 1, 0),
        ChangeDay(day(1), 2, 0),
    )


def test_what_came_and_changed_on_one_day_is_new_on_it() -> None:
    assert change_days(TIMES[3:], 9) == (ChangeDay(day(3), 1, 0),)


def test_no_more_days_than_wanted() -> None:
    assert [one.day for one in change_days(TIMES, 2)] == [day(3), day(2)]


def test_what_changed_last_stands_first() -> None:
    assert latest_changed(TIMES, 9) == ("c", "d", "b")
    assert latest_changed(TIMES[::-1], 2) == ("c", "d")
