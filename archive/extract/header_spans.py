"""Which columns the cells of an upper header row cover, where no rule tells: they stand centred, or left, over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archive.extract.columns import Column, covered_columns
from archive.extract.geometry import Box


def spread_over(boxes: Sequence[Box], columns: Sequence[Column], below: Sequence[bool]) -> list[range]:
    """For each cell of a header row, from left to right, the columns that it covers.

    below: for each column whether the next header row has a cell there. A cell spreads over neighbouring
    columns that have a cell below and none of their own above; of all ways to share them the one is taken that
    leaves the cells nearest to the middle or the left of what they cover.
    """
    own = [covered_columns(columns, box) for box in boxes]
    free = {
        column
        for column in range(len(columns))
        if below[column] and not any(column in covered for covered in own)
    }
    if not free:
        return own
    return min(_sharings(own, free, below), key=lambda sharing: _offset(boxes, columns, sharing), default=own)


def _sharings(own: Sequence[range], free: set[int], below: Sequence[bool]) -> Iterator[list[range]]:
    """Every way to give the free columns to the cells beside them, one gap after the other."""
    sharings: list[list[range]] = [[]]
    for index, covered in enumerate(own):
        grown = []
        for sharing in sharings:
            taken = sharing[-1].stop if sharing else 0
            starts = list(_reach(covered.start - 1, -1, free, taken)) if below[covered.start] else []
            ends = list(_reach(covered.stop, 1, free, len(below))) if below[covered.stop - 1] else []
            following = own[index + 1].start if index + 1 < len(own) else len(below)
            grown += [
                [*sharing, range(start, end)]
                for start in (covered.start, *starts)
                for end in (covered.stop, *(end + 1 for end in ends if end < following))
            ]
        sharings = grown[:512]
    yield from sharings


def _reach(column: int, step: int, free: set[int], limit: int) -> Iterator[int]:
    while column in free and (column >= limit if step < 0 else column < limit):
        yield column
        column += step


def _offset(boxes: Sequence[Box], columns: Sequence[Column], sharing: Sequence[range]) -> tuple[int, float]:
    """How many columns nobody covers, then how far the cells stand from the middle or left of what they cover."""
    covered = sum(len(spread) for spread in sharing)
    far = 0.0
    for box, spread in zip(boxes, sharing, strict=True):
        left, right = columns[spread.start][0], columns[spread.stop - 1][1]
        far += min(abs(box.x0 - left), abs((box.x0 + box.x1 - left - right) / 2))
    return -covered, far
