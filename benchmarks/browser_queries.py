"""Asks cold queries of a site's search in Chromium; counts bytes, requests and milliseconds.

Every query gets a fresh browser context on an empty page of the site; what the search client itself weighs
is part of the count, the empty page is not.
"""

from __future__ import annotations

import dataclasses
import statistics
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from benchmarks.counting_server import CountingServer
from tests.conftest import CHROMIUM_FLAGS

EMPTY_PAGE = b'<!doctype html><html lang="nl"><meta charset="utf-8"><title>b</title><body>'

OURS = """async ([scripts, query]) => {
  const started = performance.now();
  for (const source of scripts) await new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = source; script.onload = done; script.onerror = failed; document.head.append(script);
  });
  const result = await Vraagarchief.search(query, {limit: 10});
  return [performance.now() - started, result.total, result.hits.map(hit => hit.title)];
}"""

PAGEFIND = """async ([scripts, query]) => {
  const started = performance.now();
  const pagefind = await import(scripts[0]);
  await pagefind.init();
  const result = await pagefind.search(query);
  const hits = await Promise.all(result.results.slice(0, 10).map(hit => hit.data()));
  return [performance.now() - started, result.results.length, hits.map(hit => hit.meta.title)];
}"""


@dataclasses.dataclass(frozen=True)
class QueryCost:
    """What one cold query cost: `milliseconds` is the median of the runs, the other figures are of the last."""

    query: str
    total: int
    sent_bytes: int
    requests: int
    milliseconds: float
    first_title: str


@contextmanager
def launched(executable: str) -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


def ask(
    browser: Browser, folder: Path, program: str, scripts: Sequence[str], queries: Sequence[str], runs: int
) -> list[QueryCost]:
    """The cost of each query on the site in `folder`, asked by `program` (OURS or PAGEFIND)."""
    costs = []
    with CountingServer(folder, {"/bench.html": EMPTY_PAGE}).running() as server:
        for query in queries:
            found: list[Any] = []
            for _ in range(runs):
                context = browser.new_context()
                page = context.new_page()
                page.goto(f"{server.address}/bench.html")
                server.reset()
                found.append(page.evaluate(program, [list(scripts), query]))
                context.close()
            total, titles = found[-1][1:]
            milliseconds = statistics.median(run[0] for run in found)
            costs.append(
                QueryCost(
                    query,
                    total,
                    server.sent_bytes,
                    server.requests,
                    milliseconds,
                    titles[0] if titles else "",
                )
            )
    return costs
