"""What a page costs its reader: bytes, cold and compressed, and in Chromium the layout's shifts and the first paint."""

from __future__ import annotations

import gzip
import re
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks.browser_queries import EMPTY_PAGE, launched
from benchmarks.counting_server import CountingServer
from tests.conftest import CHROMIUM_NAMES

_SCRIPT = re.compile(rb'<script src="([^"]+)"')
_SHEET = re.compile(rb'<link rel="stylesheet" href="([^"]+)"')
_RUNS = 5
_PLAIN = "plain.html"
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
    """The first paint and the shifts of the layout, for the largest page of each kind, from disk and web."""
    executable = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if executable is None:
        sys.exit("no Chromium found; install it (Debian: apt-get install -y chromium)")
    print(f"\n| largest page | KB | first paint, disk (median of {_RUNS}) | web | layout shift | at 360 px |")
    print("|---|---|---|---|---|---|")
    with (
        launched(executable) as browser,
        tempfile.TemporaryDirectory() as folder,
        CountingServer(site, {f"/{_PLAIN}": EMPTY_PAGE + b"x"}).running() as server,
    ):
        # What a page of one letter takes on this machine at this time.
        plain = Path(folder, _PLAIN)
        plain.write_bytes(EMPTY_PAGE + b"x")
        largest = (
            (name, max(site.glob(pattern), key=lambda path: path.stat().st_size, default=None))
            for name, pattern in _KINDS
        )
        for name, found in (("a page of one letter", plain), *largest):
            if found is None:
                continue
            place = found.name if found == plain else found.relative_to(site).as_posix()
            disk = [_cost(browser, found.as_uri(), 1280) for _ in range(_RUNS)]
            web = [_cost(browser, f"{server.address}/{place}", 1280) for _ in range(_RUNS)]
            narrow = _cost(browser, found.as_uri(), 360)
            paints = (statistics.median(paint for paint, _ in some) for some in (disk, web))
            shift = max(shift for _, shift in (*disk, *web))
            print(
                f"| {name} | {found.stat().st_size / 1000:.0f} | {' | '.join(f'{one:.0f} ms' for one in paints)} |"
                f" {shift:.4f} | {narrow[1]:.4f} |",
                flush=True,
            )


def _cost(browser: Browser, address: str, width: int) -> tuple[float, float]:
    """Milliseconds until the first paint, and how much the layout shifted; in a browser that has nothing kept."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    try:
        context.add_init_script(_OBSERVER)
        page = context.new_page()
        page.goto(address)
        paint, shifts = page.evaluate(_READ)
        return float(paint), float(shifts)
    finally:
        context.close()
