"""The time of ingest."""

from __future__ import annotations

import datetime as dt
import os

from archive.errors import ConfigError


def utc_now() -> dt.datetime:
    """Now, UTC, in whole seconds; the moment in SOURCE_DATE_EPOCH where that is set.

    See https://reproducible-builds.org/specs/source-date-epoch/. Raises ConfigError when it holds no number.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given is None:
        return dt.datetime.now(dt.UTC).replace(microsecond=0)
    try:
        return dt.datetime.fromtimestamp(int(given), dt.UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigError(
            "environment variable SOURCE_DATE_EPOCH",
            f"{given!r} is no number of seconds",
            "give whole seconds since 1970, or unset it",
        ) from error
