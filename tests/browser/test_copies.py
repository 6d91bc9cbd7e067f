"""A copy works where it is taken: unpacked from a disk without a network, and as a ZIM file in Kiwix."""

from __future__ import annotations

import contextlib
import http.client
import shutil
import socket
import subprocess
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from archive.build import build_site
from archive.build.copies import Copies
from archive.config import Settings
from archive.store.corpus import Corpus
from tests.browser.firefox import Firefox

QUESTION = "Premies individueel maatwerk - Budget"


@pytest.fixture(scope="module")
def copies(seed_corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Copies:
    """The two copies of the seeds' site."""
    folder = tmp_path_factory.mktemp("copies")
    wanted = Copies(folder / "archief.zip", folder / "archief.zim")
    with Corpus.open(seed_corpus) as corpus:
        build_site(corpus, Settings(), folder / "public", copies=wanted)
    shutil.rmtree(folder / "public")
    return wanted


def ask(page: Page, query: str) -> None:
    """Types a query on the home page and waits for what is found, snippets included."""
    page.get_by_label("Zoek in het archief").fill(query)
    page.keyboard.press("Enter")
    page.wait_for_url("**/zoeken.html?q=*")
    page.get_by_role("link", name=QUESTION).wait_for()
    page.locator("mark").first.wait_for()


def test_an_unpacked_zip_is_searched_without_a_network(
    browser: Browser, copies: Copies, tmp_path: Path
) -> None:
    assert copies.zip
    with zipfile.ZipFile(copies.zip) as archive:
        archive.extractall(tmp_path / "een map met spaties")
    context = browser.new_context(offline=True)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((tmp_path / "een map met spaties" / "vraagarchief" / "index.html").as_uri())
    ask(page, "begeleidingspremie")
    page.get_by_role("link", name=QUESTION).click()
    assert page.locator("h1").inner_text() == QUESTION
    page.get_by_role("link", name="Neem dit archief mee").click()
    assert page.locator("h1").inner_text() == "Neem dit archief mee"
    context.close()
    assert complaints == []


def test_in_firefox_an_unpacked_zip_is_searched_without_a_network(
    fox: Firefox, copies: Copies, tmp_path: Path
) -> None:
    assert copies.zip
    with zipfile.ZipFile(copies.zip) as archive:
        archive.extractall(tmp_path / "een map met spaties")
    with fox.offline():
        fox.go((tmp_path / "een map met spaties" / "vraagarchief" / "index.html").as_uri())
        assert fox.run("return navigator.onLine") is False
        fox.click("#find")
        fox.press("begeleidingspremie", "Enter")
        fox.wait("return location.pathname.endsWith('/zoeken.html')")
        fox.wait(f"return document.querySelector('main').textContent.includes({QUESTION!r})")
        fox.wait("return document.querySelector('main mark')")
        fox.run(
            "[...document.querySelectorAll('main a')].find(a => a.textContent === arguments[0]).click()",
            QUESTION,
        )
        fox.wait("return location.pathname.endsWith('/vragen/2023-2024/jo-brouns/386.html')")
        assert fox.run("return document.querySelector('h1').textContent") == QUESTION


@pytest.fixture
def kiwix(copies: Copies) -> Iterator[str]:
    """The address of the ZIM file in Kiwix, without a slash at the end."""
    program = shutil.which("kiwix-serve")
    if program is None:
        pytest.fail("no kiwix-serve found; install it (Debian: apt-get install -y kiwix-tools)")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [program, "--address", "127.0.0.1", "--port", str(port), str(copies.zim)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}{_home(port)}"
    finally:
        server.terminate()
        server.wait(timeout=10)


def _home(port: int) -> str:
    """The path of the book, which older and newer ones call otherwise. Waits until the server answers."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        for path in ("/content/archief", "/archief"):
            with contextlib.suppress(OSError):
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
                connection.request("GET", f"{path}/index.html")
                answer = connection.getresponse()
                found = answer.status == 200 and b"Vraagarchief" in answer.read()
                connection.close()
                if found:
                    return path
        time.sleep(0.1)
    pytest.fail("kiwix-serve does not answer")


def test_kiwix_shows_the_archive_and_searches_it(browser: Browser, kiwix: str) -> None:
    page = browser.new_page()
    elsewhere: list[str] = []
    page.on(
        "request",
        lambda request: (
            elsewhere.append(request.url)
            if request.url.startswith("http") and "//127.0.0.1:" not in request.url
            else None
        ),
    )
    missing: list[str] = []
    page.on("response", lambda answer: missing.append(answer.url) if answer.status >= 400 else None)
    page.goto(f"{kiwix}/index.html")
    ask(page, "begeleidingspremie")
    page.get_by_role("link", name=QUESTION).click()
    assert page.url == f"{kiwix}/vragen/2023-2024/jo-brouns/386.html"
    assert page.locator("h1").inner_text() == QUESTION
    page.close()
    assert (elsewhere, missing) == ([], [])
