"""Lines of text of a page, in reading order, each with whether the page broke it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from archive.extract.page_columns import read_in_order
from archive.extract.page_tables import join_parts, take_gap_tables, take_grid_tables
from archive.extract.pdf_pages import Page
from archive.extract.runs import PrintedLine, join_runs
from archive.extract.table_shape import FoundTable

# In the size of the type: a line that ends nearer to the margin than the next word is wide was broken there.
_TOLERANCE = 0.6
# The distance between two lines, in the usual one of the page, from which on a paragraph ends.
_PARAGRAPH_GAP = 1.3
_COMMON_SHARE = 0.9
# In the height of the page: tables this near to each other may be one.
_NEAR = 0.035


class TextLine(msgspec.Struct, frozen=True):
    """A line of a page. top and bottom are its place in the height of the page, from 0.0 to 1.0."""

    text: str
    page: int
    top: float
    bottom: float
    broken: bool = False
    gap_below: bool = False
    table: FoundTable | None = None


def read_lines(pages: Sequence[Page]) -> list[TextLine]:
    """The lines of all pages, tables in their places. Text that is not upright stands at the end of its page."""
    read = [_read_page(page) for page in pages]
    margin = _right_margin([line for page in read for stretch, _ in page for line in stretch])
    found: list[TextLine] = []
    for page, stretches in zip(pages, read, strict=True):
        for lines, tables in stretches:
            found += _stretch_lines(page, lines, tables, margin)
        for run in join_runs(page.turned):
            found.append(TextLine(run.text, page.number, 0.5, 0.5, gap_below=True))
    return found


def _read_page(page: Page) -> list[tuple[list[PrintedLine], list[FoundTable]]]:
    """The stretches of a page in reading order, each with its lines and its tables."""
    grids, glyphs = take_grid_tables(page)
    stretches = read_in_order(join_runs(glyphs), page.width)
    if len(stretches) > 1:
        return [(stretches[0], grids), *((stretch, []) for stretch in stretches[1:])]
    tables, lines = take_gap_tables(stretches[0] if stretches else [], page)
    return [(lines, [*grids, *tables])]


def _stretch_lines(
    page: Page, lines: Sequence[PrintedLine], tables: Sequence[FoundTable], margin: float
) -> list[TextLine]:
    pitch = _usual_pitch(lines)
    height = page.height or 1.0
    pending = sorted(tables, key=lambda table: table.box.top)
    found: list[TextLine] = []
    for index, line in enumerate(lines):
        while pending and pending[0].box.top < line.box.top:
            found.append(_table_line(pending.pop(0), page.number, height))
        following = lines[index + 1] if index + 1 < len(lines) else None
        if following and pending and pending[0].box.top < following.box.top:
            following = None
        found.append(_text_line(page, line, following, margin, pitch))
    return [*found, *(_table_line(table, page.number, height) for table in pending)]


def _table_line(table: FoundTable, page: int, height: float) -> TextLine:
    return TextLine("", page, table.box.top / height, table.box.bottom / height, table=table)


def join_tables(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, with tables in one piece that go on over the end of a page, or below a taller row."""
    joined: list[TextLine] = []
    for line in lines:
        above = joined[-1] if joined else None
        if above and above.table and line.table and _is_next_to(above, line):
            whole = join_parts(above.table, line.table, over_page=line.page > above.page)
            if whole is not None:
                joined[-1] = msgspec.structs.replace(above, table=whole, page=line.page, bottom=line.bottom)
                continue
        joined.append(line)
    return joined


def _is_next_to(above: TextLine, line: TextLine) -> bool:
    if line.page == above.page:
        return line.top - above.bottom < _NEAR
    return line.page == above.page + 1


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
