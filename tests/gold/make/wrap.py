"""Breaks text over lines as a page does."""

from __future__ import annotations

import re

_AT_HYPHEN = re.compile(r"(?<=[^\W\d]-)(?=[^\W\d])")


def wrap(text: str, width: int, first: int | None = None) -> list[str]:
    """Lines of at most `width` characters (the first of `first`), broken at blanks and after hyphens.

    A word that is longer than a line and has no hyphen stands alone on a line of its own.
    """
    lines: list[str] = []
    line, room = "", width if first is None else first
    for word in text.split(" "):
        for place, piece in enumerate(_AT_HYPHEN.split(word)):
            glue = " " if place == 0 and line else ""
            if line and len(line) + len(glue) + len(piece) > room:
                lines.append(line)
                line, room, glue = "", width, ""
            line += glue + piece
    return [*lines, line]


def wrap_cell(text: str, width: int, *, within_words: bool) -> list[str]:
    """The lines of a cell; with `within_words` a word that is too wide is broken where the cell ends."""
    lines: list[str] = []
    for line in wrap(text, width):
        rest = line
        while within_words and len(rest) > width:
            lines.append(rest[:width])
            rest = rest[width:]
        lines.append(rest)
    return lines


def ends_open(line: str) -> bool:
    """True where a broken line ends in a hyphen, so that no blank follows."""
    return len(line) > 1 and line.endswith("-") and line[-2] != " "
