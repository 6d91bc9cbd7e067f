"""Printed lines and rules made by hand, for tests of what is found on a page."""

from __future__ import annotations

from archive.extract.geometry import Box, Glyph, Rule
from archive.extract.runs import PrintedLine, Run, join_lines

WIDTH = 5.0
SIZE = 10.0


def run(text: str, left: float, top: float, *, right: float | None = None, bold: bool = False) -> Run:
    """A run of letters 5 points wide; with `right` its right edge is there instead of its left one."""
    start = left if right is None else right - WIDTH * len(text)
    return Run(text, Box(start, start + WIDTH * len(text), top, top + SIZE), SIZE, bold)


def lines(*runs: Run) -> list[PrintedLine]:
    return join_lines(runs)


def glyphs(text: str, left: float, top: float) -> list[Glyph]:
    """The glyphs of a text, blanks included."""
    return [
        Glyph(letter, left + WIDTH * index, left + WIDTH * (index + 1), top, top + SIZE)
        for index, letter in enumerate(text)
    ]


def grid(columns: list[float], rows: list[float]) -> list[Rule]:
    """Rules around every cell."""
    return [
        *(Rule(True, at, columns[0], columns[-1]) for at in rows),
        *(Rule(False, at, rows[0], rows[-1]) for at in columns),
    ]
