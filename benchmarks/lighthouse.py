"""Asks Lighthouse what it says of the home page, a question and the search page of the seeds.

    python -m benchmarks.lighthouse

Needs Chromium and `npm ci --prefix benchmarks`; nothing leaves this machine. The figures of performance are those of a
slow telephone as Lighthouse imagines it, and fall with the load of the machine; the others do not. Prints Markdown, and
below it every audit that a page does not pass.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from archive.build import build_site
from archive.config import Settings
from archive.ingest import ingest_paths
from archive.store.corpus import Corpus
from benchmarks.counting_server import CountingServer
from benchmarks.page_copies import SEEDS
from tests.conftest import CHROMIUM_FLAGS, CHROMIUM_NAMES

PROGRAM = Path(__file__).parent / "node_modules" / ".bin" / "lighthouse"
PAGES = {
    "home": "index.html",
    "question": "vragen/2023-2024/jo-brouns/322.html",
    "search": "zoeken.html",
    "search, with a query": "zoeken.html?q=werk",
}
_KINDS = ("performance", "accessibility", "best-practices", "seo")
_LONGEST = 300


def main() -> None:
    """Builds the site of the seeds and prints the scores of its pages."""
    chromium = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if chromium is None or not PROGRAM.is_file():
        sys.exit("Chromium or Lighthouse is missing; run: npm ci --prefix benchmarks")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder, "public")
        with Corpus.open(Path(folder, "corpus"), create=True) as corpus:
            ingest_paths(corpus, [str(SEEDS)])
            # Lighthouse takes a canonical address that is the root of a host for a fault.
            build_site(corpus, Settings(), site)
        print(f"load average {os.getloadavg()[0]:.1f}\n")
        print(f"| page | {' | '.join(_KINDS)} | layout shift |\n|---|---|---|---|---|---|")
        failed = []
        with CountingServer(site, {}).running() as server:
            for name, place in PAGES.items():
                report = _report(chromium, f"{server.address}/{place}", Path(folder, "report.json"))
                scores = [f"{100 * report['categories'][kind]['score']:.0f}" for kind in _KINDS]
                shift = report["audits"]["cumulative-layout-shift"]["displayValue"]
                print(f"| {name} | {' | '.join(scores)} | {shift} |", flush=True)
                failed += [f"{name}: {one}" for one in _failed(report)]
    print("\nnot passed:\n" + "\n".join(f"- {one}" for one in failed))


def _report(chromium: str, address: str, file: Path) -> dict[str, Any]:
    flags = " ".join(("--headless=new", *CHROMIUM_FLAGS))
    command = [str(PROGRAM), address, "--quiet", "--output=json", f"--output-path={file}"]
    subprocess.run(
        [*command, f"--chrome-flags={flags}", "--no-enable-error-reporting"],
        env={**os.environ, "CHROME_PATH": chromium},
        timeout=_LONGEST,
        check=True,
    )
    found: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return found


def _failed(report: dict[str, Any]) -> list[str]:
    """Every audit with a score below 1 that counts in its category, but for those of performance."""
    return [
        f"{audit['id']} ({report['audits'][audit['id']]['title']})"
        for kind in _KINDS[1:]
        for audit in report["categories"][kind]["auditRefs"]
        if (score := report["audits"][audit["id"]]["score"]) is not None and score < 1
    ]


if __name__ == "__main__":
    main()
