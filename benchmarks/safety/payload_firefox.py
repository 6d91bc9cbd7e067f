"""Makes a journey in Firefox, which reads some pages otherwise than Chromium."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.safety.payload_visits import Journey, Seen, Visit, faults_of, seen_of
from tests.browser.firefox import Firefox, FirefoxError, started
from tests.conftest import served


def firefox_path() -> str | None:
    """The installed browser, if there is one."""
    return shutil.which("firefox-esr") or shutil.which("firefox")


def travel(journey: Journey, profile: Path) -> list[str]:
    """What went wrong on a journey. profile: a new folder for the browser."""
    return list(_faults(journey, profile))


def _faults(journey: Journey, profile: Path) -> Iterator[str]:
    site = Path(journey.site)
    way = served(site) if journey.web else contextlib.nullcontext(site.as_uri())
    with way as start, started(profile) as fox:
        for visit in journey.visits:
            yield from faults_of(visit, _seen(fox, start, visit, journey))


def _seen(fox: Firefox, start: str, visit: Visit, journey: Journey) -> Seen:
    try:
        fox.go(f"{start}/{visit.address}")
        match visit.act:
            case "use":
                fox.run("canary.touch()")
            case "follow":
                fox.run("return canary.answered()")
            case "ask":
                for text in visit.texts:
                    fox.run("return canary.ask(arguments[0])", text)
                fox.run("canary.touch()")
        told = fox.run("return canary.told(arguments[0])", list(journey.known))
        # A dialog that a page opens without our leave is told as a failure of the next command.
    except FirefoxError as error:
        return Seen(failures=(str(error),))
    here = fox.run("return location.href")
    seen = seen_of(told)
    page = f"{start}/{visit.address.partition('?')[0].partition('#')[0]}"
    return seen if str(here).startswith(page) else Seen(seen.ran, seen.failures, seen.strange, (str(here),))
