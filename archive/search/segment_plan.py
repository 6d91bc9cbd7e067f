"""What a segment of the shards says besides its documents: its forms, and the families that it has records of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from archive.search.lexicon import Lexicon
from archive.search.shard_leaves import Entry, Members
from archive.search.word_table import term_order
from archive.text.abbreviations import Definition


class Relations(Protocol):
    """How forms belong together. Lexicon tells it of all forms; archive.search.grown_lexicon of a grown corpus."""

    @property
    def definitions(self) -> tuple[Definition, ...]: ...
    def family(self, form: str, /) -> str: ...
    def parts(self, form: str, /) -> tuple[str, ...]: ...
    def is_shared(self, key: str, /) -> bool: ...


class SegmentPlan(NamedTuple):
    """forms: all that its documents may have; records: what the record of each family says; entries: of forms that
    its documents do not have. All in the order of terms."""

    relations: Relations
    forms: Sequence[str]
    records: Sequence[tuple[str, Members]]
    entries: Sequence[Entry] = ()


def whole_plan(lexicon: Lexicon) -> SegmentPlan:
    """The plan of a segment that stands alone."""
    records = {family.key: Members(family.own, family.inside) for family in lexicon.families()}
    return SegmentPlan(lexicon, sorted(lexicon.forms, key=term_order), in_order(records))


def in_order(records: Mapping[str, Members]) -> list[tuple[str, Members]]:
    """Records of families in the order of terms."""
    return sorted(records.items(), key=lambda record: term_order(record[0]))
