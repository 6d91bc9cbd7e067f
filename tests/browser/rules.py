"""Rules of access that axe-core does not know, each a script that gives the faults of the page it runs in."""

from __future__ import annotations

from typing import Final

from tests.browser.axe import LUMINANCE

# A focus is seen by an outline of at least two pixels with 3 to 1 to what is around it (WCAG 2.2, 2.4.7, 1.4.11), and
# not hidden below what stays in its place while the page scrolls (2.4.11). The keys come from above and from below.
FOCUS: Final = (
    "async () => {"
    + LUMINANCE
    + """
    const around = (one) => {
        for (let place = one.parentElement; place; place = place.parentElement) {
            const colour = parts(getComputedStyle(place).backgroundColor);
            if (colour[3] === 255) return light(colour);
        }
        return light(parts("Canvas"));
    };
    const contrast = (one, two) => (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    const named = (one) => (one.ariaLabel || one.textContent).trim().slice(0, 40);
    const told = (one) => `${one.tagName.toLowerCase()}.${one.className} "${named(one)}"`;
    const faults = new Set();
    const takes = "a[href], button, input, select, textarea, summary, [tabindex='0']";
    const all = [...document.querySelectorAll(takes)]
        .filter((one) => one.checkVisibility({visibilityProperty: true}) && !one.disabled);
    const places = (one) => [...one.getClientRects()].filter(({width, height}) => width > 1 && height > 1);
    const seenAt = (one, {left, right, top, bottom}) => [[(left + right) / 2, (top + bottom) / 2], [left + 2, top + 2],
        [right - 2, bottom - 2]].some(([x, y]) => {
            const found = document.elementFromPoint(x, y);
            return found && (one.contains(found) || found.contains(one) || found.closest("label")?.contains(one));
        });
    for (const order of [all, [...all].reverse()]) {
        for (const one of order) {
            one.focus();
            if (document.activeElement !== one) continue;
            const look = [null, "::before", "::after"].map((part) => getComputedStyle(one, part))
                .find(({outlineStyle, outlineWidth}) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 2);
            if (!look) faults.add(`no outline: ${told(one)}`);
            else if (contrast(light(parts(look.outlineColor)), around(one)) < 3) faults.add(`faint: ${told(one)}`);
            const where = places(one);
            if (where.length && !where.some((place) => seenAt(one, place))) faults.add(`hidden: ${told(one)}`);
        }
    }
    return [...faults];
}"""
)

# One main, one head, one foot, and a name of its own for each way through the page.
LANDMARKS: Final = """() => {
    const faults = [];
    for (const [name, selector] of [["main", "main"], ["head", "body > header"], ["foot", "body > footer"]]) {
        if (document.querySelectorAll(selector).length !== 1) faults.push(`not one ${name}`);
    }
    const names = [...document.querySelectorAll("nav, [role=search], [role=region], aside")].map((one) => {
        const by = one.getAttribute("aria-labelledby");
        const named = (id) => document.getElementById(id)?.textContent ?? "";
        const name = one.ariaLabel ?? by?.split(" ").map(named).join(" ");
        return `${one.tagName} ${one.getAttribute("role") ?? ""} ${name?.trim() ?? ""}`;
    });
    for (const name of names) {
        if (name.endsWith(" ") && !name.includes("search")) faults.push(`no name: ${name}`);
        if (names.indexOf(name) !== names.lastIndexOf(name)) faults.push(`twice: ${name}`);
    }
    return faults;
}"""

# One heading of the first level, and none that leaves a level out; those that are hidden or folded away count.
HEADINGS: Final = """() => {
    const levels = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((one) => [Number(one.tagName[1]), one]);
    const faults = levels.filter(([level], place) => level > (place ? levels[place - 1][0] : 0) + 1)
        .map(([level, one]) => `level ${level} after less: ${one.textContent.trim()}`);
    if (levels.filter(([level]) => level === 1).length !== 1) faults.push("not one h1");
    return faults.concat(levels.filter(([, one]) => !one.textContent.trim()).map(() => "an empty heading"));
}"""

# A table is told by a caption or by the frame that it scrolls in, and each of its heads says of what it is.
TABLES: Final = """() => [...document.querySelectorAll("table")].flatMap((table) => {
    const frame = table.closest("[aria-label], [aria-labelledby]");
    const faults = table.caption?.textContent.trim() || frame ? [] : ["no name"];
    if (!table.querySelector("th")) faults.push("no head");
    if (table.querySelector("th:not([scope])")) faults.push("a head without a scope");
    if (table.closest(".scroll") && table.closest(".scroll").tabIndex !== 0) faults.push("keys cannot scroll it");
    return faults.map((fault) => `${fault}: ${table.textContent.trim().slice(0, 60)}`);
})"""

# Nothing moves for who asked for less of it (WCAG 2.2, 2.3.3).
MOTION: Final = """() => [...document.querySelectorAll("*")].filter((one) => {
    const look = getComputedStyle(one);
    if (!one.checkVisibility()) return false;
    return look.animationName !== "none" || look.scrollBehavior === "smooth"
        || look.transitionDuration.split(",").some((part) => parseFloat(part) > 0);
}).map((one) => `${one.tagName} .${one.className}`)"""

# Text that has to be read by scrolling both ways is not read (WCAG 2.2, 1.4.10); tables scroll in frames of their own.
WIDTH: Final = """() => document.documentElement.scrollWidth > innerWidth
    ? [`scrolls sideways: ${document.documentElement.scrollWidth} px`] : []"""

# In the reader's own colours no background is left: what can be pressed has a border or a line below it, and what is
# chosen, or where the reader is, differs from its neighbours in more than colours.
COLOURS: Final = """() => {
    const line = (one) => {
        const look = getComputedStyle(one);
        return ["Top", "Bottom", "Left", "Right"].some((side) => look[`border${side}Style`] !== "none"
            && parseFloat(look[`border${side}Width`]) >= 1) || look.textDecorationLine !== "none";
    };
    const told = (one) => one.outerHTML.slice(0, 100);
    const shown = (one) => one.checkVisibility({visibilityProperty: true});
    const bare = [...document.querySelectorAll("button, input:not([type=checkbox], [type=radio]), select, textarea")]
        .filter((one) => shown(one) && !one.closest(".years, th") && !line(one))
        .map((one) => `no border: ${told(one)}`);
    const marks = ["outlineStyle", "outlineWidth", "borderTopWidth", "borderBottomWidth", "borderLeftWidth",
        "fontWeight", "textDecorationLine", "textDecorationThickness"];
    const same = (one, other) => marks.every((mark) => getComputedStyle(one)[mark] === getComputedStyle(other)[mark]);
    const state = "[aria-current]:not([aria-current=false]), [aria-selected=true], [aria-pressed=true]";
    const unmarked = [...document.querySelectorAll(state)].filter((one) => shown(one)).filter((one) => {
        const list = one.closest("ol, ul, [role=listbox]");
        const others = [...(list?.querySelectorAll(one.tagName) ?? [])].filter((other) => !other.matches(state));
        return others.length && others.every((other) => same(one, other)) && one.querySelector("*") === null;
    }).map((one) => `told by colour alone: ${told(one)}`);
    return [...bare, ...unmarked];
}"""

# On paper nothing is there that can only be pressed, and black stands on white. The heads of tables keep their words,
# the page that shows every part shows buttons too, and a list of hits has its query for a heading.
PAPER: Final = """() => {
    const shown = (one) => one.checkVisibility({visibilityProperty: true}) && one.getClientRects().length > 0;
    const useless = "nav, form, button:not(.sort), input, select, .skip, [role=search], dialog";
    const faults = [...document.querySelectorAll(useless)].filter((one) => shown(one) && !one.closest(".pattern"))
        .map((one) => `printed: ${one.outerHTML.slice(0, 90)}`);
    const {backgroundColor} = getComputedStyle(document.documentElement);
    if (backgroundColor !== "rgb(255, 255, 255)") faults.push("paper is not white");
    if (![...document.querySelectorAll("h1, .page-search main")].some(shown)) faults.push("no heading");
    if (document.documentElement.scrollWidth > innerWidth) faults.push("wider than the paper");
    for (const one of document.querySelectorAll("main a[rel~=external]")) {
        const address = `${one.textContent} ${getComputedStyle(one, "::after").content}`;
        if (shown(one) && !address.includes(one.getAttribute("href"))) {
            faults.push(`no address: ${one.outerHTML.slice(0, 120)}`);
        }
    }
    return faults;
}"""

# Every text of a document says in what language it is, and the words of the site beside it say theirs.
LANGUAGES: Final = """([site, documents]) => {
    const spoken = (one) => one.closest("[lang]").lang;
    const texts = [...document.querySelectorAll("[data-zone]")].filter((one) => spoken(one) !== documents);
    const ours = ".table-facts, .no-answer, .label .side, .copy-table, .eyebrow, dt";
    const own = [...document.querySelectorAll(`main :is(${ours})`)]
        .filter((one) => spoken(one) !== site);
    return [...texts, ...own].map((one) => `${spoken(one)}: ${one.outerHTML.slice(0, 120)}`);
}"""
