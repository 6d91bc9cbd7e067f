"""The five real documents of seeds/, found in the terminal and on the page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from archive.search.index import search_corpus
from archive.store.corpus import Corpus

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SEED_IDS = {
    "2023-2024/jo-brouns/386",
    "2024-2025/zuhal-demir/70",
    "2023-2024/jo-brouns/322",
    "2023-2024/jo-brouns/19",
}
QUERIES = [
    "begeleidingspremie",
    "loonpremie minister:demir",
    '"stand van zaken" minister:brouns -LDE',
    "premie",
    "jaar:2023-2024 OF jaar:2024-2025",
    "Verbeurgt maatwerk*",
    "nummer:386",
    "2082929",
    "386 2023-2024 Brouns",
    "tabel:limburg",
    "van:2024-04 tot:2024-10",
    "titel:individueel",
    "stakeholdersforum",
    '"lokale diensteneconomie" OF LDE',
    "NIET begeleidingspremie",
]


@pytest.fixture(scope="module")
def seeds_read(seed_corpus: Path) -> Iterator[Corpus]:
    with Corpus.open(seed_corpus) as corpus:
        yield corpus


@pytest.fixture(scope="module")
def seed_page(seed_site: Path, browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.goto((seed_site / "zoeken.html").as_uri())
    yield page
    page.close()


def test_begeleidingspremie_finds_all_four_questions(seeds_read: Corpus) -> None:
    found = {hit.id for hit in search_corpus(seeds_read, "begeleidingspremie").hits}
    assert found >= SEED_IDS


def test_a_filter_on_one_minister_leaves_one(seeds_read: Corpus) -> None:
    result = search_corpus(seeds_read, "begeleidingspremie", filters={"minister": ["Zuhal Demir"]})
    assert [hit.id for hit in result.hits] == ["2024-2025/zuhal-demir/70"]
    by_field = search_corpus(seeds_read, "begeleidingspremie minister:demir")
    assert [hit.id for hit in by_field.hits] == ["2024-2025/zuhal-demir/70"]


def test_a_file_number_finds_its_question_first(seeds_read: Corpus) -> None:
    assert search_corpus(seeds_read, "2082929").hits[0].id == "2024-2025/zuhal-demir/70"
    assert search_corpus(seeds_read, "386 2023-2024 Brouns").hits[0].id == "2023-2024/jo-brouns/386"


@pytest.mark.parametrize("query", QUERIES)
def test_the_page_and_the_terminal_agree(query: str, seeds_read: Corpus, seed_page: Page) -> None:
    found = seed_page.evaluate("query => Vraagarchief.search(query)", query)
    result = search_corpus(seeds_read, query)
    assert found["total"] == result.total
    assert [(hit["id"], hit["score"], hit["url"]) for hit in found["hits"]] == [
        (hit.id, hit.score, hit.url) for hit in result.hits
    ]


def test_a_word_that_every_document_has_leaves_nothing_when_it_is_excluded(seeds_read: Corpus) -> None:
    everything = search_corpus(seeds_read, "").total
    assert search_corpus(seeds_read, "maatwerk").total == everything == 5
    assert search_corpus(seeds_read, "NIET maatwerk").total == 0
