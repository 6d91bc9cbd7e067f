"""Reads the documentation: its pages, their headings, links, tables and code."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT

PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
NAMES = tuple(page.relative_to(ROOT).as_posix() for page in PAGES)

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
_LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")
_NOT_RUN = re.compile(r"<!-- not run: .+ -->\n+$")
_CODE = re.compile(r"`[^`\n]+`")


class Block(NamedTuple):
    """A block of code. excused: whether the line above says why it is not run."""

    language: str
    text: str
    excused: bool


def page_text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def blocks(name: str) -> list[Block]:
    """The blocks of code of a page, in their order."""
    text = page_text(name)
    return [
        Block(found[1], found[2], _NOT_RUN.search(text[: found.start()]) is not None)
        for found in _FENCE.finditer(text)
    ]


def prose(name: str) -> str:
    """The page without its blocks of code."""
    return _FENCE.sub("", page_text(name))


def links(name: str) -> list[str]:
    """Where the links and images of a page lead."""
    return [target for _, target in _LINK.findall(_CODE.sub("", prose(name)))]


def images(name: str) -> list[Path]:
    """The files of the images of a page."""
    return [(ROOT / name).parent / target for mark, target in _LINK.findall(prose(name)) if mark]


def anchors(page: Path) -> set[str]:
    """The anchors of the headings of a page, as GitHub makes them."""
    text = _FENCE.sub("", page.read_text("utf-8"))
    return {_anchor(heading) for heading in _HEADING.findall(text)}


def section(name: str, heading: str) -> str:
    """What a page has under a heading, up to the next heading of the same rank or a higher one."""
    mark = heading.partition(" ")[0]
    _, found, rest = page_text(name).partition(f"\n{heading}\n")
    assert found, f"{name} has no heading {heading!r}"
    return re.split(rf"^#{{1,{len(mark)}}} ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def rows(text: str) -> list[list[str]]:
    """The cells of the rows of the tables in a text, without their heads."""
    found: list[list[str]] = []
    for line in text.splitlines():
        if not line.startswith("|"):
            continue
        cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if all(set(cell) <= set("-:") for cell in cells):
            found.pop()
            continue
        found.append(cells)
    return found


def coded(text: str) -> list[str]:
    """What stands between backquotes."""
    return [code.strip("`") for code in _CODE.findall(text)]


def _anchor(heading: str) -> str:
    kept = re.sub(r"[^\w\- ]", "", heading.strip().lower())
    return kept.replace(" ", "-")
