"""Takes the pictures of the documentation of a site of the samples: python -m tests.docs.screenshots FOLDER."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from archive.build import build_site
from archive.config import Settings
from archive.ingest import ingest_paths
from archive.store.corpus import Corpus
from tests.conftest import CHROMIUM_FLAGS, CHROMIUM_NAMES, SEEDS
from tests.docs.palette import with_palette

# Each picture, the page that it shows, and what must stand on it before it is taken.
PICTURES = {
    "question.png": ("vragen/2023-2024/jo-brouns/386.html", "main h1"),
    "search.png": ("zoeken.html?q=premie+werkgever", "main mark"),
    "subject.png": ("onderwerpen/individueel-maatwerk.html", "main h1"),
}
SIZE: ViewportSize = {"width": 1280, "height": 900}


def take_pictures(site: Path, browser: Browser, target: Path) -> None:
    """Writes every picture of a site of the samples into the folder `target`."""
    target.mkdir(parents=True, exist_ok=True)
    page = browser.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
    for name, (address, awaited) in PICTURES.items():
        (target / name).write_bytes(with_palette(_picture(page, f"{site.as_uri()}/{address}", awaited)))
    page.close()


def _picture(page: Page, address: str, awaited: str) -> bytes:
    page.goto(address)
    page.wait_for_selector(awaited)
    # Writing stands where it will stay once the fonts are there.
    page.evaluate("document.fonts.ready")
    return page.screenshot()


def _main(target: Path) -> None:
    chromium = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if chromium is None:
        sys.exit("no Chromium found; install it (Debian: apt-get install -y chromium)")
    with tempfile.TemporaryDirectory() as temporary:
        site = Path(temporary) / "public"
        with Corpus.open(Path(temporary) / "corpus", create=True) as corpus:
            ingest_paths(corpus, [str(SEEDS)])
            build_site(corpus, Settings(), site)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
            take_pictures(site, browser, target)
            browser.close()


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
