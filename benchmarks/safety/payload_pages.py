"""What no page may hold, whatever its documents say: looked for in the tree that an independent parser makes of it."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib  # type: ignore[import-untyped]

from benchmarks.safety.payload_texts import TEMPLATES
from tests.build.site_check import DATA_BLOCKS, POLICY

Shapes = Mapping[str, frozenset[str]]
"""The names of the attributes that each element of our own pages has."""

_ADDRESSES = frozenset(
    {"href", "src", "action", "formaction", "data", "poster", "cite", "background", "ping", "srcset", "xlink:href"}
)  # fmt: skip
_LOADS = frozenset(
    {"script", "img", "iframe", "frame", "embed", "object", "source", "video", "audio", "image", "use"}
)
# Other links tell where something is, and load nothing.
_LOADING_LINKS = frozenset(
    {"stylesheet", "icon", "preload", "prefetch", "modulepreload", "manifest", "dns-prefetch"}
)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_KNOWN_SCHEMES = frozenset({"http", "https", "mailto"})
# As a browser reads an address (https://url.spec.whatwg.org/#concept-basic-url-parser).
_LEFT_OUT = re.compile("[\t\n\r]")
_AROUND = "".join(map(chr, range(0x21)))
# What a part is called stands in its anchor, behind a letter that keeps it from naming anything else.
_ANCHOR = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*|[va]-.*", re.DOTALL)
# What would name something else: https://html.spec.whatwg.org/multipage/nav-history-apis.html#named-access-on-the-window-object
_OWN_NAMES = frozenset(template for template in TEMPLATES if template.isidentifier())


def parsed(text: str) -> Element:
    """The tree of a page, as a browser would make it without scripts."""
    root: Element = html5lib.parse(text, namespaceHTMLElements=False)
    return root


def shapes_of(pages: Iterable[Path]) -> Shapes:
    """The elements of harmless pages with the names of their attributes."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for page in pages:
        for element in _elements(parsed(page.read_text("utf-8"))):
            found[_tag(element)].update(map(str, element.attrib))
    return {tag: frozenset(attributes) for tag, attributes in found.items()}


def page_faults(text: str, shapes: Shapes) -> Iterator[str]:
    """What a page holds that it must not. shapes: those of harmless pages."""
    root = parsed(text)
    yield from _policy_faults(root)
    for element in _elements(root):
        yield from _shape_faults(element, shapes)
        yield from _address_faults(element)
        yield from _script_faults(element)
        for key in ("id", "name"):
            value = element.get(key)
            if value and (value in _OWN_NAMES or not _ANCHOR.fullmatch(value)):
                yield f"{_tag(element)} takes the {key} {value!r}"


def address_fault(address: str, *, loads: bool) -> str | None:
    """What is wrong with an address that a page leads to, or loads."""
    read = _LEFT_OUT.sub("", address.strip(_AROUND))
    scheme = _SCHEME.match(read)
    if scheme and (loads or scheme[1].lower() not in _KNOWN_SCHEMES):
        return f"{'loads' if loads else 'leads to'} {address[:120]!r}"
    if not scheme and read.replace("\\", "/").startswith("//"):
        return f"another host: {address[:120]!r}"
    return None


def _policy_faults(root: Element) -> Iterator[str]:
    head = root.find("head")
    found = [element for element in _elements(root) if (element.get("http-equiv") or "").strip()]
    if [element.get("content") for element in found] != [POLICY]:
        yield f"{len(found)} elements speak for the server, or the policy is another"
    elif head is None or not any(element is found[0] for element in list(head)[:2]):
        yield "the policy comes too late"


def _shape_faults(element: Element, shapes: Shapes) -> Iterator[str]:
    tag = _tag(element)
    if tag not in shapes:
        yield f"an element of its own: <{tag}>"
    for name in map(str, element.attrib):
        if name.startswith("on") or name in {"style", "srcdoc"} or name not in shapes.get(tag, ()):
            yield f"an attribute of its own: <{tag} {name}={element.get(name)!r}>"[:200]


def _address_faults(element: Element) -> Iterator[str]:
    tag = _tag(element)
    rels = (element.get("rel") or "").lower().split()
    loads = tag in _LOADS or (tag == "link" and bool(_LOADING_LINKS & set(rels)))
    for name in _ADDRESSES & set(map(str, element.attrib)):
        fault = address_fault(str(element.get(name)), loads=loads)
        if fault:
            yield f"<{tag} {name}>: {fault}"


def _script_faults(element: Element) -> Iterator[str]:
    if _tag(element) != "script" or element.get("src"):
        return
    text = element.text or ""
    if element.get("type") not in DATA_BLOCKS:
        yield f"a script within the page: {text[:80]!r}"
        return
    try:
        json.loads(text)
    except ValueError:
        yield f"a block of facts that is none: {text[:80]!r}"
    if "<" in text:
        yield f"a block of facts with markup in it: {text[:80]!r}"


def _elements(root: Element) -> Iterator[Element]:
    # A comment is no element: its tag is the function that makes one.
    return (element for element in root.iter() if not isinstance(element.tag, Callable))  # type: ignore[arg-type]


def _tag(element: Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()
