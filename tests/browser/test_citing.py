"""Citing in a real browser: the day, the part that is meant, copying that announces itself, files to save."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
import rispy
from playwright.sync_api import Browser, BrowserContext, Page, expect

from archive.build import build_site
from archive.config import Settings
from archive.store.corpus import Corpus
from archive.text.citation_words import written_date

LONG = "vragen/2023-2024/jo-brouns/322.html"
DUTCH = "[data-sentence=nl]"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def french_site(seed_corpus: Path, tmp_path: Path) -> Path:
    """The site of the seeds with an interface in French."""
    with Corpus.open(seed_corpus) as corpus:
        build_site(corpus, Settings(language="fr"), tmp_path / "public")
    return tmp_path / "public"


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_the_day_of_reading_is_the_readers_own(page: Page, seed_site: Path) -> None:
    page.goto((seed_site / LONG).as_uri())
    today = dt.datetime.now().astimezone().date()
    assert f"geraadpleegd op {written_date(today, 'nl')}." in page.locator(DUTCH).inner_text()
    assert f"accessed {written_date(today, 'en')}." in page.locator("[data-sentence=en]").inner_text()


def test_the_day_of_reading_is_written_as_french_writes_it(page: Page, french_site: Path) -> None:
    """The first of a month is an ordinal."""
    page.clock.set_fixed_time(dt.datetime(2024, 5, 1, 12))
    page.goto((french_site / LONG).as_uri())
    assert "consulté le 1er mai 2024." in page.locator("[data-sentence=fr]").inner_text()
    assert "accessed 1 May 2024." in page.locator("[data-sentence=en]").inner_text()
    page.clock.set_fixed_time(dt.datetime(2024, 5, 11, 12))
    page.reload()
    assert "consulté le 11 mai 2024." in page.locator("[data-sentence=fr]").inner_text()


def test_without_script_a_blank_is_left_and_the_files_can_be_read(browser: Browser, seed_site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((seed_site / LONG).as_uri())
    assert "geraadpleegd op [datum]." in page.locator(DUTCH).inner_text()
    page.locator("#citeren summary", has_text="BibTeX").click()
    assert page.locator("#citeren pre").first.inner_text().startswith("@techreport{")
    assert page.locator("#citeren button").count() == 0
    context.close()


def test_copying_a_sentence_announces_itself(page: Page, seed_site: Path) -> None:
    page.goto((seed_site / LONG).as_uri())
    status = page.locator("#citeren").get_by_role("status")
    expect(status).to_be_empty()
    page.get_by_role("button", name="English: Kopiëren").click()
    expect(status).to_contain_text("Gekopieerd: Bart Somers, “Individueel maatwerk - Stand van zaken”")
    assert clipboard(page).startswith(
        "Bart Somers, “Individueel maatwerk - Stand van zaken”, written question"
    )


def test_copying_works_where_the_clipboard_is_kept_from_the_page(page: Page, seed_site: Path) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
    page.goto((seed_site / LONG).as_uri())
    page.get_by_role("button", name="Nederlands: Kopiëren").click()
    expect(page.locator("#citeren").get_by_role("status")).to_contain_text("Gekopieerd: Bart Somers")
    assert clipboard(page).startswith("Bart Somers, ‘Individueel maatwerk")
    expect(page.get_by_role("button", name="Nederlands: Kopiëren")).to_be_focused()


def test_a_copy_that_fails_says_so(page: Page, seed_site: Path) -> None:
    page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('no'));"
        "document.execCommand = () => false"
    )
    page.goto((seed_site / LONG).as_uri())
    page.get_by_role("button", name="Nederlands: Kopiëren").click()
    expect(page.locator("#citeren").get_by_role("status")).to_contain_text("laat deze pagina niet kopiëren")


def test_the_reader_chooses_the_part_that_is_meant(page: Page, seed_site: Path) -> None:
    page.goto((seed_site / LONG).as_uri())
    page.get_by_label("Verwijs naar").select_option("antwoord op deelvraag 5")
    expect(page.locator(DUTCH)).to_contain_text("aan Jo Brouns, antwoord op deelvraag 5, Vlaams Parlement")
    expect(page.locator(DUTCH)).to_contain_text("vragen/2023-2024/jo-brouns/322.html#a-5, geraadpleegd")
    page.get_by_label("Verwijs naar").select_option("tabel 1")
    expect(page.locator("[data-sentence=en]")).to_contain_text("to Jo Brouns, table 1, Vlaams Parlement")
    page.get_by_label("Verwijs naar").select_option("het hele document")
    expect(page.locator(DUTCH)).to_contain_text("aan Jo Brouns, Vlaams Parlement")


def test_a_permalink_of_a_part_cites_that_part(page: Page, seed_site: Path) -> None:
    page.goto(f"{(seed_site / LONG).as_uri()}#v-3")
    expect(page.locator(DUTCH)).to_contain_text("aan Jo Brouns, deelvraag 3, Vlaams Parlement")
    page.locator("#a-4 a").click()
    expect(page.locator(DUTCH)).to_contain_text("antwoord op deelvraag 4")


def test_every_choice_is_an_anchor_of_the_page(page: Page, seed_site: Path) -> None:
    page.goto((seed_site / LONG).as_uri())
    anchors = page.locator("#cite-which option").evaluate_all(
        "all => all.map(one => one.value).filter(Boolean)"
    )
    assert {"antwoord", "v-7a", "a-5", "tabel-1", "noot-1"} <= set(anchors)
    assert page.evaluate("anchors => anchors.filter(one => !document.getElementById(one))", anchors) == []


def test_a_part_is_cited_from_where_it_stands_with_the_keyboard_alone(page: Page, seed_site: Path) -> None:
    page.goto((seed_site / LONG).as_uri())
    page.locator("#v-4 a").focus()
    page.keyboard.press("Tab")
    button = page.get_by_role("button", name="Kopieer een verwijzing hiernaar: deelvraag 4")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#citeren").get_by_role("status")).to_contain_text("deelvraag 4, Vlaams Parlement")
    assert "322.html#v-4, geraadpleegd op" in clipboard(page)


def test_a_reference_is_saved_as_a_file_that_other_programs_read(
    page: Page, seed_site: Path, tmp_path: Path
) -> None:
    page.goto((seed_site / LONG).as_uri())
    page.locator("#citeren summary", has_text="RIS").click()
    with page.expect_download() as started:
        page.get_by_role("button", name="RIS: Downloaden").click()
    assert started.value.suggested_filename == "2023-2024-jo-brouns-322.ris"
    started.value.save_as(tmp_path / "one.ris")
    content = (tmp_path / "one.ris").read_bytes()
    assert content.count(b"\r\n") == content.count(b"\n") > 10
    (entry,) = rispy.load(io.StringIO(content.decode()))
    assert entry["authors"] == ["Somers, Bart"]
    expect(page.locator("#citeren").get_by_role("status")).to_contain_text(
        "Bewaard als: 2023-2024-jo-brouns-322.ris"
    )


@pytest.mark.parametrize("width", [360, 960, 1024, 1280])
@pytest.mark.parametrize("label", ["#v-5b", "#a-5"])
def test_the_button_of_a_part_makes_no_page_wider(
    page: Page, seed_site: Path, width: int, label: str
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((seed_site / LONG).as_uri())
    before = page.evaluate("document.documentElement.scrollWidth")
    page.locator(f"{label} a").focus()
    expect(page.locator(".cite-this")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == before <= width


def test_on_a_wide_screen_the_button_hides_no_words(page: Page, seed_site: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto((seed_site / LONG).as_uri())
    for label in ("#v-5", "#v-5b", "#a-5"):
        page.locator(f"{label} a").focus()
        part = page.locator(".part", has=page.locator(".cite-this")).last.bounding_box()
        button = page.locator(".cite-this").bounding_box()
        assert part and button
        assert button["x"] >= part["x"] + part["width"]
        assert min(button["width"], button["height"]) >= 24
