"""The scripts of pages besides those of search, in few files: for all, for the pages of records, for tables."""

from __future__ import annotations

# File name -> its scripts, in the order in which they need each other. The one for tables needs "clipboard" before it.
PAGE_BUNDLES: dict[str, tuple[str, ...]] = {
    "page-bundle.js": ("keys", "languages"),
    "record-bundle.js": ("page-text", "clipboard", "cite"),
    "table-bundle.js": ("table-values", "tables"),
}
