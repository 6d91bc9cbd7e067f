"""The style sheets: of the parts in `site/style/` one file for all pages, and others for few pages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

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
    "facts",
    "question",
    "table",
    "chart",
    "reading",
    "mention",
    "cite",
)
# File name -> its parts. What is seen on few pages, and is much, is no burden to the others.
STYLE_SHEETS = {
    "style.css": STYLE_PARTS,
    "home.css": ("home",),
    "periods.css": ("periods",),
    "comparison.css": ("comparison",),
    "reports.css": ("report",),
    "downloads.css": ("copy", "download"),
}

_COMMENT = re.compile(r"/\*.*?\*/\n?", re.DOTALL)
_INDENTATION = re.compile(r"^[ \t]+|^\n", re.MULTILINE)
_BLANKS = re.compile(r" *([{};]) *\n?")


def style_sheet(folder: Path, parts: Iterable[str]) -> str:
    """The style sheet of these parts, which stand in a folder, without what only its writers need."""
    return "".join(bare_style((folder / f"{name}.css").read_text("utf-8")) for name in parts)


def bare_style(style: str) -> str:
    """A style sheet without comments, indentation and blanks around its marks. No text in it may hold either."""
    return _BLANKS.sub(r"\1", _INDENTATION.sub("", _COMMENT.sub("", style)))
