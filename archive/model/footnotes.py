"""The footnotes of a record, numbered from 1 in reading order, so that each can be referred to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from archive.model.blocks import Footnote
from archive.model.record import Record, record_blocks


def footnote_numbers(record: Record) -> Mapping[Footnote, int]:
    """The number of each footnote; those that cannot be told apart, for label and text are the same, have none."""
    notes = [block for block in record_blocks(record) if isinstance(block, Footnote)]
    often = Counter(notes)
    return {note: number for number, note in enumerate(notes, start=1) if often[note] == 1}


def footnote_anchor(number: int) -> str:
    """The anchor of a footnote on the page of its record: "voetnoot-2"."""
    return f"voetnoot-{number}"
