"""Which notes tell what was guessed of which table of a record."""

from __future__ import annotations

import re
from collections import defaultdict

from archive.model.question import Note
from archive.model.record import Record
from archive.model.tables import NumberedTable, tables_of

_QUOTED_ROW = re.compile(r", from (['\"])(?P<row>.+)\1 on")


def table_guesses(record: Record) -> dict[int, tuple[Note, ...]]:
    """The guesses of each table by its number; one that no single table can be told to be meant by is left out."""
    guesses = [note for note in record.notes if note.code == "table_guess"]
    if not guesses:
        return {}
    rebuilt = [table for table in tables_of(record) if table.origin == "inferred"]
    found: defaultdict[int, list[Note]] = defaultdict(list)
    for note in guesses:
        meant = rebuilt if len(rebuilt) == 1 else _quoted(note, rebuilt)
        if len(meant) == 1:
            found[meant[0].number].append(note)
    return {number: tuple(notes) for number, notes in found.items()}


def _quoted(note: Note, tables: list[NumberedTable]) -> list[NumberedTable]:
    """The tables that have the row which a note quotes."""
    match = _QUOTED_ROW.search(note.message)
    if match is None:
        return []
    words = match["row"].split()
    return [table for table in tables if any(" ".join(row).split() == words for row in table.rows)]
