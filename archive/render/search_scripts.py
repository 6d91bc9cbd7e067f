"""The scripts of the search page in one file: one request in the place of one for each."""

from __future__ import annotations

from pathlib import Path

from archive.search.client import bare

PAGE_BUNDLE = "search-page-bundle.js"
# In the order in which they need each other; behind the client of search.
PAGE_SCRIPTS = (
    "query-mending",
    "spelling",
    "complete",
    "suggest",
    "search-assistance",
    "query-explanation",
    "search-state",
    "search-view",
    "search-hits",
    "search-facets",
    "search-years",
    "snippet-words",
    "snippets",
    "search-pieces",
    "search-ways",
    "search-notices",
    "search-combobox",
    "search-export",
    "search-tools",
    "search-print",
    "search-counts",
    "search-page",
)


def write_page_bundle(assets: Path) -> None:
    """Writes the bundle of the scripts in the folder `assets` beside them."""
    scripts = ((assets / f"{name}.js").read_text("utf-8") for name in PAGE_SCRIPTS)
    (assets / PAGE_BUNDLE).write_text("".join(map(bare, scripts)), "utf-8")
