"""Fixtures that every test may use: the seeds, a corpus and a site made of them, and a real browser."""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import shutil
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from xdist.remote import Producer
    from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
SUITES = "tests/safety/test_suites.py"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


# How long an example takes says more of the machine than of the code; benchmarks measure time.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")
# A shell that starts us in the background has interrupts ignored, by us and by what we start: tests send some.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Modules that take long come first, while there is other work beside them: safety suites, then browsers."""
    slow = {test.path for test in items if {"browser", "fox"} & set(getattr(test, "fixturenames", ()))}
    items.sort(key=lambda test: ("safety" not in test.keywords, test.path not in slow))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> LoadScopeScheduling:
    """Says which tests one process runs, where several do: those of a module, which share what they set up.

    Safety suites share nothing, and each is for any process. The marks of pytest-xdist would say the same, but have no
    effect with pytest 9.2 (https://github.com/pytest-dev/pytest-xdist/issues/1386).
    """
    from xdist.scheduler import LoadScopeScheduling  # noqa: PLC0415 - needed where there are several processes

    class ByModule(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            module = nodeid.partition("::")[0]
            return nodeid if module == SUITES else module

    return ByModule(config, log)


def shared_folder() -> Path | None:
    """The folder with material that is not the project's own, or None where it is absent."""
    folder = Path(os.environ.get("VRAAGARCHIEF_SHARED", ROOT.parent / "shared"))
    return folder if folder.is_dir() else None


@pytest.fixture(scope="session")
def seeds() -> Path:
    return SEEDS


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The installed browser. A missing one fails the test: browser tests never skip."""
    path = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if path is None:
        pytest.fail("no Chromium found; install it (Debian: apt-get install -y chromium)")
    return path


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow to load, wanted by few tests

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=chromium_path, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()


class _QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def seed_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a corpus into which the seeds were ingested. Tests read it and never write to it."""
    from archive.ingest import ingest_paths  # noqa: PLC0415
    from archive.store.corpus import Corpus  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("seed") / "corpus"
    with Corpus.open(folder, create=True) as corpus:
        ingest_paths(corpus, [str(SEEDS)])
    return folder


@pytest.fixture(scope="session")
def seed_site(seed_corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site built from the seeds."""
    from archive.build import build_site  # noqa: PLC0415
    from archive.config import Settings  # noqa: PLC0415
    from archive.store.corpus import Corpus  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("site") / "public"
    with Corpus.open(seed_corpus) as corpus:
        build_site(corpus, Settings(), folder)
    return folder


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of `folder` on a web server of this machine, without a slash at the end."""
    handler = functools.partial(_QuietHandler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def seed_site_http(seed_site: Path) -> Iterator[str]:
    """The address of the seeds' site on a web server of this machine, without a slash at the end."""
    with served(seed_site) as address:
        yield address
