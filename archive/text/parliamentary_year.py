"""The parliamentary year (zittingsjaar) that a day belongs to."""

from __future__ import annotations

import datetime as dt

_SEPTEMBER = 9
_MONDAY = 0


def opening_day(year: int) -> dt.date:
    """The day in `year` on which a parliamentary year opens: the fourth Monday of September.

    Rule: the sessions of the Flemish Parliament open on that day.
    """
    first = dt.date(year, _SEPTEMBER, 1)
    return first + dt.timedelta(days=(_MONDAY - first.weekday()) % 7 + 21)


def parliamentary_year(date: dt.date) -> str:
    """The parliamentary year of a day, for example "2023-2024".

    The weeks of the summer recess before the opening still belong to the year that ends.
    """
    first = date.year if date >= opening_day(date.year) else date.year - 1
    return f"{first}-{first + 1}"
