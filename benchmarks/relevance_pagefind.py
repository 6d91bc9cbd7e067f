"""What Pagefind finds for the known questions: pages as a site would have them, asked in Chromium."""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser

from archive.model.question import WrittenQuestion
from benchmarks.browser_queries import EMPTY_PAGE
from benchmarks.counting_server import CountingServer
from benchmarks.made_corpus import write_page
from benchmarks.relevance_peers import Found
from benchmarks.relevance_queries import LISTED

PAGEFIND = Path(__file__).parent / "node_modules" / ".bin" / "pagefind"
_BATCH = 50
# Before the JSON of every unpacked fragment.
_SIGNATURE = b"pagefind_dcd"

_PROGRAM = """async ([queries, listed]) => {
  const pagefind = await import('/pagefind/pagefind.js');
  await pagefind.init();
  const found = {};
  for (const query of queries) {
    const { results } = await pagefind.search(query);
    found[query] = results.slice(0, listed).map(result => result.id);
  }
  return found;
}"""


def found_by_pagefind(
    records: Sequence[WrittenQuestion], queries: Sequence[str], folder: Path, browser: Browser, code: str
) -> Found:
    """By Pagefind as its documentation shows it: the text marked as body, the title as its heading.

    code: of the language, as the pages name theirs; Pagefind chooses its stemmer by it.
    """
    for record in records:
        write_page(record, folder)
    for path in folder.rglob("*.html"):
        path.write_bytes(_in_language(path.read_bytes(), code))
    subprocess.run([PAGEFIND, "--site", folder], check=True, capture_output=True)
    ids = _ids_by_fragment(folder / "pagefind", {record.number: record.id for record in records})
    found: Found = {}
    with CountingServer(folder, {"/bench.html": _in_language(EMPTY_PAGE, code)}).running() as server:
        page = browser.new_page()
        page.goto(f"{server.address}/bench.html")
        for start in range(0, len(queries), _BATCH):
            listed = page.evaluate(_PROGRAM, [list(queries[start : start + _BATCH]), LISTED])
            found.update({query: [ids[one] for one in fragments] for query, fragments in listed.items()})
        page.close()
    return found


def _in_language(page: bytes, code: str) -> bytes:
    return page.replace(b'lang="nl"', f'lang="{code}"'.encode(), 1)


def _ids_by_fragment(index: Path, ids: dict[int, str]) -> dict[str, str]:
    """The id of the question by the name of the file in which Pagefind keeps what it shows of its page."""
    found = {}
    for fragment in (index / "fragment").iterdir():
        told = gzip.decompress(fragment.read_bytes()).removeprefix(_SIGNATURE)
        number = int(Path(json.loads(told)["url"]).stem)
        found[fragment.name.partition(".")[0]] = ids[number]
    return found
