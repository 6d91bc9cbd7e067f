"""Snippets: where they come from, and what is marked in them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.search.page.conftest import HOSTILE, open_search

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MARKS = """([query, zone, text, relatives]) =>
    ArchiveSnippetWords.soughtWords(Vraagarchief.parseQuery(query), async () => relatives)
        .then(sought => ArchiveSnippetWords.matchesIn(text, zone, sought))
        .then(found => found.map(({start, end}) => text.slice(start, end)))"""
CASES = [
    ("premie", "de loonpremie en de Premies", ["premies", "loonpremie"], ["premie", "Premies"]),
    ("premies", "een begeleidingspremie", ["premie", "begeleidingspremie"], ["premie"]),
    ("premie", "begeleidingspremies", ["begeleidingspremies"], ["premies"]),
    ("premie", "premiejager", ["premiejager"], ["premie"]),
    ("huis", "het thuisfront", [], []),
    ('"stand van zaken"', "De stand van zaken van de stand.", [], ["stand van zaken"]),
    ("lde", "de lokale diensteneconomie, kortom LDE", ["lokale_diensteneconomie"], ["lokale diensteneconomie", "LDE"]),
    ("begeleid*", "begeleiders en begeleiding", [], ["begeleiders", "begeleiding"]),
    ("*premie", "loonpremie", [], ["loonpremie"]),
    ('"e-mail adres"', "Het e-mail adres", [], ["e-mail adres"]),
    ("café", "CAFE Café", [], ["CAFE", "Café"]),
    ("wel -niet", "wel of niet", [], ["wel"]),
    ("titel:wel", "wel of niet", [], []),
    ("vraag:wel", "wel of niet", [], ["wel"]),
    ("minister:brouns", "Jo Brouns", [], []),
    ('"wel niet"~5', "wel of niet", [], ["wel", "niet"]),
    ("n-va", "de N-VA, niet de N-VA-fractie", [], ["N-VA"]),
]  # fmt: skip


@pytest.mark.parametrize(("query", "text", "relatives", "marked"), CASES)
def test_what_is_marked(
    query: str, text: str, relatives: list[str], marked: list[str], scripts: Page
) -> None:
    assert scripts.evaluate(MARKS, [query, "question", text, relatives]) == marked


def test_snippets_come_from_the_pages_themselves_with_their_words_marked(page: Page, site: Path) -> None:
    open_search(page, site, "vraag:premie")
    page.wait_for_selector("li:nth-child(4) .snippet mark")
    marks = {text.lower() for text in page.locator(".snippet mark").all_inner_texts()}
    assert marks
    assert all("premie" in mark for mark in marks)
    expect(page.locator("iframe")).to_have_count(0)


def test_words_of_the_title_are_marked_when_the_list_comes(page: Page, site: Path) -> None:
    open_search(page, site, "titel:dienstencheques")
    assert page.locator(".hit-title mark").all_inner_texts() == ["Dienstencheques"]


def test_a_phrase_is_marked_whole_where_it_stands(page: Page, site: Path) -> None:
    open_search(page, site, 'titel:dienstencheques "stand van zaken"')
    page.wait_for_selector(".snippet mark")
    assert page.locator(".snippet mark").all_inner_texts() == ["stand van zaken"]


def test_text_of_documents_never_becomes_markup(page: Page, site: Path) -> None:
    open_search(page, site, "titel:onerror")
    page.wait_for_selector(".snippet mark, .snippet-zone")
    assert page.locator(".hit-title").inner_text() == HOSTILE
    assert page.locator("#search-hits img, #search-hits b, #search-facets i").count() == 0


def test_a_document_whose_page_is_missing_is_still_a_hit(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(site, tmp_path / "copy"))
    next(copy.glob("vragen/*/jo-brouns/997.html")).unlink()
    page = browser.new_page()
    open_search(page, copy, "titel:dienstencheques")
    page.wait_for_selector(".snippet .quiet", timeout=4000)
    assert page.inner_text(".hit-title") == "Dienstencheques"
    page.close()
