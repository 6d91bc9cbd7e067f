"""What a page costs its reader: bytes, cold and compressed, and in Chromium the layout's shifts and the first paint."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser

from benchmarks.browser_queries import launched
from benchmarks.counting_server import CountingServer
from tests.conftest import CHROMIUM_NAMES

_SCRIPT = re.compile(rb'<script src="([^"]+)"')
_SHEET = re.compile(rb'<link rel="stylesheet" href="([^"]+)"')
_RUNS = 15
_WIDTH, _NARROW = 1280, 360
_BODY = re.compile(rb"(?s)^.*?<body[^>]*>")
_MARKS = re.compile(rb"(?s)<[^>]*>")
_PEER_HEAD = b'<!doctype html><html lang="nl"><meta charset="utf-8"><title>peer</title><body>\n'
# Each kind of page by a pattern for its file; the largest of them is taken.
_KINDS = (
    ("home", "index.html"),
    ("search", "zoeken.html"),
    ("question", "vragen/*/*/*.html"),
    ("theme", "themas/*.html"),
    ("subject", "onderwerpen/*.html"),
    ("asker", "vraagstellers/*.html"),
    ("minister", "ministers/*.html"),
    ("year", "jaren/*.html"),
    ("figures", "cijfers.html"),
    ("newest", "nieuw.html"),
)
_OBSERVER = """
window.shifts = 0;
new PerformanceObserver(list => { for (const entry of list.getEntries()) window.shifts += entry.value; })
  .observe({type: 'layout-shift', buffered: true});
"""
_READ = """async () => {
  await new Promise(done => requestAnimationFrame(() => setTimeout(done, 300)));
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  return [paint ? paint.startTime : -1, window.shifts];
}"""


def print_weights(site: Path) -> None:
    """Bytes of question pages, each with its style and scripts, as they are and packed with gzip."""
    weights = sorted(_weights(site), key=lambda one: one[1] + one[3])
    print("\n| a question page, cold | HTML | HTML, gzip | style and script | gzip | **all, gzip** |")
    print("|---|---|---|---|---|---|")
    for name, place in (("smallest", 0.0), ("median", 0.5), ("of 100 the 95th", 0.95), ("largest", 1.0)):
        page, packed, rest, rest_packed = weights[round((len(weights) - 1) * place)]
        cells = (f"{size:,}" for size in (page, packed, rest, rest_packed, packed + rest_packed))
        print(f"| {name} | {' | '.join(cells)} |")


def _weights(site: Path) -> Iterator[tuple[int, int, int, int]]:
    known: dict[Path, tuple[int, int]] = {}
    for path in sorted((site / "vragen").rglob("*.html")):
        page = path.read_bytes()
        asked = {(path.parent / name.decode()).resolve() for name in _loaded(page)}
        for one in asked - known.keys():
            known[one] = _sizes(one.read_bytes())
        rest, rest_packed = (sum(known[one][place] for one in asked) for place in (0, 1))
        yield *_sizes(page), rest, rest_packed


def _loaded(page: bytes) -> Iterable[bytes]:
    return (*_SCRIPT.findall(page), *_SHEET.findall(page))


def _sizes(content: bytes) -> tuple[int, int]:
    return len(content), len(gzip.compress(content, mtime=0))


def print_costs(site: Path) -> None:
    """The first paint and the shifts of the layout, for the largest page of each kind, from disk and web.

    Each load of a page is followed by one of its peer, a page of as many bytes without style and script, so that what
    the machine does besides holds for both. The processor time of the page's thread, from the start to long after the
    first paint, hardly depends on that at all.
    """
    executable = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if executable is None:
        sys.exit("no Chromium found; install it (Debian: apt-get install -y chromium)")
    print(f"\nload average before: {_load()}")
    print(f"medians of {_RUNS} loads, in ms; pages are the largest of their kind\n")
    print("| page | KB | first paint, disk | peer | ratio | web | peer | processor, disk | peer |")
    print("|---|---|---|---|---|---|---|---|---|")
    shifts = []
    with launched(executable) as browser, tempfile.TemporaryDirectory() as folder:
        for name, found in _pages(site):
            peer = Path(folder, f"{name}.html")
            peer.write_bytes(_peer(found.read_bytes()))
            print(_row(browser, site, name, found, peer), flush=True)
            shifts += [
                (_cost(browser, found.as_uri(), width).shifts, name, width) for width in (_WIDTH, _NARROW)
            ]
    print(f"\nload average after: {_load()}")
    worst, name, width = max(shifts)
    print(f"layout shift at {_WIDTH} and {_NARROW} px: at most {worst:.4f} ({name}, {width} px)")


def _pages(site: Path) -> Iterator[tuple[str, Path]]:
    """The largest page of each kind, and of questions the median one, too."""
    for name, pattern in _KINDS:
        found = sorted(site.glob(pattern), key=lambda path: path.stat().st_size)
        if found and name == "question":
            yield "median question", found[len(found) // 2]
        if found:
            yield name, found[-1]


def _load() -> str:
    return " ".join(f"{one:.1f}" for one in os.getloadavg())


def _peer(page: bytes) -> bytes:
    """A page with the words of another and as many bytes, in paragraphs without style and script."""
    words = _MARKS.sub(b" ", _BODY.sub(b"", page, count=1)).split()
    paragraphs, size, place = [_PEER_HEAD], len(_PEER_HEAD), 0
    while size < len(page):
        paragraph = b"<p>" + b" ".join(words[place : place + 40]) + b"</p>\n"
        place = (place + 40) % max(1, len(words) - 40)
        paragraphs.append(paragraph)
        size += len(paragraph)
    return b"".join(paragraphs)


def _row(browser: Browser, site: Path, name: str, found: Path, peer: Path) -> str:
    place = found.relative_to(site).as_posix()
    with CountingServer(site, {"/peer.html": peer.read_bytes()}).running() as server:
        addresses = (
            found.as_uri(),
            peer.as_uri(),
            f"{server.address}/{place}",
            f"{server.address}/peer.html",
        )
        loads = [[_cost(browser, address, _WIDTH) for address in addresses] for _ in range(_RUNS)]
    disk, disk_peer, web, web_peer = (
        statistics.median(one.paint for one in some) for some in zip(*loads, strict=True)
    )
    busy, busy_peer = (statistics.median(some[place].busy for some in loads) for place in (0, 1))
    cells = (disk, disk_peer, web, web_peer, busy, busy_peer)
    told = [f"{one:.0f}" for one in cells]
    told.insert(2, f"{disk / disk_peer:.2f}")
    return f"| {name} | {found.stat().st_size / 1000:.0f} | {' | '.join(told)} |"


class _Cost(NamedTuple):
    """Milliseconds until the first paint and of the processor, and how much the layout shifted."""

    paint: float
    busy: float
    shifts: float


def _cost(browser: Browser, address: str, width: int) -> _Cost:
    """What a page costs in a browser that has nothing kept."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    try:
        context.add_init_script(_OBSERVER)
        page = context.new_page()
        tools = context.new_cdp_session(page)
        tools.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto(address)
        paint, shifts = page.evaluate(_READ)
        found = {one["name"]: one["value"] for one in tools.send("Performance.getMetrics")["metrics"]}
        return _Cost(float(paint), 1000 * found["TaskDuration"], float(shifts))
    finally:
        context.close()
