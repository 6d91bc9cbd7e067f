"""The whole result as CSV and RIS, and a link to it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from archive.build import build_site
from archive.config import Settings
from archive.export.table_csv import harmless_cell
from archive.text.citation import one_line
from tests.build.hand import hand_corpus
from tests.records import question
from tests.search.page.conftest import address, count_of, open_search

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CELLS = json.loads((Path(__file__).parent / "csv_cells.json").read_text("utf-8"))


def saved(page: Page, button: str) -> tuple[str, str]:
    """Name and text of the file that a button saves."""
    with page.expect_download() as waiting:
        page.click(button)
    download = waiting.value
    return download.suggested_filename, Path(download.path()).read_bytes().decode("utf-8")


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


@pytest.mark.parametrize("origin", ["site", "site_http"])
def test_the_csv_holds_every_hit_in_the_order_shown(
    origin: str, page: Page, request: pytest.FixtureRequest
) -> None:
    open_search(page, request.getfixturevalue(origin), "", "&sort=oldest")
    name, text = saved(page, "#search-csv")
    head, *rows = rows_of(text)
    assert name == "vraagarchief.csv"
    assert text.startswith("\ufeff") and text.endswith("\r\n")
    assert head[:3] == ["Id", "Soort document", "Nummer"]
    assert len(rows) == count_of(page.inner_text("#search-status")) > 20
    shown = page.locator(".hit-title").all_inner_texts()
    assert [row[5].lstrip("'") for row in rows[: len(shown)]] == shown
    expect(page.locator("#search-told")).to_have_text("79 resultaten bewaard")


def test_no_cell_of_the_csv_runs(page: Page, site: Path) -> None:
    open_search(page, site, "nummer:998")
    name, text = saved(page, "#search-csv")
    row = rows_of(text)[1]
    assert name == "vraagarchief-nummer-998.csv"
    assert row[5] == "'=HYPERLINK(1); kwaad"
    assert row[6] == "Bo; Aanhaling"


@pytest.mark.parametrize(("cell", "written"), CELLS)
def test_a_cell_is_made_harmless_as_in_the_files_of_tables(cell: str, written: str, scripts: Page) -> None:
    shown = scripts.evaluate(
        "cell => ArchiveSearchExport.csvText([{id: cell, kind: '', url: '', title: '', number: null}], 'https://x.be/')",
        cell,
    )
    assert rows_of(shown)[1][0] == written
    assert harmless_cell(cell) == written


def test_links_in_a_file_lead_to_the_archive_on_the_web_where_it_has_an_address(
    page: Page, site: Path
) -> None:
    open_search(page, site, "nummer:998")
    assert rows_of(saved(page, "#search-csv")[1])[1][8].startswith("file:///")
    page.evaluate("document.querySelector('#search-tools').dataset.base = 'https://x.be/archief/'")
    address = rows_of(saved(page, "#search-csv")[1])[1][8]
    assert address == "https://x.be/archief/vragen/2023-2024/jo-brouns/998.html"


def test_the_ris_file_holds_every_hit_as_a_government_document(page: Page, site: Path) -> None:
    open_search(page, site, "titel:dienstencheques OF nummer:998", "&sort=newest")
    name, text = saved(page, "#search-ris")
    assert name == "vraagarchief-titel-dienstencheques-of-nummer-998.ris"
    entries = text.strip().split("\r\n\r\n")
    assert len(entries) == 2
    page.evaluate("document.querySelector('#search-tools').dataset.base = 'https://x.be/'")
    lines = saved(page, "#search-ris")[1].strip().split("\r\n\r\n")[0].split("\r\n")
    assert lines == [
        "TY  - GOVDOC",
        "ID  - 2023-2024/jo-brouns/997",
        "TI  - Dienstencheques",
        "AU  - An Peeters",
        "A2  - Jo Brouns",
        "PY  - 2024",
        "DA  - 2024/04/25/",
        "M1  - 997",
        "UR  - https://x.be/vragen/2023-2024/jo-brouns/997.html",
        "ER  - ",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "x\x85UR  - javascript:a",
        "x\x1cER  - ",
        "\u2028x\u2029\x0b y",
        "a\u200bb\u00ad c",
        " x\r\nTY  - JOUR ",
    ],
)
def test_a_text_stays_in_its_field_of_ris_as_in_references(text: str, scripts: Page) -> None:
    made = scripts.evaluate(
        "title => ArchiveSearchExport.risText([{id: 'x', kind: '', url: '', title, number: null}], 'https://x.be/')",
        text,
    )
    assert f"TI  - {one_line(text)}\r\n" in made
    assert len(made.splitlines()) == len(made.split("\r\n")) - 1


def test_hits_are_gathered_in_batches_with_their_progress(page: Page, site: Path) -> None:
    page.goto(address(site, None))
    told = page.evaluate(
        """async () => {
            const told = [];
            const state = ArchiveSearchState.readState("?q=titel:stikstofregister");
            Vraagarchief.search = async (query, {limit, offset}) => ({
                total: 1200, exact: true, facets: {},
                hits: Array.from({length: Math.min(limit, 1200 - offset)}, () => ({})),
            });
            const hits = await ArchiveSearchExport.allHits(state, (done, total) => told.push([done, total]));
            return [hits.length, told];
        }"""
    )
    assert told == [1200, [[500, 1200], [1000, 1200], [1200, 1200]]]


def test_the_gathering_can_be_stopped(page: Page, site: Path) -> None:
    open_search(page, site)
    page.evaluate(
        """() => {
            const search = Vraagarchief.search;
            Vraagarchief.search = async (query, options) => {
                await new Promise(resolve => setTimeout(resolve, 1500));
                return search(query, options);
            };
        }"""
    )
    page.click("#search-csv")
    page.click("#search-stop")
    expect(page.locator("#search-progress")).to_be_hidden()
    assert page.inner_text("#search-told") == ""


def test_the_link_is_copied(browser: Browser, site_http: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    open_search(page, site_http, "premie", "&sort=newest")
    page.click("#search-link")
    expect(page.locator("#search-told")).to_have_text("Link gekopieerd")
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    context.close()


def test_from_disk_the_link_is_copied_too(page: Page, site: Path) -> None:
    open_search(page, site, "premie")
    page.click("#search-link")
    expect(page.locator("#search-told")).to_have_text("Link gekopieerd")


def test_without_any_clipboard_the_reader_is_told_how(page: Page, site: Path) -> None:
    open_search(page, site, "premie")
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(); document.execCommand = () => false; }"
    )
    page.click("#search-link")
    expect(page.locator("#search-told")).to_contain_text("adresbalk")


def test_the_page_knows_the_address_of_its_archive_on_the_web(tmp_path: Path) -> None:
    with hand_corpus(tmp_path / "corpus", [question(1)]) as corpus:
        build_site(corpus, Settings(base_url="https://x.be/archief"), tmp_path / "public")
    assert 'data-base="https://x.be/archief/"' in (tmp_path / "public" / "zoeken.html").read_text("utf-8")
