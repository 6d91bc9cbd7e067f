"""When and after how long a request is made again: pure decisions."""

from __future__ import annotations

import datetime as dt
from email.utils import parsedate_to_datetime

from archive.fetch.manners import Manners

# The server, or what stands before it, is busy or out of order for a while.
PASSING_STATUSES = frozenset({408, 425, 429, 500, 502, 503, 504})


def asked_pause(retry_after: str | None, now: dt.datetime) -> float | None:
    """The seconds for which a server asks to wait (RFC 9110, section 10.2.3), None where it does not."""
    text = (retry_after or "").strip()
    if text.isascii() and text.isdecimal():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    return max((aware - now).total_seconds(), 0.0)


def pause_before_next(tried: int, asked: float | None, manners: Manners) -> float | None:
    """Seconds to wait before the next try after `tried` of them; None when it is given up."""
    if tried >= manners.tries or (asked is not None and asked > manners.longest_pause):
        return None
    own = min(manners.first_pause * float(2 ** (tried - 1)), manners.longest_pause)
    return max(own, asked or 0.0)
