"""What a page of a question weighs: its style and its scripts, as a web server would send them."""

from __future__ import annotations

import gzip
from pathlib import Path

from bs4 import BeautifulSoup

LONGEST = "vragen/2023-2024/jo-brouns/19.html"
MOST = 12 * 1024


def test_style_and_scripts_of_a_question_weigh_little(seed_site: Path) -> None:
    soup = BeautifulSoup((seed_site / LONGEST).read_bytes(), "html.parser")
    names = [str(tag["src"]) for tag in soup.select("script[src]")]
    names += [str(tag["href"]) for tag in soup.select('link[rel="stylesheet"]')]
    files = [(seed_site / LONGEST).parent / name for name in names]
    assert len(files) > 3
    assert sum(len(gzip.compress(file.read_bytes(), mtime=0)) for file in files) <= MOST
