"""Joins the lines of a table cell to one text."""

from __future__ import annotations

import re
from collections.abc import Sequence

_DASH = re.compile(r"(^|\s)[-–]$")
_BROKEN_WORD = re.compile(r"[^\W\d_]-$")
_FRAGMENT = re.compile(r"[^\W\d_aeiouy]{1,2}\b|[aeio]\b", re.IGNORECASE)


def join_cell_lines(lines: Sequence[str]) -> str:
    """One text of a cell's lines.

    A hyphen at a line's end is kept before a capital ("Oost-", "Vlaanderen") and dropped before a small
    letter; in a narrow cell a word may be broken without one ("werklooshei", "d"): a line that begins with
    a piece that is no word goes on with the word above it.
    """
    text = ""
    for line in (part.strip() for part in lines):
        if not text or not line:
            text += line
        elif _BROKEN_WORD.search(text) and line[0].islower():
            text = text[:-1] + line
        elif _DASH.search(text):
            text += " " + line
        elif text.endswith("-") or (text[-1].isalpha() and line[0].islower() and _FRAGMENT.match(line)):
            text += line
        else:
            text += " " + line
    return text
