"""Fixtures for search: a made corpus, its shards beside a bare page, and that page open from disk and over http."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from archive.model.record import Record
from archive.search.client import CLIENT
from archive.search.shards import write_shards
from tests.conftest import ROOT, served
from tests.search.made import made_records

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SCRIPTS = (*CLIENT, "query-mending", "query-explanation", "snippets")


class HandCorpus:
    """As much of a corpus as search needs, kept in memory."""

    def __init__(self, records: Sequence[Record], folder: Path, signature: str = "1") -> None:
        self.folder = folder
        self.by_id = {record.id: record for record in records}
        self._signature = signature

    def signature(self) -> str:
        return self._signature

    def records(self) -> Iterator[Record]:
        return (self.by_id[id] for id in sorted(self.by_id))

    def record(self, id: str, /) -> Record | None:
        return self.by_id.get(id)


@pytest.fixture(scope="session")
def records() -> list[Record]:
    return made_records()


@pytest.fixture(scope="session")
def corpus(records: list[Record], tmp_path_factory: pytest.TempPathFactory) -> HandCorpus:
    return HandCorpus(records, tmp_path_factory.mktemp("corpus"))


MakePage = Callable[..., Path]


@pytest.fixture(scope="session")
def make_page(tmp_path_factory: pytest.TempPathFactory) -> MakePage:
    """Makes a folder with the search scripts, the shards of some records, and a page that loads the scripts."""

    def make(records: Sequence[Record], shard_bytes: int | None = 32768, **options: Any) -> Path:
        folder = tmp_path_factory.mktemp("page")
        write_shards(records, folder / "search", shard_bytes, **options)
        shutil.copytree(ROOT / "site", folder / "assets")
        scripts = "".join(f'<script src="assets/{name}.js"></script>' for name in SCRIPTS)
        (folder / "page.html").write_text(
            f'<!doctype html><meta charset="utf-8"><title>Zoeken</title>{scripts}'
        )
        return folder

    return make


@pytest.fixture(scope="session")
def page_folder(records: list[Record], make_page: MakePage) -> Path:
    return make_page(records)


@pytest.fixture(scope="session")
def page_from_disk(page_folder: Path, browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.goto((page_folder / "page.html").as_uri())
    yield page
    page.close()


@pytest.fixture(scope="session")
def page_over_http(page_folder: Path, browser: Browser) -> Iterator[Page]:
    with served(page_folder) as address:
        page = browser.new_page()
        page.goto(f"{address}/page.html")
        yield page
        page.close()
