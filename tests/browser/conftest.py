"""A site with every kind of page, on disk and on the web, and one Firefox for all tests that need it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import firefox
from tests.browser.every_kind import build_every_kind
from tests.conftest import served


@pytest.fixture(scope="package")
def every_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_every_kind(tmp_path_factory.mktemp("every-kind"))


@pytest.fixture(scope="package")
def every_site_http(every_site: Path) -> Iterator[str]:
    """The address of the site on a web server of this machine, without a slash at the end."""
    with served(every_site) as address:
        yield address


@pytest.fixture(scope="package")
def fox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[firefox.Firefox]:
    """A running Firefox. It takes seconds to start, so that all tests share it; each begins by going to a page."""
    with firefox.started(tmp_path_factory.mktemp("firefox") / "profile") as browser:
        yield browser
