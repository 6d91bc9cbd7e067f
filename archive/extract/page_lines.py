"""Lines of text of a page, in reading order, each with whether the page broke it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from archive.extract.pdf_pages import Page
from archive.extract.runs import PrintedLine, join_lines, join_runs

# In the size of the type: a line that ends nearer to the margin than the next word is wide was broken there.
_TOLERANCE = 0.6
# The distance between two lines, in the usual one of the page, from which on a paragraph ends.
_PARAGRAPH_GAP = 1.3
_COMMON_SHARE = 0.9


class TextLine(msgspec.Struct, frozen=True):
    """A line of a page. top and bottom are its place in the height of the page, from 0.0 to 1.0."""

    text: str
    page: int
    top: float
    bottom: float
    broken: bool = False
    gap_below: bool = False


def read_lines(pages: Sequence[Page]) -> list[TextLine]:
    """The lines of all pages. Text that is not upright stands at the end of its page."""
    printed = [(page, join_lines(join_runs(page.upright))) for page in pages]
    margin = _right_margin([line for _, lines in printed for line in lines])
    found: list[TextLine] = []
    for page, lines in printed:
        pitch = _usual_pitch(lines)
        for index, line in enumerate(lines):
            following = lines[index + 1] if index + 1 < len(lines) else None
            found.append(_text_line(page, line, following, margin, pitch))
        for run in join_runs(page.turned):
            found.append(TextLine(run.text, page.number, 0.5, 0.5, gap_below=True))
    return found


def line_text(line: PrintedLine) -> str:
    """The text of a line, its runs parted by blanks."""
    return " ".join(run.text for run in line.runs)


def _right_margin(lines: Sequence[PrintedLine]) -> float:
    edges = sorted(line.box.x1 for line in lines)
    return edges[min(int(len(edges) * _COMMON_SHARE), len(edges) - 1)] if edges else 0.0


def _usual_pitch(lines: Sequence[PrintedLine]) -> float:
    pitches = sorted(below.box.bottom - above.box.bottom for above, below in pairwise(lines))
    return pitches[len(pitches) // 2] if pitches else 0.0


def _text_line(
    page: Page, line: PrintedLine, following: PrintedLine | None, margin: float, pitch: float
) -> TextLine:
    height = page.height or 1.0
    far = following is not None and following.box.bottom - line.box.bottom > pitch * _PARAGRAPH_GAP
    room = margin - line.box.x1
    # Without a next line on the page, a word of usual length stands for the unknown one.
    needed = _first_word_width(following) if following else 3 * line.size
    broken = not far and room < needed + _TOLERANCE * line.size
    return TextLine(
        line_text(line), page.number, line.box.top / height, line.box.bottom / height, broken, far
    )


def _first_word_width(line: PrintedLine) -> float:
    run = line.runs[0]
    word = run.text.split(" ", 1)[0]
    return (run.box.x1 - run.box.x0) * len(word) / max(len(run.text), 1)
