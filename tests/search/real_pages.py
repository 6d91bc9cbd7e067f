"""Pages that answer queries over real documents: shards of one build or of many additions, from disk or over http."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from archive.model.question import WrittenQuestion
from archive.model.record import Record, encode_record
from archive.search.additions import Limits, update_shards
from archive.search.client import CLIENT
from archive.search.shards import ShardReport
from tests.conftest import ROOT, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# However few documents there are, additions are made.
ALWAYS = Limits(least_documents=1, most_share=9.0)
ROUNDS = 6
# So many documents of the first build are corrected, and dropped, in later rounds.
_CHANGED = 20
_PASSING = 12
_FIRST_SHARE = 0.7


class Changing:
    """As much of a corpus as additions need."""

    def __init__(self, records: Sequence[Record]) -> None:
        self._by_id = {record.id: record for record in records}

    def records(self) -> Iterator[Record]:
        return (self._by_id[id] for id in sorted(self._by_id))

    def record(self, identity: str, /) -> Record | None:
        return self._by_id.get(identity)

    def fingerprints(self) -> Iterator[tuple[str, str]]:
        for id in sorted(self._by_id):
            yield id, hashlib.sha256(encode_record(self._by_id[id])).hexdigest()


def write_grown_shards(
    records: Sequence[Record], folder: Path, shard_bytes: int | None, rounds: int = ROUNDS
) -> list[ShardReport]:
    """Writes shards of `records` into `folder`/search as they come to be by a first build and `rounds` additions.

    Every round adds some records, corrects some that were different before, and drops some that are not among
    `records`. Gives the report of each build.
    """
    reports = []
    for stage in stages(records, rounds):
        shutil.rmtree(folder / "search", ignore_errors=True)
        corpus = Changing(stage)
        reports.append(update_shards(corpus, folder / "search", folder / "state", shard_bytes, limits=ALWAYS))
    return reports


def stages(records: Sequence[Record], rounds: int = ROUNDS) -> Iterator[list[Record]]:
    """What a corpus held at each of its builds; `records` at the last."""
    # In an order that has nothing to do with date or place.
    mixed = sorted(records, key=lambda record: hashlib.sha256(record.id.encode()).digest())
    first = int(len(mixed) * _FIRST_SHARE)
    changed = [_otherwise(record) for record in mixed[:_CHANGED]]
    passing = [_passing(record) for record in mixed[_CHANGED : _CHANGED + _PASSING]]
    for number in range(rounds + 1):
        present = first + (len(mixed) - first) * number // rounds
        corrected = _CHANGED * number // rounds
        gone = _PASSING * number // rounds
        yield [
            *mixed[:corrected],
            *changed[corrected:],
            *mixed[_CHANGED:present],
            *passing[gone:],
        ]


def _otherwise(record: Record) -> Record:
    """The record before it was corrected: with words, a compound and an abbreviation that no other has."""
    words = "voorlopige tussenversie Voorlopige Tussenversie Dienst (VTD) premietussenversie"
    return msgspec.structs.replace(record, title=f"{record.title} {words}", themes=("Vervallen thema",))


def _passing(record: Record) -> Record:
    """Another record of the same words, which will be dropped again."""
    title = f"Vervallen {record.title}"
    if isinstance(record, WrittenQuestion):
        number = record.number + 1
        return msgspec.structs.replace(record, id=f"{record.id}9", title=title, number=number)
    return msgspec.structs.replace(record, id=f"{record.id}9", title=title)


def write_page(folder: Path) -> None:
    """Writes a page beside the shards in `folder`/search that loads the scripts of search."""
    shutil.copytree(ROOT / "site", folder / "assets", dirs_exist_ok=True)
    scripts = "".join(f'<script src="assets/{name}.js"></script>' for name in CLIENT)
    page = f'<!doctype html><meta charset="utf-8"><title>Zoeken</title>{scripts}'
    (folder / "page.html").write_text(page, "utf-8")


@contextmanager
def page_from_disk(browser: Browser, folder: Path) -> Iterator[Page]:
    """The page in `folder`, as opened by double-clicking it."""
    page = browser.new_page()
    page.goto((folder / "page.html").as_uri())
    yield page
    page.close()


@contextmanager
def page_over_http(browser: Browser, folder: Path) -> Iterator[Page]:
    """The page in `folder`, from a web server of this machine."""
    with served(folder) as address:
        page = browser.new_page()
        page.goto(f"{address}/page.html")
        yield page
        page.close()
