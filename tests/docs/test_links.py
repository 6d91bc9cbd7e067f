"""Links of the documentation lead somewhere, and its pictures are there, small, and made by a command."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import ROOT
from tests.docs.pages import NAMES, anchors, images, links
from tests.docs.palette import size_of
from tests.docs.screenshots import PICTURES, SIZE, take_pictures

IMAGES = ROOT / "docs/images"
MOST_BYTES = 600_000
# Linked from the index; each is reached from there.
INDEX = "docs/README.md"


@pytest.mark.parametrize("name", [*NAMES, "CONTRIBUTING.md"])
def test_links_within_the_project_lead_to_a_file_and_a_heading(name: str) -> None:
    for target in links(name):
        if "://" in target:
            continue
        path, _, anchor = target.partition("#")
        page = (ROOT / name).parent / path if path else ROOT / name
        assert page.is_file(), target
        if anchor:
            assert anchor in anchors(page), target


def test_every_page_is_reached_from_the_index() -> None:
    reached = {target.partition("#")[0] for target in links(INDEX)}
    assert {Path(name).name for name in NAMES if name not in {INDEX, "README.md"}} <= reached


def test_pictures_of_the_readme_are_those_that_the_command_takes() -> None:
    assert {path.resolve() for path in images("README.md")} == {IMAGES / name for name in PICTURES}
    assert {path.name for path in IMAGES.iterdir()} == set(PICTURES)


def test_pictures_are_small_together() -> None:
    assert sum(path.stat().st_size for path in IMAGES.iterdir()) < MOST_BYTES


def test_command_takes_every_picture(seed_site: Path, browser: Browser, tmp_path: Path) -> None:
    take_pictures(seed_site, browser, tmp_path)
    wanted = (SIZE["width"], SIZE["height"])
    assert {path.name: size_of(path.read_bytes()) for path in tmp_path.iterdir()} == dict.fromkeys(
        PICTURES, wanted
    )
