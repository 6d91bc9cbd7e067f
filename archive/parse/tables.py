"""Tables among the rows of a text: rebuilt where they can be, added up, and every guess noted."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from archive.model.blocks import Preformatted, Table
from archive.model.document import Line
from archive.model.question import Note
from archive.parse.cell_lines import find_cell_tables
from archive.parse.flat_tables import rebuild_tables
from archive.parse.places import line_place
from archive.parse.table_checks import check_table


class TableBlocks(msgspec.Struct, frozen=True):
    """The blocks of rows, with notes of what was guessed and of totals that do not agree."""

    blocks: tuple[Preformatted | Table, ...]
    notes: tuple[Note, ...]


def make_tables(rows: Sequence[Line], units: frozenset[str]) -> TableBlocks:
    """The tables that the rows are, checked; what cannot be rebuilt stays preformatted, line by line.

    units: names of several words, which no header cell may split.
    """
    texts = [row.text for row in rows]
    place = line_place(rows[0])
    blocks: list[Preformatted | Table] = []
    notes: list[Note] = []
    start = 0
    for found in find_cell_tables(texts):
        _add_flat(texts[start : found.start], units, place, blocks, notes)
        blocks.append(check_table(found.table))
        if not found.table.header:
            message = "which lines above a table printed one cell a line are its header could not be told"
            notes.append(Note("table_guess", message, place))
        start = found.end
    _add_flat(texts[start:], units, place, blocks, notes)
    for block in blocks:
        notes += check_notes(block, place) if isinstance(block, Table) else []
    return TableBlocks(tuple(blocks), tuple(notes))


def check_notes(table: Table, place: str) -> list[Note]:
    """A note for each check of a table that failed."""
    return [
        Note("total_contradiction", f"{check.place}: {check.message}", place)
        for check in table.checks
        if not check.agrees
    ]


def _add_flat(
    texts: Sequence[str],
    units: frozenset[str],
    place: str,
    blocks: list[Preformatted | Table],
    notes: list[Note],
) -> None:
    rebuilt = rebuild_tables(texts, units)
    blocks += [check_table(block) if isinstance(block, Table) else block for block in rebuilt.blocks]
    for _, guess in rebuilt.guesses:
        notes.append(Note("table_guess", f"of a table rebuilt from lines it was guessed {guess}", place))
