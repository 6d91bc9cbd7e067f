"""Tables without vertical rules: found by their columns, with rows from rules or from where text ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from archive.extract.columns import Column, covered_columns, find_columns
from archive.extract.geometry import Box, Rule, bounding_box
from archive.extract.header_spans import spread_over
from archive.extract.runs import PrintedLine, Run
from archive.extract.table_shape import FoundTable, count_header_rows, join_group_names
from archive.text.joins import join_cell_lines
from archive.text.numbers import is_figure

# In points.
SAME_RULE = 2.0
# In the size of the type.
LINE_GAP = 1.9
WORD_GAP = 0.25
WORD_ROOM = 0.4
ROW_PITCH = 1.12
PROSE_WIDTH = 0.62
PROSE_WORDS = 4
_LABEL = re.compile(r"(\(?\d{1,3}[.)]|[a-z][.)]|\(?[ivx]{1,4}[.)]|\d{1,2}\.\s?[a-z][.)]?|[•·▪●○–\-o*§])$")
_LABELLED = re.compile(r"(\d{1,2}\.|\d{1,2}\.\s?[a-z]\)|[a-z]\))\s")
_HEAD_LINE = re.compile(r"(nr\.\s*\d|van\s+[A-Z' ’.-]+$|datum:|aan\s+[A-Z' ’.-]+$|op vraag nr)")


class _Row(msgspec.Struct):
    """Lines of the page that form one row, with the column of each run."""

    lines: list[PrintedLine]


def find_gap_tables(
    lines: Sequence[PrintedLine], rules: Sequence[Rule], page_width: float
) -> list[FoundTable]:
    """The tables among the lines of a page (from top to bottom)."""
    tables = []
    for region in _regions(lines, page_width):
        columns = find_columns(region)
        separators = _separators(rules, region)
        if len(columns) < 2 or (not separators and _is_prose_beside_prose(region)):
            continue
        rows = _group_rows(region, columns, separators)
        table = _table(rows, columns)
        if len(table.rows) > 1:
            tables.append(table)
    return tables


def _is_prose_beside_prose(region: Sequence[PrintedLine]) -> bool:
    """Whether the lines are those of a page in columns, or of a label and a text, and no table."""
    runs = [run for line in region for run in line.runs]
    long = sum(len(run.text.split()) > PROSE_WORDS for run in runs)
    figures = sum(is_figure(run.text) for run in runs)
    return long * 3 > len(runs) and figures * 5 < len(runs)


def _regions(lines: Sequence[PrintedLine], page_width: float) -> list[list[PrintedLine]]:
    regions: list[list[PrintedLine]] = []
    current: list[PrintedLine] = []
    for line in lines:
        if current and line.box.top - current[-1].box.bottom > LINE_GAP * line.size:
            regions.append(current)
            current = []
        if _is_tabular(line) or (current and _fits_in_a_column(line, current, page_width)):
            current.append(line)
        elif current:
            regions.append(current)
            current = []
    regions.append(current)
    trimmed = (_trim(region) for region in regions)
    return [region for region in trimmed if sum(map(_is_tabular, region)) > 1]


def _is_tabular(line: PrintedLine) -> bool:
    runs = list(line.runs)
    while runs and _LABEL.match(runs[0].text):
        runs.pop(0)
    if len(line.runs) - len(runs) > 0 and len(runs) < 2:
        return False
    return len(line.runs) > 1 and not _HEAD_LINE.match(line.runs[0].text)


def _fits_in_a_column(line: PrintedLine, region: Sequence[PrintedLine], page_width: float) -> bool:
    run = line.runs[0]
    if _LABEL.match(run.text) or _LABELLED.match(run.text) or _HEAD_LINE.match(run.text):
        return False
    if run.box.x1 - run.box.x0 > PROSE_WIDTH * page_width:
        return False
    columns = find_columns(region)
    return (
        len(columns) > 1 and len(covered_columns(columns, run.box)) == 1 and _inside(columns, run, page_width)
    )


def _inside(columns: Sequence[Column], run: Run, page_width: float) -> bool:
    index = covered_columns(columns, run.box)[0]
    left = columns[index - 1][1] if index else columns[0][0] - 2 * run.size
    right = columns[index + 1][0] if index + 1 < len(columns) else page_width
    return left <= run.box.x0 and run.box.x1 <= right


def _trim(region: list[PrintedLine]) -> list[PrintedLine]:
    """Without single runs at the end that are no continuation of a cell: they are text below the table."""
    while region and not _is_tabular(region[-1]):
        pitch = region[-1].box.top - region[-2].box.top if len(region) > 1 else 0.0
        rest = region[:-1]
        if pitch <= _line_pitch(rest) * ROW_PITCH and _is_wrapped(rest[-1], region[-1], find_columns(rest)):
            break
        region = rest
    return region


def _line_pitch(lines: Sequence[PrintedLine]) -> float:
    pitches = [below.box.top - above.box.top for above, below in pairwise(lines)]
    return min(pitches, default=1.3 * lines[0].size)


def _separators(rules: Sequence[Rule], region: Sequence[PrintedLine]) -> list[float]:
    """Heights of the horizontal rules that run under most of the region's width."""
    box = bounding_box(line.box for line in region)
    heights = sorted(
        rule.at
        for rule in rules
        if rule.horizontal and box.top < rule.at < box.bottom and rule.start < box.x1 and rule.end > box.x0
    )
    return [at for index, at in enumerate(heights) if index == 0 or at - heights[index - 1] > SAME_RULE]


def _group_rows(
    region: Sequence[PrintedLine], columns: Sequence[Column], separators: Sequence[float]
) -> list[_Row]:
    pitch = _line_pitch(region)
    ruled = len(separators) >= max(3, 0.4 * len(region))
    rows = [_Row([region[0]])]
    for above, line in pairwise(region):
        divided = any(above.box.bottom - 1 < at < line.box.top + 1 for at in separators)
        if ruled:
            same = not divided
        else:
            close = line.box.top - above.box.top <= pitch * ROW_PITCH
            same = not divided and close and _belongs_above(rows[-1], above, line, columns)
        if same:
            rows[-1].lines.append(line)
        else:
            rows.append(_Row([line]))
    return rows if ruled else _join_header(rows, columns)


def _belongs_above(row: _Row, above: PrintedLine, line: PrintedLine, columns: Sequence[Column]) -> bool:
    if any(is_figure(run.text) for run in line.runs[1:]) and len(line.runs) > 1:
        return not _has_figures(row) and _starts_below(row, line, columns)
    return _is_wrapped(above, line, columns)


def _has_figures(row: _Row) -> bool:
    return any(is_figure(run.text) for line in row.lines for run in line.runs[1:])


def _starts_below(row: _Row, line: PrintedLine, columns: Sequence[Column]) -> bool:
    """Whether figures stand beside the last line of a first cell that began above them."""
    alone = all(len(above.runs) == 1 and covered_columns(columns, above.box)[0] == 0 for above in row.lines)
    first = line.runs[0]
    return alone and first.text[:1].islower() and _is_wrapped(row.lines[-1], line, columns[:1])


def _is_wrapped(above: PrintedLine, line: PrintedLine, columns: Sequence[Column]) -> bool:
    """Whether every run of the line goes on with a cell of the line above that had no room left."""
    if not columns:
        return False
    for run in line.runs:
        index = covered_columns(columns, run.box)[0]
        over = [other for other in above.runs if index in covered_columns(columns, other.box)]
        if len(columns) > 1 and (not over or len(covered_columns(columns, over[-1].box)) > 1):
            return False
        if over and not _was_full(over[-1], run, columns, index):
            return False
    return True


def _was_full(above: Run, run: Run, columns: Sequence[Column], index: int) -> bool:
    word = run.text.split()[0]
    width = (run.box.x1 - run.box.x0) * len(word) / max(1, len(run.text))
    return above.box.x1 + WORD_GAP * run.size + width > columns[index][1] - WORD_ROOM * run.size


def _join_header(rows: list[_Row], columns: Sequence[Column]) -> list[_Row]:
    """Header cells that are aligned at the bottom begin on different lines: they are one row all the same."""
    texts = [_texts(row, columns) for row in rows]
    head = count_header_rows(texts, [_is_bold(row) for row in rows])
    spanning = 0
    while spanning < head and any(
        len(covered_columns(columns, run.box)) > 1 for line in rows[spanning].lines for run in line.runs
    ):
        spanning += 1
    if head - spanning < 2 or any(map(_is_period_below_words, texts[spanning:], texts[spanning + 1 : head])):
        return rows
    joined = _Row([line for row in rows[spanning:head] for line in row.lines])
    return [*rows[:spanning], joined, *rows[head:]]


def _is_period_below_words(above: Sequence[str], row: Sequence[str]) -> bool:
    return any(
        is_figure(cell) and upper and not is_figure(upper) for upper, cell in zip(above, row, strict=True)
    )


def _is_bold(row: _Row) -> bool:
    return all(run.bold for line in row.lines for run in line.runs)


def _texts(row: _Row, columns: Sequence[Column]) -> tuple[str, ...]:
    cells: list[list[str]] = [[] for _ in columns]
    for line in row.lines:
        for run in line.runs:
            for index in covered_columns(columns, run.box):
                cells[index].append(run.text)
    return tuple(join_cell_lines(cell) for cell in cells)


def _table(rows: Sequence[_Row], columns: Sequence[Column]) -> FoundTable:
    box: Box = bounding_box(line.box for row in rows for line in row.lines)
    texts = [_texts(row, columns) for row in rows]
    bold = tuple(_is_bold(row) for row in rows)
    head = count_header_rows(texts, bold)
    for index in range(head - 2, -1, -1):
        texts[index] = _spread_texts(rows[index], columns, [bool(cell) for cell in texts[index + 1]])
        texts[index + 1] = tuple(
            cell or above for above, cell in zip(texts[index], texts[index + 1], strict=True)
        )
    return FoundTable(box, tuple(join_group_names(texts)), bold, head)


def _spread_texts(row: _Row, columns: Sequence[Column], below: Sequence[bool]) -> tuple[str, ...]:
    """The texts of a header row above another one, each in all columns that it covers."""
    cells: dict[int, list[Run]] = {}
    for line in row.lines:
        for run in line.runs:
            cells.setdefault(covered_columns(columns, run.box)[0], []).append(run)
    listed = [runs for _, runs in sorted(cells.items())]
    spreads = spread_over([bounding_box(run.box for run in runs) for runs in listed], columns, below)
    texts = [""] * len(columns)
    for runs, spread in zip(listed, spreads, strict=True):
        for column in spread:
            texts[column] = join_cell_lines([run.text for run in runs])
    return tuple(texts)
