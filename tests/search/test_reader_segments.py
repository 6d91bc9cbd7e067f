"""The browser on shards that were brought up to date: two segments give the answers of one."""

from __future__ import annotations

import hashlib
import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from archive.model.record import Record
from archive.search.additions import Limits, update_shards
from archive.search.query import parse_query
from tests.conftest import ROOT
from tests.search.brute import Scan
from tests.search.conftest import SCRIPTS
from tests.search.made import made_queries, made_records
from tests.search.test_endings import DIFFERING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ALWAYS = Limits(least_documents=1, most_share=1.0, most_removed=64)
# Words that came and went, and the families, compounds and abbreviations that came and went with them.
CHANGED = [
    "weggevallen",
    "premievoordeel",
    "premie premievoordeel",
    "weg*",
    '"premievoordeel subsidieloos"',
    "-weggevallen",
    "*loos",
    "subsidieloos premie OF weggevallen",
    "werkgeverspremie",
    "werkgever",
    "begeleidingssubsidie",
    "premies",
    "subsidies",
    "NVD",
    "nieuwe vlaamse dienst",
    "lokale diensteneconomie",
    '"van de premie"',
]
QUERIES = made_queries()[:100] + CHANGED
ASK = """queries => Promise.all(queries.map(async (query) => {
    const {hits, facets} = await Vraagarchief.search(query, {limit: 10000, why: true});
    return [
        hits.map(({id, score}) => [id, score]),
        Object.fromEntries(Object.entries(facets).map(
            ([name, values]) => [name, values.map(({value, count}) => [value, count])])),
        hits.filter(({why}) => why.length === 0).length,
    ];
}))"""


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
            yield id, hashlib.sha256(msgspec.json.encode(self._by_id[id])).hexdigest()


def titled(record: Record, words: str) -> Record:
    return msgspec.structs.replace(record, title=f"{record.title} {words}")


@pytest.fixture(scope="module")
def before() -> list[Record]:
    records = made_records()
    random.Random(4).shuffle(records)
    return [
        titled(record, "premievoordeel subsidieloos weggevallen") if order % 9 == 0 else record
        for order, record in enumerate(records[:240])
    ]


@pytest.fixture(scope="module")
def after(before: list[Record]) -> list[Record]:
    """A ninth is gone, a few have changed, and a fifth is new."""
    known = {record.id for record in before}
    kept = [record for order, record in enumerate(before) if order % 9]
    changed = [
        titled(record, "begeleidingssubsidie") if order % 17 == 0 else record
        for order, record in enumerate(kept)
    ]
    added = [record for record in made_records() if record.id not in known]
    abbreviated = "werkgeverspremie Nieuwe Vlaamse Dienst (NVD)"
    return changed + [
        titled(record, abbreviated) if order % 5 == 0 else record for order, record in enumerate(added)
    ]


@pytest.fixture(scope="module", params=[32768, 1024])
def updated_page(
    request: pytest.FixtureRequest,
    before: list[Record],
    after: list[Record],
    tmp_path_factory: pytest.TempPathFactory,
    browser: Browser,
) -> Iterator[Page]:
    """A page with shards of `before` brought up to `after`."""
    folder = tmp_path_factory.mktemp("updated")
    update_shards(Changing(before), folder / "first", folder / "state", request.param, limits=ALWAYS)
    report = update_shards(Changing(after), folder / "search", folder / "state", request.param, limits=ALWAYS)
    assert not report.full
    shutil.copytree(ROOT / "site", folder / "assets")
    scripts = "".join(f'<script src="assets/{name}.js"></script>' for name in SCRIPTS)
    Path(folder / "page.html").write_text(f'<!doctype html><meta charset="utf-8">{scripts}')
    page = browser.new_page()
    page.goto((folder / "page.html").as_uri())
    yield page
    page.close()


def test_two_segments_answer_as_a_scan(updated_page: Page, after: list[Record]) -> None:
    scan = Scan(after)
    wrong = []
    for query, (hits, facets, _) in zip(QUERIES, updated_page.evaluate(ASK, QUERIES), strict=True):
        found = scan.search(parse_query(query))
        wanted = [[scan.documents[number].record.id, score] for number, score in found]
        counts: dict[str, Any] = scan.facets(number for number, _ in found)
        values = {name: [list(pair) for pair in pairs] for name, pairs in counts.items()}
        if (hits, facets) != (wanted, values):
            wrong.append(query)
    assert wrong == []


def test_endings_are_those_of_both_lexicons(updated_page: Page) -> None:
    asked, wrong = updated_page.evaluate(DIFFERING)
    assert asked > 50
    assert wrong == []


def test_every_hit_of_a_word_has_a_reason(updated_page: Page) -> None:
    answers = updated_page.evaluate(
        ASK, ["premies", "NVD", "nieuwe vlaamse dienst", "werkgeverspremie", "werk*"]
    )
    assert [len(hits) > 0 for hits, _, _ in answers] == [True] * 5
    assert [unexplained for _, _, unexplained in answers] == [0] * 5


def test_cards_and_values_are_those_of_the_documents_that_are_left(
    updated_page: Page, after: list[Record]
) -> None:
    cards = updated_page.evaluate(
        "() => Vraagarchief.search('', {limit: 1000}).then(({hits}) => hits.map(({id, title}) => [id, title]))"
    )
    assert sorted(cards) == sorted([record.id, record.title] for record in after)


def test_what_only_removed_documents_had_is_told_to_be_in_none(updated_page: Page) -> None:
    counts = updated_page.evaluate(
        """async () => {
            const archive = await ArchiveSegments.archiveOf(Vraagarchief.shardsOf());
            return [
                await ArchiveWords.documentsOf(archive, "weggevallen"),
                await ArchiveWords.documentsOf(archive, "werkgeverspremie") > 0,
            ];
        }"""
    )
    assert counts == [0, True]
