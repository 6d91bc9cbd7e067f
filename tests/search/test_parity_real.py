"""More than two thousand queries drawn from real documents get one answer: of a scan of every word, Whoosh, and the
browser, from disk and over http, whatever the size of the shards and however the documents came to be in them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archive.model.record import Record
from archive.search.shards import write_shards
from tests.conftest import shared_folder
from tests.search.answers import browser_answers, differences, scanned_answers, whoosh_answers
from tests.search.brute import Scan
from tests.search.conftest import HandCorpus
from tests.search.real import MAKERS, RealQuery, real_queries, tally
from tests.search.real_pages import (
    ROUNDS,
    page_from_disk,
    page_over_http,
    stages,
    write_grown_shards,
    write_page,
)
from tests.search.real_records import own_records, shared_records

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

QUERIES = 2400
SHARED_QUESTIONS = 250

Open = Callable[["Browser", Path], AbstractContextManager["Page"]]


@pytest.fixture(scope="module")
def records() -> list[Record]:
    """The project's own documents, and where the shared folder is there, real ones of two parliaments besides."""
    own = own_records()
    folder = shared_folder()
    return own if folder is None else [*own, *shared_records(folder, SHARED_QUESTIONS)]


@pytest.fixture(scope="module")
def queries(records: list[Record]) -> list[RealQuery]:
    return real_queries(records, QUERIES)


@pytest.fixture(scope="module")
def scan(records: list[Record]) -> Scan:
    return Scan(records)


@pytest.fixture(scope="module")
def scanned(scan: Scan, queries: list[RealQuery]) -> list[str]:
    return scanned_answers(scan, queries)


def test_the_queries_are_of_every_kind_and_outcome(queries: list[RealQuery], scanned: list[str]) -> None:
    """A comparison of empty answers would prove nothing."""
    assert len(set(map(str, queries))) == QUERIES >= 2000
    assert tally(queries).keys() == MAKERS.keys()
    empty = sum(answer.startswith("[true,[]") for answer in scanned)
    assert QUERIES // 50 < empty < QUERIES // 3
    assert 0 < sum(answer.startswith('["error"') for answer in scanned) < QUERIES // 50
    assert len(set(scanned)) > QUERIES // 2


def test_the_documents_of_the_shared_folder_are_among_those_searched(records: list[Record]) -> None:
    if shared_folder() is None:
        pytest.skip(
            "not run on documents of two parliaments: there is no shared folder; the project's own were used"
        )
    assert len(records) >= SHARED_QUESTIONS + 50


def test_whoosh_agrees_with_the_scan(
    records: list[Record], queries: list[RealQuery], scanned: list[str], tmp_path: Path
) -> None:
    assert differences(queries, whoosh_answers(HandCorpus(records, tmp_path), queries), scanned) == []


@pytest.mark.parametrize(
    ("opened", "shard_bytes"),
    [(page_from_disk, 32768), (page_over_http, 32768), (page_from_disk, 1024), (page_over_http, None)],
)
def test_the_browser_agrees_with_the_scan(
    opened: Open,
    shard_bytes: int | None,
    records: list[Record],
    queries: list[RealQuery],
    scanned: list[str],
    browser: Browser,
    tmp_path: Path,
) -> None:
    write_shards(records, tmp_path / "search", shard_bytes)
    write_page(tmp_path)
    with opened(browser, tmp_path) as page:
        assert differences(queries, browser_answers(page, queries), scanned) == []


def test_many_additions_give_the_answers_of_one_build(
    records: list[Record], queries: list[RealQuery], scanned: list[str], browser: Browser, tmp_path: Path
) -> None:
    reports = write_grown_shards(records, tmp_path, 32768)
    assert [report.full for report in reports] == [True] + [False] * ROUNDS
    write_page(tmp_path)
    with page_from_disk(browser, tmp_path) as page:
        assert differences(queries, browser_answers(page, queries), scanned) == []


def test_the_stages_add_correct_and_drop_documents(records: list[Record]) -> None:
    """Else additions would be tested on nothing."""
    first, *_, last = stages(records)
    assert {record.id: record for record in last} == {record.id: record for record in records}
    known = {record.id: record for record in records}
    assert sum(known.get(record.id) is None for record in first) == 12
    assert sum(record.id in known and known[record.id] != record for record in first) == 20
    assert len(first) < 0.8 * len(records) + 12


def test_the_same_seed_gives_the_same_queries(records: list[Record], queries: list[RealQuery]) -> None:
    assert real_queries(records[::-1], 100) == queries[:100]
