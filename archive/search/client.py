"""The search client of the browser in one file: its sources in `site/`, without comments and indentation."""

from __future__ import annotations

import re
from pathlib import Path

BUNDLE = "search-bundle.js"
# In the order in which they need each other.
CLIENT = (
    "tokens",
    "query-errors",
    "query-values",
    "query-pointers",
    "query",
    "pace",
    "shards",
    "lists",
    "terms",
    "endings",
    "lexicon",
    "segments",
    "scoring",
    "words",
    "phrases",
    "facets",
    "leaves",
    "matches",
    "ranking",
    "search",
)

# Only comments that have their lines for themselves, which is where ours stand: no text or pattern is touched.
_COMMENT = re.compile(r"^[ \t]*(?:/\*\*.*?\*/|//[^\n]*)[ \t]*\n", re.DOTALL | re.MULTILINE)
_INDENTATION = re.compile(r"^[ \t]+|^\n", re.MULTILINE)


def write_bundle(assets: Path) -> None:
    """Writes the bundle of the scripts in the folder `assets` beside them: one request instead of many."""
    scripts = ((assets / f"{name}.js").read_text("utf-8") for name in CLIENT)
    (assets / BUNDLE).write_text("".join(map(bare, scripts)), "utf-8")


def bare(script: str) -> str:
    """A script without the lines that only its readers need. No text in it may run on over a line's end."""
    return _INDENTATION.sub("", _COMMENT.sub("", script))
