"""What the documentation names of the site and of the project is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.docs.pages import NAMES, coded, page_text, rows, section

PAGE = "docs/guide.md"
# The samples have no question that was asked again with the same figures or in nearly the same words.
NOT_IN_SAMPLES = {"vergelijk", "reeksen"}
# The entry, and what is shown in the place of a page that is none.
NO_SUBJECT = {"index.html", "404.html"}
IN_PROJECT = re.compile(r"(?:archive|benchmarks|docs|scripts|seeds|site|templates|tests)/[\w./-]*")


def told_pages() -> set[str]:
    names = [name for row in rows(section(PAGE, "## Build the site")) for name in coded(row[0])]
    return {name.rstrip("…/") for name in names}


def test_every_kind_of_page_is_told_and_no_other(seed_site: Path) -> None:
    built = {page.relative_to(seed_site).parts[0] for page in seed_site.rglob("*.html")} - NO_SUBJECT
    assert told_pages() - NOT_IN_SAMPLES == built - NOT_IN_SAMPLES


@pytest.mark.parametrize("name", NAMES)
def test_every_file_of_the_project_that_is_named_is_there(name: str) -> None:
    named = [path for path in coded(page_text(name)) if IN_PROJECT.fullmatch(path)]
    assert [path for path in named if not (ROOT / path).exists()] == []
