"""Tallies what axe-core says of every kind of page and every face of the search page, in every state.

    python -m benchmarks.access [--most 3]

The site is that of the tests: the seeds, and records that bring the kinds of pages that these do not have. --most: how
many pages of each kind are looked at. Needs Chromium and `scripts/setup test`. Prints Markdown.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections import Counter
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser import axe
from tests.browser.every_kind import build_every_kind, page_kinds, pages_by_kind
from tests.conftest import CHROMIUM_FLAGS, CHROMIUM_NAMES


def main() -> None:
    """Builds the site, looks at it in every state, and prints the tally."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--most", type=int, default=1, help="pages of each kind")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="access-"))
    try:
        site = build_every_kind(folder)
        print(f"{len(page_kinds())} kinds of pages, at most {options.most} of each\n")
        print("| state | pages | rules kept | violations | undecided | accepted |\n|---|---|---|---|---|---|")
        with sync_playwright() as playwright:
            program = next(filter(None, map(shutil.which, CHROMIUM_NAMES)))
            browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM_FLAGS)
            for state in axe.STATES:
                print_row(browser, site, state, options.most)
            browser.close()
    finally:
        shutil.rmtree(folder)


def print_row(browser: Browser, site: Path, state: axe.State, most: int) -> None:
    """Prints the tally of one state, and below it each finding."""
    page = axe.page_in(browser, state)
    tally: Counter[str] = Counter()
    told = []
    for face in axe.faces(pages_by_kind(site), most):
        axe.shown(page, site.as_uri(), face)
        verdict = axe.examined(page, within=face.within)
        open_ones = axe.undecided(verdict)
        tally += Counter(
            pages=1,
            kept=verdict.passes,
            violations=len(verdict.violations),
            undecided=len(open_ones),
            accepted=len(verdict.incomplete) - len(open_ones),
        )
        told += [f"{face.address}: {one}" for one in (*verdict.violations, *open_ones)]
    page.close()
    columns = ("pages", "kept", "violations", "undecided", "accepted")
    print(f"| {state.name} | " + " | ".join(f"{tally[column]:,}" for column in columns) + " |", flush=True)
    for line in told:
        print(f"\n    {line}\n")


if __name__ == "__main__":
    main()
