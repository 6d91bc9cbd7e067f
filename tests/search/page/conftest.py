"""A site with a search page, and a browser's page that takes any error of a script as the test's own."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlsplit

import pytest

from archive.build import build_site
from archive.config import Settings
from archive.model.blocks import Paragraph
from archive.model.question import Body
from archive.model.record import Record
from tests.build.hand import hand_corpus
from tests.conftest import served
from tests.records import part, question
from tests.search.made import made_records

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOSTILE = '<img src=x onerror="document.title=1"> "premie" & </script><b>vet</b>'
NAMES = "Aerts Baert Claes Daems Engels Faes Geerts Hens Ickx Jans Kools Leys Maes Nys Ooms Peeters"
SURNAMES = NAMES.split()


def page_records() -> list[Record]:
    """60 made records, some whose texts try to be markup or formulas, and 16 askers of one question each."""
    hostile = question(999, minister="Ann <i>Onheil</i>", title=HOSTILE, question=Body((Paragraph(HOSTILE),)))
    formula = question(998, title="=HYPERLINK(1); kwaad", asker="Bo; Aanhaling", minister="Jo Brouns")
    words = question(
        997,
        minister="Jo Brouns",
        title="Dienstencheques",
        question=Body(
            (
                Paragraph("De lokale diensteneconomie (LDE) telt bedrijven."),
                Paragraph("Hier staat de lokale diensteneconomie naast de zaken van de stand."),
            ),
            (part("1", text="Wat is de stand van zaken?"),),
        ),
    )
    askers = [
        question(1000 + place, asker=f"Marie {name}", title="Stikstofregister - Toegang")
        for place, name in enumerate(SURNAMES)
    ]
    return [*made_records(60), hostile, formula, words, *askers]


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search-page")
    with hand_corpus(folder / "corpus", page_records()) as corpus:
        build_site(corpus, Settings(), folder / "public")
    return folder / "public"


@pytest.fixture(scope="package")
def site_http(site: Path) -> Iterator[str]:
    """The address of the site on a web server of this machine, without a slash at the end."""
    with served(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield page
    page.close()
    assert errors == []


@pytest.fixture(scope="package")
def scripts(browser: Browser, site: Path) -> Iterator[Page]:
    """A page whose scripts are called without changing it."""
    page = browser.new_page()
    page.goto(address(site, None))
    yield page
    page.close()


def address(site: Path | str, query: str | None = "", more: str = "") -> str:
    """The search page of a site on disk or on the web, with a query; None for the page as it is entered."""
    start = site.as_uri() if isinstance(site, Path) else site
    return f"{start}/zoeken.html" + ("" if query is None else f"?q={quote(query)}{more}")


def open_search(page: Page, site: Path | str, query: str = "", more: str = "") -> None:
    """Opens the page and waits until the facets, which come after the list, are there."""
    page.goto(address(site, query, more))
    page.wait_for_selector("main:is([data-face=results], [data-face=none])")
    page.wait_for_selector("#search-facets > *", state="attached")


def asked(page: Page) -> dict[str, list[str]]:
    """What the address of a page asks for."""
    return parse_qs(urlsplit(page.url).query)


def until(page: Page, expression: str, seconds: float = 10) -> None:
    """Waits until an expression holds. The page's policy keeps Playwright's own waiting from working there."""
    deadline = time.monotonic() + seconds
    while not page.evaluate(expression):
        assert time.monotonic() < deadline, expression
        page.wait_for_timeout(20)


def count_of(text: str) -> int:
    """The number at the beginning of "96 documenten gevonden"."""
    return int(text.split(maxsplit=1)[0].replace(".", ""))
