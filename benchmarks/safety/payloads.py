"""The suite `payloads`: no text of a document runs, wherever the site shows it or hands it out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from archive.render.front_pages import NOT_FOUND_ADDRESS
from benchmarks.safety import payload_chromium, payload_firefox
from benchmarks.safety.broken_payloads import careless_search, no_escape, no_other_escape
from benchmarks.safety.payload_files import file_faults
from benchmarks.safety.payload_pages import Shapes, page_faults, shapes_of
from benchmarks.safety.payload_site import PayloadSite, Wishes, harmless_site, hostile_site, site_files
from benchmarks.safety.payload_texts import TEMPLATES
from benchmarks.safety.payload_visits import (
    MADE_BY_SCRIPTS,
    Journey,
    Visit,
    search_visits,
    tried_copy,
)
from benchmarks.safety.suite import Outcome, Suite
from tests.browser.every_kind import pages_by_kind

_EVERY = len(TEMPLATES)
# From so many points on, every payload has its own record, and every page is visited in every way.
_LONG = 2_000
# From disk and from the web, with and without the policy.
_WAYS = 4
_HARMLESS = 16
_TYPED_TOGETHER = 64
# Payloads of every family that shows on a page, in a block of facts, in a table and in a reference.
_SHOWN_BROKEN = (0, 17, 80, 105, 118, 148, 179, 206, 209, 224)
# What each broken part of a program must lead to, or the suite does not see it.
_SEEN_BROKEN = ("ran ", "a block of facts", "would be run", "leads to", "BibTeX", "XML")


def run(points: int, folder: Path) -> Outcome:
    """Makes a site of payloads, reads all its files, and visits its pages in both browsers."""
    missing = [name for name, path in _browsers() if path is None]
    if missing:
        return Outcome(0, (), absent=f"{' and '.join(missing)} not installed")
    whole = points >= _LONG
    wishes = Wishes(range(_EVERY), ("nl", "fr"), zim=True) if whole else Wishes(range(0, _EVERY, 2))
    site = hostile_site(folder / "hostile", wishes)
    shapes = _harmless_shapes(folder, wishes, whole=whole)
    with ThreadPoolExecutor(1) as beside:
        if whole:
            firefox, chromium = _long_journeys(site, folder, shapes, points)
        else:
            firefox, chromium = _short_journeys(site, folder, shapes, wishes.numbers, points)
        # One browser works in a process of its own anyway, while this one goes on.
        away = beside.submit(_all, payload_chromium.travel, chromium)
        pages = _parsed_pages(site, points if whole else points // 10)
        broken = [*_page_faults(site, pages, shapes), *file_faults(site)]
        broken += _all(lambda one: payload_firefox.travel(one, folder / f"profile-{id(one)}"), firefox)
        broken += away.result()
    visits = sum(_steps(journey) for journey in (*firefox, *chromium))
    files = sum(1 for path in site_files(site.public) if path.suffix != ".html")
    return Outcome(
        tried=visits + len(pages) + files,
        broken=tuple(broken),
        figures={
            "payloads": str(len(wishes.numbers)),
            "pages": str(len(list(site.public.rglob("*.html")))),
            "pages parsed": str(len(pages)),
            "other files read": str(files),
            "visits and queries in Chromium": str(sum(map(_steps, chromium))),
            "in Firefox": str(sum(map(_steps, firefox))),
        },
    )


def control(folder: Path) -> Outcome:
    """Programs that forget what a text is; each of what they forget must be seen, or nothing counts."""
    wishes = Wishes(_SHOWN_BROKEN, kinds=False)
    shapes = _harmless_shapes(folder, wishes)
    with no_escape():
        markup = hostile_site(folder / "markup", wishes)
    with no_other_escape():
        other = hostile_site(folder / "other", wishes)
    careless = hostile_site(folder / "careless", wishes)
    searches = [visit for visit in search_visits(_SHOWN_BROKEN, len(_SHOWN_BROKEN)) if visit.act == "ask"]
    visits = {site: [Visit(address, "use") for address in _record_pages(site)] for site in (markup, other)}
    found: list[str] = []
    unseen: list[str] = []
    for site, pages in (*visits.items(), (careless, searches)):
        copy = tried_copy(site.public, site.public.parent / "copy", policy=False)
        if site is careless:
            careless_search(copy)
        ran = payload_chromium.travel(Journey(str(copy), False, tuple(pages), _known(shapes)))
        # Markup on pages, the end of a script in a block of facts, and what a script puts into its page.
        if not any("ran " in fault for fault in ran):
            unseen.append(f"what runs with {site.public.parent.name}")
        found += ran
    found += [*_page_faults(other, list(other.public.rglob("*.html")), shapes), *file_faults(other)]
    unseen += [sign for sign in _SEEN_BROKEN if not any(sign in fault for fault in found)]
    tried = sum(map(len, visits.values())) + len(_SHOWN_BROKEN)
    return Outcome(tried, () if unseen else tuple(found), {"not seen": ", ".join(unseen)} if unseen else {})


def _browsers() -> Iterator[tuple[str, str | None]]:
    yield "Chromium", payload_chromium.chromium_path()
    yield "Firefox", payload_firefox.firefox_path()


def _harmless_shapes(folder: Path, wishes: Wishes, *, whole: bool = False) -> Shapes:
    """What stands on pages besides texts: on few, or on every page of a site as large as the other."""
    numbers = wishes.numbers if whole else range(_HARMLESS)
    site = harmless_site(folder / "harmless", msgspec.structs.replace(wishes, numbers=numbers, zim=False))
    return shapes_of(sorted(site.public.rglob("*.html")) if whole else _few_of_each_kind(site, 3))


def _few_of_each_kind(site: PayloadSite, few: int) -> list[Path]:
    return [site.public / address for pages in pages_by_kind(site.public).values() for address in pages[:few]]


def _visits(site: PayloadSite, pages: Iterable[Path]) -> list[Visit]:
    """Visits to pages, but for the one that a server shows at any address: it leads to the root of the server."""
    names = (page.relative_to(site.public).as_posix() for page in pages)
    return [Visit(name, "use") for name in names if not name.endswith(NOT_FOUND_ADDRESS)]


def _record_pages(site: PayloadSite) -> list[str]:
    paths = (*site.public.glob("vragen/**/*.html"), *site.public.glob("documenten/**/*.html"))
    return sorted(path.relative_to(site.public).as_posix() for path in paths)


def _parsed_pages(site: PayloadSite, most: int) -> list[Path]:
    """Pages of every kind first, the longest of each, then others."""
    first = _few_of_each_kind(site, 2)
    others = [path for path in sorted(site.public.rglob("*.html")) if path not in set(first)]
    step = max(len(others) // max(most - len(first), 1), 1)
    return [*first, *others[::step]][: max(most, len(first))]


def _page_faults(site: PayloadSite, pages: Iterable[Path], shapes: Shapes) -> Iterator[str]:
    for page in pages:
        name = page.relative_to(site.public).as_posix()
        yield from (f"{name}: {fault}" for fault in page_faults(page.read_text("utf-8"), shapes))


def _short_journeys(
    site: PayloadSite, folder: Path, shapes: Shapes, numbers: Sequence[int], points: int
) -> tuple[list[Journey], list[Journey]]:
    """From disk without the policy: each record's page, pages of every kind, each payload asked for; and a few else.

    Those in Firefox come first, then those in Chromium.
    """
    bare = tried_copy(site.public, folder / "bare", policy=False)
    kept = tried_copy(site.public, folder / "kept", policy=True)
    known = _known(shapes)
    records = [Visit(address, "use") for address in _record_pages(site)]
    kinds = _visits(site, _few_of_each_kind(site, 1))
    asked = [*search_visits(numbers[::16], 1)][: len(numbers[::16])]
    typed = [visit for visit in search_visits(numbers, _TYPED_TOGETHER) if visit.act == "ask"]
    few = Visit(typed[0].address, "ask", typed[0].texts[::4])
    away = points // 20
    firefox = Journey(str(bare), False, (*records[:: max(len(records) // away, 1)], *kinds[::3], few), known)
    chromium = [
        Journey(str(bare), False, (*records, *kinds, *asked, *typed), known),
        Journey(str(kept), True, (*records[5 :: max(len(records) // away, 1)], *asked[::3]), known),
    ]
    return [firefox], chromium


def _long_journeys(
    site: PayloadSite, folder: Path, shapes: Shapes, points: int
) -> tuple[list[Journey], list[Journey]]:
    """Every page and every query in both browsers, from disk and from the web, with and without the policy.

    Where the points do not suffice for all, pages of records come first, then what is typed, then other addresses.
    """
    copies = [
        tried_copy(site.public, folder / ("kept" if policy else "bare"), policy=policy)
        for policy in (False, True)
    ]
    asked = list(search_visits(range(_EVERY), _TYPED_TOGETHER))
    first = [
        *(Visit(address, "use") for address in _record_pages(site)),
        *_visits(site, _few_of_each_kind(site, 1)),
    ]
    others = [
        visit for visit in _visits(site, sorted(site.public.rglob("*.html"))) if visit not in set(first)
    ]
    visits = tuple(_as_many([*first, *reversed(asked), *others], points // (2 * _WAYS)))
    journeys = [Journey(str(copy), web, visits, _known(shapes)) for copy in copies for web in (False, True)]
    return journeys, journeys


def _as_many(visits: Iterable[Visit], steps: int) -> Iterator[Visit]:
    """The first visits, until they are so many steps."""
    for visit in dict.fromkeys(visits):
        if steps <= 0:
            return
        steps -= _steps_of(visit)
        yield visit


def _known(shapes: Shapes) -> tuple[str, ...]:
    return tuple(sorted({*shapes, *MADE_BY_SCRIPTS}))


def _all(travel: Callable[[Journey], list[str]], journeys: Iterable[Journey]) -> list[str]:
    return [
        f"{'web' if journey.web else 'disk'}, {Path(journey.site).parent.name}: {fault}"
        for journey in journeys
        for fault in travel(journey)
    ]


def _steps(journey: Journey) -> int:
    return sum(map(_steps_of, journey.visits))


def _steps_of(visit: Visit) -> int:
    return max(len(visit.texts), 1)


SUITE = Suite(
    name="payloads",
    short=300,
    long=20_000,
    run=run,
    variant="texts are written as markup, script, formula, address and end of field",
    control=control,
)
