"""Pages set in two columns: their lines in the order in which they are read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from archive.extract.runs import PrintedLine, Run, join_lines
from archive.text.numbers import is_figure

_PART = re.compile(r"\d{1,2}\.|[a-z]\)")
# The gutter lies in this part of the page's width; it is this wide, in points; this share of lines may cross it.
MIDDLE = (0.35, 0.65)
GUTTER = 9.0
CROSSING_SHARE = 0.25
FEWEST_LINES = 4
FEWEST_WORDS = 3
MOST_FIGURES = 0.2


def read_in_order(runs: Sequence[Run], page_width: float) -> list[list[PrintedLine]]:
    """The lines of a page in stretches that are read one after the other; one stretch for an ordinary page.

    In a page of two columns, lines over both columns part it; between them the left column comes first.
    """
    lines = join_lines(runs)
    gutter = _find_gutter(runs, page_width)
    if gutter is None:
        return _read_labelled_zones(lines, page_width)
    stretches: list[list[PrintedLine]] = []
    left: list[Run] = []
    right: list[Run] = []
    for line in lines:
        if any(run.box.x0 < gutter < run.box.x1 for run in line.runs):
            stretches += [join_lines(left), join_lines(right), [line]]
            left, right = [], []
        else:
            left += [run for run in line.runs if run.box.x1 <= gutter]
            right += [run for run in line.runs if run.box.x1 > gutter]
    stretches += [join_lines(left), join_lines(right)]
    return [stretch for stretch in stretches if stretch]


def _read_labelled_zones(lines: Sequence[PrintedLine], page_width: float) -> list[list[PrintedLine]]:
    """The lines of a page of which only a part, too short to be sure otherwise, is set in two columns.

    That it is no table is told by numbers of parts that go on in the right column.
    """
    stretches: list[list[PrintedLine]] = [[]]
    index = 0
    while index < len(lines):
        end, gutter = _zone(lines, index, page_width)
        zone = lines[index:end]
        right = [run for line in zone for run in line.runs if run.box.x0 >= gutter]
        if len(zone) > 1 and sum(bool(_PART.fullmatch(run.text)) for run in right) > 0:
            left = [run for line in zone for run in line.runs if run.box.x0 < gutter]
            stretches += [join_lines(left), join_lines(right), []]
            index = end
        else:
            stretches[-1].append(lines[index])
            index += 1
    return [stretch for stretch in stretches if stretch]


def _zone(lines: Sequence[PrintedLine], start: int, page_width: float) -> tuple[int, float]:
    """Where a zone of two columns that begins at a line ends, with the left edge of its right column."""
    sides = [
        (right.box.x0 - left.box.x1, left.box.x1, right.box.x0)
        for left, right in pairwise(lines[start].runs)
        if MIDDLE[0] * page_width < right.box.x0 < MIDDLE[1] * page_width
    ]
    if not sides:
        return start, 0.0
    _, low, high = max(sides)
    end = start
    while end < len(lines):
        for run in lines[end].runs:
            if run.box.x0 < (low + high) / 2:
                low = max(low, run.box.x1)
            else:
                high = min(high, run.box.x0)
        if high - low < GUTTER:
            break
        end += 1
    return end, high


def _find_gutter(runs: Sequence[Run], page_width: float) -> float | None:
    """Where the white between two columns lies, or None where the page has one column."""
    low, high = (int(share * page_width) for share in MIDDLE)
    crossings = [0] * (high - low + 2)
    for run in runs:
        start, end = max(int(run.box.x0), low), min(int(run.box.x1) + 1, high + 1)
        if start < end:
            crossings[start - low] += 1
            crossings[end - low] -= 1
    best, width, count = 0.0, 0, 0
    begin = None
    for offset in range(high - low + 2):
        count += crossings[offset] if offset < len(crossings) else 0
        if count <= CROSSING_SHARE * len(runs) / 2 and offset <= high - low:
            begin = offset if begin is None else begin
            if offset - begin + 1 > width:
                width, best = offset - begin + 1, low + (begin + offset + 1) / 2
        else:
            begin = None
    return best if width >= GUTTER and _is_text_beside_text(runs, best) else None


def _is_text_beside_text(runs: Sequence[Run], gutter: float) -> bool:
    left = [run for run in runs if run.box.x1 <= gutter]
    right = [run for run in runs if run.box.x0 >= gutter]
    return all(_is_text(side) for side in (left, right)) and len(left) + len(right) > 0.7 * len(runs)


def _is_text(side: Sequence[Run]) -> bool:
    if len(side) < FEWEST_LINES:
        return False
    words = sorted(len(run.text.split()) for run in side)
    figures = sum(is_figure(run.text) for run in side)
    return words[len(words) // 2] >= FEWEST_WORDS and figures <= MOST_FIGURES * len(side)
