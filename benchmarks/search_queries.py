"""Asks cold queries in Chromium: bytes, requests, time quiet, on a slow line and from disk, longest task."""

from __future__ import annotations

import dataclasses
import statistics
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from benchmarks.counting_server import QUIET, SLOW, CountingServer, Line

# As the search page does: root.js is asked for beside the scripts.
EMPTY_PAGE = """<!doctype html><html lang="nl"><meta charset="utf-8"><title>b</title><body><script>
window.longest = 0;
new PerformanceObserver(list => list.getEntries().forEach(entry => {
  window.longest = Math.max(window.longest, entry.duration);
})).observe({type: 'longtask'});
</script>"""

OURS = """async ([script, query, facets]) => {
  const started = performance.now();
  const early = document.createElement('link');
  early.rel = 'preload'; early.as = 'script'; early.href = 'search/root.js'; document.head.append(early);
  await new Promise((done, failed) => {
    const element = document.createElement('script');
    element.src = script; element.onload = done; element.onerror = failed; document.head.append(element);
  });
  const result = await Vraagarchief.search(query, {limit: 10, facets});
  const spent = performance.now() - started;
  await new Promise(done => setTimeout(done, 60));
  return [spent, result.total, window.longest];
}"""

PAGEFIND = """async ([script, query, facets]) => {
  const started = performance.now();
  const pagefind = await import('/' + script);
  await pagefind.init();
  if (facets.length) await pagefind.filters();
  const result = await pagefind.search(query);
  await Promise.all(result.results.slice(0, 10).map(hit => hit.data()));
  const spent = performance.now() - started;
  await new Promise(done => setTimeout(done, 60));
  return [spent, result.results.length, window.longest];
}"""


@dataclasses.dataclass(frozen=True)
class Case:
    """A query; `truth` names its true count among those of the made corpus, `bar` is in KB."""

    name: str
    query: str
    truth: str | None
    bar: int
    facets: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True)
class Measured:
    """Times are medians in milliseconds; longest_task is 0 where none blocked the page for 50 ms."""

    found: int
    sent_bytes: int
    requests: int
    quiet: float
    slow: float
    longest_task: float


def ask(browser: Browser, folder: Path, program: str, script: str, case: Case, runs: int) -> Measured:
    """What a cold query costs over http, asked by `program` (OURS or PAGEFIND)."""
    quiet, sent, requests = _asked(browser, folder, program, script, case, runs, QUIET)
    slow, _, _ = _asked(browser, folder, program, script, case, min(3, runs), SLOW)
    milliseconds = statistics.median(run[0] for run in quiet)
    slowly = statistics.median(run[0] for run in slow)
    return Measured(quiet[0][1], sent, requests, milliseconds, slowly, max(run[2] for run in quiet))


def ask_from_disk(browser: Browser, folder: Path, script: str, case: Case, runs: int) -> float:
    """Median milliseconds of a cold query of ours from file://."""
    page_file = folder / "bench.html"
    page_file.write_text(EMPTY_PAGE, "utf-8")
    try:
        found = [_run(browser, page_file.as_uri(), OURS, script, case) for _ in range(runs)]
    finally:
        page_file.unlink()
    return float(statistics.median(run[0] for run in found))


def _asked(
    browser: Browser, folder: Path, program: str, script: str, case: Case, runs: int, line: Line
) -> tuple[list[Any], int, int]:
    with CountingServer(folder, {"/bench.html": EMPTY_PAGE.encode()}, line).running() as server:
        found = []
        for _ in range(runs + 1):  # the first run fills the server's memory of compressed files
            server.reset()
            found.append(_run(browser, f"{server.address}/bench.html", program, script, case, server))
        return found[1:], server.sent_bytes, server.requests


def _run(
    browser: Browser,
    address: str,
    program: str,
    script: str,
    case: Case,
    server: CountingServer | None = None,
) -> Any:
    context = browser.new_context()
    try:
        page = context.new_page()
        page.goto(address)
        page.wait_for_timeout(100)
        if server:
            server.reset()
        return page.evaluate(program, [script, case.query, list(case.facets)])
    finally:
        context.close()
