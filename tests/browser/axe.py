"""axe-core over a page as a reader meets it: light and dark, on a narrow screen, enlarged, in the reader's own colours.

The script is put into the page by the debugger, whose scripts the page's policy does not concern: the policy stays in
force for everything that the page itself does. Frames are left out: the only ones are those in which the search page
reads question pages, hidden and soon gone, and each of these is a page of its own here.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

import msgspec

from tests.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browser.firefox import Firefox

_SCRIPT: Final = ROOT / "tests" / "js" / "node_modules" / "axe-core" / "axe.min.js"
# WCAG 2.2 at the levels A and AA, with what axe holds for good practice.
TAGS: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
# Text of one sign and arrows are text too. What lies behind a table are shadows that tell of more beyond its edge:
# they are taken away, for axe says nothing of text before a picture.
_PREPARE: Final = """() => {
    const {options} = axe._audit.checks["color-contrast"];
    const wanted = {...options, ignoreUnicode: false, ignoreLength: true};
    axe.configure({checks: [{id: "color-contrast", options: wanted}]});
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { background-image: none !important; }");
    document.adoptedStyleSheets = [sheet];
}"""
_RUN: Final = """([runOnly, within]) => {
    const why = ({any, all, none}) => [...any, ...all, ...none];
    const told = ({id, nodes}) => nodes.map((node) => ({
        rule: id, target: node.target.join(" "), html: node.html.slice(0, 200),
        drawn: Boolean(document.querySelector(node.target.at(-1))?.closest("svg")),
        why: why(node).map((check) => check.data?.messageKey ?? check.id).join(", "),
        message: why(node).map((check) => check.message).join("; ").slice(0, 300),
    }));
    const wanted = {runOnly, iframes: false, resultTypes: ["violations", "incomplete"]};
    return axe.run(within || document, wanted).then(({violations, incomplete, passes}) => (
        {passes: passes.length, violations: violations.flatMap(told), incomplete: incomplete.flatMap(told)}
    ));
}"""
# axe looks for what lies behind a text in cells of 200 pixels. Of a line that stands on the edge of two it may say that
# something hides a part of it; a few pixels further down it does not.
_BY_PLACE: Final = "elmPartiallyObscuring"
_MOVE: Final = "(pixels) => { document.body.style.marginTop = `${pixels}px`; }"
_MOVED_PX: Final = 33
# A colour of any form as its parts from 0 to 255, and the relative luminance of such parts (WCAG 2.2).
LUMINANCE: Final = """
    const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
    const parts = (colour) => {
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = ([red, green, blue]) => [red, green, blue]
        .map((part) => part / 255)
        .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
        .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
"""
# Text in a drawing, with its contrast to the nearest colour behind the drawing; a halo is drawn in that colour.
_DRAWN: Final = (
    "() => {"
    + LUMINANCE
    + """
    const behind = (one) => {
        for (let place = one; place; place = place.parentElement) {
            const colour = parts(getComputedStyle(place).backgroundColor);
            if (colour[3] === 255) return light(colour);
        }
        return light(parts("Canvas"));
    };
    const contrast = (one, two) => (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    return [...document.querySelectorAll("main svg text")]
        .filter((one) => one.checkVisibility() && one.textContent.trim())
        .map((one) => [contrast(light(parts(getComputedStyle(one).fill)), behind(one)), one])
        .filter(([found]) => found < 4.5)
        .map(([found, one]) => `${one.textContent}: ${found.toFixed(2)}`);
}"""
)


class State(msgspec.Struct, frozen=True):
    """How a page is met. width and height in CSS pixels; scale: device pixels to each of them."""

    name: str
    width: int = 1280
    height: int = 900
    scale: int = 1
    dark: bool = False
    forced_colours: bool = False


# A screen of 1280 by 1024 pixels at 400 % is one of 320 by 256 CSS pixels with sixteen pixels to each.
STATES: Final = (
    State("light"),
    State("dark", dark=True),
    State("320 px", width=320, height=640),
    State("400 %", width=320, height=256, scale=4),
    State("forced colours", forced_colours=True),
)


# The rules that colours can break; by all others a page in the dark is the page in the light.
COLOUR_RULES: Final = ("color-contrast", "link-in-text-block")


class Finding(msgspec.Struct, frozen=True):
    """One element that breaks a rule, or of which axe cannot say.

    why: the keys of axe's own reasons; drawn: whether it stands in a drawing.
    """

    rule: str
    target: str
    html: str
    drawn: bool
    why: str
    message: str

    def __str__(self) -> str:
        return f"{self.rule} ({self.why}): {self.target}: {self.html}: {self.message}"


class Verdict(msgspec.Struct, frozen=True):
    """What axe says of a page. passes: how many rules it keeps."""

    passes: int
    violations: tuple[Finding, ...]
    incomplete: tuple[Finding, ...]


# What axe cannot decide: the rule, its reason, whether in a drawing; and why it is accepted.
ACCEPTED: Final[dict[tuple[str, str, bool], str]] = {
    ("color-contrast", "imgNode", True): "axe sees no colour behind a drawing; `faint_drawn_text` does",
    ("color-contrast", "bgOverlap", True): "axe sees no colour behind a drawing; `faint_drawn_text` does",
    ("color-contrast", "pseudoContent", False): "the dot of a timeline stands beside its text, not behind it",
}


@functools.cache
def _script() -> str:
    return _SCRIPT.read_text("utf-8")


def examined(page: Page, rules: tuple[str, ...] = (), within: str = "") -> Verdict:
    """What axe says of a page as it stands, by all rules or by some; within: of what a selector finds alone."""
    page.evaluate(_script())
    page.evaluate(_PREPARE)
    verdict = _answer(page, rules, within)
    if not any(one.why == _BY_PLACE for one in verdict.incomplete):
        return verdict
    page.evaluate(_MOVE, _MOVED_PX)
    moved = {one.target for one in _answer(page, ("color-contrast",), within).incomplete}
    page.evaluate(_MOVE, 0)
    left = (one for one in verdict.incomplete if one.why != _BY_PLACE or one.target in moved)
    return msgspec.structs.replace(verdict, incomplete=tuple(left))


def _answer(page: Page, rules: tuple[str, ...], within: str) -> Verdict:
    answer: Any = page.evaluate(_RUN, [_wanted(rules), within])
    return msgspec.convert(answer, Verdict)


def examined_in_firefox(fox: Firefox, rules: tuple[str, ...] = ()) -> Verdict:
    """What axe says of the page that Firefox shows, by all rules or by some."""
    fox.run(_script())
    fox.run(f"return ({_PREPARE})()")
    return msgspec.convert(fox.run(f"return ({_RUN})(arguments[0])", [_wanted(rules), ""]), Verdict)


def _wanted(rules: tuple[str, ...]) -> dict[str, Any]:
    return {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}


def undecided(verdict: Verdict) -> list[Finding]:
    """What axe could not say and nobody has looked at."""
    return [one for one in verdict.incomplete if (one.rule, one.why, one.drawn) not in ACCEPTED]


def faint_drawn_text(page: Page) -> list[str]:
    """The text in drawings whose contrast is below 4.5 to 1 (WCAG 2.2, 1.4.3), with what it is."""
    return list(page.evaluate(_DRAWN))


def page_in(browser: Browser, state: State) -> Page:
    """A new page in a state, in a context of its own; closing it closes that too."""
    return browser.new_page(
        viewport={"width": state.width, "height": state.height},
        device_scale_factor=state.scale,
        color_scheme="dark" if state.dark else "light",
        forced_colors="active" if state.forced_colours else "none",
        reduced_motion="reduce",
    )


class Face(msgspec.Struct, frozen=True):
    """A face of a page that a reader's doing brings: an address, what to do there, and by what it is known.

    within: what of the page is new there, where other things lie below it.
    """

    name: str
    address: str
    ready: str = "main"
    type: str = ""
    within: str = ""


# The search page shows another face for each outcome of a search.
SEARCH_FACES: Final = (
    Face("search: how to begin", "zoeken.html", "[data-face=start]"),
    Face("search: results", "zoeken.html?q=sociale", "#search-facets > *"),
    Face("search: results, filtered", "zoeken.html?q=huur&kind=written_question&sort=newest", ".chip"),
    Face("search: nothing found", "zoeken.html?q=sociale+xyzzyx", "[data-face=none]"),
    Face("search: a wrong query", "zoeken.html?q=(sociale", "[data-face=wrong]"),
    Face("search: completions", "zoeken.html", "[role=option]", "soc", ".search-box"),
)


def shown(page: Page, start: str, face: Face) -> None:
    """Brings the page to a face, with everything unfolded, and every hit with its snippet.

    start: the address of the site, without a slash.
    """
    page.goto(f"{start}/{face.address}")
    if face.type:
        page.locator("main input[type=search]").press_sequentially(face.type)
    page.locator(face.ready).first.wait_for(state="attached")
    page.locator(".hit:not(.lost) > .snippet:empty").first.wait_for(state="detached")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")


def faces(pages: dict[str, list[str]], most: int) -> Iterator[Face]:
    """At most so many pages of each kind, and every face of the search page. pages: addresses by kind."""
    for kind, addresses in pages.items():
        if kind != "search":
            yield from (Face(kind, address) for address in addresses[:most])
    yield from SEARCH_FACES
