"""Rebuilds tables that a text extractor flattened to lines, where their rows allow it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from archive.model.blocks import Preformatted, Table
from archive.parse.flat_header import split_header, split_stacked
from archive.parse.flat_rows import FlatLine, holds_periods, possible_widths, split_line, unglue
from archive.parse.header_words import names_labels

# So many rows tell how wide a table is; to look at all of them for every line would take too long.
_ROWS_WEIGHED = 100
HEADER_GUESS = "where the cells of the header meet"


class Rebuilt(msgspec.Struct, frozen=True):
    """What became of preformatted lines: blocks in their order, and for each table what was guessed of it."""

    blocks: tuple[Preformatted | Table, ...]
    guesses: tuple[tuple[int, str], ...]


class _Segment(msgspec.Struct):
    """Lines of one table: those above its first row, and the others."""

    header: list[FlatLine]
    rows: list[FlatLine]


def rebuild_tables(lines: Sequence[str], units: frozenset[str]) -> Rebuilt:
    """The tables in preformatted lines; what cannot be rebuilt stays preformatted.

    units: names of several words that no header cell may split. A guess is (index of the block, what was
    guessed, in English).
    """
    blocks: list[Preformatted | Table] = []
    guesses: list[tuple[int, str]] = []
    printed = [split_line(line) for line in lines if line.strip()]
    for segment in _segments(printed) if printed else []:
        table, guess = _rebuild(segment, units)
        if table is None:
            texts = tuple(line.text for line in (*segment.header, *segment.rows))
            if blocks and isinstance(blocks[-1], Preformatted):
                blocks[-1] = Preformatted(blocks[-1].lines + texts)
            else:
                blocks.append(Preformatted(texts))
            continue
        guesses += [(len(blocks), reason) for reason in guess]
        blocks.append(table)
    return Rebuilt(tuple(blocks), tuple(guesses))


def _segments(lines: Sequence[FlatLine]) -> list[_Segment]:
    """The lines, parted where the header of another table begins."""
    segments = [_Segment([], [])]
    for index, line in enumerate(lines):
        segment = segments[-1]
        following = lines[index + 1] if index + 1 < len(lines) else None
        if not segment.rows and (not _is_row(line) or (not segment.header and _heads_years(line, following))):
            segment.header.append(line)
        elif segment.rows and _begins_table(lines, index, segment.rows[-_ROWS_WEIGHED:]):
            segments.append(_Segment([line], []))
        else:
            if not segment.rows:
                _give_back_label(segment)
            segment.rows.append(line)
    return segments


def _give_back_label(segment: _Segment) -> None:
    """Moves lines that go on into the first row, below a header that its author ended, from the header to it."""
    last = len(segment.header)
    while last and segment.header[last - 1].goes_on:
        last -= 1
    if last:
        segment.rows += segment.header[last:]
        del segment.header[last:]


def _heads_years(line: FlatLine, following: FlatLine | None) -> bool:
    """Whether the figures of a first line are years ("Leeftijd 2022 2023") above others that are not."""
    if following is None or not following.figures or not line.words:
        return False
    return all(map(_is_year, line.figures)) and not all(map(_is_year, following.figures))


def _is_year(figure: str) -> bool:
    return len(figure) == 4 and figure.isdigit() and figure[:2] in ("19", "20")


def _is_row(line: FlatLine) -> bool:
    return bool(line.figures) and not holds_periods(line)


def _begins_table(lines: Sequence[FlatLine], index: int, rows: Sequence[FlatLine]) -> bool:
    """Whether the line, below these rows, is the first of another header and no label broken over lines."""
    line = lines[index]
    if holds_periods(line):
        return True
    if line.figures or not line.words:
        return False
    run = index
    words = 0
    while run < len(lines) and not lines[run].figures:
        words += len(lines[run].words)
        run += 1
    if run == len(lines):
        return True
    if run - index >= 3 or not line.goes_on:
        return words > 1
    width = max(possible_widths(rows), default=0)
    return width > 1 and words > width


def _rebuild(segment: _Segment, units: frozenset[str]) -> tuple[Table | None, list[str]]:
    """The table of a segment with what was guessed of it; None where its rows or its header do not fit."""
    found = [_rebuild_with(segment, width, units) for width in possible_widths(segment.rows)]
    fitting = [pair for pair in found if pair[0] is not None]
    return min(fitting, key=lambda pair: len(pair[1]), default=(None, []))


def _rebuild_with(segment: _Segment, width: int, units: frozenset[str]) -> tuple[Table | None, list[str]]:
    lines = _join_broken(segment.rows, width)
    if any(not line.figures for line in lines):
        return None, []
    if len(lines) == 1 and (width < 2 or lines[0].words):
        return None, []
    labels = _labels(lines, width)
    label_columns = len(labels[0])
    caption, above = _take_caption(segment.header)
    header = _header(above, label_columns, width, units)
    if header is None:
        return None, []
    guesses = [] if header.is_certain else [HEADER_GUESS]
    if label_columns == 1 and any(not any(label) for label in labels):
        guesses.append("which rows have a name")
    if sum(bool(line.words) and len(line.figures) > width for line in lines) > 1:
        guesses.append("which figures belong to the rows' names")
    short = [line for line in lines if len(line.figures) < width]
    if short:
        guesses.append(
            f"which cells are empty in {len(short)} of {len(lines)} rows, from {short[0].text!r} on"
        )
    rows = tuple(
        (*label, *_spread(line.figures[-width:], width)) for line, label in zip(lines, labels, strict=True)
    )
    return Table(caption, header.rows, rows, "inferred"), guesses


def _take_caption(lines: Sequence[FlatLine]) -> tuple[str | None, Sequence[FlatLine]]:
    """The lines above the one that names the column of labels: they are no cells, but what the table is called."""
    for index, line in enumerate(lines):
        if index and names_labels(line.text) and not lines[index - 1].text.endswith("-"):
            return " ".join(above.text for above in lines[:index]), lines[index:]
        if names_labels(line.text):
            break
    return None, lines


def _join_broken(lines: Sequence[FlatLine], width: int) -> list[FlatLine]:
    """Rows, each from the one or more lines that it was broken over."""
    rows: list[FlatLine] = []
    pending: FlatLine | None = None
    for line in lines:
        whole = line if pending is None else _joined(pending, line)
        whole = unglue(whole, width)
        if (
            len(whole.figures) >= width
            or not line.goes_on
            or (pending and len(pending.figures) and line.words)
        ):
            if pending is not None and pending.figures and line.words:
                rows.append(pending)
                whole = unglue(line, width)
            rows.append(whole)
            pending = None
        else:
            pending = whole
    return [*rows, pending] if pending is not None else rows


def _joined(above: FlatLine, line: FlatLine) -> FlatLine:
    text = f"{above.text}{'' if above.text.endswith('-') else ' '}{line.text}"
    joined = split_line(text)
    return FlatLine(text, joined.words, joined.figures, above.indented, line.goes_on)


def _labels(lines: Sequence[FlatLine], width: int) -> list[tuple[str, ...]]:
    """The label cells of each row: none, one, or two where rows are grouped."""
    texts = [" ".join((*line.words, *line.figures[: max(0, len(line.figures) - width)])) for line in lines]
    if not any(texts):
        return [()] * len(lines)
    suffix = _group_suffix(lines, texts)
    if suffix is None:
        return [(text,) for text in texts]
    return [
        (text.removesuffix(suffix).strip(), suffix) if text.endswith(f" {suffix}") else ("", text)
        for text in texts
    ]


def _group_suffix(lines: Sequence[FlatLine], texts: Sequence[str]) -> str | None:
    """The word that ends the label of every row that begins a group ("Antwerpen Werkgevers"), if rows are grouped.

    The other rows of groups are indented, or recur in every group.
    """
    endings = Counter(text.split()[-1] for text in texts if " " in text)
    if not endings:
        return None
    ending, count = endings.most_common(1)[0]
    others = [
        (line, text) for line, text in zip(lines, texts, strict=True) if not text.endswith(f" {ending}")
    ]
    if count < 2 or len(others) < 2 or any(text == ending for _, text in others):
        return None
    recurring = Counter(text for _, text in others)
    if all(line.indented for line, _ in others) or all(recurring[text] == count for _, text in others):
        return ending
    return None


class _Header(msgspec.Struct, frozen=True):
    rows: tuple[tuple[str, ...], ...]
    is_certain: bool


def _header(
    lines: Sequence[FlatLine], label_columns: int, width: int, units: frozenset[str]
) -> _Header | None:
    stacked = split_stacked([line.text for line in lines], label_columns, width)
    if stacked is not None:
        return _Header(stacked, True)
    texts = [line.text + (" " if line.goes_on else "") for line in lines]
    choices = [label_columns + width, width]
    if label_columns > 1:
        choices.insert(1, 1 + width)
    cells = split_header(texts, dict.fromkeys(choices), units)
    if cells is None:
        return None
    # Lines that their author ended may be header rows above each other, whose cells were not told apart.
    is_certain = cells.is_certain and all(line.goes_on for line in lines[:-1])
    # One cell above names and one column of figures: it may stand over either, or over both.
    is_certain = is_certain and (len(cells.cells) > 1 or not label_columns)
    return _Header((_head_row(cells.cells, label_columns, width),), is_certain)


def _head_row(cells: tuple[str, ...], label_columns: int, width: int) -> tuple[str, ...]:
    missing = label_columns + width - len(cells)
    if len(cells) == width:
        return (*[""] * missing, *cells)
    return (cells[0], *[""] * missing, *cells[1:])


def _spread(figures: Sequence[str], width: int) -> tuple[str, ...]:
    """Figures in their cells; where there are too few, the last one, a total as a rule, stands last."""
    if len(figures) == width:
        return tuple(figures)
    return (*figures[:-1], *[""] * (width - len(figures)), figures[-1])
