"""The style sheet of every page: its parts in `site/style/` in one file, one request in the place of one for each."""

from __future__ import annotations

import re
from pathlib import Path

STYLE_SHEET = "style.css"
STYLE_FOLDER = "style"
# What is plain comes before what changes it: of two rules that weigh the same, the later one holds.
STYLE_PARTS = (
    "tokens",
    "base",
    "frame",
    "small",
    "cards",
    "counted",
    "timeline",
    "home",
    "facts",
    "question",
    "table",
    "chart",
    "periods",
    "reading",
    "comparison",
    "mention",
    "copy",
    "cite",
)

_COMMENT = re.compile(r"/\*.*?\*/\n?", re.DOTALL)
_INDENTATION = re.compile(r"^[ \t]+|^\n", re.MULTILINE)


def style_sheet(parts: Path) -> str:
    """The style sheet of the parts in a folder, without what only its writers need."""
    return "".join(bare_style((parts / f"{name}.css").read_text("utf-8")) for name in STYLE_PARTS)


def bare_style(style: str) -> str:
    """A style sheet without comments and indentation. No text in it may hold either."""
    return _INDENTATION.sub("", _COMMENT.sub("", style))
