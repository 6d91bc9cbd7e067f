"""The shards on disk and what the browser makes of whole, missing and damaged ones."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as some

from archive.model.record import Record
from archive.search.shard_columns import day_runs
from archive.search.shard_files import ShardFolder
from archive.search.shard_leaves import base36
from archive.search.shards import write_shards
from tests.search.conftest import MakePage

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FAILURE = """query => Vraagarchief.search(query).then(() => null, (error) => ({
    known: error instanceof Vraagarchief.ShardError, shard: error.shard, damaged: error.damaged,
}))"""
TOTAL = "query => Vraagarchief.search(query).then(({total}) => total)"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def small_shards(records: list[Record], make_page: MakePage) -> Path:
    """A page with shards so small that there are some of every kind."""
    folder = make_page(records, 1024)
    assert {path.name[0] for path in (folder / "search").iterdir()} >= set("rdlpxchft")
    return folder


@pytest.fixture
def damaged_folder(small_shards: Path, tmp_path: Path) -> Path:
    """A copy of the page and its shards, to be damaged."""
    return Path(shutil.copytree(small_shards, tmp_path / "copy"))


@pytest.fixture
def open_page(browser: Browser, damaged_folder: Path) -> Iterator[Page]:
    page = browser.new_page()
    page.goto((damaged_folder / "page.html").as_uri())
    yield page
    page.close()


def test_the_same_records_give_the_same_bytes(records: list[Record], tmp_path: Path) -> None:
    """Whatever their order, and however often memory was emptied on the way."""
    write_shards(records, tmp_path / "one")
    write_shards(reversed(records), tmp_path / "other", run_keys=9000)
    assert contents(tmp_path / "one") == contents(tmp_path / "other")


def test_the_report_counts_what_was_written(records: list[Record], tmp_path: Path) -> None:
    report = write_shards(records, tmp_path)
    written = contents(tmp_path)
    assert (report.files, report.bytes) == (len(written), sum(map(len, written.values())))
    assert report.documents == len(records)
    assert 0 < report.forms < report.postings


def test_shards_keep_to_their_size(records: list[Record], tmp_path: Path) -> None:
    write_shards(records, tmp_path, 2048)
    sizes = [len(content) for name, content in contents(tmp_path).items() if name[0] in "lpxdf"]
    # One long list or entry may make a shard larger than wanted.
    assert sorted(sizes)[int(len(sizes) * 0.98)] < 2048 * 2


def test_nothing_that_grows_is_loaded_at_the_start(records: list[Record], tmp_path: Path) -> None:
    write_shards(records, tmp_path)
    assert (tmp_path / "root.js").stat().st_size < 1000


def test_scripts_are_ascii_and_one_line(page_folder: Path) -> None:
    for name, content in contents(page_folder / "search").items():
        assert re.fullmatch(rb'P\("[a-z0-9-]+",".*",\d+\)\n', content), name
        assert content.isascii()


def test_a_name_stands_for_one_content(tmp_path: Path) -> None:
    """A name is the hash of a content: two builds never give one name to two contents."""
    folder = ShardFolder(tmp_path)
    assert folder.write_bytes("p", b"one") == folder.write_bytes("p", b"one")
    assert folder.write_bytes("p", b"one") != folder.write_bytes("p", b"two")
    assert folder.files == 2


def test_an_empty_archive_can_be_searched(make_page: MakePage, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((make_page([]) / "page.html").as_uri())
    assert page.evaluate(TOTAL, "") == page.evaluate(TOTAL, "premie -werk*") == 0
    page.close()


def test_a_missing_shard_is_named(damaged_folder: Path, open_page: Page) -> None:
    for path in (damaged_folder / "search").glob("p*.js"):
        path.unlink()
    failure = open_page.evaluate(FAILURE, "premie")
    assert (failure["known"], failure["damaged"], failure["shard"][0]) == (True, False, "p")


@pytest.mark.parametrize("harm", ["cut", "changed", "emptied"])
@pytest.mark.parametrize("kind", ["root", "h", "l", "p", "c"])
def test_a_damaged_shard_is_named(harm: str, kind: str, damaged_folder: Path, open_page: Page) -> None:
    for path in (damaged_folder / "search").glob(f"{kind}*.js"):
        content = path.read_bytes()
        middle = len(content) // 2
        other = b"A" if content[middle : middle + 1] != b"A" else b"B"
        changes = {
            "cut": content[:middle],
            "changed": content[:middle] + other + content[middle + 1 :],
            "emptied": b"",
        }
        path.write_bytes(changes[harm])
    failure = open_page.evaluate(FAILURE, "premie")
    assert (failure["known"], failure["damaged"], failure["shard"][0]) == (True, True, kind[0])


def test_what_does_not_need_the_missing_shard_still_works(damaged_folder: Path, open_page: Page) -> None:
    for path in (damaged_folder / "search").glob("x*.js"):
        path.unlink()
    assert open_page.evaluate(FAILURE, '"stand van zaken"')["shard"][0] == "x"
    assert open_page.evaluate(TOTAL, "premie") > 0


def test_a_mended_shard_is_found_without_reloading_the_page(damaged_folder: Path, open_page: Page) -> None:
    root = damaged_folder / "search" / "root.js"
    content = root.read_bytes()
    root.unlink()
    assert open_page.evaluate(FAILURE, "premie")["shard"] == "root"
    root.write_bytes(content)
    assert open_page.evaluate(TOTAL, "premie") > 0


def test_a_word_loads_no_places(small_shards: Path, browser: Browser) -> None:
    page = browser.new_page()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.rsplit("/", 1)[-1][0]))
    page.goto((small_shards / "page.html").as_uri())
    loaded.clear()
    page.evaluate("() => Vraagarchief.search('premie', {facets: false})")
    assert "p" in loaded
    assert not {"x", "f", "t"} & set(loaded)
    page.close()


@given(some.integers(0, 2**40))
def test_base_36_is_read_back(number: int) -> None:
    assert int(base36(number), 36) == number


def test_dates_are_kept_as_runs() -> None:

    day = dt.date(2024, 5, 3)
    assert day_runs([day, day, dt.date(2024, 5, 1), None]) == [day.toordinal(), 2, 2, 1]
