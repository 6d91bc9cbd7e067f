"""The scripts of the search page in one file: one request in the place of one for each."""

from __future__ import annotations

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
    "locale",
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
    "clipboard",
    "search-export",
    "search-tools",
    "search-print",
    "search-counts",
    "search-page",
)
