"""Faults of a built site that any page can have: broken links, missing anchors, what the policy forbids."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; frame-src 'self'; "
    "worker-src blob:; form-action 'self' file:; base-uri 'none'"
)
# What pages lead to besides pages.
HANDED_OUT = {".html", ".csv", ".xml", ".zip", ".atom", ".bib", ".db", ".json", ".jsonl", ".ris", ".sha256"}
# Of these a browser runs nothing.
DATA_BLOCKS = {"application/json", "application/ld+json"}
LOADING = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src", "object": "data"}


class Site:
    """The pages of a site by their path, each parsed once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.paths = sorted(folder.rglob("*.html"))
        self.page = functools.cache(lambda path: BeautifulSoup(path.read_text("utf-8"), "html.parser"))

    def faults(self, *checks: Callable[[Site, Path, BeautifulSoup], Iterator[str]]) -> list[str]:
        """What the checks find, as "page: fault"."""
        return [
            f"{path.relative_to(self.folder)}: {fault}"
            for path in self.paths
            for check in checks
            for fault in check(self, path, self.page(path))
        ]


def links(site: Site, path: Path, page: BeautifulSoup) -> Iterator[str]:
    """Links that are not relative, lead to no page or table of the site, or to no anchor of a page."""
    for tag in page.find_all(["a", "form"]):
        address = str(tag.get("href") or tag.get("action"))
        parts = urlsplit(address)
        if parts.scheme in {"http", "https"} and tag.name == "a":
            if "external" not in (tag.get("rel") or []):
                yield f"external link without rel: {address}"
            continue
        if parts.scheme or parts.netloc or address.startswith("/"):
            yield f"not relative: {address}"
            continue
        target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
        if target.suffix not in HANDED_OUT or not target.is_file():
            yield f"no page: {address}"
        elif parts.fragment and site.page(target).find(id=parts.fragment) is None:
            yield f"no anchor: {address}"


def loaded_files(site: Site, path: Path, page: BeautifulSoup) -> Iterator[str]:
    """Files that a page loads and that are not there."""
    for tag in page.find_all(LOADING.keys()):
        # A vocabulary of metadata is named, not loaded (https://www.dublincore.org/specifications/dublin-core/dc-html/).
        if any(rel.startswith("schema.") for rel in tag.get("rel") or []):
            continue
        address = tag.get(LOADING[tag.name])
        if address and not (path.parent / str(address)).resolve().is_relative_to(site.folder):
            yield f"loads from elsewhere: {address}"
        elif address and not (path.parent / str(address)).is_file():
            yield f"loads what is not there: {address}"


def policy(site: Site, path: Path, page: BeautifulSoup) -> Iterator[str]:
    """A missing policy, or what it forbids: inline script, style or handlers."""
    metas = page.find_all("meta", attrs={"http-equiv": "Content-Security-Policy"})
    if [meta["content"] for meta in metas] != [POLICY]:
        yield "no policy, or another one"
    for tag in page.find_all(True):
        if tag.name == "style" or tag.get("style") is not None:
            yield f"inline style: {tag.name}"
        if tag.name == "script" and not tag.get("src") and tag.get("type") not in DATA_BLOCKS:
            yield "inline script"
        if any(name.startswith("on") for name in tag.attrs):
            yield f"handler: {tag.name}"


def outline(site: Site, path: Path, page: BeautifulSoup) -> Iterator[str]:
    """One h1, no level left out, landmarks, a language, a title, and ids that are given once."""
    levels = [int(heading.name[1]) for heading in page.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} h1"
    for before, after in itertools.pairwise(levels):
        if after > before + 1:
            yield f"h{after} after h{before}"
    for landmark in ("header", "nav", "main", "footer"):
        if page.find(landmark) is None:
            yield f"no {landmark}"
    if not (isinstance(page.html, Tag) and page.html.get("lang") and page.title and page.title.text.strip()):
        yield "no language or no title"
    ids = [tag["id"] for tag in page.find_all(id=True)]
    yield from (f"id given twice: {one}" for one in sorted({str(one) for one in ids if ids.count(one) > 1}))
    named = {
        str(tag[name]) for name in ("aria-labelledby", "for") for tag in page.find_all(attrs={name: True})
    }
    yield from (f"nothing is called {one}" for one in sorted(named - {str(one) for one in ids}))
    for field in page.find_all(["input", "select"]):
        if not field.get("aria-label") and page.find("label", attrs={"for": field.get("id")}) is None:
            yield f"no label: {field}"
