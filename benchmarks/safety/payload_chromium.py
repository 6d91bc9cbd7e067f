"""Makes a journey in Chromium: `python -m benchmarks.safety.payload_chromium < journey.json`, faults come out.

It is a program of its own, since Playwright allows one at a time in a process, and tests have theirs.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec
from playwright.sync_api import Dialog, Error, Page, sync_playwright

from benchmarks.safety.payload_visits import Journey, Seen, Visit, faults_of, seen_of
from tests.conftest import CHROMIUM_FLAGS, CHROMIUM_NAMES, ROOT, served


def travel(journey: Journey) -> list[str]:
    """What went wrong on a journey, made by another process. Raises CalledProcessError."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.safety.payload_chromium"],
        input=msgspec.json.encode(journey),
        stdout=subprocess.PIPE,
        cwd=ROOT,
        check=True,
    )
    return msgspec.json.decode(done.stdout, type=list[str])


def chromium_path() -> str | None:
    """The installed browser, if there is one."""
    return next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


def main() -> None:
    """Makes the journey that stands on standard input."""
    journey = msgspec.json.decode(sys.stdin.buffer.read(), type=Journey)
    sys.stdout.buffer.write(msgspec.json.encode(list(_faults(journey))))


def _faults(journey: Journey) -> Iterator[str]:
    site = Path(journey.site)
    way = served(site) if journey.web else contextlib.nullcontext(site.as_uri())
    with way as start, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_FLAGS)
        context = browser.new_context(accept_downloads=False)
        page = context.new_page()
        stray: list[str] = []
        page.on("dialog", lambda dialog: _dismiss(dialog, stray))
        context.on("page", lambda opened: stray.append(f"opens {opened.url}"))
        context.on("request", lambda request: _note(request.url, start, stray))
        for visit in journey.visits:
            stray.clear()
            yield from faults_of(visit, _seen(page, start, visit, journey))
            yield from (f"{visit.address[:120]}: {one}" for one in dict.fromkeys(stray))
        browser.close()


def _dismiss(dialog: Dialog, stray: list[str]) -> None:
    stray.append(f"a dialog: {dialog.message}")
    dialog.dismiss()


def _note(address: str, start: str, stray: list[str]) -> None:
    if not address.startswith((start, "blob:", "data:")):
        stray.append(f"asks for {address[:200]}")


def _seen(page: Page, start: str, visit: Visit, journey: Journey) -> Seen:
    try:
        page.goto(f"{start}/{visit.address}", wait_until="load")
        match visit.act:
            case "use":
                page.mouse.move(200, 300)
                page.evaluate("canary.touch()")
            case "follow":
                page.evaluate("canary.answered()")
            case "ask":
                for text in visit.texts:
                    page.evaluate("text => canary.ask(text)", text)
        if visit.act == "ask":
            page.evaluate("canary.touch()")
        seen = seen_of(page.evaluate("known => canary.told(known)", list(journey.known)))
    except Error as error:
        return Seen(failures=(str(error),))
    if not page.url.startswith(f"{start}/{visit.address.partition('?')[0].partition('#')[0]}"):
        return msgspec.structs.replace(seen, elsewhere=(*seen.elsewhere, page.url))
    return seen


if __name__ == "__main__":
    main()
