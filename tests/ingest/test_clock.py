"""The time of ingest."""

from __future__ import annotations

import datetime as dt

import pytest

from archive.errors import ConfigError
from archive.ingest.clock import utc_now


def test_now_is_utc_in_whole_seconds() -> None:
    assert (utc_now().tzinfo, utc_now().microsecond) == (dt.UTC, 0)


def test_source_date_epoch_sets_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1714033800")
    assert utc_now() == dt.datetime(2024, 4, 25, 8, 30, tzinfo=dt.UTC)


def test_wrong_source_date_epoch_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(ConfigError, match="SOURCE_DATE_EPOCH: 'yesterday' is no number of seconds"):
        utc_now()
