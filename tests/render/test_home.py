"""The first page of the site."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup


def test_the_ways_in_are_named_in_the_language_of_the_site(seed_site: Path) -> None:
    soup = BeautifulSoup((seed_site / "index.html").read_bytes(), "html.parser")
    assert [link.text for link in soup.select(".way h3 a")][:4] == [
        "Thema’s",
        "Onderwerpen",
        "Vraagstellers",
        "Ministers",
    ]
