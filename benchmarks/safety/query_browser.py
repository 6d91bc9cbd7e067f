"""Asks queries in Chromium: `python -m benchmarks.safety.query_browser < asked.json`, what each came to comes out.

It is a program of its own, since Playwright allows one at a time in a process, and tests have theirs.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from benchmarks.safety.hard_queries import Answered
from benchmarks.safety.payload_chromium import chromium_path
from tests.conftest import CHROMIUM_FLAGS, ROOT

_MILLISECONDS = 180_000
_ASK = """query => Vraagarchief.search(query, {limit: 1}).then(
  ({total}) => ({total}),
  error => error.code ? {code: error.code} : {other: String(error)},
)"""


class Asked(msgspec.Struct, frozen=True):
    """Queries that are to be asked on the search page of the site in the folder `site`, read from disk."""

    site: str
    queries: tuple[str, ...]


def answers_in_browser(site: Path, queries: Sequence[str]) -> list[Answered] | None:
    """What each query came to, asked by another process; None where no browser is installed."""
    if chromium_path() is None:
        return None
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.safety.query_browser"],
        input=msgspec.json.encode(Asked(str(site), tuple(queries))),
        stdout=subprocess.PIPE,
        cwd=ROOT,
        check=True,
    )
    return msgspec.json.decode(done.stdout, type=list[Answered])


def main() -> None:
    """Asks what stands on standard input."""
    from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 - slow to load

    asked = msgspec.json.decode(sys.stdin.buffer.read(), type=Asked)
    answers: list[Answered] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_FLAGS)
        page = browser.new_page()
        page.set_default_timeout(_MILLISECONDS)
        page.goto((Path(asked.site) / "zoeken.html").as_uri())
        for query in asked.queries:
            try:
                answers.append(msgspec.convert(page.evaluate(_ASK, query), Answered))
            except Error as error:
                answers.append(Answered(other=error.message))
        browser.close()
    sys.stdout.buffer.write(msgspec.json.encode(answers))


if __name__ == "__main__":
    main()
