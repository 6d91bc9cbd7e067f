"""Every kind of page, in every state, keeps the rules of access: those of axe-core, and those that it does not know.

Pages are walked through once for each state, and everything is asked of a page while it is there.
"""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import axe, rules
from tests.browser.every_kind import build_every_kind, page_kinds, pages_by_kind

QUESTION = "vragen/2023-2024/jo-brouns/322.html"
STATES = {state.name: state for state in axe.STATES}
PAPER = axe.State("paper", width=720, height=1000)
# As wide as a telephone: above 320 px lines break elsewhere, and what can be pressed stands closer together.
TELEPHONE = axe.State("360 px", width=360, height=740)
OTHER_STATES = {state.name: state for state in (PAPER, TELEPHONE)}
# What is asked in which state. Colours are other ones in the dark, places on a narrow screen.
ASKED: dict[str, tuple[str, ...]] = {
    "light": ("AXE", "DRAWN", "FOCUS", "LANDMARKS", "HEADINGS", "TABLES", "MOTION"),
    "dark": ("AXE", "DRAWN", "FOCUS"),
    "320 px": ("AXE", "FOCUS"),
    "360 px": ("TARGETS", "FOCUS", "WIDTH"),
    "400 %": ("FOCUS",),
    "forced colours": ("AXE", "COLOURS"),
    "paper": ("PAPER",),
}
TITLE = re.compile("<title>(.*?)</title>", re.DOTALL)
Walk = Callable[[str], Mapping[str, list[str]]]


@pytest.fixture(scope="module")
def walk(browser: Browser, every_site: Path) -> Walk:
    """What is found in a state on a page of each kind and on every face of the search page, by rule."""

    @functools.cache
    def found_in(name: str) -> Mapping[str, list[str]]:
        state = (STATES | OTHER_STATES)[name]
        page = axe.page_in(browser, state)
        found: defaultdict[str, list[str]] = defaultdict(list)
        for face in axe.faces(pages_by_kind(every_site), most=1):
            page.emulate_media(media="screen")
            axe.shown(page, every_site.as_uri(), face)
            if name == "paper":
                page.emulate_media(media="print")
            for rule in ASKED[name]:
                found[rule] += [f"{face.name}: {one}" for one in asked(page, rule, state, face)]
        page.close()
        return found

    return found_in


def asked(page: Page, rule: str, state: axe.State, face: axe.Face) -> list[str]:
    """What a rule finds on the page that is shown."""
    if rule == "AXE":
        some = axe.COLOUR_RULES if state.dark or state.forced_colours else ()
        verdict = axe.examined(page, some, face.within)
        return [str(one) for one in (*verdict.violations, *axe.undecided(verdict))]
    if rule == "TARGETS":
        return [str(one) for one in axe.examined(page, ("target-size",), face.within).violations]
    if rule == "DRAWN":
        return axe.faint_drawn_text(page)
    return list(page.evaluate(getattr(rules, rule)))


def test_the_site_has_a_page_of_every_kind(every_site: Path) -> None:
    assert set(pages_by_kind(every_site)) == page_kinds()


@pytest.mark.parametrize(("state", "rule"), [(state, rule) for state, some in ASKED.items() for rule in some])
def test_no_kind_of_page_and_no_face_of_the_search_page_breaks(state: str, rule: str, walk: Walk) -> None:
    assert walk(state)[rule] == []


def test_pages_are_told_apart_by_their_titles(every_site: Path) -> None:
    """WCAG 2.2, 2.4.2: in a list of tabs or bookmarks nothing else of a page is seen."""
    titles: defaultdict[str, list[str]] = defaultdict(list)
    for path in sorted(every_site.rglob("*.html")):
        if found := TITLE.search(path.read_text("utf-8")):
            titles[found[1]].append(path.relative_to(every_site).as_posix())
    assert len(titles) > 60
    assert {title: pages for title, pages in titles.items() if len(pages) > 1} == {}


@pytest.fixture(scope="module")
def french_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site with its interface in French, whose words are longer."""
    return build_every_kind(tmp_path_factory.mktemp("french"), language="fr")


@pytest.mark.long
@pytest.mark.parametrize("name", ["light", "320 px"])
def test_the_pages_in_french_keep_the_rules_too(name: str, browser: Browser, french_site: Path) -> None:
    state = STATES[name]
    page = axe.page_in(browser, state)
    found = []
    for face in axe.faces(pages_by_kind(french_site), most=1):
        axe.shown(page, french_site.as_uri(), face)
        found += [
            f"{face.name}: {one}" for rule in ("AXE", "WIDTH") for one in asked(page, rule, state, face)
        ]
    page.close()
    assert found == []


SHRINK = (
    "(one) => { one.style.cssText = 'display: inline-block; padding: 0; margin: 0; min-width: 0; min-height: 0;"
    " height: 9px; width: 9px'; }"
)
HARMS = [
    ("color-contrast", "document.querySelector('main p').style.color = 'rgb(128 128 128 / 0.5)'"),
    ("scope-attr-valid", "document.querySelector('th').scope = 'x'"),
    ("page-has-heading-one", "document.querySelector('h1').remove()"),
    ("html-has-lang", "document.documentElement.removeAttribute('lang')"),
    (
        "label",
        "document.querySelectorAll('#find, .find label').forEach((one) => { one.outerHTML = '<input>'; })",
    ),
    ("target-size", f"document.querySelectorAll('.contents li, .contents a').forEach({SHRINK})"),
]


@pytest.mark.parametrize(("rule", "harm"), HARMS)
def test_axe_sees_a_fault(rule: str, harm: str, browser: Browser, every_site: Path) -> None:
    page = axe.page_in(browser, STATES["light"])
    page.goto((every_site / QUESTION).as_uri())
    page.evaluate(harm)
    found = {one.rule for one in axe.examined(page, (rule,)).violations}
    page.close()
    assert found == {rule}


def test_text_that_is_hidden_in_part_stays_undecided(browser: Browser, every_site: Path) -> None:
    page = axe.page_in(browser, STATES["light"])
    page.goto((every_site / QUESTION).as_uri())
    page.evaluate(
        "(style) => { const cover = document.createElement('div'); cover.style.cssText = style;"
        " const covered = document.querySelector('h1'); covered.style.position = 'relative';"
        " covered.append(cover); }",
        "position: absolute; inset: 0; width: 50%; background: #888",
    )
    undecided = axe.undecided(axe.examined(page, ("color-contrast",)))
    page.close()
    assert [(one.target, one.why) for one in undecided] == [("h1", "bgOverlap")]


def test_faint_text_in_a_drawing_is_seen(browser: Browser, every_site: Path) -> None:
    page = axe.page_in(browser, STATES["light"])
    page.goto((every_site / "cijfers.html").as_uri())
    page.evaluate("document.querySelector('main svg text').style.fill = '#ccc'")
    faint = axe.faint_drawn_text(page)
    page.close()
    assert len(faint) == 1


def test_every_accepted_doubt_is_met_somewhere(browser: Browser, every_site: Path) -> None:
    page = axe.page_in(browser, STATES["light"])
    met = set()
    pages = pages_by_kind(every_site)
    for kind in ("figures", "topic"):
        page.goto((every_site / pages[kind][0]).as_uri())
        met |= {(one.rule, one.why, one.drawn) for one in axe.examined(page, axe.COLOUR_RULES).incomplete}
    page.close()
    assert met >= set(axe.ACCEPTED)


OTHER_HARMS = [
    ("FOCUS", "document.querySelector('#find').style.outline = 'none'", "no outline"),
    ("FOCUS", "document.querySelector('.site-name').style.outlineColor = '#f8f8f8'", "faint"),
    (
        "FOCUS",
        "document.querySelector('.site-foot').style.cssText = 'position: fixed; inset: 0; z-index: 9'",
        "hidden",
    ),
    ("LANDMARKS", "document.querySelector('footer').remove()", "not one foot"),
    ("LANDMARKS", "document.querySelector('nav').ariaLabel = ''", "no name"),
    ("HEADINGS", "document.querySelectorAll('main h2').forEach((one) => one.remove())", "level 3 after less"),
    ("TABLES", "document.querySelector('th').removeAttribute('scope')", "a head without a scope"),
    ("MOTION", "document.querySelector('h1').style.transition = 'color 1s'", "H1"),
    ("COLOURS", "document.querySelector('#find').style.border = '0'", "no border"),
    ("WIDTH", "document.querySelector('h1').style.minWidth = '2000px'", "scrolls sideways"),
    ("PAPER", "document.querySelector('.site-nav').style.cssText = 'display: block !important'", "printed"),
]


@pytest.mark.parametrize(("rule", "harm", "fault"), OTHER_HARMS)
def test_a_fault_is_seen(browser: Browser, every_site: Path, rule: str, harm: str, fault: str) -> None:
    page = axe.page_in(browser, STATES["light"])
    page.goto((every_site / QUESTION).as_uri())
    page.emulate_media(media="print" if rule == "PAPER" else "screen")
    page.evaluate(harm)
    found = page.evaluate(getattr(rules, rule))
    page.close()
    assert any(fault in one for one in found), found


def test_texts_of_documents_and_of_the_site_tell_their_language(browser: Browser, tmp_path: Path) -> None:
    site = build_every_kind(tmp_path, language="en")
    page = browser.new_page()
    found = []
    for addresses in pages_by_kind(site).values():
        page.goto((site / addresses[0]).as_uri())
        found += [f"{addresses[0]}: {one}" for one in page.evaluate(rules.LANGUAGES, ["en", "nl"])]
    page.close()
    assert found == []
