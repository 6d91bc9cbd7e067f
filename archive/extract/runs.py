"""Glyphs, in the order of the page's content stream, joined to runs, and runs to lines."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from archive.extract.geometry import Box, Glyph, bounding_box

# In the size of the type. Between words of justified text there is a blank in the stream, with some room after
# it; between cells there is at least the padding of two cells.
BLANK_GAP = 0.16
CELL_GAP = 0.5
STRETCHED_BLANK = 0.95
BASELINE_SHIFT = 0.45
SAME_LINE = 0.4


class Run(msgspec.Struct, frozen=True, gc=False):
    """Text on one line without a gap as wide as between cells."""

    text: str
    box: Box
    size: float
    bold: bool


def join_runs(glyphs: Iterable[Glyph]) -> list[Run]:
    """The runs of a page, in the order of the stream."""
    runs: list[Run] = []
    pending: list[Glyph] = []
    words: list[str] = []
    blank, end = False, 0.0
    for glyph in glyphs:
        if glyph.text.isspace() or not glyph.text:
            if pending:
                blank, end = True, max(end, glyph.x1)
            continue
        if pending and not _goes_on(pending[-1], glyph, blank, end):
            runs.append(_run(pending, words))
            pending, words, blank = [], [], False
        if pending and (blank or glyph.x0 - pending[-1].x1 > BLANK_GAP * glyph.size):
            words.append(" ")
        pending.append(glyph)
        words.append(glyph.text)
        blank, end = False, glyph.x1
    if pending:
        runs.append(_run(pending, words))
    return runs


def _goes_on(last: Glyph, glyph: Glyph, blank: bool, end: float) -> bool:
    size = max(last.size, glyph.size)
    if abs(glyph.bottom - last.bottom) > BASELINE_SHIFT * size:
        return False
    most = STRETCHED_BLANK if blank else CELL_GAP
    return glyph.x0 - last.x1 > -0.5 * size and glyph.x0 - end < most * size


def _run(glyphs: list[Glyph], words: list[str]) -> Run:
    sizes = sorted(glyph.size for glyph in glyphs)
    bold = all(glyph.bold for glyph in glyphs)
    return Run("".join(words), bounding_box(glyphs), sizes[len(sizes) // 2], bold)


class PrintedLine(msgspec.Struct, frozen=True):
    """Runs beside each other on one line of the page, from left to right."""

    runs: tuple[Run, ...]
    box: Box
    size: float


def join_lines(runs: Iterable[Run]) -> list[PrintedLine]:
    """The lines of a page from top to bottom, whatever the order of the runs."""
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (run.box.top + run.box.bottom, run.box.x0)):
        if lines and _same_line(lines[-1][0], run):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [_line(line) for line in lines]


def _same_line(first: Run, run: Run) -> bool:
    middles = (run.box.top + run.box.bottom - first.box.top - first.box.bottom) / 2
    return abs(middles) < SAME_LINE * min(first.size, run.size)


def _line(runs: list[Run]) -> PrintedLine:
    runs.sort(key=lambda run: run.box.x0)
    return PrintedLine(tuple(runs), bounding_box(run.box for run in runs), max(run.size for run in runs))
