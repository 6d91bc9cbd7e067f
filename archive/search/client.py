"""The search client of the browser in one file: its sources in `site/`, without comments and indentation."""

from __future__ import annotations

import re
from collections.abc import Iterable
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
_COMMENT = re.compile(r"^[ \t]*(?:/\*\*(?:[^*]|\*(?!/))*\*/|//[^\n]*)[ \t]*\n", re.MULTILINE)
_INDENTATION = re.compile(r"^[ \t]+|^\n", re.MULTILINE)


def write_bundle(assets: Path) -> None:
    """Writes the bundle of the scripts in the folder `assets` beside them: one request instead of many."""
    (assets / BUNDLE).write_bytes(bundled(assets, CLIENT))


def bundled(folder: Path, names: Iterable[str]) -> bytes:
    """The scripts of these names in a folder as one file."""
    scripts = ((folder / f"{name}.js").read_text("utf-8") for name in names)
    return "".join(map(bare, scripts)).encode()


def bare(script: str) -> str:
    """A script without the lines that only its readers need. No text in it may run on over a line's end."""
    return _INDENTATION.sub("", _COMMENT.sub("", script))
