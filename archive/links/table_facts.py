"""The tables of one answer as facts, of which series through several answers are made: labels and cells as printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from archive.links.table_axes import Label, axes_of
from archive.model.record import Record
from archive.model.supporting import SupportingDocument
from archive.model.tables import NumberedTable, tables_of

# A list of this many cells is a file, not a figure that an answer reports.
_MOST_CELLS: Final = 5_000

_Named = tuple[int, tuple[str, ...]]


class TableFacts(msgspec.Struct, frozen=True, array_like=True):
    """A table of an answer. rows and columns: the place of each, from 0, and its path of labels.

    heads: what stands above the labels of the rows. cells: one row of texts for each of `rows`, "" for no number.
    """

    number: int
    caption: str
    heads: tuple[str, ...]
    rows: tuple[_Named, ...]
    columns: tuple[_Named, ...]
    cells: tuple[tuple[str, ...], ...]


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(tuple[TableFacts, ...])


def table_facts_of(record: Record) -> bytes:
    """The tables of an answer, packed, because those of all answers are in memory at once; b"" where there are none.

    Tables of the question are left out: they repeat what an earlier answer said.
    """
    if isinstance(record, SupportingDocument) or record.answer is None:
        return b""
    found = tuple(_facts(record))
    return _encoder.encode(found) if found else b""


def unpacked(facts: bytes) -> tuple[TableFacts, ...]:
    """The tables in what `table_facts_of` gave."""
    return _decoder.decode(facts) if facts else ()


def _facts(record: Record) -> Iterator[TableFacts]:
    for table in tables_of(record):
        if table.side != "question" and (one := _table_facts(table)):
            yield one


def _table_facts(table: NumberedTable) -> TableFacts | None:
    if not table.rows or not table.header or len(table.rows) * len(table.rows[0]) > _MOST_CELLS:
        return None
    axes = axes_of(table)
    if axes is None or not axes.heads:
        return None
    return TableFacts(
        number=table.number,
        caption=table.caption or "",
        heads=axes.heads,
        rows=tuple(map(_named, axes.rows)),
        columns=tuple(map(_named, axes.columns)),
        cells=tuple(
            tuple(
                table.rows[row.place][column.place].strip() if number else ""
                for column, number in zip(axes.columns, numbers, strict=True)
            )
            for row, numbers in zip(axes.rows, axes.numbers, strict=True)
        ),
    )


def _named(label: Label) -> _Named:
    return label.place, label.path
