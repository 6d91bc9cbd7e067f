"""The page of patterns shows every part that the pages use, and the style has no rule that nothing uses."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from archive.render.pattern_page import PATTERNS_ADDRESS
from archive.render.shipped import shipped_folder

TEMPLATES, SITE = shipped_folder("templates"), shipped_folder("site")
RENDER = Path(__file__).parents[2] / "archive" / "render"
_CLASS = re.compile(r"""class=\\?"((?:[^"{]|\{\{.*?\}\}|\{%.*?%\})*)\"""")
_JINJA = re.compile(r"\{%.*?%\}|\{\{.*?\}\}")
_WORD = re.compile(r"[a-z][a-z0-9-]*[a-z0-9]")
# What lays out one page, or one region of it, and is no part that others could use.
LAYOUT = frozenset(
    _WORD.findall(
        """about absent anew aside attachment both codebook columns difference differs examples examples-title group
    heads
    hero joined listing note-kind offer onwards others passage-heading pinned printed record-head refused report
    reported reported-value sources story-tables tables taking uses way ways with-aside"""
    )
)
# What comes and goes at a touch: a list that drops down, a button that a script sets beside a part, the search page.
PASSING = frozenset(
    _WORD.findall(
        """cite-this cite-which completion completion-kind completion-text completions download facet-find lost
    more-values
    print-query screen-only sort ways-on ways-title"""
    )
)
# What stands in the head of every page, this one too, of a site in several languages.
IN_THE_HEAD = frozenset({"languages"})
# Made of pieces, one of them a number or a name.
MADE = re.compile(r"s[1-8]|(?:wide|narrow)-only|fate-(?:new|dropped|changed)|page-[a-z-]+")


@cache
def styled() -> frozenset[str]:
    """Every class that a rule of the style names."""
    found: set[str] = set()
    for path in (*SITE.glob("style/*.css"), *SITE.glob("*.css")):
        text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
        found.update(re.findall(r"\.([a-z][a-z0-9-]*)", re.sub(r"\{[^{}]*\}", "{}", text)))
    return frozenset(found)


@cache
def written(folder: Path, pattern: str) -> frozenset[str]:
    """Every class that the templates, or the modules that write HTML themselves, give to an element."""
    found: set[str] = set()
    for path in folder.glob(pattern):
        for value in _CLASS.findall(path.read_text("utf-8")):
            found.update(word for word in _JINJA.sub(" ", value).split() if _WORD.fullmatch(word))
    return frozenset(found)


def in_templates() -> frozenset[str]:
    return written(TEMPLATES, "*.j2") | written(RENDER, "*.py")


@pytest.fixture(scope="module")
def shown(seed_site: Path) -> frozenset[str]:
    soup = BeautifulSoup((seed_site / PATTERNS_ADDRESS).read_bytes(), "html.parser")
    return frozenset(name for tag in soup.find_all(class_=True) for name in tag["class"])


def test_every_part_with_a_look_of_its_own_stands_on_the_page(shown: frozenset[str]) -> None:
    of_search = frozenset(name for name in styled() if name.startswith(("search-", "year")))
    parts = (in_templates() & styled()) - of_search - LAYOUT - PASSING - IN_THE_HEAD
    assert sorted(name for name in parts - shown if not MADE.fullmatch(name)) == []


def test_every_list_of_exceptions_names_what_there_is() -> None:
    assert sorted((LAYOUT | PASSING | IN_THE_HEAD) - styled()) == []


def test_no_rule_of_the_style_is_for_nothing() -> None:
    scripts = " ".join(path.read_text("utf-8") for path in SITE.glob("*.js"))
    modules = " ".join(path.read_text("utf-8") for path in (*RENDER.glob("*.py"), *TEMPLATES.glob("*.j2")))
    used = set(_WORD.findall(scripts)) | set(_WORD.findall(modules))
    assert sorted(name for name in styled() - used if not MADE.fullmatch(name)) == []


def test_every_series_of_a_chart_is_shown_in_its_own_way(seed_site: Path) -> None:
    soup = BeautifulSoup((seed_site / PATTERNS_ADDRESS).read_bytes(), "html.parser")
    assert {f"s{number}" for number in range(1, 9)} <= {
        name for tag in soup.find_all(class_=True) for name in tag["class"]
    }


def test_the_page_is_found_from_the_one_about_the_archive(seed_site: Path) -> None:
    soup = BeautifulSoup((seed_site / "over.html").read_bytes(), "html.parser")
    assert soup.select(f'a[href="{PATTERNS_ADDRESS}"]')
